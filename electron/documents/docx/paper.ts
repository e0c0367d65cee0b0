import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  type TableRow,
  type TableVerticalAlign,
  WidthType,
} from 'docx';
import type { Language } from '#shared/domain/language.ts';
import { formatParagraph } from './formats.ts';
import { type Look, pageSize } from './looks.ts';
import type { Marks } from './marks.ts';
import { offGridStyle } from './package.ts';
import type { RunStyle } from './runs.ts';

export type Child = Paragraph | Table;

/** What blocks of one language are written on: a page, a column of one, or somebody else's letterhead. */
export interface Paper {
  language: Language;
  look: Look;
  /** Of the text, in twips. */
  width: number;
  marks: Marks;
  /** Somebody else's styles hold here: what ours leave to the default must be said. */
  isForeign?: boolean;
}

/** Pages of a look; `isFirstDifferent`: the first one has a header and a footer of its own. */
export function describePage(
  { margin, linePitch }: Look,
  isFirstDifferent: boolean,
  isLandscape = false,
): NonNullable<ISectionOptions['properties']> {
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      // The library turns the sheet itself.
      size: isLandscape ? { ...pageSize, orientation: PageOrientation.LANDSCAPE } : pageSize,
      margin: { ...margin, gutter: 0 },
    },
    ...(isFirstDifferent ? { titlePage: true } : {}),
    ...(linePitch === null ? {} : { grid: { type: DocumentGridType.LINES, linePitch } }),
  };
}

/** Takes back what a heading or the plain style of a letterhead may have. */
export function againstStyle({ isForeign }: Paper): IParagraphOptions {
  return isForeign === true ? { indent: { left: 0, right: 0, firstLine: 0 } } : {};
}

/** Our own style takes the lines of other scripts off the grid that a Chinese letterhead has. */
function againstGrid({ isForeign, language }: Paper): IParagraphOptions {
  return isForeign === true && language !== 'zh' ? { style: offGridStyle } : {};
}

type Spacing = NonNullable<IParagraphOptions['spacing']>;

/** `lineRule` is said although «auto» is the default: LibreOffice reads a bare `w:line` as a length, and cuts pictures off. */
export function spacingOf({ line, isLineExact }: Look, after: number, before = 0): Spacing {
  return { before, line, lineRule: isLineExact === true ? LineRuleType.EXACT : LineRuleType.AUTO, after };
}

/** Lines as high as their type. */
export function singleSpacing(after: number): Spacing {
  return { before: 0, line: 240, lineRule: LineRuleType.AUTO, after };
}

export const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };
/** After the lines of lists and facts, in twips: closer than paragraphs. */
const listGap = 40;

export const bodyStyle = (look: Look): RunStyle => ({ size: look.bodySize, face: 'body' });

/** A paragraph of the running text. */
export function writeParagraph(children: ParagraphChild[], paper: Paper, options: IParagraphOptions = {}): Paragraph {
  const { look } = paper;
  const defaults = { spacing: spacingOf(look, look.after), ...againstGrid(paper), ...againstStyle(paper) };
  return formatParagraph({ ...defaults, ...options }, children);
}

export function writeBody(children: ParagraphChild[], paper: Paper, isKept: boolean): Paragraph {
  return writeParagraph(children, paper, {
    alignment: AlignmentType.JUSTIFIED,
    indent: firstLineIndent(paper.look),
    ...keepIf(isKept),
  });
}

export function closeSpacing(look: Look): Spacing {
  return spacingOf(look, Math.min(look.after, listGap));
}

/** Says nothing where nothing is to be said: an explicit «no» would stand in every paragraph. */
export function keepIf(isKept: boolean): { keepNext?: true } {
  return isKept ? { keepNext: true } : {};
}

export function firstLineIndent(look: Look): NonNullable<IParagraphOptions['indent']> {
  const characters = look.firstLineCharacters === null ? {} : { firstLineChars: look.firstLineCharacters };
  return { firstLine: look.firstLine, ...characters };
}

/** WordprocessingML joins tables that follow each other, and needs a paragraph after the last; this one is nearly flat. */
export function writeGap(isKept = false, twips = 120): Paragraph {
  return new Paragraph({
    style: offGridStyle,
    spacing: { line: twips, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    ...keepIf(isKept),
    children: [],
  });
}

const cellMargins = { left: 0, right: 100, top: 0, bottom: 0 };

export function writeCell(
  children: Child[],
  width: number,
  { verticalAlign, ...margins }: { verticalAlign?: TableVerticalAlign; right?: number; bottom?: number } = {},
): TableCell {
  return new TableCell({
    ...(verticalAlign === undefined ? {} : { verticalAlign }),
    children: children.length === 0 ? [new Paragraph({ style: offGridStyle })] : children,
    width: { size: width, type: WidthType.DXA },
    borders: noBorders,
    margins: { ...cellMargins, ...margins },
  });
}

/** A table that only places things side by side. */
export function writeFrame(rows: TableRow[], widths: number[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: sum(widths), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
  });
}

export const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
