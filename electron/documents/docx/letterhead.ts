import { AlignmentType, BorderStyle, ImageRun, LineRuleType, Paragraph, TableRow, VerticalAlignTable } from 'docx';
import { printable } from '#shared/domain/clean-text.ts';
import type { MinutesLetterhead, MinutesLogo, MinutesParagraph } from '#shared/domain/minutes/document.ts';
import { offGridStyle } from './package.ts';
import { type Child, type Paper, singleSpacing, writeCell, writeFrame, writeParagraph } from './paper.ts';
import { quiet, type RunStyle, writeRuns } from './runs.ts';

/** In millimetres. */
const mostHeight = 22;
const mostWidth = 60;
/** Fewer dots than these to the inch would show. */
const leastResolution = 150;
const millimetresPerInch = 25.4;
/** The library counts 96 pixels to the inch. */
const pixelsPerInch = 96;
const twipsPerPixel = 15;
const rule = { style: BorderStyle.SINGLE, size: 6, color: quiet, space: 6 };

/**
 * The head of an organisation's paper: picture at the left, names, ways to reach it, a rule. It stands in the text and
 * not in a header of the first page: Word, LibreOffice and WPS push the text down below a tall header by different
 * amounts, a header is grey while one types, and screen readers pass it over.
 */
export function writeLetterhead(letterhead: MinutesLetterhead, logo: MinutesLogo | undefined, paper: Paper): Child[] {
  const text = writeHeadText(letterhead, paper, logo === undefined ? AlignmentType.CENTER : AlignmentType.LEFT);
  if (text.length === 0 && logo === undefined) return [];
  if (logo === undefined) return [...text, writeRule()];
  const picture = writeLogo(logo, plainText(letterhead.names), paper);
  const column = Math.round(sizeOf(logo).width * twipsPerPixel) + 280;
  const middle = { verticalAlign: VerticalAlignTable.CENTER };
  const cells = [writeCell([picture], column, middle), writeCell(text, paper.width - column, middle)];
  const frame = writeFrame([new TableRow({ cantSplit: true, children: cells })], [column, paper.width - column]);
  return [frame, writeRule()];
}

/** Names in larger type, then the rest. */
export function writeHeadText(
  { names, lines }: MinutesLetterhead,
  paper: Paper,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  scale = 1,
): Paragraph[] {
  const isChinese = paper.language === 'zh';
  const nameStyle: RunStyle = {
    size: Math.round(26 * scale),
    face: isChinese ? 'level-1' : 'body',
    isBold: !isChinese,
  };
  const lineStyle: RunStyle = { size: Math.round(17 * scale), face: 'body', color: quiet };
  const write = (text: MinutesParagraph, style: RunStyle, after: number): Paragraph =>
    writeParagraph(writeRuns(text, style), paper, {
      style: offGridStyle,
      alignment,
      keepNext: true,
      spacing: singleSpacing(after),
    });
  return [
    ...names.map((name, index) => write(name, nameStyle, index === names.length - 1 ? 80 : 20)),
    ...lines.map((line) => write(line, lineStyle, 0)),
  ];
}

/** A rule over the whole width with room below. */
export function writeRule(): Paragraph {
  return new Paragraph({
    style: offGridStyle,
    spacing: { before: 0, after: 320, line: 120, lineRule: LineRuleType.EXACT },
    border: { bottom: { ...rule, space: 1 } },
    children: [],
  });
}

export function writeLogo(
  logo: MinutesLogo,
  description: string,
  { marks }: Paper,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  const image = new ImageRun({
    type: logo.mediaType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(logo.base64, 'base64'),
    transformation: sizeOf(logo),
    // Without a number of its own the library counts the pictures of all documents together.
    altText: { name: 'Logo', description: printable(description), id: String(marks.nextPicture()) },
  });
  return new Paragraph({
    style: offGridStyle,
    alignment,
    spacing: singleSpacing(0),
    keepNext: true,
    children: [image],
  });
}

/** In the library's pixels. */
function sizeOf({ width, height }: MinutesLogo): { width: number; height: number } {
  const [inchesWide, inchesHigh] = [width / leastResolution, height / leastResolution];
  const scale = Math.min(1, mostHeight / millimetresPerInch / inchesHigh, mostWidth / millimetresPerInch / inchesWide);
  const toPixels = (inches: number): number => Math.max(1, Math.round(inches * scale * pixelsPerInch));
  return { width: toPixels(inchesWide), height: toPixels(inchesHigh) };
}

export const plainText = (paragraphs: readonly MinutesParagraph[]): string =>
  paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join(', ');
