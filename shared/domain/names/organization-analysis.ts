import { readHan } from './han.ts';
import { foldAbbreviation, initialsOf } from './organization-abbreviations.ts';
import {
  bracketed,
  isAbbreviation,
  type OrganizationName,
  readOrganizationName,
  withoutHonour,
} from './organization-words.ts';
import { foldCyrillic, foldLatin } from './russian-fold.ts';

/** Everything an organisation is called, in any language. */
export interface OrganizationNames {
  names: string[];
  abbreviations: string[];
  aliases: string[];
}

/** A name with all that comparing needs. */
export interface ReadName extends OrganizationName {
  /** Its folded words in one line. */
  line: string;
  /** How it sounds, for names of sound, not of sense: Gazprom, 华为. Empty for long ones. */
  sounds: readonly string[];
  /** What an abbreviation is made from: the words without «имени …», and their first letters. */
  counted: readonly string[];
  initials: string;
}

export interface ReadAbbreviation {
  text: string;
  /** Folded, see foldAbbreviation. */
  letters: string;
  isCyrillic: boolean;
  sounds: readonly string[];
}

export interface AnalysedOrganization {
  names: readonly ReadName[];
  abbreviations: readonly ReadAbbreviation[];
}

const analyses = new WeakMap<OrganizationNames, AnalysedOrganization>();

/** Reads the names once for any number of comparisons: whoever compares many keeps the same objects. */
export function analyseOrganization(names: OrganizationNames): AnalysedOrganization {
  let known = analyses.get(names);
  if (known === undefined) {
    known = readNames(names);
    analyses.set(names, known);
  }
  return known;
}

function readNames({ names, abbreviations, aliases }: OrganizationNames): AnalysedOrganization {
  const all = [...names, ...aliases];
  const full = [...all, ...abbreviations].filter((text) => !isAbbreviation(text));
  const short = [
    ...abbreviations,
    ...all.filter((text) => isAbbreviation(text) || isShortHan(text)),
    ...all.flatMap(bracketed),
  ];
  return { names: unique(full).map(readName), abbreviations: unique(short).map(readAbbreviation) };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text.trim() !== ''))];

/** 中科院, or a name that is short in itself. */
const isShortHan = (text: string): boolean => /^\p{Script=Han}{2,4}$/u.test(text.trim());

function readName(text: string): ReadName {
  const name = readOrganizationName(text);
  const bare = withoutHonour(text);
  const { words } = bare === text ? name : readOrganizationName(bare);
  return {
    ...name,
    line: name.words.map(({ folded }) => folded).join(' '),
    sounds: soundsOf(name),
    counted: words.map(({ folded }) => folded),
    initials: initialsOf(words),
  };
}

function soundsOf({ script, words, han }: OrganizationName): string[] {
  if (script === 'han')
    return han.length > 4 ? [] : readHan(han, 'given').map((syllables) => foldLatin(syllables.join(''), [])[0] ?? '');
  if (words.length === 0 || words.length > 3) return [];
  if (script === 'cyrillic') return [words.map(({ folded }) => foldCyrillic(folded)).join('')];
  const joined = words.map(({ folded }) => foldLatin(folded, []));
  return [joined.map(([key = '']) => key).join(''), ...(joined.length === 1 ? (joined[0] ?? []) : [])];
}

function readAbbreviation(text: string): ReadAbbreviation {
  const letters = foldAbbreviation(text);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(text);
  return { text, letters, isCyrillic, sounds: isCyrillic ? [foldCyrillic(letters)] : foldLatin(letters, []) };
}
