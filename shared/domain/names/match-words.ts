import { isOneEditApart } from './edit-distance.ts';
import type { NameWord } from './name-word.ts';
import { fatherKeys, looksFeminine, looksLikeCutPatronymic } from './patronymics.ts';
import type { Agreement } from './verdict.ts';

/** Words of fewer letters differ in one letter too easily: Ким, Лин. */
const minimumTypoLength = 4;
const minimumCutLength = 3;

const shares = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 1 && b.length === 1 ? a[0] === b[0] : a.some((key) => b.includes(key));

const differ = (a: NameWord, b: NameWord, code: Agreement['code']): Agreement => ({
  score: 0.2,
  code,
  parts: { a: a.raw, b: b.raw },
});

/** Two family names, or two given names. */
export function matchWords(a: NameWord, b: NameWord, role: 'family' | 'given'): Agreement {
  const parts = { a: a.raw, b: b.raw };
  if (a.folded === b.folded) return { score: 1, code: 'same_spelling' };
  const differs = role === 'family' ? 'family_differs' : 'given_differs';
  const [left, right] = role === 'given' ? [a.given, b.given] : [undefined, undefined];
  if (left !== undefined && right !== undefined && left !== right) return differ(a, b, differs);
  if (a.script === 'other' || b.script === 'other') return differ(a, b, differs);
  const isCyrillic = a.script === 'cyrillic' && b.script === 'cyrillic';
  if (!isCyrillic && shares(a.keys, b.keys)) return { score: 0.97, code: 'same_romanisation' };
  if (left !== undefined && left === right) return { score: 0.94, code: 'given_name_equivalent', parts };
  if (areGenders(a.keys, b.keys)) return differ(a, b, differs);
  if (shares(a.freeKeys, b.freeKeys)) return { score: 0.78, code: isCyrillic ? 'typo' : 'same_romanisation', parts };
  if (isTypo(a, b)) return { score: 0.75, code: 'typo', parts };
  if (role === 'given' && isCut(a, b)) return { score: 0.68, code: 'given_name_equivalent', parts };
  return differ(a, b, differs);
}

/** Орлов and Орлова, Александр and Александра: two people, though one letter apart (standards, B4). */
function areGenders(a: readonly string[], b: readonly string[]): boolean {
  return a.some((left) => b.some((right) => left === `${right}a` || right === `${left}a`));
}

function isTypo(a: NameWord, b: NameWord): boolean {
  if (Math.min(a.folded.length, b.folded.length) < minimumTypoLength) return false;
  if (a.script === b.script) return isOneEditApart(a.folded, b.folded);
  return a.keys.some((left) => b.keys.some((right) => isOneEditApart(left, right)));
}

/** Alex for Alexander. */
function isCut(a: NameWord, b: NameWord): boolean {
  const [short, long] = (a.keys[0]?.length ?? 0) < (b.keys[0]?.length ?? 0) ? [a, b] : [b, a];
  return short.keys.some((key) => key.length >= minimumCutLength && long.keys.some((other) => other.startsWith(key)));
}

/** Two patronymics. «Ivanova» where another has «Ivanovna» is a probable slip (standards, B4). */
export function matchPatronymics(a: NameWord, b: NameWord): Agreement {
  const parts = { a: a.raw, b: b.raw };
  if (a.folded === b.folded) return { score: 1, code: 'same_spelling' };
  if (shares(a.keys, b.keys)) return { score: 0.97, code: 'same_romanisation' };
  const isCut = looksLikeCutPatronymic(a.folded) !== looksLikeCutPatronymic(b.folded);
  const isSameGender = isCut || looksFeminine(a.folded) === looksFeminine(b.folded);
  const [left, right] = [fatherKeys(a.keys), fatherKeys(b.keys)];
  if (isSameGender && !isCut && shares(left, right)) return { score: 0.96, code: 'same_romanisation' };
  if (isCut && a.keys.some((key) => b.keys.some((other) => cutOf(key) === cutOf(other))))
    return { score: 0.75, code: 'typo', parts };
  if (isSameGender && isTypo(a, b)) return { score: 0.75, code: 'typo', parts };
  return differ(a, b, 'patronymic_differs');
}

const cutOf = (key: string): string => key.replace(/(?<=[oe]v)(?:i[CQkS]|n?a)$/u, '');

/** First sounds that an initial may stand for, beside its own letter: «Y.» is Юрий, Яков, Евгений. */
const initialSounds: Record<string, string> = {
  y: 'UAei',
  i: 'iUA',
  j: 'iAUeZh',
  c: 'QkCh',
  s: 'sSWz',
  k: 'kh',
  z: 'zZQ',
  t: 'tQC',
  h: 'hg',
  x: 'hk',
  w: 'v',
  ш: 'SW',
  e: 'eA',
};

/** Whether an initial may stand for a word. */
export function fitsInitial(initial: NameWord, word: NameWord): boolean {
  if (initial.script === word.script && word.folded.startsWith(initial.folded)) return true;
  if (initial.script === 'cyrillic' && word.script === 'cyrillic') return false;
  const sounds = soundsOfInitial(initial);
  const firsts = word.isInitial ? soundsOfInitial(word) : word.keys.map((key) => key.charAt(0)).join('');
  return Array.from(firsts).some((first) => sounds.includes(first));
}

function soundsOfInitial(initial: NameWord): string {
  if (initial.script === 'cyrillic') return initial.keys.map((key) => key.charAt(0)).join('');
  const [first = ''] = initial.folded;
  const own = initial.keys.map((key) => key.charAt(0)).join('');
  return initial.folded.length > 1 ? own : own + (initialSounds[first] ?? '');
}
