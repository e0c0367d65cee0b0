/* eslint-disable no-control-regex -- naming the control characters is this file's purpose */

/** C0 and C1 controls except TAB and LF, and the two non-characters that XML 1.0 (section 2.2) forbids. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu;

const firstForbidden = new RegExp(forbidden.source, 'u');

/** Everything that begins a new line in some program (Unicode, section 5.8): Word writes VT within a paragraph. */
const lineEnds = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu;

/**
 * Makes a typed or pasted text safe for every exporter: line ends become LF, control characters go, lone
 * surrogates become U+FFFD, the rest is composed (NFC). Cleaning happens once, at the border, so that no export
 * can fail on a character (XML 1.0 section 2.2; docxtemplater and Typst refuse such text).
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(lineEnds, '\n').replace(forbidden, '').normalize('NFC');
}

/**
 * What can be written as XML, with nothing else changed: controls go, lone surrogates become U+FFFD. Texts are cleaned
 * when they come in, too; a file that does not open is too much to risk on every way in having done so.
 */
export function printable(text: string): string {
  const wellFormed = text.toWellFormed();
  return firstForbidden.test(wellFormed) ? wellFormed.replace(forbidden, '') : wellFormed;
}

/** As {@link cleanText}, for fields of one line: line breaks and tabs become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t]+/gu, ' ');
}

/** 1-based place, in characters, of the first control character that is not a tab or line break; null if there is none. */
export function findControl(text: string): number | null {
  const match = firstForbidden.exec(text);
  return match === null ? null : Array.from(text.slice(0, match.index)).length + 1;
}
