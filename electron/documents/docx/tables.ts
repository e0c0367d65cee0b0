import {
  AlignmentType,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { MinutesFields, MinutesTable } from '#shared/domain/minutes/document.ts';
import { offGridStyle } from './package.ts';
import {
  bodyStyle,
  closeSpacing,
  keepIf,
  type Paper,
  singleSpacing,
  sum,
  writeCell,
  writeFrame,
  writeParagraph,
} from './paper.ts';
import { type RunStyle, writeRuns, writeText } from './runs.ts';

/** 9 mm: what a signature needs. */
const roomyRow = { value: 510, rule: HeightRule.ATLEAST };

/** A table in a column has no room to give away; in twips. */
const narrow = 6_000;

export function writeFields(block: MinutesFields, paper: Paper): Table {
  const { language, look, width } = paper;
  const isChinese = language === 'zh';
  const widths = [look.labelWidth, width - look.labelWidth];
  const labelStyle: RunStyle = {
    size: look.bodySize,
    face: isChinese ? 'level-1' : 'body',
    isBold: !isChinese,
  };
  const flat = { spacing: closeSpacing(look) };
  const rows = block.rows.map(({ label, values }) => {
    const cells = [
      [writeParagraph(writeText(isChinese ? `${label}：` : label, language, labelStyle), paper, flat)],
      values.map((value) => writeParagraph(writeRuns(value, bodyStyle(look)), paper, flat)),
    ];
    return new TableRow({
      cantSplit: true,
      children: cells.map((children, index) => writeCell(children, widths[index] ?? 0)),
    });
  });
  return writeFrame(rows, widths);
}

export function writeTable(block: MinutesTable, paper: Paper, isKept: boolean): Table {
  const { language, look, width, marks } = paper;
  const widths = block.columns.map((column) => Math.round(column.share * width));
  const size = look.tableSize;
  const padding = width < narrow ? 40 : 80;
  const writeCells = (cells: Paragraph[][]): TableCell[] =>
    cells.map(
      (children, index) =>
        new TableCell({
          children: children.length === 0 ? [writeParagraph([], paper, flat)] : children,
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: { left: padding, right: padding, top: 40, bottom: 40 },
        }),
    );
  const flat = { style: offGridStyle, spacing: singleSpacing(0), alignment: AlignmentType.LEFT };
  const headerStyle: RunStyle = { size, face: language === 'zh' ? 'level-1' : 'body', isBold: language !== 'zh' };
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: writeCells(
      block.columns.map(({ label }) => [
        writeParagraph(writeText(label, language, headerStyle), paper, { ...flat, keepNext: true }),
      ]),
    ),
  });
  const rows = block.rows.map(
    ({ id, cells }, rowIndex) =>
      new TableRow({
        cantSplit: true,
        ...(block.isRoomy === true ? { height: roomyRow } : {}),
        children: writeCells(
          cells.map((paragraphs, cellIndex) =>
            paragraphs.map((paragraph, index) => {
              // One bookmark stands for the row.
              const rowId = cellIndex === 0 && index === 0 ? id : undefined;
              return writeParagraph(
                marks.around(rowId, language, writeRuns(paragraph, { size, face: 'body' })),
                paper,
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
    width: { size: sum(widths), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  });
}
