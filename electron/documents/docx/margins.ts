import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { printable } from '#shared/domain/clean-text.ts';
import type { Language } from '#shared/domain/language.ts';
import type { MinutesDocument, MinutesSection, PageNumbering } from '#shared/domain/minutes/document.ts';
import { fontsOf, landscapeLooks, looks, proofingLanguages, textWidth } from './looks.ts';
import { type RunStyle, writeText } from './runs.ts';

type Margins = Required<Pick<ISectionOptions, 'headers' | 'footers'>> & { isFirstDifferent: boolean };

export const markStyle = (language: Language): RunStyle => ({
  size: 20,
  face: language === 'zh' ? 'level-1' : 'body',
  isBold: language !== 'zh',
});

/** Left and right pages differ in the whole file or nowhere: it is a setting of the document, not of a section. */
export function hasFacingPages({ columns, sections }: MinutesDocument): boolean {
  return columns === undefined && sections.some((section) => numberingOf(section) === 'dashes');
}

function numberingOf({ numbering }: MinutesSection): PageNumbering {
  return numbering ?? 'pages';
}

/**
 * What stands above and below the text of one language: the number of the page as its country writes it, and the mark of
 * a draft. A section without a header or footer of its own would take over that of the language before it.
 */
export function writeMargins(section: MinutesSection, isFacing: boolean): Margins {
  const { language } = section;
  const numbering = numberingOf(section);
  const isLetter = section.isLetter === true;
  // Russian pages are numbered at the top, from the second one (GOST R 7.0.97).
  const isAbove = numbering === 'number' || (numbering === 'pages' && language === 'ru');
  const isFirstDifferent = isAbove || isLetter;
  const isLandscape = section.page === 'landscape';
  const width = textWidth((isLandscape ? landscapeLooks : looks)[language], isLandscape);
  const header = (isNumbered: boolean): Header =>
    new Header({ children: [writeHeader(section, width, isNumbered && isAbove)] });
  const footer = (side: 'odd' | 'even'): Footer =>
    isAbove ? emptyFooter() : new Footer({ children: [writeFooter(section, numbering, side)] });
  return {
    isFirstDifferent,
    headers: {
      default: header(true),
      ...(isFirstDifferent ? { first: header(false) } : {}),
      ...(isFacing ? { even: header(true) } : {}),
    },
    footers: {
      default: footer('odd'),
      ...(isFirstDifferent ? { first: emptyFooter() } : {}),
      ...(isFacing ? { even: footer('even') } : {}),
    },
  };
}

/** Of languages side by side, for which no country's rules hold: a mark above each column, «2 / 5» below. */
export function writeJointMargins(sections: readonly MinutesSection[], columnEnds: readonly number[]): Margins {
  const header = new Paragraph({
    tabStops: columnEnds.map((position) => ({ type: TabStopType.RIGHT, position })),
    children: sections.flatMap(({ draftMark, language }) => [
      new TextRun({ children: [new Tab()] }),
      ...writeText(draftMark ?? '', language, markStyle(language)),
    ]),
  });
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [writeField(sections[0]?.language ?? 'en', 18, [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES])],
  });
  return {
    isFirstDifferent: false,
    headers: { default: new Header({ children: [header] }) },
    footers: { default: new Footer({ children: [footer] }) },
  };
}

/** DRAFT at the right; with the page number in the middle where the language has it at the top. */
function writeHeader(section: MinutesSection, width: number, isNumbered: boolean): Paragraph {
  const { language, draftMark } = section;
  const tab = (): TextRun => new TextRun({ children: [new Tab()] });
  const number = numberingOf(section) === 'number' ? writeNumber(language, 24) : writePageOf(section, 24);
  return new Paragraph({
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(width / 2) },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [
      tab(),
      ...(isNumbered ? [number] : []),
      tab(),
      ...writeText(draftMark ?? '', language, markStyle(language)),
    ],
  });
}

function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({})] });
}

function writeFooter(section: MinutesSection, numbering: PageNumbering, side: 'odd' | 'even'): Paragraph {
  const isChinese = section.language === 'zh';
  if (numbering !== 'dashes') {
    return new Paragraph({
      alignment: isChinese ? AlignmentType.CENTER : AlignmentType.RIGHT,
      children: [writePageOf(section, isChinese ? 28 : 18)],
    });
  }
  // GB/T 9704-2012: 四号, one character in from the outer edge.
  const [size, character] = [28, 280];
  return new Paragraph({
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'odd' ? { right: character } : { left: character },
    children: [writeField(section.language, size, ['— ', PageNumber.CURRENT, ' —'])],
  });
}

const writeNumber = (language: Language, size: number): TextRun => writeField(language, size, [PageNumber.CURRENT]);

function writePageOf({ language, pageLabel }: MinutesSection, size: number): TextRun {
  const { before, between, after } = pageLabel;
  return writeField(language, size, [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after]);
}

function writeField(language: Language, size: number, children: string[]): TextRun {
  return new TextRun({
    children: children.map(printable),
    font: { ...fontsOf(language, 'page'), ...(language === 'zh' ? { hint: 'eastAsia' } : {}) },
    language: proofingLanguages[language],
    size,
  });
}
