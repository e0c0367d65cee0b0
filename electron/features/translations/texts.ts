import type { EntryKind, EntryText } from '#shared/contract/entries.ts';
import type { TextReference } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { compareByOrderKey, numberEntries } from '#shared/domain/minutes/numbering.ts';
import { filledLanguages } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { loadMeetingDetail } from '../meetings/index.ts';
import { listHeadings } from './headings.ts';

/** A row or a heading of a meeting with its texts. */
export interface MeetingText {
  reference: TextReference;
  sourceLanguage: Language;
  texts: Record<Language, EntryText>;
  /** As printed: «3» of an agenda item, «3.1» of a decision; empty where there is none. */
  number: string;
  /** Null of a heading. */
  entryKind: EntryKind | null;
}

/**
 * Everything of a meeting that is written in some language, in the order of the minutes; undefined when there is no such
 * meeting.
 */
export function listTexts(connection: Connection, meetingId: string): MeetingText[] | undefined {
  const detail = loadMeetingDetail(connection, meetingId);
  if (detail === undefined) return undefined;
  const headings = listHeadings(connection, detail);
  const agenda = [...detail.agenda].sort(compareByOrderKey);
  const numbers = numberEntries(agenda, detail.entries);
  const texts: MeetingText[] = [];
  const addHeadings = (isWanted: (heading: (typeof headings)[number]) => boolean, number = ''): void => {
    for (const heading of headings) {
      if (!isWanted(heading)) continue;
      const { kind, id, sourceLanguage } = heading;
      texts.push({ reference: { kind, id }, sourceLanguage, texts: heading.texts, number, entryKind: null });
    }
  };
  addHeadings(({ kind }) => kind.startsWith('meeting_'));
  const rows = Map.groupBy([...detail.entries].sort(compareByOrderKey), (entry) => entry.agendaItemId);
  agenda.forEach((item, index) => {
    addHeadings(({ kind, id }) => kind === 'agenda_title' && id === item.id, String(index + 1));
    for (const entry of rows.get(item.id) ?? []) {
      const { id, sourceLanguage, kind } = entry;
      const isWritten = filledLanguages({
        en: entry.texts.en.text,
        ru: entry.texts.ru.text,
        zh: entry.texts.zh.text,
      }).length;
      if (isWritten === 0) continue;
      texts.push({
        reference: { kind: 'entry', id },
        sourceLanguage,
        texts: entry.texts,
        number: numbers.get(id) ?? '',
        entryKind: kind,
      });
    }
  });
  addHeadings(({ kind }) => kind === 'agreement_title' || kind === 'party_description');
  return texts;
}
