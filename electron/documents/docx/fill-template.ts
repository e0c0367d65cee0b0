import { createHash } from 'node:crypto';
import { AlignmentType, type IPatch, LineRuleType, Paragraph, patchDocument, PatchType, TextRun } from 'docx';
import { printable } from '#shared/domain/clean-text.ts';
import type { Placeholder } from '#shared/contract/letterheads.ts';
import { type Language, languageTags } from '#shared/domain/language.ts';
import type { MinutesDocument, MinutesParagraph, MinutesSection } from '#shared/domain/minutes/document.ts';
import { writeColumns } from './columns.ts';
import { columnLooks, looks, proofingLanguages } from './looks.ts';
import { createMarks } from './marks.ts';
import { addStyles, finishFilled, stylesPart } from './filled-package.ts';
import { offGridStyle } from './package.ts';
import { type Child, type Paper, writeParagraph } from './paper.ts';
import { markStyle } from './margins.ts';
import { creator, describeCore, describeCustom } from './properties.ts';
import { splitByScript, writeText } from './runs.ts';
import { writeBlocks } from './sections.ts';
import { packTemplate } from './template-parts.ts';
import { applyEdits, type Edit, editParagraph, type FoundParagraph, type ScannedPart } from './template-text.ts';
import { type SoundTemplate, takeApart } from './template.ts';
import { writeTitle } from './titles.ts';

/**
 * The document in a letterhead of somebody's own: its pages, styles, headers and footers stay as they are, placeholders
 * get what they ask for, `{{body}}` the text of all languages. The same input gives the same bytes. Throws
 * TemplateRefused if the letterhead is not sound.
 */
export async function fillTemplate(document: MinutesDocument, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const template = await takeApart(bytes);
  const values = describeValues(document);
  const token = chooseToken(document, bytes);
  const body = findBody(template);
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: packTemplate({ ...template.parts, xml: mark(template, token, values) }),
    placeholderDelimiters: { start: token, end: '}}' },
    // Each placeholder looks at every paragraph, so the one that brings thousands of them comes last.
    patches: Object.fromEntries([
      ...[...values].map(([name, lines]) => [name, describeValue(lines)] as const),
      ['body', { type: PatchType.DOCUMENT, children: writeBody(document, body.width, asksFor(template)) }],
    ]),
    properties: { ...describeCore(document), creator, lastModifiedBy: creator },
  });
  return finishFilled(filled, {
    mainPart: template.mainPart,
    custom: describeCustom(document),
    date: document.date,
    languages: document.sections.map((section) => languageTags[section.language]),
  });
}

/** One line of a value. */
type Line = MinutesParagraph;

/** What each placeholder but `body` becomes, line by line. */
function describeValues({ sections }: MinutesDocument): Map<Exclude<Placeholder, 'body'>, Line[]> {
  const [first] = sections;
  const say = (text: string): Line[] =>
    text === ''
      ? []
      : text
          .split('\n')
          .map((line) => [{ text: line, language: first?.language ?? 'en', isFallback: false, role: 'plain' }]);
  const { facts = {}, title = '', subject = [], language = 'en' } = first ?? ({} as Partial<MinutesSection>);
  const lines = [...say(title), ...(subject.length === 0 ? [] : [subject])];
  return new Map([
    // Chinese names the matter first and the kind of document after it.
    ['title', language === 'zh' ? lines.toReversed() : lines],
    ...(['organization', 'address', 'phone', 'email', 'website', 'number', 'date', 'place'] as const).map(
      (name) => [name, say(facts[name] ?? '')] as const,
    ),
  ]);
}

/** In the type of the letterhead, with the languages that it is in. */
function describeValue(lines: readonly Line[]): IPatch {
  const runs = lines.flatMap((line, index) =>
    line
      .flatMap(({ text, language }) => splitByScript(printable(text), language))
      .map(
        ({ text, language }, part) =>
          new TextRun({
            text,
            language: proofingLanguages[language],
            ...(index > 0 && part === 0 ? { break: 1 } : {}),
          }),
      ),
  );
  return { type: PatchType.PARAGRAPH, children: runs.length === 0 ? [new TextRun('')] : runs };
}

function asksFor({ texts }: SoundTemplate): Set<string> {
  return new Set(
    [...texts.values()].flatMap(({ paragraphs }) =>
      paragraphs.flatMap((one) => one.placeholders.map(({ name }) => name)),
    ),
  );
}

/** All languages; what the letterhead itself says of the first one is not said again. */
function writeBody(document: MinutesDocument, width: number, asked: ReadonlySet<string>): Child[] {
  const marks = createMarks();
  const isForeign = true;
  if (document.columns !== undefined) {
    const marksOfDraft = document.sections.flatMap((section) =>
      writeDraftMark(section, { language: section.language, look: columnLooks[section.language], width, marks }),
    );
    return endWell([...marksOfDraft, ...writeColumns(document, marks, width, isForeign)]);
  }
  return endWell(
    document.sections.flatMap((section, index) => {
      const isFirst = index === 0;
      const paper = { language: section.language, look: onForeignPaper(section.language), width, marks, isForeign };
      return [
        ...(isFirst ? [] : [writePageBreak()]),
        ...writeDraftMark(section, paper),
        ...writeTitle(isFirst && asked.has('title') ? { ...section, title: '', subject: [] } : section, paper),
        ...writeBlocks(section, paper),
      ];
    }),
  );
}

/** Chinese lines keep their distance whatever grid the page has, or none. */
function onForeignPaper(language: Language): (typeof looks)[Language] {
  const look = looks[language];
  return look.linePitch === null ? look : { ...look, line: look.linePitch, isLineExact: true };
}

/** The header, where it stands otherwise, is the letterhead's. */
function writeDraftMark({ draftMark, language }: MinutesSection, paper: Paper): Child[] {
  if (draftMark === null) return [];
  return [
    writeParagraph(writeText(draftMark, language, markStyle(language)), paper, {
      alignment: AlignmentType.RIGHT,
      keepNext: true,
    }),
  ];
}

/** In place of a section of its own: the pages are the letterhead's. */
function writePageBreak(): Paragraph {
  return new Paragraph({
    style: offGridStyle,
    pageBreakBefore: true,
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

/** The paragraph that asked for the text is gone: something must stand there. */
const endWell = (children: Child[]): Child[] => (children.length === 0 ? [new Paragraph({})] : children);

/**
 * The opening that marks a placeholder for the library. It looks for placeholders in what it has put in before, too, and
 * people write what they like: nobody can write the hash of the very text that he writes it in.
 */
function chooseToken(document: MinutesDocument, template: Uint8Array): string {
  return `{{${createHash('sha256').update(JSON.stringify(document)).update(template).digest('hex').slice(0, 32)}:`;
}

function findBody({ texts, mainPart }: SoundTemplate): { paragraph: FoundParagraph; width: number } {
  const { paragraphs, sections } = texts.get(mainPart) as ScannedPart;
  const paragraph = paragraphs.find(({ placeholders }) => placeholders.some(({ name }) => name === 'body'));
  if (paragraph === undefined) throw new Error('no body in a sound letterhead');
  // A section says at its end what it looks like.
  const section = sections.find(({ start }) => start > paragraph.start);
  return { paragraph, width: section?.width ?? 9070 };
}

/** The parts with every placeholder in one piece under its token. */
function mark(
  { parts, texts }: SoundTemplate,
  token: string,
  values: ReadonlyMap<string, readonly Line[]>,
): Map<string, string> {
  const xml = new Map(parts.xml);
  for (const [name, { paragraphs }] of texts) {
    const edits = paragraphs.flatMap((paragraph) =>
      paragraph.placeholders.some((one) => one.name === 'body')
        ? makeRoom(paragraph, `${token}body}}`)
        : editParagraph(paragraph, (placeholder) => (values.has(placeholder) ? `${token}${placeholder}}}` : '')),
    );
    if (edits.length > 0) xml.set(name, applyEdits(xml.get(name) ?? '', edits));
  }
  const styles = xml.get(stylesPart);
  if (styles !== undefined) xml.set(stylesPart, addStyles(styles));
  return xml;
}

/**
 * The paragraph of the text is replaced as a whole. One that also ends a section or anchors a picture gives its
 * placeholder to a new paragraph, before the end of the section or below the picture.
 */
function makeRoom(paragraph: FoundParagraph, token: string): Edit[] {
  const plain = `<w:p><w:r><w:t>${token}</w:t></w:r></w:p>`;
  const { start, end, hasSection, hasMore } = paragraph;
  if (!hasSection && !hasMore) return [{ start, end, text: plain }];
  const at = hasSection ? start : end;
  return [...editParagraph(paragraph, () => ''), { start: at, end: at, text: plain }];
}
