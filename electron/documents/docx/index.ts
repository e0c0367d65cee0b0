import { Document, Packer } from 'docx';
import { languageTags } from '#shared/domain/language.ts';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import { writeColumnSection } from './columns.ts';
import { fontsOf, looks, proofingLanguages } from './looks.ts';
import { hasFacingPages } from './margins.ts';
import { createMarks } from './marks.ts';
import { finishPackage, offGridStyle, subjectStyleId } from './package.ts';
import { creator, describeCore, describeCustom } from './properties.ts';
import { writeSection } from './sections.ts';

/**
 * The document as the bytes of a DOCX file; the same document gives the same bytes. `template`: a letterhead of an
 * organisation's own, which the text is put into; throws TemplateRefused if it is not sound (see template.ts).
 */
export async function renderDocx(
  document: MinutesDocument,
  template: Uint8Array | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  if (template !== null) return (await import('./fill-template.ts')).fillTemplate(document, template);
  const first = document.sections[0]?.language ?? 'en';
  const marks = createMarks();
  const look = looks[first];
  const headingRun = { font: fontsOf(first, 'level-1'), color: '000000', bold: first !== 'zh' };
  const flat = { spacing: { before: 0, after: 0 } };
  const { title, subject, keywords } = describeCore(document);
  const file = new Document({
    title,
    subject,
    ...(keywords === '' ? {} : { keywords }),
    creator,
    lastModifiedBy: creator,
    hyphenation: { autoHyphenation: true },
    evenAndOddHeaderAndFooters: hasFacingPages(document),
    styles: {
      paragraphStyles: [
        { id: offGridStyle, name: 'Trilogue Table', basedOn: 'Normal', paragraph: flat },
        { id: subjectStyleId, name: 'Trilogue Subject', basedOn: 'Normal', paragraph: flat },
      ],
      default: {
        document: {
          run: { font: fontsOf(first, 'body'), size: look.bodySize, language: proofingLanguages[first] },
        },
        title: {
          run: { font: fontsOf(first, 'title'), size: look.titleSize, color: '000000' },
          paragraph: flat,
        },
        heading1: { run: { ...headingRun, size: look.headingSize }, paragraph: { keepNext: true, outlineLevel: 0 } },
        heading2: {
          run: { ...headingRun, font: fontsOf(first, 'level-2'), size: look.bodySize },
          paragraph: { keepNext: true, outlineLevel: 1 },
        },
      },
    },
    customProperties: describeCustom(document),
    sections:
      document.columns === undefined
        ? document.sections.map((section) => writeSection(section, document, marks))
        : [writeColumnSection(document, marks)],
  });
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(file)), {
    date: document.date,
    languages: document.sections.map((section) => languageTags[section.language]),
    themeLanguages: proofingLanguages[first],
  });
}
