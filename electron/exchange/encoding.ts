import type { Encoding } from '#shared/contract/exchange.ts';
import { type Problems, refuse } from './problem.ts';

const sampleBytes = 64 * 1024;

/**
 * The encoding of a text, never by a declared one: byte order marks (Unicode 16, section 23.8), UTF-16 by its zero
 * bytes, UTF-8 because nothing else is valid UTF-8 by chance, and then windows-1251 against GB18030 by what the
 * decoded text looks like. A text that fits none of them is called UTF-8, whose decoding names the broken place.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [atEven = 0, atOdd = 0] = zeros;
  // A stray NUL is a control character of an 8-bit text; in UTF-16 every line break and comma has one.
  if (atEven + atOdd > sample.length / 50) return atOdd >= atEven ? 'utf-16le' : 'utf-16be';
  if (decodes(bytes, 'utf-8') || isMostlyUtf8(bytes)) return 'utf-8';
  // Full lines only: half a character at the end of the sample would count against GB18030.
  const lines = firstLinesWithLetters(bytes);
  if (cyrillicShare(decodeLoosely(lines, 'windows-1251')) >= 0.9) return 'windows-1251';
  if (hanShare(decodeLoosely(lines, 'gb18030')) >= 0.6) return 'gb18030';
  return cyrillicShare(decodeLoosely(lines, 'windows-1251')) >= 0.5 ? 'windows-1251' : 'utf-8';
}

/** The whole text without its byte order mark, or the line and column (in characters) of the first broken bytes. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): { text: string } | Problems {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return findBrokenPlace(bytes, encoding);
  }
}

function findBrokenPlace(bytes: Uint8Array, encoding: Encoding): Problems {
  const unit = encoding.startsWith('utf-16') ? 2 : 1;
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const end = lineEnd(bytes, start, encoding);
    const part = bytes.subarray(start, end);
    if (!decodes(part, encoding)) {
      const [sound = ''] = decodeLoosely(part, encoding).split('\uFFFD', 1);
      const column = Array.from(sound).length + 1;
      return refuse('broken_encoding', { line, column, detail: encoding });
    }
    line += 1;
    start = end + unit;
  }
  return refuse('broken_encoding', { line, column: 1, detail: encoding });
}

/** Where the line break stands that ends the line, or the end of the bytes. No trail byte of the five encodings is 0A. */
function lineEnd(bytes: Uint8Array, start: number, encoding: Encoding): number {
  if (!encoding.startsWith('utf-16')) {
    const found = bytes.indexOf(0x0a, start);
    return found === -1 ? bytes.length : found;
  }
  const [first, second] = encoding === 'utf-16le' ? [0x0a, 0x00] : [0x00, 0x0a];
  for (let index = start; index + 1 < bytes.length; index += 2) {
    if (bytes[index] === first && bytes[index + 1] === second) return index;
  }
  return bytes.length;
}

const startsWith = (bytes: Uint8Array, mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

const decodeLoosely = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 with a broken place: sound characters of several bytes outnumber the broken ones, which chance does not bring about. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = decodeLoosely(bytes, 'utf-8');
  let sound = 0;
  let broken = 0;
  for (const character of text) {
    if (character === '\uFFFD') broken += 1;
    else if (character > '\u007F') sound += 1;
  }
  return sound > 4 * broken;
}

function firstLinesWithLetters(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = bytes.lastIndexOf(0x0a, first) + 1;
  const end = bytes.lastIndexOf(0x0a, start + sampleBytes);
  return bytes.subarray(start, bytes.length <= start + sampleBytes || end <= start ? bytes.length : end);
}

const vowel = /[аеёиоуыэюяАЕЁИОУЫЭЮЯ]/u;
const capitalised = /^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)$/u;

/**
 * How much of what is not ASCII reads as Russian: words in one case pattern with a vowel, or Russian punctuation.
 * Chinese bytes read as windows-1251 give capitals inside words and symbols in between.
 */
function cyrillicShare(text: string): number {
  let good = 0;
  let all = 0;
  for (const match of text.matchAll(/[А-Яа-яЁё]+|[«»№—–„“”…\u00A0§°]+|[\u0080-\u{10FFFF}]/gu)) {
    const [piece] = match;
    all += piece.length;
    const isWord = capitalised.test(piece) && (piece.length <= 2 || vowel.test(piece));
    // «Mьller» is a Western European text.
    const neighbours = text.charAt(match.index - 1) + text.charAt(match.index + piece.length);
    if (/^[«»№—–„“”…\u00A0§°]/u.test(piece) || (isWord && !/[A-Za-z]/u.test(neighbours))) good += piece.length;
  }
  return all === 0 ? 0 : good / all;
}

let gb2312: Set<string> | undefined;

/** How much of what is not ASCII is among the 7,445 characters of GB/T 2312-1980, which nearly all Chinese text keeps to. */
function hanShare(text: string): number {
  gb2312 ??= readGb2312();
  let good = 0;
  let all = 0;
  for (const character of text) {
    if (character <= '\u007F') continue;
    all += 1;
    if (gb2312.has(character)) good += 1;
  }
  return all === 0 ? 0 : good / all;
}

function readGb2312(): Set<string> {
  const bytes: number[] = [];
  for (let lead = 0xa1; lead <= 0xf7; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail);
  const characters = new Set(decodeLoosely(Uint8Array.from(bytes), 'gb18030'));
  characters.delete('\uFFFD');
  return characters;
}
