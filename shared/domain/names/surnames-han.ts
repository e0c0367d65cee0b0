import { compoundSurnameTable, singleSurnameTable } from './data/surnames.ts';
import { once } from './syllables.ts';

const plainSyllables = new Map<string, string>();

/** A toned pinyin syllable without its mark: lǘ becomes lü. Remembers, for there are some 1,600. */
export function stripTones(syllable: string): string {
  let plain = plainSyllables.get(syllable);
  if (plain === undefined) {
    plain = syllable
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0304\u030c]/gu, '')
      .normalize('NFC');
    plainSyllables.set(syllable, plain);
  }
  return plain;
}

/** Simplified compound family names with their toned readings: 单于 chán yú. */
export const compoundSurnames: ReadonlyMap<string, readonly string[]> = new Map(
  compoundSurnameTable.split(',').map((item) => {
    const [characters = '', ...syllables] = item.trim().split(' ');
    return [characters, syllables];
  }),
);

interface SurnameIndex {
  characters: ReadonlySet<string>;
  /** Share of the population per joined toneless pinyin, all characters with that reading together. */
  weights: ReadonlyMap<string, number>;
}

const compoundWeight = 0.0005;

const readSurnames = once((): SurnameIndex => {
  const characters = new Set<string>();
  const weights = new Map<string, number>();
  const add = (pinyin: string, weight: number): void => {
    weights.set(pinyin, (weights.get(pinyin) ?? 0) + weight);
  };
  for (const item of singleSurnameTable.trim().split(/\s+/u)) {
    const character = item.charAt(0);
    characters.add(character);
    // Fits the published shares: 7.2 % for the first name, 2 % for the tenth, 0.24 % for the hundredth.
    add(item.slice(1), 0.25 / (characters.size + 2.5));
  }
  for (const syllables of compoundSurnames.values()) add(syllables.map(stripTones).join(''), compoundWeight);
  return { characters, weights };
});

/** Estimated share (0 to 1) of the Han population with a family name of this toneless pinyin (`wang`, `ouyang`, `lü`); 0 when not listed. */
export function surnameWeight(pinyin: string): number {
  return readSurnames().weights.get(pinyin) ?? 0;
}

/** Whether these toneless syllables are one of the commonest 400 family names or a compound one. */
export function isChineseSurname(syllables: readonly string[]): boolean {
  return syllables.length <= 2 && surnameWeight(syllables.join('')) > 0;
}

/** Whether a simplified character is a common single family name. */
export function isSurnameCharacter(character: string): boolean {
  return readSurnames().characters.has(character);
}
