/* The letter keys of the US QWERTY layout and of the Russian ЙЦУКЕН layout (GOST 6431-90), key by key. */
const latinKeys = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';

const toRussian = new Map(Array.from(latinKeys).map((key, index) => [key, russianKeys[index] ?? key]));
const toLatin = new Map(Array.from(russianKeys).map((key, index) => [key, latinKeys[index] ?? key]));

/** What the same keys give on the other layout; null when the text holds letters of both, or of neither. */
export function switchLayout(text: string): string | null {
  const isLatin = /\p{Script=Latin}/u.test(text);
  const isRussian = /\p{Script=Cyrillic}/u.test(text);
  if (isLatin === isRussian) return null;
  const table = isLatin ? toRussian : toLatin;
  return Array.from(text, (key) => table.get(key) ?? key).join('');
}

/** Signs that stand before or inside a word only when they were meant as letters: `[e` is ху. */
export const looksMistyped = (text: string): boolean => /[[\]{};`][a-z]/iu.test(text);
