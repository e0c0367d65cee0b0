import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { printable } from '#shared/domain/clean-text.ts';
import type { Letterhead } from '#shared/contract/letterheads.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import type { MinutesLogo, PageNumbering } from '#shared/domain/minutes/document.ts';
import { plainText, writeLogo } from './letterhead.ts';
import { type Face, fontsOf, looks, proofingLanguages, textWidth } from './looks.ts';
import { writeMargins } from './margins.ts';
import { createMarks } from './marks.ts';
import { finishPackage, offGridStyle } from './package.ts';
import { describePage, singleSpacing } from './paper.ts';
import { creator } from './properties.ts';

/** The red of Chinese letterheads and the rule below them (GB/T 9704-2012). */
const red = 'C00000';
const ink = '1F3864';
const quiet = '555555';
const numberings: Record<Language, PageNumbering> = { en: 'pages', ru: 'number', zh: 'dashes' };

/**
 * A letterhead to begin with, laid out as offices of the language do it, every placeholder in its place. It says nothing
 * in the organisation's name but what the placeholders bring, so that it serves documents in all languages. `logo`: the
 * picture of the letterhead, with its bytes.
 */
export async function sampleTemplate(
  letterhead: Letterhead,
  language: Language,
  logo?: MinutesLogo,
): Promise<Uint8Array<ArrayBuffer>> {
  const look = looks[language];
  const isChinese = language === 'zh';
  const { headers, footers, isFirstDifferent } = writeMargins(
    {
      language,
      organisation: [],
      title: '',
      subject: [],
      draftMark: null,
      numbering: numberings[language],
      pageLabel: { before: '', between: ' / ', after: '' },
      blocks: [],
    },
    numberings[language] === 'dashes',
  );
  const flat = { spacing: { before: 0, after: 0 } };
  const title = printable(letterhead.name[language] || letterhead.name.en || letterhead.name.ru || letterhead.name.zh);
  const file = new Document({
    title,
    creator,
    lastModifiedBy: creator,
    evenAndOddHeaderAndFooters: numberings[language] === 'dashes',
    styles: {
      paragraphStyles: [{ id: offGridStyle, name: 'Trilogue Table', basedOn: 'Normal', paragraph: flat }],
      default: {
        document: {
          run: { font: fontsOf(language, 'body'), size: look.bodySize, language: proofingLanguages[language] },
        },
        title: { run: { font: fontsOf(language, 'title'), size: look.titleSize, color: '000000' }, paragraph: flat },
        heading1: { run: { font: fontsOf(language, 'level-1'), size: look.headingSize, color: '000000' } },
        heading2: { run: { font: fontsOf(language, 'level-2'), size: look.bodySize, color: '000000' } },
      },
    },
    sections: [
      {
        properties: describePage(look, isFirstDifferent),
        headers,
        footers,
        children: [
          ...(logo === undefined ? [] : [writePicture(logo, title, language)]),
          ...heads[language](language),
          new Paragraph({
            style: isChinese ? 'Normal' : offGridStyle,
            children: [print('{{body}}', language, look.bodySize)],
          }),
        ],
      },
    ],
  });
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(file)), {
    date: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    languages: [languageTags[language]],
    themeLanguages: proofingLanguages[language],
  });
}

function writePicture(logo: MinutesLogo, name: string, language: Language): Paragraph {
  const alignment = language === 'en' ? AlignmentType.LEFT : AlignmentType.CENTER;
  const text = plainText([[{ text: name, language, isFallback: false, role: 'plain' }]]);
  const paper = { language, look: looks[language], width: textWidth(looks[language]), marks: createMarks() };
  return writeLogo(logo, text, paper, alignment);
}

const heads: Record<Language, (language: Language) => Paragraph[]> = {
  en: (language) => [
    line([print('{{organization}}', language, 34, { face: 'title', isBold: true, color: ink })], { after: 60 }),
    line([print('{{address}}', language, 18, { color: quiet })], { after: 20 }),
    line([print('{{phone}}\u2003{{email}}\u2003{{website}}', language, 18, { color: quiet })], { after: 0 }),
    rule(ink, 8, 320),
    line(
      [
        print('{{place}}', language, 22),
        tab(),
        print('{{date}}', language, 22),
        tab(),
        print('No.\u00A0{{number}}', language, 22),
      ],
      { after: 360, tabs: language },
    ),
    titleLine(language, AlignmentType.LEFT, 240),
  ],
  // GOST R 7.0.97, the requisites across the page: date and number at the left, below them the place.
  ru: (language) => [
    line([print('{{organization}}', language, 30, { face: 'title', isBold: true })], { centre: true, after: 80 }),
    line([print('{{address}}', language, 20)], { centre: true, after: 20 }),
    line([print('{{phone}}\u2003{{email}}\u2003{{website}}', language, 20)], { centre: true, after: 0 }),
    rule('000000', 8, 280),
    line([print('{{date}}', language, 26), tab(), print('№\u00A0{{number}}', language, 26)], {
      after: 80,
      tabs: language,
    }),
    line([print('{{place}}', language, 26)], { centre: true, after: 320 }),
    titleLine(language, AlignmentType.CENTER, 280),
  ],
  // GB/T 9704-2012: the name in red Song, the number above a red rule, the title below it.
  zh: (language) => [
    line([print('{{organization}}', language, 52, { face: 'title', color: red })], { centre: true, after: 120 }),
    line([print('{{address}}', language, 21)], { centre: true, after: 20 }),
    line([print('{{phone}}\u2003{{email}}\u2003{{website}}', language, 21)], { centre: true, after: 200 }),
    line([print('第{{number}}号', language, 32)], { centre: true, after: 0 }),
    rule(red, 18, 480),
    titleLine(language, AlignmentType.CENTER, 240),
    line([print('{{date}}\u3000{{place}}', language, 28, { face: 'level-2' })], { centre: true, after: 320 }),
  ],
};

function print(
  text: string,
  language: Language,
  size: number,
  { face = 'body', isBold = false, color }: { face?: Face; isBold?: boolean; color?: string } = {},
): TextRun {
  const options: IRunOptions = {
    text,
    size,
    font: { ...fontsOf(language, face), ...(language === 'zh' ? { hint: 'eastAsia' } : {}) },
    language: proofingLanguages[language],
    ...(isBold ? { bold: true } : {}),
    ...(color === undefined ? {} : { color }),
  };
  return new TextRun(options);
}

const tab = (): TextRun => new TextRun({ children: [new Tab()] });

function line(
  children: TextRun[],
  { after, centre = false, tabs }: { after: number; centre?: boolean; tabs?: Language },
): Paragraph {
  const width = tabs === undefined ? 0 : textWidth(looks[tabs]);
  return new Paragraph({
    style: offGridStyle,
    spacing: singleSpacing(after),
    ...(centre ? { alignment: AlignmentType.CENTER } : {}),
    ...(tabs === undefined ? {} : { tabStops: stopsOf(tabs, width) }),
    children,
  });
}

function stopsOf(language: Language, width: number): NonNullable<IParagraphOptions['tabStops']> {
  const right = { type: TabStopType.RIGHT, position: width };
  return language === 'en' ? [{ type: TabStopType.CENTER, position: Math.round(width / 2) }, right] : [right];
}

function rule(color: string, size: number, after: number): Paragraph {
  return new Paragraph({
    style: offGridStyle,
    spacing: singleSpacing(after),
    border: { bottom: { style: BorderStyle.SINGLE, size, color, space: 1 } },
    children: [],
  });
}

function titleLine(
  language: Language,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  after: number,
): Paragraph {
  const isBold = language !== 'zh';
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment,
    spacing: { before: 0, after },
    outlineLevel: 0,
    children: [print('{{title}}', language, looks[language].titleSize, { face: 'title', isBold })],
  });
}
