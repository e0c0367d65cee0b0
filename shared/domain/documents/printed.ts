import type { DocumentKind } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Heading, HeadingKind } from '../../contract/translations.ts';
import { filledLanguages } from '../language.ts';
import { isExpected } from '../letters/parties.ts';
import { isPresent } from '../minutes/people.ts';
import { protocolRank } from '../minutes/protocol-order.ts';
import { headingsOf } from '../translations/headings.ts';
import type { Translated } from '../translations/state.ts';
import { findBelongings } from './belongs.ts';

const facts: HeadingKind[] = ['meeting_title', 'meeting_framework', 'meeting_theme'];
const agreements: HeadingKind[] = ['agreement_title', 'party_description'];
const kindsOf: Record<DocumentKind, ReadonlySet<HeadingKind>> = {
  minutes: new Set<HeadingKind>([...facts, 'agenda_title', ...agreements]),
  short_minutes: new Set<HeadingKind>([...facts, 'agenda_title', ...agreements]),
  extract: new Set<HeadingKind>([...facts, 'agenda_title']),
  actions: new Set<HeadingKind>(['meeting_title']),
  agenda: new Set<HeadingKind>(['meeting_title', 'agenda_title']),
  attendance_sheet: new Set<HeadingKind>(['meeting_title']),
  invitation: new Set<HeadingKind>(['meeting_title', 'meeting_framework']),
  news: new Set<HeadingKind>([...facts, ...agreements]),
};

/** The headings that a document of this kind prints. */
export function printedHeadings(record: MeetingRecord, kind: DocumentKind, organizationId: string | null): Heading[] {
  const { items } = printedRows(record, kind, organizationId);
  return headingsOf(record).filter(
    (heading) => kindsOf[kind].has(heading.kind) && (heading.kind !== 'agenda_title' || items.has(heading.id)),
  );
}

/** The texts that a document of this kind prints, as far as they are written in some language. */
export function printedTexts(
  record: MeetingRecord,
  kind: DocumentKind,
  organizationId: string | null,
): Record<'headings' | 'entries', Translated[]> {
  const rows = printedRows(record, kind, organizationId);
  const entries = record.entries.filter(({ id, texts: { en, ru, zh } }) => {
    return rows.entries.has(id) && filledLanguages({ en: en.text, ru: ru.text, zh: zh.text }).length > 0;
  });
  return { headings: printedHeadings(record, kind, organizationId), entries };
}

/** The people, entries and items that a document of this kind names. */
export function printedRows(
  record: MeetingRecord,
  kind: DocumentKind,
  organizationId: string | null,
): Record<'attendance' | 'entries' | 'items', ReadonlySet<string>> {
  const ids = (rows: readonly { id: string }[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id));
  const entriesOf = (...kinds: string[]): MeetingRecord['entries'] =>
    record.entries.filter((entry) => kinds.includes(entry.kind));
  const { attendance, agenda } = record;
  switch (kind) {
    case 'extract': {
      const belongings = findBelongings(record, organizationId ?? '');
      const items = ids(belongings.items.map(({ item }) => item));
      const decisions = entriesOf('decision').filter(({ agendaItemId }) => items.has(agendaItemId));
      return {
        attendance: new Set(),
        items,
        entries: ids([...decisions, ...record.entries.filter(belongings.action)]),
      };
    }
    case 'actions':
      return { attendance: new Set(), items: new Set(), entries: ids(entriesOf('action')) };
    case 'agenda':
    case 'attendance_sheet':
      return { attendance: ids(attendance.filter(isExpected)), items: ids(agenda), entries: new Set() };
    case 'news': {
      const speaking = new Set(entriesOf('speech', 'proposal').map((entry) => entry.speakerAttendanceId));
      const named = attendance.filter((row) => isPresent(row) && (speaking.has(row.id) || protocolRank(row) < 2));
      return { attendance: ids(named), items: new Set(), entries: ids(entriesOf('speech', 'proposal', 'decision')) };
    }
    case 'minutes':
      return { attendance: ids(attendance), items: ids(agenda), entries: ids(record.entries) };
    case 'short_minutes':
    case 'invitation':
      return { attendance: ids(attendance), items: ids(agenda), entries: ids(entriesOf('decision', 'action')) };
  }
}
