import type { OrganizationMatch, OrganizationReasonCode } from '../name-match.ts';
import { isOneEditApart } from './edit-distance.ts';
import { readHan } from './han.ts';
import { abbreviates, foldAbbreviation, initialsOf } from './organization-abbreviations.ts';
import {
  bracketed,
  isAbbreviation,
  type OrganizationName,
  type OrganizationWord,
  readOrganizationName,
} from './organization-words.ts';
import { foldCyrillic, foldLatin } from './russian-fold.ts';
import { verdictOf } from './verdict.ts';

/** Everything an organisation is called, in any language. */
export interface OrganizationNames {
  names: string[];
  abbreviations: string[];
  aliases: string[];
}

interface Agreement {
  score: number;
  code: OrganizationReasonCode;
  a: string;
  b: string;
}

interface Analysed {
  names: OrganizationName[];
  abbreviations: string[];
}

/** Read once for any number of comparisons: whoever compares many keeps the same objects. */
const analyses = new WeakMap<OrganizationNames, Analysed>();

function analyse(names: OrganizationNames): Analysed {
  const known = analyses.get(names) ?? analyseNames(names);
  analyses.set(names, known);
  return known;
}

function analyseNames({ names, abbreviations, aliases }: OrganizationNames): Analysed {
  const all = [...names, ...aliases].filter((text) => text.trim() !== '');
  return {
    names: [
      ...new Set([
        ...all.filter((text) => !isAbbreviation(text)),
        ...abbreviations.filter((text) => !isAbbreviation(text)),
      ]),
    ]
      .filter((text) => text.trim() !== '')
      .map((text) => readOrganizationName(text)),
    abbreviations: [
      ...new Set(
        [
          ...abbreviations,
          ...all.filter((text) => isAbbreviation(text) || isShortHan(text)),
          ...all.flatMap(bracketed),
        ].filter((text) => text.trim() !== ''),
      ),
    ],
  };
}

/** 中科院, or a name that is short in itself. */
const isShortHan = (text: string): boolean => /^\p{Script=Han}{2,4}$/u.test(text.trim());

/**
 * Whether two organisations may be one, by their names, abbreviations and aliases in any language. Names in one script
 * that contradict each other outweigh a shared abbreviation. Symmetric like `match`.
 */
export function matchOrganizations(a: OrganizationNames, b: OrganizationNames): OrganizationMatch {
  const [left, right] = [analyse(a), analyse(b)];
  const found: Agreement[] = [];
  let contradicts = false;
  for (const one of left.names) {
    for (const other of right.names) {
      const agreement = compareNames(one, other);
      if (agreement.score >= 0.6) found.push(agreement);
      else if (one.script === other.script) contradicts = true;
    }
  }
  const limit = contradicts && found.every(({ score }) => score < 0.9) ? 0.65 : 1;
  for (const agreement of compareAbbreviations(left, right)) {
    if (agreement.score >= 0.6) found.push({ ...agreement, score: Math.min(limit, agreement.score) });
  }
  const best = found.reduce<Agreement | undefined>(
    (likeliest, agreement) => (likeliest === undefined || agreement.score > likeliest.score ? agreement : likeliest),
    undefined,
  );
  const { score, code, ...parts } = best ?? {
    score: 0,
    code: 'name_differs' as const,
    a: left.names[0]?.text ?? left.abbreviations[0] ?? '',
    b: right.names[0]?.text ?? right.abbreviations[0] ?? '',
  };
  return { score, verdict: verdictOf(score), reason: { code, parts } };
}

function compareNames(one: OrganizationName, other: OrganizationName): Agreement {
  const say = (score: number, code: OrganizationReasonCode): Agreement => ({ score, code, a: one.text, b: other.text });
  if (one.script !== other.script) return say(compareAcross(one, other), 'transcribed_name');
  if (one.script === 'han') return say(...compareHan(one.han, other.han));
  const [left, right] = [one.words.map(({ folded }) => folded), other.words.map(({ folded }) => folded)];
  if (left.length > 0 && left.join(' ') === right.join(' ')) {
    return one.text.toLowerCase() === other.text.toLowerCase() ? say(1, 'same_name') : say(0.97, 'same_words');
  }
  return say(...compareWords(one, other));
}

const structural =
  /^(?:branch|department|faculty|school|college|laboratory|section|division|office|institute|centre|committee|union|филиал|отделен|кафедр|факультет|лаборатор|отдел|управлен|институт|центр|школ|колледж|комитет|представительств)/u;

type Scored = readonly [number, OrganizationReasonCode];
const differs: Scored = [0, 'name_differs'];

function compareWords(one: OrganizationName, other: OrganizationName): Scored {
  const [left, right] = without(one.words, other.words);
  if (left.length === 0 && right.length === 0) return [0.95, 'same_words'];
  if (spellsOut(left, right) || spellsOut(right, left)) return [0.93, 'same_words'];
  const shared = one.words.length - left.length;
  const [first, second] = [left[0], right[0]];
  if (left.length === 1 && right.length === 1 && first !== undefined && second !== undefined) {
    const isSlip =
      Math.min(first.folded.length, second.folded.length) >= 5 && isOneEditApart(first.folded, second.folded);
    return isSlip ? [shared > 0 ? 0.78 : 0.7, 'similar_name'] : differs;
  }
  // One name says more than the other: a longer form of it, unless it names a part.
  const extra = left.length === 0 ? right : right.length === 0 ? left : undefined;
  if (extra === undefined || shared < 3 || extra.length > shared / 2) return differs;
  return extra.some(({ stem }) => structural.test(stem)) ? differs : [0.68, 'similar_name'];
}

/** Words of each name that the other lacks. */
function without(
  a: readonly OrganizationWord[],
  b: readonly OrganizationWord[],
): [OrganizationWord[], OrganizationWord[]] {
  const rest = [...b];
  const left = a.filter(({ stem }) => {
    const index = rest.findIndex((word) => word.stem === stem);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  return [left, rest];
}

/** RAS on one side, the Russian Academy of Sciences on the other. */
const spellsOut = (short: readonly OrganizationWord[], long: readonly OrganizationWord[]): boolean =>
  short.length === 1 && long.length > 1 && short[0]?.folded === long.map(({ folded }) => folded.charAt(0)).join('');

function compareHan(one: string, other: string): Scored {
  if (one === '' || other === '') return differs;
  if (one === other) return [0.97, 'same_name'];
  return Math.min(one.length, other.length) >= 8 && isOneEditApart(one, other) ? [0.65, 'similar_name'] : differs;
}

/** Names of sound, not of sense: Gazprom, Газпром; 华为, Huawei. */
function compareAcross(one: OrganizationName, other: OrganizationName): number {
  const [left, right] = [soundsOf(one), soundsOf(other)];
  const isShared = left.some((key) => key.length > 3 && right.includes(key));
  return isShared ? (one.script === 'han' || other.script === 'han' ? 0.8 : 0.91) : 0;
}

function soundsOf({ script, words, han }: OrganizationName): string[] {
  if (script === 'han')
    return han.length > 4 ? [] : readHan(han, 'given').map((syllables) => foldLatin(syllables.join(''), [])[0] ?? '');
  if (words.length === 0 || words.length > 3) return [];
  if (script === 'cyrillic') return [words.map(({ folded }) => foldCyrillic(folded)).join('')];
  const joined = words.map(({ folded }) => foldLatin(folded, []));
  return [joined.map(([key = '']) => key).join(''), ...(joined.length === 1 ? (joined[0] ?? []) : [])];
}

function* compareAbbreviations(left: Analysed, right: Analysed): Generator<Agreement> {
  for (const a of left.abbreviations) {
    for (const b of right.abbreviations) {
      const [one, other] = [foldAbbreviation(a), foldAbbreviation(b)];
      if (one === other && one !== '') yield { score: one.length > 3 ? 0.94 : 0.85, code: 'same_abbreviation', a, b };
      else if (areTranscribed(a, b)) yield { score: 0.75, code: 'transcribed_name', a, b };
    }
    for (const name of right.names) yield { score: abbreviates(a, name), code: 'abbreviation_of', a, b: name.text };
  }
  for (const b of right.abbreviations) {
    for (const name of left.names) yield { score: abbreviates(b, name), code: 'abbreviation_of', a: name.text, b };
  }
}

/** СПбПУ and SPbPU. */
const areTranscribed = (a: string, b: string): boolean => {
  const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);
  if (isCyrillic(a) === isCyrillic(b)) return false;
  const [cyrillic, latin] = isCyrillic(a) ? [a, b] : [b, a];
  const key = foldCyrillic(foldAbbreviation(cyrillic));
  return key.length > 2 && foldLatin(foldAbbreviation(latin), []).includes(key);
};

/** Keys of which two organisations that match nearly always share one: the words but one, the abbreviation, the sound. */
export function organizationBlockingKeys(names: OrganizationNames): string[] {
  const keys = new Set<string>();
  const analysed = analyse(names);
  for (const abbreviation of analysed.abbreviations) keys.add(`a:${foldAbbreviation(abbreviation)}`);
  for (const name of analysed.names) {
    const initials = initialsOf(name.text);
    if (initials.length > 1) keys.add(`a:${initials}`);
    if (name.han !== '') keys.add(`h:${name.han}`).add(`l:${name.han.charAt(0)}${name.han.slice(-1)}`);
    for (const sound of soundsOf(name)) if (sound !== '') keys.add(`s:${sound}`);
    const stems = name.words.map(({ stem }) => stem).sort();
    if (stems.length > 0) keys.add(`n:${stems.join(' ')}`);
    for (const shorter of leaveOut(stems)) keys.add(`n:${shorter.join(' ')}`);
  }
  return [...keys];
}

/** The words without one of them, and of longer names without two. */
function leaveOut(words: readonly string[]): string[][] {
  if (words.length < 3 || words.length > 10) return [];
  const without = words.map((_, index) => words.toSpliced(index, 1));
  return words.length < 5
    ? without
    : [...without, ...without.flatMap((rest) => rest.map((_, index) => rest.toSpliced(index, 1)))];
}
