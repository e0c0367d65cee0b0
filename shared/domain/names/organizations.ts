import type { OrganizationMatch, OrganizationReasonCode } from '../name-match.ts';
import { isOneEditApart } from './edit-distance.ts';
import { abbreviates } from './organization-abbreviations.ts';
import {
  type AnalysedOrganization,
  analyseOrganization,
  type OrganizationNames,
  type ReadAbbreviation,
  type ReadName,
} from './organization-analysis.ts';
import type { OrganizationName, OrganizationWord } from './organization-words.ts';
import { verdictOf } from './verdict.ts';

interface Agreement {
  score: number;
  code: OrganizationReasonCode;
  a: string;
  b: string;
}

/**
 * Whether two organisations may be one, by their names, abbreviations and aliases in any language. Names in one script
 * that contradict each other outweigh a shared abbreviation. Symmetric like `match`.
 */
export function matchOrganizations(a: OrganizationNames, b: OrganizationNames): OrganizationMatch {
  const [left, right] = [analyseOrganization(a), analyseOrganization(b)];
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
    a: left.names[0]?.text ?? left.abbreviations[0]?.text ?? '',
    b: right.names[0]?.text ?? right.abbreviations[0]?.text ?? '',
  };
  return { score, verdict: verdictOf(score), reason: { code, parts } };
}

function compareNames(one: ReadName, other: ReadName): Agreement {
  const say = (score: number, code: OrganizationReasonCode): Agreement => ({ score, code, a: one.text, b: other.text });
  if (one.script !== other.script) return say(compareAcross(one, other), 'transcribed_name');
  if (one.script === 'han') return say(...compareHan(one.han, other.han));
  if (one.line !== '' && one.line === other.line) {
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
function compareAcross(one: ReadName, other: ReadName): number {
  const isShared = one.sounds.some((key) => key.length > 3 && other.sounds.includes(key));
  return isShared ? (one.script === 'han' || other.script === 'han' ? 0.8 : 0.91) : 0;
}

function* compareAbbreviations(left: AnalysedOrganization, right: AnalysedOrganization): Generator<Agreement> {
  for (const one of left.abbreviations) {
    for (const other of right.abbreviations) {
      const [a, b] = [one.text, other.text];
      if (one.letters === other.letters && one.letters !== '')
        yield { score: one.letters.length > 3 ? 0.94 : 0.85, code: 'same_abbreviation', a, b };
      else if (areTranscribed(one, other)) yield { score: 0.75, code: 'transcribed_name', a, b };
    }
    for (const name of right.names)
      yield { score: abbreviates(one.letters, name), code: 'abbreviation_of', a: one.text, b: name.text };
  }
  for (const other of right.abbreviations) {
    for (const name of left.names)
      yield { score: abbreviates(other.letters, name), code: 'abbreviation_of', a: name.text, b: other.text };
  }
}

/** СПбПУ and SPbPU. */
function areTranscribed(a: ReadAbbreviation, b: ReadAbbreviation): boolean {
  if (a.isCyrillic === b.isCyrillic) return false;
  const [cyrillic, latin] = a.isCyrillic ? [a, b] : [b, a];
  const [key = ''] = cyrillic.sounds;
  return key.length > 2 && latin.sounds.includes(key);
}

/** Keys of which two organisations that match nearly always share one: the words but one, the abbreviation, the sound. */
export function organizationBlockingKeys(names: OrganizationNames): string[] {
  const keys = new Set<string>();
  const analysed = analyseOrganization(names);
  for (const { letters } of analysed.abbreviations) keys.add(`a:${letters}`);
  for (const name of analysed.names) {
    if (name.initials.length > 1) keys.add(`a:${name.initials}`);
    if (name.han !== '') keys.add(`h:${name.han}`).add(`l:${name.han.charAt(0)}${name.han.slice(-1)}`);
    for (const sound of name.sounds) if (sound !== '') keys.add(`s:${sound}`);
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
