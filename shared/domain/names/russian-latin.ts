import type { NameScheme } from '../name-match.ts';

/** The systems of standards B3 that write Russian in Latin letters, the one of passports first. */
export const latinSchemes = [
  'icao_9303',
  'bgn_pcgn',
  'press',
  'gost_7_79_b',
  'iso_9',
  'scholarly',
  'gost_r_52535',
  'ala_lc',
] as const satisfies readonly NameScheme[];
export type LatinScheme = (typeof latinSchemes)[number];

const cyrillic = Array.from('абвгдеёжзийклмнопрстуфхцчшщъыьэюя');
const columns: Record<LatinScheme, string> = {
  // ICAO Doc 9303-3, table «Transliteration of Cyrillic characters»; Russian passports since 2013
  icao_9303: 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia',
  // BGN/PCGN 1947
  bgn_pcgn: 'a b v g d e ë zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya',
  press: 'a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya',
  // GOST 7.79-2000, system B and system A (ISO 9:1995)
  gost_7_79_b: 'a b v g d e yo zh z i j k l m n o p r s t u f x cz ch sh shh `` y` ` e` yu ya',
  iso_9: 'a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â',
  scholarly: 'a b v g d e ë ž z i j k l m n o p r s t u f x c č š šč ʺ y ʹ è ju ja',
  // GOST R 52535.1-2006; passports of about 2010 to 2013
  gost_r_52535: 'a b v g d e e zh z i i k l m n o p r s t u f kh tc ch sh shch - y - e iu ia',
  ala_lc: 'a b v g d e ë zh z i ĭ k l m n o p r s t u f kh t͡s ch sh shch ʺ y ʹ ė i͡u i͡a',
};

const tables = new Map(
  latinSchemes.map((scheme) => {
    const spellings = columns[scheme].split(' ').map((spelling) => (spelling === '-' ? '' : spelling));
    return [scheme, new Map(cyrillic.map((letter, index) => [letter, spellings[index] ?? '']))] as const;
  }),
);

const isolating = new Set('аеёиоуыэюяйъь');

/** What depends on the letters around; undefined where the table holds. */
function spellInContext(letter: string, before: string, after: string, scheme: LatinScheme): string | undefined {
  const opens = before === '' || isolating.has(before);
  // BGN/PCGN and the press: ye, yë at the start, after vowels, й, ъ, ь
  if (scheme === 'bgn_pcgn' && opens) return letter === 'е' ? 'ye' : letter === 'ё' ? 'yë' : undefined;
  if (scheme === 'press') {
    if (opens && letter === 'е') return 'ye';
    return letter === 'ь' && (after === 'и' || after === 'о') ? 'y' : undefined;
  }
  // GOST 7.79-2000, system B: c before e, i, y, j; cz elsewhere
  const isSoft = after !== '' && 'еёиыэюяй'.includes(after);
  return scheme === 'gost_7_79_b' && letter === 'ц' && isSoft ? 'c' : undefined;
}

/**
 * One or more Russian words in one of the eight schemes. Capitals follow the letter, not the word: ЩУКИН gives SHCHUKIN,
 * Щукин gives Shchukin. What is not Russian stays as it is.
 */
export function toLatin(text: string, scheme: LatinScheme): string {
  const table = tables.get(scheme);
  const source =
    scheme === 'press' ? text.normalize('NFC').replace(/(?:ий|ый)(?!\p{L})/giu, shortenEnding) : text.normalize('NFC');
  const letters = Array.from(source);
  const small = letters.map((letter) => letter.toLowerCase());
  /** Russian letter beside; '' at the edge of a word. */
  const neighbour = (index: number): string => (table?.has(small[index] ?? '') === true ? (small[index] ?? '') : '');
  let latin = '';
  letters.forEach((letter, index) => {
    const lower = small[index] ?? '';
    const plain = table?.get(lower);
    if (plain === undefined) {
      latin += letter;
      return;
    }
    const spelling = spellInContext(lower, neighbour(index - 1), neighbour(index + 1), scheme) ?? plain;
    latin += letter === lower ? spelling : capitalizeLike(spelling, letters[index - 1], letters[index + 1]);
  });
  return latin;
}

/** Final -ий, -ый is -y in the press: Shmanevsky, Yury. */
const shortenEnding = (ending: string): string => (ending === ending.toUpperCase() ? 'Ы' : 'ы');

/** Several letters for one capital: all capitals between capitals, one capital elsewhere. */
function capitalizeLike(spelling: string, before: string | undefined, after: string | undefined): string {
  const isCapital = (letter: string | undefined): boolean =>
    letter !== undefined && letter !== letter.toLowerCase() && letter === letter.toUpperCase();
  const isSmall = (letter: string | undefined): boolean => letter !== undefined && letter !== letter.toUpperCase();
  if (isCapital(after) || (isCapital(before) && !isSmall(after))) return spelling.toUpperCase();
  return spelling.charAt(0).toUpperCase() + spelling.slice(1);
}
