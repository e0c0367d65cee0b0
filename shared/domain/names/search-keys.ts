import { guessCyrillic } from './cyrillic-guess.ts';
import { readHan } from './han.ts';
import { remember, wordCount } from './memo.ts';
import type { NameWord } from './name-word.ts';
import { readWords } from './name-word.ts';
import { fromPalladius, toPalladius } from './palladius.ts';
import { analyseName, type AnalysedName, type NameInput } from './parse.ts';
import { joinPinyin, segmentPinyin } from './pinyin.ts';
import { findConventions } from './russian-fold.ts';
import { latinSchemes, toLatin } from './russian-latin.ts';
import { transcribeRussian } from './russian-han.ts';
import { foldWord, normalizeName } from './spelling.ts';
import { toWadeGiles } from './wade-giles.ts';

const maximumKeys = 40;
const maximumReadings = 4;

/** Marks sound keys, so that none of them is taken for a word. */
const soundMark = '=';

const fold = (text: string): string => foldWord(text);

/**
 * The folded words (lower case, no accents, no spaces) under which a name is found while somebody types it in any of
 * the three scripts: its own words, Chinese readings in pinyin, Palladius and Wade-Giles, Russian words in the schemes
 * of standards B3, in Cyrillic and by sound (`=kuzneQov`), most useful first, at most 40.
 */
export function searchKeys(name: NameInput): string[] {
  const analysed = analyseName(name);
  const keys = new Set(analysed.words.filter(({ isInitial }) => !isInitial).map(({ folded }) => folded));
  addChinese(analysed, keys);
  for (const part of [analysed.wadeGiles?.family, analysed.wadeGiles?.given])
    for (const key of part?.slice(0, maximumReadings) ?? []) keys.add(fold(key.replaceAll(' ', '')));
  if (analysed.transcription.length > 1) addTranscription(analysed, keys);
  else if (!analysed.isChinese) addRussian(analysed, keys);
  keys.delete('');
  return [...keys].slice(0, maximumKeys);
}

function addChinese(name: AnalysedName, keys: Set<string>): void {
  const { readings } = name.chinese;
  if (name.transcription.length > 1) return;
  for (const { han } of readings) if (han !== '') keys.add(han);
  for (const { family, given, script } of readings) {
    // Characters are looked for by whatever they may be read as.
    const families = script === 'han' ? [...family.exact, ...family.tolerated] : family.exact;
    for (const key of families.slice(0, maximumReadings)) addSyllables(key.split(' '), keys);
    for (const key of given.exact.slice(0, maximumReadings)) addSyllables(key.split(' '), keys);
  }
  const [whole] = readings;
  const [one, other] = [whole?.family.exact[0], whole?.given.exact[0]];
  if (one !== undefined && other !== undefined) keys.add(fold(`${one}${other}`.replaceAll(' ', '')));
  // The syllables one by one, for who types them apart: hu yi dong.
  for (const { given } of readings) for (const syllable of given.exact[0]?.split(' ') ?? []) keys.add(fold(syllable));
}

/** One part of a name in every system; ü also as LYU, LV (passports, keyboards) and plain u. */
function addSyllables(syllables: readonly string[], keys: Set<string>): void {
  const joined = syllables.join('');
  keys.add(fold(joined));
  if (joined.includes('ü')) for (const letters of ['yu', 'v']) keys.add(joined.replaceAll('ü', letters));
  keys.add(fold(toPalladius(syllables)));
  keys.add(fold(toWadeGiles(syllables)));
}

function addTranscription(name: AnalysedName, keys: Set<string>): void {
  for (const part of name.transcription) {
    keys.add(part);
    keys.add(readHan(part, 'given')[0]?.join('') ?? '');
  }
}

function addRussian(name: AnalysedName, keys: Set<string>): void {
  const [reading] = name.western.readings;
  const words = name.words.filter(
    ({ isInitial, script }) => !isInitial && (script === 'latin' || script === 'cyrillic'),
  );
  for (const word of words) keys.add(soundMark + (word.keys[0] ?? ''));
  for (const word of words) for (const spelling of spellRussian(guessCyrillic(word))) keys.add(spelling);
  for (const word of words) for (const key of word.keys.slice(1)) keys.add(soundMark + key);
  const gender = reading?.given?.given?.gender ?? '';
  for (const word of words) {
    const role = word === reading?.family ? 'family' : word === reading?.patronymic ? 'patronymic' : 'given';
    keys.add(soundOfTranscription(`${role}|${gender}|${guessCyrillic(word)}`));
  }
}

/** A Russian word in Cyrillic and in every scheme, folded. */
const spellRussian = remember(wordCount, (word) => [
  ...new Set([fold(word), ...latinSchemes.map((scheme) => fold(toLatin(word, scheme)))]),
]);

/** Pinyin of the likeliest Chinese transcription; `question` is role|gender|word. */
const soundOfTranscription = remember(wordCount, (question) => {
  const [role, gender, word = ''] = question.split('|');
  const [best] = transcribeRussian(word, {
    role: role === 'family' || role === 'patronymic' ? role : 'given',
    gender: gender === 'f' || gender === 'm' ? gender : '',
  });
  return best === undefined ? '' : (readHan(best.text, 'given')[0]?.join('') ?? '');
});

/**
 * The keys to look up for one typed word, which may be unfinished: itself, and, where it may be complete, its sound key
 * and its reading in the other script. Look up the first as a prefix.
 */
export function queryKeys(word: string): string[] {
  const [first] = readWords(normalizeName(word), findConventions(word)).words;
  if (first === undefined) return [];
  const keys = new Set([first.folded]);
  if (first.script === 'han') for (const key of readHanKeys(first)) keys.add(key);
  if (first.script === 'cyrillic' && !first.isInitial) {
    for (const { syllables, strict } of fromPalladius(first.raw)) if (strict) keys.add(fold(syllables.join('')));
  }
  if (first.script === 'latin' && !first.isInitial) {
    for (const syllables of segmentPinyin(first.raw)) keys.add(fold(joinPinyin(syllables)));
  }
  if (first.folded.length > 2 && (first.script === 'latin' || first.script === 'cyrillic')) {
    for (const key of first.keys) keys.add(soundMark + key);
  }
  keys.delete('');
  return [...keys];
}

const readHanKeys = ({ raw }: NameWord): string[] =>
  (['family', 'given'] as const).flatMap((role) =>
    readHan(raw, role)
      .slice(0, maximumReadings)
      .map((syllables) => fold(syllables.join(''))),
  );
