import type { Script } from '#shared/domain/language.ts';
import { readHan } from '#shared/domain/names/han.ts';
import { searchKeys, splitName } from '#shared/domain/names/index.ts';
import { remember, wordCount } from '#shared/domain/names/memo.ts';
import { fromPalladius, toPalladius } from '#shared/domain/names/palladius.ts';
import { segmentPinyin } from '#shared/domain/names/pinyin.ts';
import { latinSchemes, toLatin } from '#shared/domain/names/russian-latin.ts';
import { foldWord } from '#shared/domain/names/spelling.ts';
import { toWadeGiles } from '#shared/domain/names/wade-giles.ts';
import { splitWords } from '../../search-index/index.ts';

/**
 * What a key of a name is: of the family name, of the rest, a piece of either (a syllable, the name run together), the
 * initials, or no more than what a name sounds like.
 */
export const nameParts = { family: 0, other: 1, piece: 2, initials: 3, sound: 4 } as const;
export type NamePart = (typeof nameParts)[keyof typeof nameParts];
/** The nearer to the name, the more it counts where one key is two things. */
const nearness: readonly NamePart[] = [
  nameParts.family,
  nameParts.other,
  nameParts.piece,
  nameParts.sound,
  nameParts.initials,
];

export interface NameForm {
  script: Script;
  family: string;
  given: string;
  patronymic: string;
  display: string;
}

/** A name as somebody wrote it in one line, in its parts. */
export function readNameLine(line: string): NameForm {
  const { family, given, patronymic, script } = splitName(line);
  return { script, family, given, patronymic, display: line };
}

/**
 * Keys of one name in all its scripts: its own words, the initials of a Chinese name (hyd), and `keys`, which the names
 * library made of it. A Russian name has among these the pinyin of its Chinese transcription (Виктория: weiketuoliya),
 * which is no spelling that anybody means by «Wei».
 */
export function keysOfForms(written: readonly NameForm[], keys: Iterable<string>): Map<string, NamePart> {
  const forms = written.map((form) => (form.family === '' && form.display !== '' ? readNameLine(form.display) : form));
  const marked = new Map<string, NamePart>();
  const add = (key: string, part: NamePart): void => {
    const known = marked.get(key);
    if (key === '' || (known !== undefined && nearness.indexOf(known) <= nearness.indexOf(part))) return;
    marked.set(key, part);
  };
  const initials = readInitials(forms);
  const isChinese = initials !== '';
  const families = new Set<string>();
  const spellings = new Set<string>();
  for (const form of forms) {
    const others = [form.given, form.patronymic, form.display].flatMap(splitWords);
    for (const word of ownWords(form.family)) add(word, nameParts.family);
    for (const word of others) add(word, nameParts.other);
    for (const key of isChinese ? readChinese(`${form.script} family ${form.family}`) : spellFamily(form)) {
      families.add(key);
    }
    if (isChinese) for (const key of readChinese(`${form.script} given ${form.given}`)) spellings.add(key);
    else if (form.script === 'cyrillic') {
      for (const word of others) for (const key of romanise(word)) spellings.add(key);
    }
  }
  for (const key of keys) {
    if (families.has(key)) add(key, nameParts.family);
    else if (spellings.has(key)) add(key, nameParts.other);
    else if (isChinese) add(key, nameParts.piece);
    else add(key, /^\p{Script=Cyrillic}/u.test(key) ? nameParts.other : nameParts.sound);
  }
  add(initials, nameParts.initials);
  return marked;
}

/** A double name both in its parts and as one. */
const ownWords = (text: string): string[] => {
  const words = splitWords(text);
  return words.length > 1 ? [...words, words.join('')] : words;
};

const romanise = remember(wordCount, (word) => [
  ...new Set(latinSchemes.map((scheme) => foldWord(toLatin(word, scheme)))),
]);

/** A family name that is not Chinese, in the other script; families are many people's. */
const spellFamily = ({ script, family }: NameForm): readonly string[] =>
  script === 'cyrillic' ? ownWords(family).flatMap(romanise) : script === 'latin' ? spellInCyrillic(family) : [];

const spellInCyrillic = remember(wordCount, (family) =>
  searchKeys({ family, given: '', patronymic: '' }).filter((key) => /^\p{Script=Cyrillic}/u.test(key)),
);

const mostReadings = 4;

/** A part of a Chinese name in pinyin, Palladius and Wade-Giles, in all its readings; `question` is script, part, text. */
const readChinese = remember(wordCount, (question) => {
  const [script, role, ...words] = question.split(' ') as [Script, 'family' | 'given', ...string[]];
  return readSyllables[script](words.join(' '), role)
    .slice(0, mostReadings)
    .flatMap((syllables) => [syllables.join(''), toPalladius(syllables), toWadeGiles(syllables)].map(foldWord));
});

const mostSyllables = 4;

/** The first letters of a Chinese name's syllables in pinyin; '' for other names. */
function readInitials(forms: readonly NameForm[]): string {
  for (const { script, family, given, patronymic } of forms) {
    if (family === '' || given === '' || patronymic !== '') continue;
    const [ofFamily] = readSyllables[script](family, 'family');
    const [ofGiven] = ofFamily === undefined ? [] : readSyllables[script](given, 'given');
    if (ofFamily === undefined || ofGiven === undefined || ofFamily.length + ofGiven.length > mostSyllables) continue;
    return [...ofFamily, ...ofGiven].map((syllable) => syllable.charAt(0)).join('');
  }
  return '';
}

const readSyllables: Record<Script, (text: string, role: 'family' | 'given') => readonly (readonly string[])[]> = {
  han: (text, role) => readHan(text, role),
  latin: (text) => segmentPinyin(text),
  cyrillic: (text) => fromPalladius(text).flatMap(({ syllables, strict }) => (strict ? [syllables] : [])),
};
