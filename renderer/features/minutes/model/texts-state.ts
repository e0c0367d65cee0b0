import type { Entry, EntryText } from '#shared/contract/entries.ts';
import type { Heading, HeadingKind, TextPlace, TextReference } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { textsForSource } from '#shared/domain/translations/source.ts';
import type { Translated } from '#shared/domain/translations/state.ts';
import { withAgenda, withEntries, withHeadings, withMeeting } from './minutes-state.ts';
import { keyOf } from './text-kinds.ts';
import type { MinutesState } from './types.ts';

export function translatedOf(state: MinutesState, { kind, id }: TextReference): Translated | undefined {
  if (kind === 'entry') return state.entries.get(id);
  return state.headings.find((heading) => heading.kind === kind && heading.id === id);
}

/** A text that is written is no longer one that is not needed. */
export function withText<T extends Translated>(translated: T, language: Language, change: Partial<EntryText>): T {
  const next = { ...translated.texts[language], ...change };
  if (change.text !== undefined || next.isNotNeeded === undefined) delete next.isNotNeeded;
  return { ...translated, texts: { ...translated.texts, [language]: next } };
}

/** The others become translations of another text, and what was known to say the same is still known to. */
export function withSource<T extends Translated>(translated: T, sourceLanguage: Language): T {
  if (translated.sourceLanguage === sourceLanguage) return translated;
  return { ...translated, sourceLanguage, texts: textsForSource(translated, sourceLanguage) };
}

export interface TextChange {
  place: TextPlace;
  change: Partial<EntryText>;
}

/** With other texts, or other facts of them; what is said of rows and headings that are not there is passed over. */
export function withTextsAt(state: MinutesState, changes: readonly TextChange[]): MinutesState {
  const entries = new Map<string, Entry>();
  let next = state;
  for (const { place, change } of changes) {
    const { kind, id, language } = place;
    if (kind === 'entry') {
      const entry = entries.get(id) ?? state.entries.get(id);
      if (entry !== undefined) entries.set(id, withText(entry, language, change));
    } else {
      next = changeHeading(next, { kind, id }, (heading) => withText(heading, language, change));
      if (change.text !== undefined) next = withTitle(next, { kind, id, language }, change.text);
    }
  }
  return withEntries(next, [...entries.values()]);
}

export function withHeadingSource(
  state: MinutesState,
  reference: Pick<Heading, 'kind' | 'id'>,
  sourceLanguage: Language,
): MinutesState {
  return changeHeading(state, reference, (heading) => withSource(heading, sourceLanguage));
}

function changeHeading(
  state: MinutesState,
  { kind, id }: Pick<Heading, 'kind' | 'id'>,
  change: (heading: Heading) => Heading,
): MinutesState {
  const isMeant = (heading: Heading): boolean => heading.kind === kind && heading.id === id;
  return withHeadings(
    state,
    state.headings.map((heading) => (isMeant(heading) ? change(heading) : heading)),
  );
}

/** Titles stand with their records as well. */
function withTitle(
  state: MinutesState,
  { kind, id, language }: { kind: HeadingKind; id: string; language: Language },
  text: string,
): MinutesState {
  const { meeting, agenda } = state;
  switch (kind) {
    case 'meeting_title':
      return withMeeting(state, { ...meeting, title: { ...meeting.title, [language]: text } });
    case 'meeting_theme':
      return withMeeting(state, { ...meeting, theme: { ...meeting.theme, [language]: text } });
    case 'meeting_framework':
      return withMeeting(state, { ...meeting, framework: { ...meeting.framework, [language]: text } });
    case 'agenda_title':
      return withAgenda(
        state,
        agenda.map((item) => (item.id === id ? { ...item, title: { ...item.title, [language]: text } } : item)),
      );
    case 'agreement_title':
    case 'party_description':
      return state;
  }
}

/**
 * The headings as read, with those kept in their place that are no longer written in any language but have a field in
 * which the user is: a title that was emptied in order to be written anew must not be taken away meanwhile.
 */
export function keepHeld(
  before: readonly Heading[],
  read: readonly Heading[],
  isHeld: (heading: Heading) => boolean,
): readonly Heading[] {
  const known = new Set(read.map(keyOf));
  const next = [...read];
  for (const [index, heading] of before.entries()) {
    if (known.has(keyOf(heading)) || !isHeld(heading)) continue;
    const above = before.slice(0, index).findLast((other) => known.has(keyOf(other)));
    const at = above === undefined ? 0 : next.findIndex((other) => keyOf(other) === keyOf(above)) + 1;
    next.splice(at, 0, {
      ...heading,
      texts: {
        en: { ...heading.texts.en, text: '' },
        ru: { ...heading.texts.ru, text: '' },
        zh: { ...heading.texts.zh, text: '' },
      },
    });
    known.add(keyOf(heading));
  }
  return next;
}
