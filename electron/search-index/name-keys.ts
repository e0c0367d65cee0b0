import { queryKeys, searchKeys, suggestForms } from '#shared/domain/names/index.ts';
import { toPalladius } from '#shared/domain/names/palladius.ts';
import { segmentPinyin } from '#shared/domain/names/pinyin.ts';
import type { PersonNameRow } from '../db/schema.ts';
import { splitWords } from './segment.ts';

const mostForms = 8;

/** The spellings under which a person is found, see searchKeys in shared/domain/names; none twice. */
export function keysOfPerson(names: readonly PersonNameRow[], aliases: readonly string[]): string[] {
  const plain = [...names.map(({ display }) => display), ...aliases].flatMap(splitWords);
  return [...new Set([...[...names, ...aliases].flatMap((name) => searchKeys(name)), ...plain])].filter(isOneToken);
}

/** What to look up among the keys of people for a typed word; the first may be unfinished. */
export const keysOfWord = (word: string): string[] => queryKeys(word).filter(isOneToken);

const isOneToken = (key: string): boolean => key !== '' && !/\s/u.test(key);

/**
 * The same word as a text in another script may have it, for texts carry no keys: pinyin in Palladius's system and back,
 * a Russian name romanised or transcribed, and back. Folded; what is no name gives forms that stand nowhere.
 */
export function formsOfWord(word: string): string[] {
  const readings = [...keysOfWord(word).slice(1), word].flatMap((key) => segmentPinyin(key).slice(0, 2));
  const forms = [
    ...keysOfWord(word),
    ...readings.map((syllables) => toPalladius(syllables)),
    ...(['latin', 'cyrillic'] as const).flatMap((script) => suggestForms(word, script).map(({ text }) => text)),
    ...suggestForms(word, 'han')
      .slice(0, 1)
      .map(({ text }) => text),
  ];
  const folded = forms.map(splitWords).filter((words) => words.length === 1);
  return [...new Set(folded.flat())].filter((form) => form !== word && form.length > 1).slice(0, mostForms);
}
