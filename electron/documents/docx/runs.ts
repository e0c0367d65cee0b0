import { type IRunOptions, type ParagraphChild, UnderlineType } from 'docx';
import { printable } from '#shared/domain/clean-text.ts';
import type { Language } from '#shared/domain/language.ts';
import type { MinutesParagraph, MinutesRun } from '#shared/domain/minutes/document.ts';
import { formatRun } from './formats.ts';
import { type Face, fontsOf, proofingLanguages } from './looks.ts';

export const quiet = '555555';
const warning = '8A1C1C';
const markScale = 0.8;

export interface RunStyle {
  /** Half-points. */
  size: number;
  face: Face;
  isBold?: boolean;
  isItalic?: boolean;
  /** Six hexadecimal digits; absent: black. */
  color?: string;
}

/** Runs of WordprocessingML for one paragraph. */
export function writeRuns(paragraph: MinutesParagraph, style: RunStyle): ParagraphChild[] {
  const { size, face, isBold = false, isItalic = false, color = '' } = style;
  const name = `${String(size)} ${face} ${String(isBold)} ${String(isItalic)} ${color}`;
  return paragraph.flatMap((run) =>
    splitByScript(printable(run.text), run.language).map(({ text, language }) =>
      formatRun(
        `${name} ${language} ${run.language} ${run.role} ${String(run.isFallback)}`,
        () => describeRun(run, language, style),
        text,
      ),
    ),
  );
}

/** Words of our own. */
export function writeText(text: string, language: Language, style: RunStyle): ParagraphChild[] {
  return writeRuns([{ text, language, isFallback: false, role: 'plain' }], style);
}

function describeRun(run: MinutesRun, language: Language, style: RunStyle): IRunOptions {
  const isChinese = language === 'zh';
  const isStrong = run.role === 'strong';
  // 仿宋 has no bold cut; Chinese print stresses by 黑体.
  const face = isStrong && run.language === 'zh' && style.face === 'body' ? 'level-1' : style.face;
  return {
    font: { ...fontsOf(language, face), ...(isChinese ? { hint: 'eastAsia' } : {}) },
    language: proofingLanguages[language],
    size: run.role === 'mark' ? Math.round(style.size * markScale) : style.size,
    ...(style.isBold === true || (isStrong && !isChinese) ? { bold: true } : {}),
    ...((run.isFallback || style.isItalic === true) && run.role !== 'mark' && !isChinese ? { italics: true } : {}),
    ...(run.role === 'mark' ? { color: quiet } : style.color === undefined ? {} : { color: style.color }),
    ...(run.role === 'open' ? { color: warning, underline: { type: UnderlineType.DASH, color: warning } } : {}),
  };
}

/**
 * Quotation marks, dashes and the like are in every font: Word takes them from the East Asian one only with
 * `w:hint="eastAsia"`, which must stand on Chinese and never on Russian or English (standards, D6). So Han inside an
 * English or Russian text, and words of letters inside a Chinese one, become runs of their own.
 */
export function splitByScript(text: string, language: Language): { text: string; language: Language }[] {
  const pattern =
    language === 'zh'
      ? /(?<other>[\p{Script=Latin}\p{Script=Cyrillic}](?:[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\d .,'’\-–]*[\p{Script=Latin}\p{Script=Cyrillic}\p{M}.])?)/u
      : /(?<other>[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+)/u;
  return text
    .split(new RegExp(pattern.source, 'gu'))
    .filter((part) => part !== '')
    .map((part) => ({ text: part, language: pattern.test(part) ? otherLanguage(part, language) : language }));
}

function otherLanguage(part: string, language: Language): Language {
  if (language !== 'zh') return 'zh';
  return /\p{Script=Cyrillic}/u.test(part) ? 'ru' : 'en';
}
