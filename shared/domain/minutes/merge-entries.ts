import type { Action, Entry } from '../../contract/entries.ts';
import { type Language, languages } from '../language.ts';

/** The second text behind the first; Chinese needs no space between sentences. */
export function joinTexts(first: string, second: string, language: Language): string {
  if (first === '' || second === '') return first + second;
  const isJoined = language === 'zh' || /\s$/u.test(first) || /^\s/u.test(second);
  return isJoined ? first + second : `${first} ${second}`;
}

/** What becomes of a row to which `other` is joined: kind, speaker, time and place stay its own, nothing else is lost. */
export function mergeEntries(
  entry: Entry,
  other: Entry,
): { texts: Record<Language, string>; action: Action | null; mentions: string[] } {
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      joinTexts(entry.texts[language].text, other.texts[language].text, language),
    ]),
  ) as Record<Language, string>;
  return {
    texts,
    action: mergeActions(entry.action, other.action),
    mentions: [...new Set([...(entry.mentions ?? []), ...(other.mentions ?? [])])],
  };
}

function mergeActions(own: Action | null, other: Action | null): Action | null {
  if (own === null || other === null) return own ?? other;
  const isNew = (ownerId: string): boolean => !own.owners.some((owner) => owner.ownerId === ownerId);
  const isDated = own.due !== null || own.dueAtNextMeeting;
  return {
    ...own,
    owners: [...own.owners, ...other.owners.filter((owner) => isNew(owner.ownerId))],
    due: isDated ? own.due : other.due,
    dueAtNextMeeting: isDated ? own.dueAtNextMeeting : other.dueAtNextMeeting,
  };
}
