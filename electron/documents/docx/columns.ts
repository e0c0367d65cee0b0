import { AlignmentType, type ISectionOptions, PageOrientation, SectionType, TableRow } from 'docx';
import type { MinutesBlock, MinutesColumnRow, MinutesDocument } from '#shared/domain/minutes/document.ts';
import { writeBlock } from './blocks.ts';
import { writeHeadText, writeLogo, writeRule, plainText } from './letterhead.ts';
import { columnGutter, columnLooks, columnMargin, pageSize } from './looks.ts';
import { writeJointMargins } from './margins.ts';
import type { Marks } from './marks.ts';
import { type Child, type Paper, writeCell, writeFrame, writeGap } from './paper.ts';
import { writeJointSignatures } from './signatures.ts';
import { writeTitle } from './titles.ts';

/** A cell with more characters than this may not fit on what is left of a page, or on one at all. */
const longCell = 1_200;
/** Below a row, in twips. */
const rowGap = 60;

/** Languages side by side on a page of their own: one row of a table per paragraph and its counterparts. */
export function writeColumnSection(document: MinutesDocument, marks: Marks): ISectionOptions {
  const isLandscape = document.columns?.page === 'landscape';
  const width = (isLandscape ? pageSize.height : pageSize.width) - columnMargin.left - columnMargin.right;
  const column = columnWidth(document.sections.length, width);
  const columnEnds = document.sections.map((_, index) => column + index * (column + columnGutter));
  const { headers, footers } = writeJointMargins(document.sections, columnEnds);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // The library turns the sheet itself.
        size: { ...pageSize, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...columnMargin, gutter: 0 },
      },
    },
    headers,
    footers,
    children: [...writeJointHead(document, marks, width), ...writeColumns(document, marks, width)],
  };
}

function papersOf({ sections }: MinutesDocument, marks: Marks, width: number): Paper[] {
  const column = columnWidth(sections.length, width);
  return sections.map(({ language }) => ({ language, look: columnLooks[language], width: column, marks }));
}

const columnWidth = (count: number, width: number): number =>
  Math.floor((width - columnGutter * (count - 1)) / Math.max(1, count));

/** Letterheads of all languages: the picture once, the names in each column. */
function writeJointHead(document: MinutesDocument, marks: Marks, width: number): Child[] {
  const { sections, logo } = document;
  const papers = papersOf(document, marks, width);
  const letterhead = sections.find((section) => section.letterhead !== undefined)?.letterhead;
  const [paper] = papers;
  if (letterhead === undefined || paper === undefined) return [];
  const cells = papers.map((each, index) => {
    const head = sections[index]?.letterhead;
    return head === undefined ? [] : writeHeadText(head, each, AlignmentType.LEFT, 0.85);
  });
  return [
    ...(logo === undefined ? [] : [writeLogo(logo, plainText(letterhead.names), paper), writeGap(true)]),
    writeRows([{ cells, isHeading: true, isLong: false }], papers),
    writeRule(),
  ];
}

/** The table with titles and rows, and the signatures below it. */
export function writeColumns(document: MinutesDocument, marks: Marks, width: number, isForeign = false): Child[] {
  const { columns, sections } = document;
  const papers = papersOf(document, marks, width).map((paper) => (isForeign ? { ...paper, isForeign } : paper));
  if (columns === undefined || papers.length === 0) return [];
  const titles = papers.map((paper, index) => {
    const section = sections[index];
    return section === undefined ? [] : writeTitle(section, paper);
  });
  const rows = columns.rows.map((row, index) => ({
    cells: writeCells(row, papers, row.isHeading || (columns.signatures !== null && index === columns.rows.length - 1)),
    isHeading: row.isHeading,
    // The rows of a table inside stay whole by themselves.
    isLong: row.cells.some((cell) => countCharacters(cell) > longCell || cell.some(({ kind }) => kind === 'table')),
  }));
  const hasTitles = titles.some((title) => title.length > 0);
  const all = [...(hasTitles ? [{ cells: titles, isHeading: true, isLong: false }] : []), ...rows];
  const signatures = columns.signatures === null ? [] : writeJointSignatures(columns.signatures, papers, width);
  return [
    ...(all.length === 0 ? [] : [writeRows(all, papers)]),
    ...(signatures.length === 0 ? [writeGap()] : [writeGap(true), ...signatures]),
  ];
}

function writeCells(row: MinutesColumnRow, papers: readonly Paper[], isKept: boolean): Child[][] {
  return papers.map((paper, index) => (row.cells[index] ?? []).flatMap((block) => writeBlock(block, paper, isKept)));
}

interface Row {
  cells: Child[][];
  isHeading: boolean;
  isLong: boolean;
}

/** Columns are equal; between two of them is one without text, so that every program leaves the same room. */
function writeRows(rows: readonly Row[], papers: readonly Paper[]): Child {
  const widths = papers.flatMap(({ width }, index) => (index === 0 ? [width] : [columnGutter, width]));
  return writeFrame(
    rows.map(
      ({ cells, isLong }) =>
        new TableRow({
          ...(isLong ? {} : { cantSplit: true }),
          children: cells.flatMap((children, index) => {
            const cell = writeCell(children, papers[index]?.width ?? 0, { right: 0, bottom: rowGap });
            return index === 0 ? [cell] : [writeCell([], columnGutter), cell];
          }),
        }),
    ),
    widths,
  );
}

function countCharacters(blocks: readonly MinutesBlock[]): number {
  let count = 0;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { text } = value as { text?: unknown };
      if (typeof text === 'string') count += text.length;
      else Object.values(value).forEach(visit);
    }
  };
  visit(blocks);
  return count;
}
