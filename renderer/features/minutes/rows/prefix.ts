import type { EntryKind } from '#shared/contract/entries.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import { prefixSigns, prefixWords } from '#shared/domain/prefix-words.ts';
import { foldText } from '../../../app/fold-text.ts';

/** What the beginning of a row says about it. */
export interface Prefix {
  /** As it was typed, with the colon or the space that ended it. */
  typed: string;
  kind?: EntryKind;
  /** Id of an attendance. */
  speakerId?: string;
}

/** Somebody who is present, by all names. */
export interface Nameable {
  id: string;
  name: LocalizedText;
}

const kindsBySign: Partial<Record<string, EntryKind>> = prefixSigns;
const kindsByWord = new Map(
  Object.entries(prefixWords).flatMap(([kind, words]) =>
    words.map((word) => [foldText(word), kind as keyof typeof prefixWords] as const),
  ),
);

const sign = /^([+=*\-＋＝＊－])[ \u3000]/u;
/** Words, initials, hyphens and apostrophes before a colon: nothing that looks like a time, an address or a sentence. */
const words = /^([\p{L}\p{M}][\p{L}\p{M}.'’\- \u3000·]{0,40})[:：]/u;

/** The prefix with which a text begins; null where there is none. */
export function readPrefix(text: string, present: readonly Nameable[]): Prefix | null {
  const bySign = sign.exec(text);
  if (bySign) {
    const kind = kindsBySign[(bySign[1] ?? '').normalize('NFKC')];
    return kind === undefined ? null : { typed: bySign[0], kind };
  }
  const byWord = words.exec(text);
  if (!byWord) return null;
  const [typed, word = ''] = byWord;
  const kind = kindsByWord.get(foldText(word.trim()));
  if (kind !== undefined) return { typed, kind };
  const speakerId = findSpeaker(word, present);
  return speakerId === null ? null : { typed, speakerId };
}

const titles = /^(?:mr|mrs|ms|dr|prof|г-н|г-жа|господин|госпожа)\.?\s+/iu;

/** The only one present whom the words name: by the whole name, by one word of it, or by a Chinese family name. */
function findSpeaker(typed: string, present: readonly Nameable[]): string | null {
  const wanted = foldText(typed.trim().replace(titles, ''));
  if (wanted === '') return null;
  const named = (isNamed: (name: string) => boolean): string[] =>
    present.filter(({ name }) => Object.values(name).some((form) => isNamed(foldText(form)))).map(({ id }) => id);
  // A whole name is surer than a word of it: Wang Wei is meant, not everybody called Wang.
  for (const found of [named((name) => name === wanted), named((name) => hasWord(name, wanted))]) {
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

function hasWord(name: string, wanted: string): boolean {
  // One or two characters before a Chinese given name are the family name.
  if (/^\p{Script=Han}{1,2}$/u.test(wanted)) return name.length > wanted.length && name.startsWith(wanted);
  const parts = name.split(/[\s,]+/u);
  return wanted.length > 1 && parts.some((part) => part === wanted && !part.endsWith('.'));
}

/**
 * `s/old/new/` as scribes write it: what shall be replaced in the minutes by what. `\/` stands for a stroke; the last
 * stroke may be left out; null when the text is anything else.
 */
export function readSubstitution(text: string): { find: string; replace: string } | null {
  const match = /^[sｓ][/／]((?:\\[/／]|[^/／\n])+)[/／]((?:\\[/／]|[^/／\n])*)(?:[/／]g?)?$/u.exec(text.trim());
  if (!match) return null;
  const plain = (part = ''): string => part.replace(/\\([/／])/gu, '$1');
  return { find: plain(match[1]), replace: plain(match[2]) };
}
