/** PRODID: tells our own cards, whose full names are taken to the letter. */
export const ownProduct = '-//Trilogue//Registers//EN';

const longestLine = 75;

/** Text of a value or component (RFC 6350, section 3.4). */
export const unescapeText = (value: string): string =>
  value.replace(/\\([\\,;:nN])/gu, (_match, code: string) => (/n/iu.test(code) ? '\n' : code)).trim();

/** Splits at separators that are not escaped. */
export function splitValue(value: string, separator: ';' | ','): string[] {
  const parts = [''];
  for (const [piece] of value.matchAll(/\\.|[^\\]|\\$/gsu)) {
    if (piece === separator) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece}`);
  }
  return parts.map(unescapeText);
}

export const escapeText = (text: string): string => text.replace(/[\\;,]/gu, '\\$&').replace(/\n/gu, '\\n');

/** At most 75 octets per line without the break, never inside a character. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > longestLine) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join('\r\n');
}
