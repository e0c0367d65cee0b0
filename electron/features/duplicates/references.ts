import type { DuplicateKind } from '#shared/contract/duplicates.ts';
import type { Row, Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { tableKeys } from '../../db/table-keys.ts';

/** A column that points to a record, and what becomes of its rows when that record is joined into another. */
export interface Reference {
  table: RecordTable;
  column: string;
  /**
   * `joined`: part of the record itself, see join-people.ts, join-organizations.ts, distinct.ts and features/letterheads.
   * `moved`: the row follows.
   * `moved_once`: the row follows, unless the other record has one that is equal in everything but its place in a list.
   * Of agreed minutes, which lose no row, both follow.
   */
  fate: 'joined' | 'moved' | 'moved_once';
  /** Columns that point to such a row: they follow when it is dropped as a double. */
  referencedBy?: readonly Reference[];
}

const attendanceReferences: readonly Reference[] = [
  { table: 'agenda_item', column: 'presenter_attendance_id', fate: 'moved' },
  { table: 'entry', column: 'speaker_attendance_id', fate: 'moved' },
  { table: 'agreement_signatory', column: 'attendance_id', fate: 'moved_once' },
];

const partyReferences: readonly Reference[] = [
  { table: 'agreement_signatory', column: 'party_id', fate: 'moved' },
  { table: 'agreement_copy', column: 'keeper_party_id', fate: 'moved' },
];

/**
 * Every column of the store that points to a person, an organisation or an attendance. A test holds this list against
 * the foreign keys of the store, so that no later table is forgotten.
 *
 * Two attendances of one person at one meeting become one only when they are equal throughout, the snapshot that the
 * minutes print included. Where they differ, both stay: the minutes keep what they said, and no speech loses its
 * speaker. The secretary may remove one by hand.
 */
export const references: Record<DuplicateKind | 'attendance', readonly Reference[]> = {
  person: [
    { table: 'person_name', column: 'person_id', fate: 'joined' },
    { table: 'person_alias', column: 'person_id', fate: 'joined' },
    { table: 'affiliation', column: 'person_id', fate: 'joined' },
    { table: 'person_distinct', column: 'person_id', fate: 'joined' },
    { table: 'person_distinct', column: 'other_person_id', fate: 'joined' },
    { table: 'membership', column: 'person_id', fate: 'moved_once' },
    { table: 'attendance', column: 'person_id', fate: 'moved_once', referencedBy: attendanceReferences },
    { table: 'action_owner', column: 'person_id', fate: 'moved_once' },
    { table: 'action_assignee', column: 'person_id', fate: 'moved_once' },
    { table: 'status_report', column: 'reporter_person_id', fate: 'moved' },
    { table: 'agreement_signatory', column: 'person_id', fate: 'moved' },
    { table: 'entry_mention', column: 'person_id', fate: 'moved_once' },
  ],
  organization: [
    { table: 'organization_alias', column: 'organization_id', fate: 'joined' },
    { table: 'letterhead', column: 'organization_id', fate: 'joined' },
    { table: 'organization_relation', column: 'from_organization_id', fate: 'joined' },
    { table: 'organization_distinct', column: 'organization_id', fate: 'joined' },
    { table: 'organization_distinct', column: 'other_organization_id', fate: 'joined' },
    { table: 'organization_relation', column: 'to_organization_id', fate: 'moved_once' },
    { table: 'affiliation', column: 'organization_id', fate: 'moved_once' },
    { table: 'group_side', column: 'lead_organization_id', fate: 'moved' },
    { table: 'group_side', column: 'coordinating_organization_id', fate: 'moved' },
    { table: 'membership', column: 'organization_id', fate: 'moved_once' },
    { table: 'meeting_organizer', column: 'organization_id', fate: 'moved_once' },
    { table: 'meeting_side', column: 'lead_organization_id', fate: 'moved' },
    { table: 'attendance', column: 'organization_id', fate: 'moved' },
    { table: 'action_owner', column: 'organization_id', fate: 'moved_once' },
    { table: 'action_assignee', column: 'organization_id', fate: 'moved_once' },
    { table: 'proposal_partner', column: 'organization_id', fate: 'moved_once' },
    { table: 'agreement_party', column: 'organization_id', fate: 'moved_once', referencedBy: partyReferences },
  ],
  attendance: attendanceReferences,
};

/** Lets every row that pointed to `fromId` point to `toId`. */
export function moveReferences(
  connection: Connection,
  write: Write,
  moved: readonly Reference[],
  fromId: string,
  toId: string,
): void {
  for (const reference of moved) {
    const { table, column, fate } = reference;
    if (fate === 'joined') continue;
    const rowsOf = (id: string): Row[] => connection.sql<Row>(`SELECT * FROM ${table} WHERE ${column} = ?`, id);
    for (const row of rowsOf(fromId)) {
      const next = { ...row, [column]: toId };
      const mayGo = fate === 'moved_once' && !write.isLocked(table, row);
      const double = mayGo ? rowsOf(toId).find((known) => isDouble(known, next)) : undefined;
      const key = Object.fromEntries(tableKeys[table].map((name) => [name, row[name]]));
      if (double === undefined) {
        write.update(table, key, { [column]: toId });
        continue;
      }
      moveReferences(connection, write, reference.referencedBy ?? [], String(row['id']), String(double['id']));
      write.remove(table, key);
    }
  }
}

const placeColumns = new Set(['id', 'order_index', 'order_key']);

function isDouble(known: Row, next: Row): boolean {
  return Object.entries(next).every(([column, value]) => placeColumns.has(column) || known[column] === value);
}
