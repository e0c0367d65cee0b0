import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  type TableVerticalAlign,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Language } from '#shared/domain/language.ts';
import type {
  MinutesBlock,
  MinutesFields,
  MinutesParagraph,
  MinutesPlaced,
  MinutesPoints,
  MinutesSignOff,
  MinutesSignatures,
  MinutesTable,
} from '#shared/domain/minutes/document.ts';
import { type Look, looks, textWidth } from './looks.ts';
import type { Marks } from './marks.ts';
import { offGridStyle } from './package.ts';
import { type RunStyle, writeRuns, writeText } from './runs.ts';

export type Child = Paragraph | Table;

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder };
const signatureGapShare = 0.06;
/** After the lines of lists and facts, in twips: closer than paragraphs. */
const listGap = 40;

const bodyStyle = (look: Look): RunStyle => ({ size: look.bodySize, face: 'body' });

/** A paragraph of the running text. */
export function writeParagraph(
  children: ParagraphChild[],
  language: Language,
  options: IParagraphOptions = {},
): Paragraph {
  const look = looks[language];
  return new Paragraph({ style: 'Normal', spacing: { line: look.line, after: look.after }, ...options, children });
}

function writeBody(children: ParagraphChild[], language: Language, isKept: boolean): Paragraph {
  const look = looks[language];
  return writeParagraph(children, language, {
    alignment: AlignmentType.JUSTIFIED,
    indent: firstLineIndent(look),
    ...keepIf(isKept),
  });
}

function closeSpacing(look: Look): NonNullable<IParagraphOptions['spacing']> {
  return { line: look.line, after: Math.min(look.after, listGap) };
}

/** Says nothing where nothing is to be said: an explicit «no» would stand in every paragraph. */
function keepIf(isKept: boolean): { keepNext?: true } {
  return isKept ? { keepNext: true } : {};
}

function firstLineIndent(look: Look): NonNullable<IParagraphOptions['indent']> {
  const characters = look.firstLineCharacters === null ? {} : { firstLineChars: look.firstLineCharacters };
  return { firstLine: look.firstLine, ...characters };
}

/** `isKept`: stays on one page with what follows, for what stands before the signatures. */
export function writeBlock(block: MinutesBlock, language: Language, isKept: boolean, marks: Marks): Child[] {
  const look = looks[language];
  switch (block.kind) {
    case 'heading': {
      const isFirst = block.level === 2;
      const style: RunStyle = {
        size: isFirst ? look.headingSize : look.bodySize,
        face: isFirst ? 'level-1' : 'level-2',
        isBold: language !== 'zh',
      };
      return [
        new Paragraph({
          heading: isFirst ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          keepLines: true,
          spacing: language === 'zh' ? { before: 0, after: 0 } : { before: isFirst ? 280 : 180, after: 100 },
          ...(language === 'zh' ? { indent: firstLineIndent(look) } : {}),
          children: marks.around(block.itemId, language, writeRuns(block.runs, style)),
        }),
      ];
    }
    case 'lead': {
      const isSide = block.tone === 'side';
      const style: RunStyle = {
        size: look.bodySize,
        face: language !== 'zh' ? 'body' : isSide ? 'level-2' : 'level-1',
        isBold: language !== 'zh' && !isSide,
        isItalic: language !== 'zh' && isSide,
      };
      const indent = language === 'zh' ? { indent: firstLineIndent(look) } : {};
      return [writeParagraph(writeRuns(block.runs, style), language, { keepNext: true, ...indent })];
    }
    case 'paragraph':
      return [writeBody(marks.around(block.id, language, writeRuns(block.runs, bodyStyle(look))), language, isKept)];
    case 'split':
      return [
        writeParagraph(
          [
            ...writeRuns(block.left, bodyStyle(look)),
            new TextRun({ children: [new Tab()] }),
            ...writeRuns(block.right, bodyStyle(look)),
          ],
          language,
          {
            tabStops: [{ type: TabStopType.RIGHT, position: textWidth(look) }],
            spacing: { line: look.line, after: 200 },
          },
        ),
      ];
    case 'fields':
      return [writeFields(block, language), writeGap()];
    case 'list': {
      const left = language === 'zh' ? look.firstLine + look.hanging : look.hanging;
      return block.items.map((item, index) =>
        writeParagraph(writeRuns(item, bodyStyle(look)), language, {
          indent: { left, hanging: look.hanging },
          spacing: closeSpacing(look),
          ...keepIf(isKept && index === block.items.length - 1),
        }),
      );
    }
    case 'points':
      return writePoints(block, language, isKept, marks);
    case 'table':
      return [writeTable(block, language, isKept, marks), writeGap(isKept)];
    case 'placed':
      return writePlaced(block, language, isKept);
    case 'sign-off':
      return [writeRoomToSign(), writeSignOff(block, language), writeGap()];
    case 'signatures':
      return writeSignatures(block, language);
  }
}

/** WordprocessingML joins tables that follow each other, and needs a paragraph after the last; this one is nearly flat. */
function writeGap(isKept = false): Paragraph {
  return new Paragraph({
    style: offGridStyle,
    spacing: { line: 120, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    ...keepIf(isKept),
    children: [],
  });
}

function writeFields(block: MinutesFields, language: Language): Table {
  const look = looks[language];
  const widths = [look.labelWidth, textWidth(look) - look.labelWidth];
  const labelStyle: RunStyle = {
    size: look.bodySize,
    face: language === 'zh' ? 'level-1' : 'body',
    isBold: language !== 'zh',
  };
  const flat = { spacing: closeSpacing(look) };
  const rows = block.rows.map(({ label, values }) => {
    const cells = [
      [writeParagraph(writeText(language === 'zh' ? `${label}：` : label, language, labelStyle), language, flat)],
      values.map((value) => writeParagraph(writeRuns(value, bodyStyle(look)), language, flat)),
    ];
    return new TableRow({
      cantSplit: true,
      children: cells.map((children, index) => writeCell(children, widths[index] ?? 0)),
    });
  });
  return writeFrame(rows, widths);
}

function writeCell(children: Paragraph[], width: number, verticalAlign?: TableVerticalAlign): TableCell {
  return new TableCell({
    ...(verticalAlign === undefined ? {} : { verticalAlign }),
    children: children.length === 0 ? [new Paragraph({})] : children,
    width: { size: width, type: WidthType.DXA },
    borders: noBorders,
    margins: { left: 0, right: 100, top: 0, bottom: 0 },
  });
}

/** A table that only places things side by side. */
function writeFrame(rows: TableRow[], widths: number[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, insideHorizontal: noBorder, insideVertical: noBorder },
  });
}

function writePoints(block: MinutesPoints, language: Language, isKept: boolean, marks: Marks): Paragraph[] {
  const look = looks[language];
  const longest = Math.max(...block.points.map((point) => point.number.length));
  // English points hang on their number; half an em for a character, in twips.
  const hanging = Math.round(longest * look.bodySize * 10 * 0.5) + 160;
  return block.points.flatMap(({ id, number, paragraphs }, pointIndex) =>
    paragraphs.map((paragraph, index) => {
      const isKeptNow = index < paragraphs.length - 1 || (isKept && pointIndex === block.points.length - 1);
      if (language !== 'en') {
        const lead = index === 0 ? writeText(pointNumber(number, language), language, bodyStyle(look)) : [];
        const children = [...lead, ...writeRuns(paragraph, bodyStyle(look))];
        return writeBody(marks.around(id, language, children), language, isKeptNow);
      }
      const lead =
        index === 0
          ? [
              ...writeText(number, language, { ...bodyStyle(look), isBold: true }),
              new TextRun({ children: [new Tab()] }),
            ]
          : [];
      const children = [...lead, ...writeRuns(paragraph, bodyStyle(look))];
      return writeParagraph(marks.around(id, language, children), language, {
        alignment: AlignmentType.JUSTIFIED,
        indent: { left: hanging, ...(index === 0 ? { hanging } : {}) },
        spacing: index < paragraphs.length - 1 ? closeSpacing(look) : { line: look.line, after: look.after },
        ...keepIf(isKeptNow),
      });
    }),
  );
}

function pointNumber(number: string, language: Language): string {
  if (language === 'zh') return number.endsWith('.') ? `${number.slice(0, -1)}．` : `${number}\u3000`;
  return `${number.endsWith('.') ? number : `${number}.`}\u00A0`;
}

function writeTable(block: MinutesTable, language: Language, isKept: boolean, marks: Marks): Table {
  const look = looks[language];
  const widths = block.columns.map((column) => Math.round(column.share * textWidth(look)));
  const size = look.tableSize;
  const writeCells = (cells: Paragraph[][]): TableCell[] =>
    cells.map(
      (children, index) =>
        new TableCell({
          children,
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: { left: 80, right: 80, top: 40, bottom: 40 },
        }),
    );
  const flat = { style: offGridStyle, spacing: { line: 240, before: 0, after: 0 }, alignment: AlignmentType.LEFT };
  const headerStyle: RunStyle = { size, face: language === 'zh' ? 'level-1' : 'body', isBold: language !== 'zh' };
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: writeCells(
      block.columns.map(({ label }) => [
        writeParagraph(writeText(label, language, headerStyle), language, { ...flat, keepNext: true }),
      ]),
    ),
  });
  const rows = block.rows.map(
    ({ id, cells }, rowIndex) =>
      new TableRow({
        cantSplit: true,
        children: writeCells(
          cells.map((paragraphs, cellIndex) =>
            paragraphs.map((paragraph, index) => {
              // One bookmark stands for the row.
              const rowId = cellIndex === 0 && index === 0 ? id : undefined;
              return writeParagraph(
                marks.around(rowId, language, writeRuns(paragraph, { size, face: 'body' })),
                language,
                { ...flat, ...keepIf(isKept && rowIndex === block.rows.length - 1) },
              );
            }),
          ),
        ),
      }),
  );
  return new Table({
    rows: [header, ...rows],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  });
}

const alignments = {
  left: AlignmentType.LEFT,
  indented: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  column: AlignmentType.LEFT,
};
/** The longest line of a Russian addressee, in twips: 8 cm. */
const columnWidth = 4536;

function writePlaced({ place, hasRoom, lines }: MinutesPlaced, language: Language, isKept: boolean): Paragraph[] {
  const look = looks[language];
  const gap = language === 'zh' || place === 'indented' ? look.after : 160;
  const above = hasRoom === true ? 800 : gap;
  return lines.map((line, index) =>
    writeParagraph(writeRuns(line, bodyStyle(look)), language, {
      alignment: alignments[place],
      ...(place === 'column' ? { indent: { left: textWidth(look) - columnWidth } } : {}),
      ...(place === 'indented' ? { indent: firstLineIndent(look) } : {}),
      spacing: { line: look.line, before: index === 0 ? above : 0, after: index === lines.length - 1 ? gap : 0 },
      ...keepIf(isKept || index < lines.length - 1),
    }),
  );
}

function writeRoomToSign(): Paragraph {
  return new Paragraph({ spacing: { before: 300, after: 0 }, keepNext: true, children: [] });
}

function writeSignOff(block: MinutesSignOff, language: Language): Table {
  const look = looks[language];
  const width = textWidth(look);
  const office = Math.round(width * 0.64);
  const flat = { spacing: { line: 240, before: 0, after: 0 }, alignment: AlignmentType.LEFT, keepNext: true };
  const lines = block.office.map((line) => writeParagraph(writeRuns(line, bodyStyle(look)), language, flat));
  const name = writeParagraph(writeRuns(block.name, bodyStyle(look)), language, {
    ...flat,
    alignment: AlignmentType.RIGHT,
  });
  const cells = [writeCell(lines, office), writeCell([name], width - office, VerticalAlignTable.BOTTOM)];
  return writeFrame([new TableRow({ cantSplit: true, children: cells })], [office, width - office]);
}

/** Two equal columns; rows are kept together, so that nobody signs a page with a name and no line. */
function writeSignatures(block: MinutesSignatures, language: Language): Child[] {
  const look = looks[language];
  const width = textWidth(look);
  const gap = Math.round(width * signatureGapShare);
  const column = Math.floor((width - gap) / 2);
  const flat = { spacing: { line: 240, before: 0, after: 60 }, alignment: AlignmentType.LEFT, keepNext: true };
  const headStyle: RunStyle = {
    size: look.bodySize,
    face: language === 'zh' ? 'level-1' : 'body',
    isBold: language !== 'zh',
  };
  const write = (paragraph: MinutesParagraph, style: RunStyle): Paragraph =>
    writeParagraph(writeRuns(paragraph, style), language, flat);
  const line = (): Paragraph =>
    new Paragraph({
      spacing: { before: 500, after: 60 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } },
      keepNext: true,
      children: [],
    });
  const children: Child[] = [];
  for (let index = 0; index < block.columns.length; index += 2) {
    const pair = block.columns.slice(index, index + 2);
    const row = (cells: Paragraph[][]): TableRow => {
      const [left = [], right = []] = cells;
      return new TableRow({
        cantSplit: true,
        children: [writeCell(left, column), writeCell([], gap), writeCell(right, column)],
      });
    };
    children.push(
      new Paragraph({ spacing: { before: 200, after: 0 }, keepNext: true, children: [] }),
      writeFrame(
        [
          row(pair.map(({ heading }) => [write(heading, headStyle)])),
          row(pair.map(({ office }) => [write(office, bodyStyle(look))])),
          row(pair.map(({ name }) => [line(), write(name, bodyStyle(look))])),
        ],
        [column, gap, column],
      ),
    );
  }
  return [...children, writeGap()];
}
