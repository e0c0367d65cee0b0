import type { Entry, EntryChange } from '#shared/contract/entries.ts';
import type { ChangeName } from '#shared/contract/history.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { isCurrent } from '#shared/domain/translations/source.ts';

const labelLength = 60;

/** By which the history names a row. */
export const toLabel = (text: string): string => text.slice(0, labelLength);

export const entryLabel = (entry: Entry): string => toLabel(entry.texts[entry.sourceLanguage].text);

/** What a change is called by the fields it touches. */
export function nameOfChange(changes: readonly EntryChange[]): ChangeName {
  const fields = changes.flatMap((change) => Object.keys(withoutGaps(change))).filter((field) => field !== 'id');
  const isOnly = (...names: string[]): boolean => fields.every((field) => names.includes(field));
  if (fields.length === 0) return 'entry.update';
  if (isOnly('speakerAttendanceId')) return 'entry.speaker';
  if (isOnly('action')) return 'entry.action';
  if (isOnly('kind', 'action')) return 'entry.kind';
  return isOnly('agendaItemId', 'orderKey') ? 'entry.move' : 'entry.update';
}

/** A field that is named but undefined says nothing. */
export function withoutGaps(change: EntryChange): EntryChange {
  const fields: [string, unknown][] = Object.entries(change);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as EntryChange;
}

type Texts = Pick<Entry, 'texts' | 'sourceLanguage'>;

/**
 * Translations that are right for the source text when two rows were joined: both halves of them were, or one need not
 * be. The others are behind it, and the source needs a new revision for that to show.
 */
export function translationsInStep(entry: Texts, other: Texts): Set<Language> {
  const { sourceLanguage } = entry;
  const isDone = (half: Texts, language: Language): boolean =>
    isCurrent(half, language) || half.texts[language].isNotNeeded === true;
  return new Set(
    languages.filter(
      (language) =>
        language !== sourceLanguage &&
        isDone(entry, language) &&
        isDone(other, language) &&
        isCurrent(other, sourceLanguage),
    ),
  );
}

/** Empty texts of joined rows that are no gap: where neither of the two had one. */
export function notNeededOfBoth(entry: Texts, other: Texts): Set<Language> {
  const isSettled = ({ texts, sourceLanguage }: Texts, language: Language): boolean =>
    texts[language].isNotNeeded === true || (texts[language].text === '' && texts[sourceLanguage].text === '');
  return new Set(languages.filter((language) => isSettled(entry, language) && isSettled(other, language)));
}
