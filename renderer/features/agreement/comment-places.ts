import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedComment } from '#shared/contract/circulations.ts';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { compareByOrderKey, numberEntries } from '#shared/domain/minutes/numbering.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { PickerItem } from '../../ui/picker.tsx';

const kindKeys = {
  speech: 'minutes:kind.speech',
  decision: 'minutes:kind.decision',
  action: 'minutes:kind.action',
  proposal: 'minutes:kind.proposal',
  note: 'minutes:kind.note',
} as const satisfies Record<EntryKind, string>;

/** Rows of the minutes in order, each with its name, e.g. «Decision 3.1». */
export interface EntryPlaces {
  order: ReadonlyMap<string, number>;
  nameOf: (entry: Entry) => string;
  entries: readonly Entry[];
}

export function useEntryPlaces({ agenda, entries }: MeetingDetail): EntryPlaces {
  const { t } = useTranslation(['agreement', 'minutes']);
  return useMemo(() => {
    const items = agenda.toSorted(compareByOrderKey);
    const itemNumbers = new Map(items.map(({ id }, index) => [id, index + 1]));
    const numbers = numberEntries(agenda, entries);
    const sorted = entries.toSorted(
      (a, b) =>
        (itemNumbers.get(a.agendaItemId) ?? 0) - (itemNumbers.get(b.agendaItemId) ?? 0) || compareByOrderKey(a, b),
    );
    return {
      entries: sorted,
      order: new Map(sorted.map(({ id }, index) => [id, index])),
      nameOf: (entry) => {
        const kind = t(kindKeys[entry.kind]);
        const number = numbers.get(entry.id);
        if (number !== undefined) return t('agreement:comments.numbered', { kind, number });
        return t('agreement:comments.underItem', { kind, item: itemNumbers.get(entry.agendaItemId) ?? 0 });
      },
    };
  }, [agenda, entries, t]);
}

/** Rows to choose from, found by number and by their text in any language. */
export function useEntryItems(places: EntryPlaces): PickerItem[] {
  const language = useUiLanguage();
  return useMemo(
    () =>
      places.entries.map((entry): PickerItem => {
        const texts: LocalizedText = { en: entry.texts.en.text, ru: entry.texts.ru.text, zh: entry.texts.zh.text };
        const { text } = chooseText(texts, language);
        return {
          id: entry.id,
          label: `${places.nameOf(entry)} · ${beginning(text)}`,
          searchText: Object.values(texts).join(' '),
        };
      }),
    [places, language],
  );
}

const shownLetters = 60;

function beginning(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > shownLetters ? `${line.slice(0, shownLetters).trimEnd()}…` : line;
}

export interface CommentGroup {
  /** An agenda item's id, or what the comments have in common instead. */
  id: string;
  title: { number: number; text: LocalizedText } | 'whole' | 'gone';
  comments: ListedComment[];
}

/** By agenda item, in the order of the minutes; then what is about the whole, then what has lost its row. */
export function groupComments(
  comments: readonly ListedComment[],
  { agenda }: Pick<MeetingDetail, 'agenda'>,
  order: ReadonlyMap<string, number>,
): CommentGroup[] {
  const place = ({ entryId }: ListedComment): number => (entryId === null ? 0 : (order.get(entryId) ?? 0));
  const sorted = comments.toSorted((a, b) => place(a) - place(b) || a.receivedAtMs - b.receivedAtMs);
  const isGone = (one: ListedComment): boolean => one.entryId !== null && (one.place.isGone || !order.has(one.entryId));
  const groups: CommentGroup[] = [
    ...agenda.toSorted(compareByOrderKey).map((item, index): CommentGroup => ({
      id: item.id,
      title: { number: index + 1, text: item.title },
      comments: sorted.filter((one) => !isGone(one) && one.entryId !== null && one.place.agendaItemId === item.id),
    })),
    { id: 'whole', title: 'whole', comments: sorted.filter(({ entryId }) => entryId === null) },
    { id: 'gone', title: 'gone', comments: sorted.filter(isGone) },
  ];
  return groups.filter((group) => group.comments.length > 0);
}
