import { AlignmentType, HeadingLevel, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Language } from '#shared/domain/language.ts';
import type { MinutesBlock, MinutesHeading, MinutesPlaced, MinutesPoints } from '#shared/domain/minutes/document.ts';
import {
  againstStyle,
  bodyStyle,
  type Child,
  closeSpacing,
  firstLineIndent,
  keepIf,
  type Paper,
  spacingOf,
  writeBody,
  writeGap,
  writeParagraph,
} from './paper.ts';
import { type RunStyle, writeRuns, writeText } from './runs.ts';
import { writeRoomToSign, writeSignatures, writeSignOff } from './signatures.ts';
import { writeFields, writeTable } from './tables.ts';

/** `isKept`: stays on one page with what follows, for what stands before the signatures. */
export function writeBlock(block: MinutesBlock, paper: Paper, isKept: boolean): Child[] {
  const { language, look, width, marks } = paper;
  const isChinese = language === 'zh';
  switch (block.kind) {
    case 'heading':
      return [writeHeading(block, paper)];
    case 'lead': {
      const isSide = block.tone === 'side';
      const style: RunStyle = {
        size: look.bodySize,
        face: !isChinese ? 'body' : isSide ? 'level-2' : 'level-1',
        isBold: !isChinese && !isSide,
        isItalic: !isChinese && isSide,
      };
      const indent = isChinese ? { indent: firstLineIndent(look) } : {};
      return [writeParagraph(writeRuns(block.runs, style), paper, { keepNext: true, ...indent })];
    }
    case 'paragraph':
      return [writeBody(marks.around(block.id, language, writeRuns(block.runs, bodyStyle(look))), paper, isKept)];
    case 'split':
      return [
        writeParagraph(
          [
            ...writeRuns(block.left, bodyStyle(look)),
            new TextRun({ children: [new Tab()] }),
            ...writeRuns(block.right, bodyStyle(look)),
          ],
          paper,
          {
            tabStops: [{ type: TabStopType.RIGHT, position: width }],
            spacing: spacingOf(look, 200),
            ...keepIf(isKept),
          },
        ),
      ];
    case 'fields':
      return [writeFields(block, paper), writeGap(isKept)];
    case 'list': {
      const left = isChinese ? look.firstLine + look.hanging : look.hanging;
      return block.items.map((item, index) =>
        writeParagraph(writeRuns(item, bodyStyle(look)), paper, {
          indent: { left, hanging: look.hanging },
          spacing: closeSpacing(look),
          ...keepIf(isKept && index === block.items.length - 1),
        }),
      );
    }
    case 'points':
      return writePoints(block, paper, isKept);
    case 'table':
      return [writeTable(block, paper, isKept), writeGap(isKept)];
    case 'placed':
      return writePlaced(block, paper, isKept);
    case 'sign-off':
      return [writeRoomToSign(), writeSignOff(block, paper), writeGap()];
    case 'signatures':
      return writeSignatures(block, paper);
    case 'drawing':
      // Its table has all of it.
      return [];
  }
}

function writeHeading(block: MinutesHeading, paper: Paper): Paragraph {
  const { language, look, marks, isForeign } = paper;
  const isChinese = language === 'zh';
  const isFirst = block.level === 2;
  const style: RunStyle = {
    size: isFirst ? look.headingSize : look.bodySize,
    face: isFirst ? 'level-1' : 'level-2',
    isBold: !isChinese,
  };
  return new Paragraph({
    heading: isFirst ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    keepLines: true,
    alignment: AlignmentType.LEFT,
    spacing: isChinese ? { before: 0, after: 0 } : { before: isFirst ? 280 : 180, after: 100 },
    ...againstStyle(paper),
    // Our headings bring their numbers along.
    ...(isForeign === true ? { numbering: false } : {}),
    ...(isChinese ? { indent: firstLineIndent(look) } : {}),
    children: marks.around(block.itemId, language, writeRuns(block.runs, style)),
  });
}

function writePoints(block: MinutesPoints, paper: Paper, isKept: boolean): Paragraph[] {
  const { language, look, marks } = paper;
  const longest = block.points.reduce((length, { number }) => Math.max(length, number.length), 0);
  // English points hang on their number; half an em for a character, in twips.
  const hanging = Math.round(longest * look.bodySize * 10 * 0.5) + 160;
  return block.points.flatMap(({ id, number, paragraphs }, pointIndex) =>
    paragraphs.map((paragraph, index) => {
      const isKeptNow = index < paragraphs.length - 1 || (isKept && pointIndex === block.points.length - 1);
      if (language !== 'en') {
        const lead = index === 0 ? writeText(pointNumber(number, language), language, bodyStyle(look)) : [];
        const children = [...lead, ...writeRuns(paragraph, bodyStyle(look))];
        return writeBody(marks.around(id, language, children), paper, isKeptNow);
      }
      const lead =
        index === 0
          ? [
              ...writeText(number, language, { ...bodyStyle(look), isBold: true }),
              new TextRun({ children: [new Tab()] }),
            ]
          : [];
      const children = [...lead, ...writeRuns(paragraph, bodyStyle(look))];
      return writeParagraph(marks.around(id, language, children), paper, {
        alignment: AlignmentType.JUSTIFIED,
        indent: { left: hanging, ...(index === 0 ? { hanging } : {}) },
        spacing: index < paragraphs.length - 1 ? closeSpacing(look) : spacingOf(look, look.after),
        ...keepIf(isKeptNow),
      });
    }),
  );
}

function pointNumber(number: string, language: Language): string {
  if (language === 'zh') return number.endsWith('.') ? `${number.slice(0, -1)}．` : `${number}\u3000`;
  return `${number.endsWith('.') ? number : `${number}.`}\u00A0`;
}

const alignments = {
  left: AlignmentType.LEFT,
  indented: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  column: AlignmentType.LEFT,
};
/** The longest line of a Russian addressee, in twips: 8 cm. */
const addresseeWidth = 4536;

function writePlaced({ place, hasRoom, lines }: MinutesPlaced, paper: Paper, isKept: boolean): Paragraph[] {
  const { language, look, width } = paper;
  const gap = language === 'zh' || place === 'indented' ? look.after : 160;
  const above = hasRoom === true ? 800 : gap;
  return lines.map((line, index) =>
    writeParagraph(writeRuns(line, bodyStyle(look)), paper, {
      alignment: alignments[place],
      ...(place === 'column' ? { indent: { left: Math.max(0, width - addresseeWidth) } } : {}),
      ...(place === 'indented' ? { indent: firstLineIndent(look) } : {}),
      spacing: spacingOf(look, index === lines.length - 1 ? gap : 0, index === 0 ? above : 0),
      ...keepIf(isKept || index < lines.length - 1),
    }),
  );
}
