import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { printable } from '#shared/domain/clean-text.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { formatParagraph } from './formats.ts';
import { handOverProperty } from './hand-over-property.ts';
import { columnLooks, columnMargin, fontsOf, pageSize, proofingLanguages } from './looks.ts';
import { finishPackage, offGridStyle } from './package.ts';
import { singleSpacing, sum } from './paper.ts';
import { creator } from './properties.ts';
import { quiet, type RunStyle, writeText } from './runs.ts';

/** What stands above the table, once in each of the translator's languages. */
export interface HandOverHead {
  language: Language;
  title: string;
  meeting: { text: string; language: Language };
  date: string;
  instruction: string;
  /** With the code of the hand-over in it. */
  codeLine: string;
}

export interface HandOverDocument {
  id: string;
  code: string;
  /** Day of the meeting, `YYYY-MM-DD`. */
  date: string;
  targetLanguage: Language;
  /** That of the target language first. */
  heads: readonly HandOverHead[];
  /** Of the three columns, each in both languages. */
  columns: readonly (readonly { text: string; language: Language }[])[];
  rows: readonly HandOverTexts[];
}

export interface HandOverTexts {
  code: string;
  /** What it is and where in the minutes: «Решение 3.1»; in the target language. */
  label: string;
  source: { text: string; language: Language };
  target: string;
}

/** Twips. */
const textWidth = pageSize.height - columnMargin.left - columnMargin.right;
const codeWidth = 1_640;
const widths = [codeWidth, Math.floor((textWidth - codeWidth) / 2), Math.floor((textWidth - codeWidth) / 2)] as const;
/** A row with more characters than this may not fit on what is left of a page, or on one at all. */
const longText = 900;
const codeSize = 16;
const shade = { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' };
const line = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' };

/** A table for a translator who has only Word, as the bytes of a DOCX; the same table gives the same bytes. */
export async function renderHandOver(document: HandOverDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { targetLanguage, heads, rows } = document;
  const flat = { spacing: { before: 0, after: 0 } };
  const file = new Document({
    title: printable(heads[0]?.title ?? ''),
    subject: printable(heads[0]?.meeting.text ?? ''),
    creator,
    lastModifiedBy: creator,
    styles: {
      paragraphStyles: [{ id: offGridStyle, name: 'Trilogue Table', basedOn: 'Normal', paragraph: flat }],
      default: {
        document: {
          run: {
            font: fontsOf(targetLanguage, 'body'),
            size: columnLooks[targetLanguage].bodySize,
            language: proofingLanguages[targetLanguage],
          },
        },
      },
    },
    customProperties: [{ name: handOverProperty, value: document.id }],
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself.
            size: { ...pageSize, orientation: PageOrientation.LANDSCAPE },
            margin: { ...columnMargin, gutter: 0 },
          },
        },
        footers: { default: writeFooter(document) },
        children: [...heads.flatMap(writeHead), writeTable(document), new Paragraph({ style: offGridStyle })],
      },
    ],
  });
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(file)), {
    date: document.date,
    languages: [...new Set([targetLanguage, ...rows.map(({ source }) => source.language)])].map(
      (language) => languageTags[language],
    ),
    themeLanguages: proofingLanguages[targetLanguage],
  });
}

function writeHead(head: HandOverHead, index: number): Paragraph[] {
  const { language, title, meeting, date, instruction, codeLine } = head;
  // The second language says the same once more, and need not be as loud.
  const size = columnLooks[language].bodySize - (index === 0 ? 0 : 3);
  const color = index === 0 ? {} : { color: quiet };
  const strong: RunStyle = { size, face: language === 'zh' ? 'level-1' : 'body', isBold: language !== 'zh', ...color };
  const plain: RunStyle = { size, face: 'body', ...color };
  return [
    formatParagraph({ spacing: singleSpacing(20) }, [
      ...writeText(title, language, { ...strong, size: size + (index === 0 ? 6 : 0) }),
    ]),
    formatParagraph({ spacing: singleSpacing(20) }, [
      ...writeText(meeting.text, meeting.language, plain),
      ...writeText(`${language === 'zh' ? '，' : ', '}${date}`, language, plain),
    ]),
    formatParagraph({ spacing: singleSpacing(20) }, writeText(instruction, language, plain)),
    formatParagraph({ spacing: singleSpacing(160) }, writeText(codeLine, language, { ...plain, color: quiet })),
  ];
}

function writeFooter({ code, targetLanguage }: HandOverDocument): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({
            children: [`${code}   `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
            font: fontsOf('en', 'page'),
            language: proofingLanguages[targetLanguage],
            size: codeSize,
            color: quiet,
          }),
        ],
      }),
    ],
  });
}

function writeTable({ columns, rows, targetLanguage }: HandOverDocument): Table {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((lines, index) =>
      writeCell(
        lines.map(({ text, language }) =>
          formatParagraph(cellFormat, [
            ...writeText(text, language, {
              size: columnLooks[language].tableSize,
              face: language === 'zh' ? 'level-1' : 'body',
              isBold: language !== 'zh',
            }),
          ]),
        ),
        index,
        true,
      ),
    ),
  });
  return new Table({
    rows: [header, ...rows.map((row) => writeRow(row, targetLanguage))],
    columnWidths: [...widths],
    width: { size: sum(widths), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  });
}

const cellFormat: IParagraphOptions = {
  style: offGridStyle,
  spacing: singleSpacing(0),
  alignment: AlignmentType.LEFT,
};

function writeRow({ code, label, source, target }: HandOverTexts, targetLanguage: Language): TableRow {
  const small: RunStyle = { size: codeSize, face: 'body', color: quiet };
  return new TableRow({
    cantSplit: Math.max(source.text.length, target.length) < longText,
    children: [
      writeCell(
        [
          ...(label === '' ? [] : [formatParagraph(cellFormat, writeText(label, targetLanguage, small))]),
          formatParagraph(cellFormat, writeText(code, 'en', small)),
        ],
        0,
        true,
      ),
      writeCell(writeParagraphs(source.text, source.language), 1, true),
      writeCell(writeParagraphs(target, targetLanguage), 2, false),
    ],
  });
}

/** Each line is a paragraph, as it will be when the translator presses Enter. An empty cell is ready for its language. */
function writeParagraphs(text: string, language: Language): Paragraph[] {
  const size = columnLooks[language].bodySize;
  const run = {
    font: { ...fontsOf(language, 'body'), ...(language === 'zh' ? { hint: 'eastAsia' as const } : {}) },
    language: proofingLanguages[language],
    size,
  };
  const format: IParagraphOptions = { ...cellFormat, run };
  return text.split('\n').map((part) => formatParagraph(format, writeLine(part, language, { size, face: 'body' })));
}

function writeLine(text: string, language: Language, style: RunStyle): ParagraphChild[] {
  return text
    .split('\t')
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [new TextRun({ children: [new Tab()] })]),
      ...writeText(part, language, style),
    ]);
}

function writeCell(children: Paragraph[], index: number, isShaded: boolean): TableCell {
  return new TableCell({
    children,
    width: { size: widths[index] ?? 0, type: WidthType.DXA },
    margins: { left: 100, right: 100, top: 50, bottom: 50 },
    ...(isShaded ? { shading: shade } : {}),
  });
}
