/* eslint-disable no-control-regex -- naming the characters that XML forbids is this file's purpose */

const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/u;

/**
 * A text without what XML 1.0 (section 2.2) forbids: controls go, lone surrogates become U+FFFD. Texts are cleaned when
 * they come in, too; a file that does not open is too much to risk on every way in having done so.
 */
export function printable(text: string): string {
  const wellFormed = text.toWellFormed();
  return forbidden.test(wellFormed) ? wellFormed.replace(new RegExp(forbidden.source, 'gu'), '') : wellFormed;
}
