import type { TFunction } from 'i18next';
import { type Language, languages } from '#shared/domain/language.ts';
import { wordsIn } from '../../documents/labels.ts';

const locales: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-CN' };
/** Notepad of older Windows reads UTF-8 only with this mark, and lines only with both characters. */
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/** A text that is to be read without this program, in the three languages one after the other. */
export function layOutReadMe(
  linesOf: (language: Language, t: TFunction, day: (atMs: number) => string) => readonly string[],
): string {
  const parts = languages.map((language) => {
    const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
    return linesOf(language, wordsIn(language), (atMs) => day.format(atMs)).join(lineEnd);
  });
  return `${byteOrderMark}${parts.join(`${lineEnd}${lineEnd}${'='.repeat(72)}${lineEnd}${lineEnd}`)}${lineEnd}`;
}

/** How each file is held against SHA256SUMS. */
export const describeCheck = (t: TFunction): string[] => [
  t('documents:archive.check'),
  '  Linux:   sha256sum -c SHA256SUMS',
  '  macOS:   shasum -a 256 -c SHA256SUMS',
  '  Windows: Get-FileHash -Algorithm SHA256 -LiteralPath "…"  (PowerShell)',
  t('documents:archive.meaning'),
];
