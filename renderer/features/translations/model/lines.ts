import type { EntryKind } from '#shared/contract/entries.ts';
import type { Heading, TextKind, TextPlace, TextReference } from '#shared/contract/translations.ts';
import { languages } from '#shared/domain/language.ts';
import type { Translated } from '#shared/domain/translations/state.ts';
import type { MinutesState } from '../../minutes/index.ts';

/** A text of the minutes in its languages, side by side: a heading or a row. */
export interface Line {
  /** Of the text, unique in the meeting. */
  key: string;
  reference: TextReference;
  /** As printed: «3» of an agenda item, «3.1» of a decision; empty where there is none. */
  number: string;
  /** Null of a heading. */
  entryKind: EntryKind | null;
}

/** What the lines depend on; texts only as far as they are written at all. */
type Shape = Pick<MinutesState, 'agenda' | 'rows' | 'numbers' | 'headings' | 'entries'>;

/** Of one text in one language. */
export const placeKey = ({ kind, id, language }: TextPlace): string => `${kind}/${id}/${language}`;
export const keyOf = ({ kind, id }: TextReference): string => `${kind}/${id}`;

/**
 * Everything that is written in some language, in the order of the minutes; besides that only rows that `isKept`. What
 * is as in `before` stays the same object.
 */
export function linesOf(
  { agenda, rows, numbers, headings, entries }: Shape,
  isKept: (key: string) => boolean = () => false,
  before: readonly Line[] = [],
): readonly Line[] {
  const known = new Map(before.map((line) => [line.key, line]));
  const lines: Line[] = [];
  const add = (kind: TextKind, id: string, number: string, entryKind: EntryKind | null): void => {
    const key = keyOf({ kind, id });
    const was = known.get(key);
    const isSame = was?.number === number && was.entryKind === entryKind;
    lines.push(isSame ? was : { key, reference: { kind, id }, number, entryKind });
  };
  const addHeadings = (isWanted: (heading: Heading) => boolean, number = ''): void => {
    for (const heading of headings) if (isWanted(heading)) add(heading.kind, heading.id, number, null);
  };
  addHeadings(({ kind }) => kind === 'meeting_title' || kind === 'meeting_theme' || kind === 'meeting_framework');
  agenda.forEach((item, index) => {
    addHeadings(({ kind, id }) => kind === 'agenda_title' && id === item.id, String(index + 1));
    for (const id of rows.get(item.id) ?? []) {
      const entry = entries.get(id);
      if (entry === undefined) continue;
      if (!isWritten(entry) && !isKept(keyOf({ kind: 'entry', id }))) continue;
      add('entry', id, numbers.get(id) ?? '', entry.kind);
    }
  });
  addHeadings(({ kind }) => kind === 'agreement_title' || kind === 'party_description');
  const isSame = lines.length === before.length && lines.every((line, index) => line === before[index]);
  return isSame ? before : lines;
}

const isWritten = ({ texts }: Translated): boolean => languages.some((language) => texts[language].text.trim() !== '');

const headingMaps = new WeakMap<readonly Heading[], ReadonlyMap<string, Heading>>();

/** The text with its states as last saved; undefined when it is gone. */
export function translatedOf(
  { entries, headings }: Pick<MinutesState, 'entries' | 'headings'>,
  reference: TextReference,
): Translated | undefined {
  if (reference.kind === 'entry') return entries.get(reference.id);
  const byKey = headingMaps.get(headings) ?? new Map(headings.map((heading) => [keyOf(heading), heading]));
  headingMaps.set(headings, byKey);
  return byKey.get(keyOf(reference));
}
