import type { Language } from '#shared/domain/language.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { readFileNames } from './labels.ts';

/** Not allowed in names on Windows (the strictest of the three systems), and what only looks like nothing. */
// eslint-disable-next-line no-control-regex -- control characters are among the forbidden ones
const forbidden = /[<>:"/\\|?*\u0000-\u001F\u007F\u200B-\u200F\u2028-\u202E\u2066-\u2069]+/gu;
const longestNumber = 40;

/**
 * «2020-06-16 Minutes No 3 (EN).pdf», «2020-06-16 Протокол (RU).docx», «2020-06-16 Minutes (EN-RU-ZH).pdf»: the date
 * first, so that a folder sorts itself; the words are those of the first language, English where there is none.
 * A version has its number at the end: «2020-06-16 Minutes No 3 (EN) v2.pdf».
 */
export function describeFileName(
  record: MeetingRecord,
  languages: readonly Language[],
  extension: string,
  version?: number,
): string {
  const { date, minutesKind, number } = record.meeting;
  const kind = readFileNames(languages[0] ?? 'en')[minutesKind];
  const safeNumber = number.replace(forbidden, '-').trim().slice(0, longestNumber);
  const codes = languages.map((language) => language.toUpperCase()).join('-');
  const inBrackets = codes === '' ? '' : `(${codes})`;
  const inWords = [date, kind, safeNumber, inBrackets, version === undefined ? '' : `v${String(version)}`];
  return `${inWords.filter((part) => part !== '').join(' ')}.${extension}`;
}
