/** A part of a text, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/** What stands where something was read already: a private character that no rule takes for a letter, digit or space. */
const covered = '\uE000';

/** The text with these parts made unreadable, every other character at its place. */
export function cover(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    result += text.slice(at, from) + covered.repeat(end - from);
    at = end;
  }
  return result + text.slice(at);
}

/** Lower case, ё as е, full-width letters and digits as half-width ones, every character at its place. */
export function foldInPlace(text: string): string {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : Array.from(text, lowerInPlace).join('');
  const plain = folded.replaceAll('ё', 'е');
  return fullWidth.test(plain) ? narrow(plain) : plain;
}

const fullWidth = /[\uFF05-\uFF5A]/u;
const narrow = (text: string): string =>
  text.replace(/[\uFF05\uFF0B\uFF0D-\uFF1A\uFF21-\uFF3A\uFF41-\uFF5A]/gu, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );

const lowerInPlace = (character: string): string => {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
};

/** Longer culprits are cut: what is remembered of a finding has an end. */
const longestDetail = 200;
export const clip = (text: string): string =>
  text.length <= longestDetail ? text : `${text.slice(0, longestDetail - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;

export const rangeOf = (match: RegExpExecArray | RegExpMatchArray): Range => {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
};

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** Addresses of pages and of mail, and names of files: nothing in them is written as a language writes it. */
const addressPattern =
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；）】」》]{1,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?<![\p{L}\d.@-])[a-zA-Z\d][a-zA-Z\d-]{0,62}(?:\.[a-zA-Z\d-]{1,63}){0,3}\.(?:com|org|net|ru|cn|edu|gov|info|eu|su|pdf|docx?|xlsx?|pptx?)(?![\p{L}\d])/gu;

const hasAddress = /@|:\/\/|www\.|[a-zA-Z\d]\.(?:com|org|net|ru|cn|edu|gov|info|eu|su|pdf|doc|xls|ppt)/u;

/** The text without its addresses, every other character at its place. */
export const coverAddresses = (text: string): string =>
  hasAddress.test(text) ? cover(text, findAddresses(text)) : text;

/** Without the signs that end the sentence after an address. */
function findAddresses(text: string): Range[] {
  return [...text.matchAll(addressPattern)].map((match) => {
    const { start } = rangeOf(match);
    return { start, end: start + match[0].replace(/[.,;:!?)»”"'’]+$/u, '').length };
  });
}
