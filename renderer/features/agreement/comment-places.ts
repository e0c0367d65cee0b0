import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedComment } from '#shared/contract/circulations.ts';
import type { Entry, EntryKind } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { chooseText, type Language, type LocalizedText } from '#shared/domain/language.ts';
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

/** A row, an agenda item or a document signed: what it is called and where it stands; `href` null: it is gone. */
export interface Place {
  name: string;
  href: string | null;
}

/** What comments can be about, in the order of the minutes. */
export interface Places {
  /** Rows in order. */
  entries: readonly Entry[];
  nameOf: (entry: Entry) => string;
  /** How far down something stands; what is gone comes first. */
  orderOf: (id: string | null) => number;
  /** `number`: as it is known of something that is gone; `language`: in which the row is to be looked at. */
  placeOf: (comment: { entryId: string | null; number: string; language: Language }) => Place;
}

export function usePlaces({ meeting, agenda, entries, agreements }: MeetingDetail): Places {
  const { t } = useTranslation(['agreement', 'minutes']);
  return useMemo(() => {
    const items = agenda.toSorted(compareByOrderKey);
    const itemNumbers = new Map(items.map(({ id }, index) => [id, index + 1]));
    const numbers = numberEntries(agenda, entries);
    const under = Map.groupBy(entries.toSorted(compareByOrderKey), ({ agendaItemId }) => agendaItemId);
    const sorted = items.flatMap(({ id }) => under.get(id) ?? []);
    const inOrder = [
      ...items.flatMap(({ id }) => [id, ...(under.get(id) ?? []).map((entry) => entry.id)]),
      ...agreements.map(({ id }) => id),
    ];
    const order = new Map(inOrder.map((id, index) => [id, index + 1]));
    const nameOf = (entry: Entry): string => {
      const kind = t(kindKeys[entry.kind]);
      const number = numbers.get(entry.id);
      if (number !== undefined) return t('agreement:comments.numbered', { kind, number });
      return t('agreement:comments.underItem', { kind, item: itemNumbers.get(entry.agendaItemId) ?? 0 });
    };
    const base = `/meetings/${meeting.id}`;
    return {
      entries: sorted,
      nameOf,
      orderOf: (id) => (id === null ? 0 : (order.get(id) ?? 0)),
      placeOf: ({ entryId, number, language }) => {
        if (entryId === null) return { name: t('agreement:comments.wholeShort'), href: `${base}/minutes` };
        const entry = entries.find(({ id }) => id === entryId);
        if (entry) return { name: nameOf(entry), href: `${base}/minutes?focus=${entryId}&language=${language}` };
        const item = itemNumbers.get(entryId);
        if (item !== undefined) {
          return { name: t('agreement:comments.agendaItem', { item }), href: `${base}/agenda?focus=${entryId}` };
        }
        if (order.has(entryId)) {
          return { name: t('agreement:comments.document'), href: `${base}/overview?focus=${entryId}` };
        }
        const name =
          number === '' ? t('agreement:comments.rowGone') : t('agreement:comments.rowGoneNumber', { number });
        return { name, href: null };
      },
    };
  }, [meeting.id, agenda, entries, agreements, t]);
}

/** Rows to choose from, found by number and by their text in any language. */
export function useEntryItems(places: Places): PickerItem[] {
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
  orderOf: Places['orderOf'],
): CommentGroup[] {
  const sorted = comments.toSorted(
    (a, b) => orderOf(a.entryId) - orderOf(b.entryId) || a.receivedAtMs - b.receivedAtMs,
  );
  const groups: CommentGroup[] = [
    ...agenda.toSorted(compareByOrderKey).map((item, index): CommentGroup => ({
      id: item.id,
      title: { number: index + 1, text: item.title },
      comments: sorted.filter(({ place }) => !place.isGone && place.agendaItemId === item.id),
    })),
    {
      id: 'whole',
      title: 'whole',
      comments: sorted.filter(({ place }) => !place.isGone && place.agendaItemId === null),
    },
    { id: 'gone', title: 'gone', comments: sorted.filter(({ place }) => place.isGone) },
  ];
  return groups.filter((group) => group.comments.length > 0);
}
