import type { DocumentFinding, DocumentKind } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import type { Language } from '../language.ts';
import { isExpected } from '../letters/parties.ts';
import { checkMinutes } from '../minutes/check.ts';
import { isPresent } from '../minutes/people.ts';
import { protocolRank } from '../minutes/protocol-order.ts';
import { findBelongings } from './belongs.ts';

type Code = DocumentFinding['code'];

const head: Code[] = ['title-missing', 'side-name-missing'];
const setting: Code[] = ['time-missing', 'place-missing'];
const personal: Code[] = ['name-missing', 'position-missing', 'organization-missing'];
const outcome: Code[] = ['text-missing', 'action-without-owner', 'action-without-due'];

/** What each kind prints, so that a gap in it is seen. */
const asked: Record<Exclude<DocumentKind, 'minutes'>, ReadonlySet<Code>> = {
  short_minutes: new Set<Code>([
    ...[...head, ...setting, ...personal, ...outcome],
    ...(['theme-missing', 'agenda-title-missing', 'agreement-title-missing'] as const),
    ...(['chair-missing', 'secretary-missing', 'attendance-unsettled'] as const),
  ]),
  extract: new Set<Code>([
    ...[...head, ...setting, ...outcome],
    ...(['theme-missing', 'agenda-title-missing', 'secretary-missing'] as const),
  ]),
  actions: new Set<Code>([...head, ...outcome]),
  agenda: new Set<Code>([...head, ...setting, ...personal, 'agenda-title-missing']),
  attendance_sheet: new Set<Code>([...head, ...setting, ...personal]),
  invitation: new Set<Code>(['title-missing', ...setting]),
  news: new Set<Code>([
    ...[...head, ...personal],
    ...(['theme-missing', 'place-missing', 'text-missing', 'speaker-unknown', 'agreement-title-missing'] as const),
  ]),
};

/**
 * What a reader of a document of this kind would miss, in the order of the minutes; of an extract, only what concerns
 * the organisation.
 */
export function checkDocument(
  record: MeetingRecord,
  kind: DocumentKind,
  languages: readonly Language[],
  organizationId: string | null = null,
): DocumentFinding[] {
  const findings = checkMinutes(record, languages);
  if (kind === 'minutes') return findings;
  const rows = wantedRows(record, kind, organizationId);
  return findings.filter(({ code, ref }) => {
    if (!asked[kind].has(code)) return false;
    if (ref.kind === 'attendance') return rows.attendance.has(ref.id);
    if (ref.kind === 'entry') return rows.entries.has(ref.id);
    return ref.kind !== 'agenda' || rows.items.has(ref.id);
  });
}

/** The people, entries and items that a document of this kind names. */
function wantedRows(
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
    case 'short_minutes':
    case 'invitation':
      return { attendance: ids(attendance), items: ids(agenda), entries: ids(entriesOf('decision', 'action')) };
  }
}
