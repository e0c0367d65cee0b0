import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';

const shortest = 3;

/** The stem of a folded Russian or English word (Snowball); null for other scripts and for words too short to bend. */
export function stemOf(word: string): string | null {
  if (word.length < shortest) return null;
  if (/^[а-я]+$/u.test(word)) return stemRussian(word);
  if (/^[a-z]+$/u.test(word)) return stemEnglish(word);
  return null;
}
