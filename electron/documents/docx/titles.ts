import { AlignmentType, HeadingLevel, LineRuleType, Paragraph } from 'docx';
import type { MinutesSection } from '#shared/domain/minutes/document.ts';
import { subjectStyleId } from './package.ts';
import { againstStyle, type Child, type Paper, writeParagraph } from './paper.ts';
import { type RunStyle, writeRuns, writeText } from './runs.ts';

/** Lines of a Chinese title, in twips: 35 pt for 22, whatever the face that stands in for the named one measures. */
const titleLine = (size: number): number => Math.round(size * 16);

/** The body whose paper it is, the title, what it is about, that it is a translation. */
export function writeTitle(
  section: Pick<MinutesSection, 'organisation' | 'subject' | 'title' | 'translationMark'>,
  paper: Paper,
): Child[] {
  const { organisation, subject, title, translationMark } = section;
  const { language, look } = paper;
  const isChinese = language === 'zh';
  const centre = { alignment: AlignmentType.CENTER, keepNext: true };
  const chinese = { line: titleLine(look.titleSize), lineRule: LineRuleType.EXACT, before: 0 };
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
          writeParagraph(writeRuns(subject, subjectStyle), paper, {
            style: subjectStyleId,
            ...centre,
            spacing: isChinese
              ? { ...chinese, after: 0 }
              : { before: 0, after: translationMark === undefined ? 280 : 120 },
          }),
        ];
  const titleParagraph =
    title === ''
      ? []
      : [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            ...centre,
            spacing: isChinese ? { ...chinese, after: 320 } : { before: 0, after: 120 },
            outlineLevel: 0,
            ...againstStyle(paper),
            children: writeText(title, language, titleStyle),
          }),
        ];
  const markParagraph =
    translationMark === undefined
      ? []
      : [
          writeParagraph(
            writeText(translationMark, language, { size: look.bodySize, face: 'body', isItalic: true }),
            paper,
            {
              ...centre,
              spacing: { before: 0, after: isChinese ? 320 : 280 },
            },
          ),
        ];
  return [
    ...(organisation.length === 0
      ? []
      : [
          writeParagraph(writeRuns(organisation, organisationStyle), paper, {
            ...centre,
            spacing: { before: 0, after: 240 },
          }),
        ]),
    // Chinese names the matter first and the kind of document after it.
    ...(isChinese ? [...subjectParagraph, ...titleParagraph] : [...titleParagraph, ...subjectParagraph]),
    ...markParagraph,
  ];
}
