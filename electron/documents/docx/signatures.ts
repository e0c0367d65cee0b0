import { AlignmentType, BorderStyle, Paragraph, type Table, TableRow, VerticalAlignTable } from 'docx';
import type { MinutesParagraph, MinutesSignatures, MinutesSignOff } from '#shared/domain/minutes/document.ts';
import {
  bodyStyle,
  type Child,
  type Paper,
  singleSpacing,
  writeCell,
  writeFrame,
  writeGap,
  writeParagraph,
} from './paper.ts';
import { type RunStyle, writeRuns } from './runs.ts';

const gapShare = 0.06;
const flat = { spacing: singleSpacing(60), alignment: AlignmentType.LEFT, keepNext: true };

export function writeRoomToSign(): Paragraph {
  return new Paragraph({ spacing: { before: 300, after: 0 }, keepNext: true, children: [] });
}

export function writeSignOff(block: MinutesSignOff, paper: Paper): Table {
  const { look, width } = paper;
  const office = Math.round(width * 0.64);
  const close = { ...flat, spacing: singleSpacing(0) };
  const lines = block.office.map((line) => writeParagraph(writeRuns(line, bodyStyle(look)), paper, close));
  const name = writeParagraph(writeRuns(block.name, bodyStyle(look)), paper, {
    ...close,
    alignment: AlignmentType.RIGHT,
  });
  const cells = [
    writeCell(lines, office),
    writeCell([name], width - office, { verticalAlign: VerticalAlignTable.BOTTOM }),
  ];
  return writeFrame([new TableRow({ cantSplit: true, children: cells })], [office, width - office]);
}

/** What one signatory reads: a paragraph per language in each of the three, where there are several. */
interface Signatory {
  headings: Paragraph[];
  offices: Paragraph[];
  names: Paragraph[];
}

/** Two columns, the same for both; rows are kept together, so that nobody signs a page with a name and no line. */
export function writeSignatures(block: MinutesSignatures, paper: Paper): Child[] {
  const signatories = block.columns.map((column) => ({
    headings: [writeLine(column.heading, paper, true)],
    offices: [writeLine(column.office, paper)],
    names: [writeLine(column.name, paper)],
  }));
  return writePairs(signatories, paper.width);
}

/** Below languages side by side: each signatory in all of them, one signature. `blocks` and `papers` in the same order. */
export function writeJointSignatures(
  blocks: readonly MinutesSignatures[],
  papers: readonly Paper[],
  width: number,
): Child[] {
  const count = Math.max(0, ...blocks.map(({ columns }) => columns.length));
  const signatories = Array.from({ length: count }, (_, index) => {
    const write = (part: 'heading' | 'office' | 'name'): Paragraph[] =>
      blocks.flatMap(({ columns }, language) => {
        const paper = papers[language];
        const text = columns[index]?.[part] ?? [];
        return paper === undefined || text.length === 0 ? [] : [writeLine(text, paper, part === 'heading')];
      });
    return { headings: write('heading'), offices: write('office'), names: write('name') };
  });
  return writePairs(signatories, width);
}

function writeLine(text: MinutesParagraph, paper: Paper, isHeading = false): Paragraph {
  const { language, look } = paper;
  const headingStyle: RunStyle = {
    size: look.bodySize,
    face: language === 'zh' ? 'level-1' : 'body',
    isBold: language !== 'zh',
  };
  return writeParagraph(writeRuns(text, isHeading ? headingStyle : bodyStyle(look)), paper, flat);
}

/**
 * Each pair stands in the one row of an outer table, which no program splits: LibreOffice and WPS do not keep rows of one
 * table together, and a name on one page must not be signed on the next.
 */
function writePairs(signatories: readonly Signatory[], width: number): Child[] {
  const gap = Math.round(width * gapShare);
  const column = Math.floor((width - gap) / 2);
  const children: Child[] = [];
  for (let index = 0; index < signatories.length; index += 2) {
    const pair = signatories.slice(index, index + 2);
    const row = (cells: Paragraph[][]): TableRow => {
      const [left = [], right = []] = cells;
      return new TableRow({
        cantSplit: true,
        children: [writeCell(left, column), writeCell([], gap), writeCell(right, column)],
      });
    };
    const inner = writeFrame(
      [
        row(pair.map(({ headings }) => headings)),
        row(pair.map(({ offices }) => offices)),
        row(pair.map(({ names }) => [writeRule(), ...names])),
      ],
      [column, gap, column],
    );
    const whole = new TableRow({
      cantSplit: true,
      children: [writeCell([inner, writeGap(false, 20)], width, { right: 0 })],
    });
    children.push(
      new Paragraph({ spacing: { before: 200, after: 0 }, keepNext: true, children: [] }),
      writeFrame([whole], [width]),
    );
  }
  return [...children, writeGap()];
}

/** The line to sign on. */
function writeRule(): Paragraph {
  return new Paragraph({
    spacing: { before: 500, after: 60 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } },
    keepNext: true,
    children: [],
  });
}
