import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewPlace } from '#shared/contract/documents.ts';
import type { EntryKind } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { type ChosenText, chooseText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import { numberEntries } from '#shared/domain/minutes/numbering.ts';
import { attendanceName } from '../meetings/index.ts';

const kindKeys = {
  speech: 'minutes:kind.speech',
  decision: 'minutes:kind.decision',
  action: 'minutes:kind.action',
  proposal: 'minutes:kind.proposal',
  note: 'minutes:kind.note',
} as const satisfies Record<EntryKind, string>;

/** From here on a text is cut in a list, in UTF-16 units. */
const longText = 60;

export interface PlaceWords {
  label: string;
  /** Of the content in it, which a screen reader should pronounce. */
  language: Language;
}

/** Names what stands at a place: «Decision 3.1: To found a joint laboratory». */
export function usePlaceWords(detail: MeetingDetail): (place: PreviewPlace) => PlaceWords {
  const { t } = useTranslation(['export', 'minutes']);
  return useMemo(() => {
    const { meeting, agenda, entries, attendance, agreements } = detail;
    const numbers = numberEntries(agenda, entries);
    return ({ ref, language }) => {
      const say = (value: LocalizedText, words: (text: string) => string): PlaceWords => {
        const chosen = chooseText(value, language);
        return { label: words(cut(chosen.text)), language: chosen.language };
      };
      const plain = (label: string): PlaceWords => ({ label, language });
      switch (ref.kind) {
        case 'meeting':
          return plain(t('export:place.meeting'));
        case 'attendance': {
          const row = attendance.find(({ id }) => id === ref.id);
          const name: ChosenText | undefined = row && attendanceName(row, language);
          return name ? { label: name.text, language: name.language } : plain(t('export:place.gone'));
        }
        case 'agenda': {
          const index = agenda.findIndex(({ id }) => id === ref.id);
          const number = index + 1;
          const item = agenda[index];
          if (!item) return plain(t('export:place.gone'));
          return say(item.title, (title) =>
            title === '' ? t('export:place.itemUntitled', { number }) : t('export:place.item', { number, title }),
          );
        }
        case 'entry': {
          const entry = entries.find(({ id }) => id === ref.id);
          if (!entry) return plain(t('export:place.gone'));
          const kind = t(kindKeys[entry.kind]);
          const number = numbers.get(entry.id) ?? '';
          const texts = { en: entry.texts.en.text, ru: entry.texts.ru.text, zh: entry.texts.zh.text };
          return say(texts, (text) =>
            number === '' ? t('export:place.speech', { kind, text }) : t('export:place.entry', { kind, number, text }),
          );
        }
        case 'agreement': {
          const agreement = agreements.find(({ id }) => id === ref.id);
          if (!agreement) return plain(t('export:place.gone'));
          return say(agreement.title, (title) => t('export:place.agreement', { title }));
        }
        case 'side': {
          const side = meeting.sides.find(({ id }) => id === ref.id);
          if (!side) return plain(t('export:place.gone'));
          return say(side.name, (name) => t('export:place.side', { name }));
        }
      }
    };
  }, [detail, t]);
}

function cut(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > longText ? `${line.slice(0, longText).trimEnd()}…` : line;
}
