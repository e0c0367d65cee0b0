import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { languageTags } from '#shared/domain/language.ts';
import type { MinutesDocument, MinutesSection } from '#shared/domain/minutes/document.ts';
import { type Child, writeBlock, writeParagraph } from './blocks.ts';
import { fontsOf, looks, pageSize, proofingLanguages, textWidth } from './looks.ts';
import { draftVersion, originProperties } from './mark-name.ts';
import { createMarks, type Marks } from './marks.ts';
import { finishPackage, offGridStyle, subjectStyleId } from './package.ts';
import { type RunStyle, writeRuns, writeText } from './runs.ts';

/** The document as the bytes of a DOCX file; the same document gives the same bytes. */
export async function renderDocx(document: MinutesDocument): Promise<Uint8Array<ArrayBuffer>> {
  const first = document.sections[0]?.language ?? 'en';
  const marks = createMarks();
  const look = looks[first];
  const headingRun = { font: fontsOf(first, 'level-1'), color: '000000', bold: first !== 'zh' };
  const file = new Document({
    title: document.title,
    subject: document.subject,
    creator: 'Trilogue',
    lastModifiedBy: 'Trilogue',
    hyphenation: { autoHyphenation: true },
    styles: {
      paragraphStyles: [
        { id: offGridStyle, name: 'Table Text', basedOn: 'Normal', paragraph: { spacing: { before: 0, after: 0 } } },
        {
          id: subjectStyleId,
          name: 'Meeting Title',
          basedOn: 'Normal',
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      ],
      default: {
        document: {
          run: { font: fontsOf(first, 'body'), size: look.bodySize, language: proofingLanguages[first] },
        },
        title: {
          run: { font: fontsOf(first, 'title'), size: look.titleSize, color: '000000' },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
        heading1: { run: { ...headingRun, size: look.headingSize }, paragraph: { keepNext: true, outlineLevel: 0 } },
        heading2: {
          run: { ...headingRun, font: fontsOf(first, 'level-2'), size: look.bodySize },
          paragraph: { keepNext: true, outlineLevel: 1 },
        },
      },
    },
    customProperties: describeOrigin(document),
    sections: document.sections.map((section) => writeSection(section, marks)),
  });
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(file)), {
    date: document.date,
    languages: document.sections.map((section) => languageTags[section.language]),
    themeLanguages: proofingLanguages[first],
  });
}

/** From which minutes it was made: kept by Word, LibreOffice and WPS, unseen by whoever only reads. */
function describeOrigin({ origin }: MinutesDocument): { name: string; value: string }[] {
  if (origin === undefined) return [];
  return [
    { name: originProperties.meeting, value: origin.meetingId },
    { name: originProperties.version, value: origin.version === null ? draftVersion : String(origin.version) },
    ...(origin.contentSha256 === '' ? [] : [{ name: originProperties.content, value: origin.contentSha256 }]),
  ];
}

function writeSection(section: MinutesSection, marks: Marks): ISectionOptions {
  const { language, blocks } = section;
  const look = looks[language];
  const isRussian = language === 'ru';
  const isLetter = section.isLetter === true;
  const header = new Header({ children: [writeHeader(section, isRussian)] });
  const footer = new Footer({ children: [writeFooter(section)] });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: pageSize, margin: { ...look.margin, gutter: 0 } },
      // A Russian page is numbered from the second one (GOST R 7.0.97).
      titlePage: isRussian || isLetter,
      ...(look.linePitch === null ? {} : { grid: { type: DocumentGridType.LINES, linePitch: look.linePitch } }),
    },
    headers:
      isRussian || isLetter
        ? { default: header, first: new Header({ children: [writeHeader(section, false)] }) }
        : { default: header },
    footers: isRussian
      ? { default: emptyFooter(), first: emptyFooter() }
      : { default: footer, ...(isLetter ? { first: emptyFooter() } : {}) },
    children: [
      ...writeTitle(section),
      ...blocks.flatMap((block, index) => writeBlock(block, language, index === blocks.length - 2, marks)),
    ],
  };
}

/** 22 pt on lines of 35 pt, whatever the face that stands in for the named one measures. */
const chineseTitleLine = { line: 700, lineRule: LineRuleType.EXACT, before: 0 };

function writeTitle(section: MinutesSection): Child[] {
  const { language, organisation, subject, title } = section;
  const look = looks[language];
  const isChinese = language === 'zh';
  const centre = { alignment: AlignmentType.CENTER, keepNext: true };
  const titleStyle: RunStyle = { size: look.titleSize, face: 'title', isBold: !isChinese };
  const subjectStyle: RunStyle = { size: look.subjectSize, face: isChinese ? 'title' : 'body' };
  const organisationStyle: RunStyle = {
    size: isChinese ? look.bodySize : look.subjectSize,
    face: 'body',
    isBold: !isChinese,
  };
  const subjectParagraph =
    subject.length === 0
      ? []
      : [
          writeParagraph(writeRuns(subject, subjectStyle), language, {
            style: subjectStyleId,
            ...centre,
            spacing: isChinese ? { ...chineseTitleLine, after: 0 } : { after: 280 },
          }),
        ];
  const titleParagraph =
    title === ''
      ? []
      : [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            ...centre,
            spacing: isChinese ? { ...chineseTitleLine, after: 320 } : { before: 0, after: 120 },
            outlineLevel: 0,
            children: writeText(title, language, titleStyle),
          }),
        ];
  return [
    ...(organisation.length === 0
      ? []
      : [writeParagraph(writeRuns(organisation, organisationStyle), language, { ...centre, spacing: { after: 240 } })]),
    // Chinese names the matter first and the kind of document after it.
    ...(isChinese ? [...subjectParagraph, ...titleParagraph] : [...titleParagraph, ...subjectParagraph]),
  ];
}

/** DRAFT at the right; with the page number in the middle where the language has it at the top. */
function writeHeader(section: MinutesSection, isNumbered: boolean): Paragraph {
  const { language, draftMark } = section;
  const width = textWidth(looks[language]);
  const style: RunStyle = { size: 20, face: language === 'zh' ? 'level-1' : 'body', isBold: language !== 'zh' };
  const tab = (): TextRun => new TextRun({ children: [new Tab()] });
  return new Paragraph({
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(width / 2) },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [
      tab(),
      ...(isNumbered ? [writePageNumber(section, 24)] : []),
      tab(),
      ...writeText(draftMark ?? '', language, style),
    ],
  });
}

/** A section without a footer of its own would take over that of the language before it. */
function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({})] });
}

function writeFooter(section: MinutesSection): Paragraph {
  const isChinese = section.language === 'zh';
  return new Paragraph({
    alignment: isChinese ? AlignmentType.CENTER : AlignmentType.RIGHT,
    children: [writePageNumber(section, isChinese ? 28 : 18)],
  });
}

function writePageNumber({ language, pageLabel }: MinutesSection, size: number): TextRun {
  return new TextRun({
    children: [pageLabel.before, PageNumber.CURRENT, pageLabel.between, PageNumber.TOTAL_PAGES, pageLabel.after],
    font: { ...fontsOf(language, 'page'), ...(language === 'zh' ? { hint: 'eastAsia' } : {}) },
    language: proofingLanguages[language],
    size,
  });
}
