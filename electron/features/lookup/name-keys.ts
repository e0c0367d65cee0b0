import { foldWord } from '#shared/domain/names/spelling.ts';
import { readHan } from '#shared/domain/names/han.ts';
import { searchKeys, splitName } from '#shared/domain/names/index.ts';
import { fromPalladius, toPalladius } from '#shared/domain/names/palladius.ts';
import { segmentPinyin } from '#shared/domain/names/pinyin.ts';
import { toWadeGiles } from '#shared/domain/names/wade-giles.ts';
import type { Script } from '#shared/domain/language.ts';
import { splitWords } from '../../search-index/index.ts';

/** What a key of a name comes from. */
export const nameParts = { family: 0, other: 1, initials: 2 } as const;
export type NamePart = (typeof nameParts)[keyof typeof nameParts];

export interface NameForm {
  script: Script;
  family: string;
  given: string;
  patronymic: string;
  display: string;
}

const mostReadings = 4;

/** A name as somebody wrote it in one line, in its parts. */
export function readNameLine(line: string): NameForm {
  const { family, given, patronymic, script } = splitName(line);
  return { script, family, given, patronymic, display: line };
}

/**
 * Keys of one name in all its scripts: `keys`, which the names library made of it, its own words, and the initials of a
 * Chinese name (hyd), each marked as part of the family name or not.
 */
export function keysOfForms(forms: readonly NameForm[], keys: Iterable<string>): Map<string, NamePart> {
  const marked = new Map<string, NamePart>();
  const add = (key: string, part: NamePart): void => {
    if (key !== '') marked.set(key, Math.min(part, marked.get(key) ?? part) as NamePart);
  };
  const families = new Set<string>();
  for (const form of forms) {
    for (const key of readFamily(form)) families.add(key);
    for (const word of ownWords(form.family)) add(word, nameParts.family);
    for (const text of [form.given, form.patronymic, form.display]) {
      for (const word of splitWords(text)) add(word, nameParts.other);
    }
  }
  for (const key of keys) add(key, families.has(key) ? nameParts.family : nameParts.other);
  add(readInitials(forms), nameParts.initials);
  return marked;
}

/** A double name both in its parts and as one. */
const ownWords = (text: string): string[] => {
  const words = splitWords(text);
  return words.length > 1 ? [...words, words.join('')] : words;
};

const mostRemembered = 20_000;
const remembered = new Map<string, readonly string[]>();

/** The keys that a family name gives by itself; families are many people's. */
function readFamily({ script, family }: NameForm): readonly string[] {
  if (family === '') return [];
  const question = `${script} ${family}`;
  let keys = remembered.get(question);
  if (keys !== undefined) return keys;
  keys = script === 'han' ? readHanFamily(family) : searchKeys({ family, given: '', patronymic: '' });
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(question, keys);
  return keys;
}

const readHanFamily = (family: string): string[] =>
  readHan(family, 'family')
    .slice(0, mostReadings)
    .flatMap((syllables) => [syllables.join(''), toPalladius(syllables), toWadeGiles(syllables)].map(foldWord));

export function forgetFamilies(): void {
  remembered.clear();
}

/** The first letters of a Chinese name's syllables in pinyin; '' for other names. */
function readInitials(forms: readonly NameForm[]): string {
  for (const { script, family, given } of forms) {
    if (family === '' || given === '') continue;
    const ofFamily = syllablesOf[script](family, 'family');
    const ofGiven = ofFamily && syllablesOf[script](given, 'given');
    if (ofFamily && ofGiven) return [...ofFamily, ...ofGiven].map((syllable) => syllable.charAt(0)).join('');
  }
  return '';
}

const syllablesOf: Record<Script, (text: string, role: 'family' | 'given') => readonly string[] | undefined> = {
  han: (text, role) => readHan(text, role)[0],
  latin: (text) => segmentPinyin(text)[0],
  cyrillic: (text) => fromPalladius(text).find(({ strict }) => strict)?.syllables,
};
