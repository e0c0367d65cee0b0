/** What Word's own corrections put in from its picture fonts, and what stands for it everywhere. */
const wingdings: Record<number, string> = {
  0x4a: '☺',
  0x4c: '☹',
  0x6c: '●',
  0x6e: '■',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe8: '➔',
  0xf3: '⬄',
  0xfb: '✗',
  0xfc: '✓',
  0xfe: '☑',
};
const unknown = '\uFFFD';

/** A `w:sym` (ECMA-376, part 1, 17.3.3.30) as text; what has no counterpart becomes U+FFFD, so that its loss is seen. */
export function symbolText(font: string, char: string): string {
  const code = Number.parseInt(char, 16);
  if (Number.isNaN(code)) return unknown;
  // Picture fonts live in a private area, by their own bytes.
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  if (!isPrivate) return code > 0x1f ? String.fromCodePoint(code) : unknown;
  if (/^wingdings$/iu.test(font)) return wingdings[code - 0xf000] ?? unknown;
  return /^symbol$/iu.test(font) && code === 0xf0b7 ? '•' : unknown;
}
