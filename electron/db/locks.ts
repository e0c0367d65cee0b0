import type { HeadingKind } from '#shared/contract/translations.ts';
import { isLocked, type MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Connection } from './connection.ts';
import { headingColumns } from './heading-rows.ts';
import type { HeadingTextRow, RecordTable } from './schema.ts';

type Row = Record<string, string | number | null>;

/** Minutes that every side has agreed to would have been changed; nothing was. */
export class MinutesLocked extends Error {
  readonly meetingId: string;

  constructor(meetingId: string) {
    super(`the minutes of ${meetingId} are agreed`);
    this.name = 'MinutesLocked';
    this.meetingId = meetingId;
  }
}

/** How a row of the minutes names its meeting, and which of its columns are not the text of the minutes. */
interface Rule {
  by: 'id' | 'meeting_id' | 'entry_id' | 'agreement_id' | 'record_id';
  free: readonly string[];
  /** What holds where there is no row. */
  unsaid?: Row;
}

const unsaidHeading = { revision: 0, base_revision: null, is_not_needed: 0 } satisfies Partial<HeadingTextRow>;

const rules: Partial<Record<RecordTable, Rule>> = {
  meeting: { by: 'id', free: ['status', 'parent_id', 'calendar_sequence'] },
  // References to the register follow when two of its records are joined; what is printed is not changed by it.
  meeting_side: { by: 'meeting_id', free: ['lead_organization_id'] },
  meeting_venue: { by: 'meeting_id', free: [] },
  meeting_organizer: { by: 'meeting_id', free: ['organization_id'] },
  attendance: { by: 'meeting_id', free: ['person_id', 'organization_id'] },
  agenda_item: { by: 'meeting_id', free: [] },
  entry: { by: 'meeting_id', free: [] },
  // That somebody has read a text again changes nothing of it.
  entry_text: { by: 'entry_id', free: ['status'] },
  // Work goes on after the minutes are agreed.
  action: { by: 'entry_id', free: ['status'] },
  action_owner: { by: 'entry_id', free: ['person_id', 'organization_id'] },
  agreement: { by: 'meeting_id', free: [] },
  agreement_party: { by: 'agreement_id', free: ['organization_id'] },
  agreement_signatory: { by: 'agreement_id', free: ['person_id'] },
  heading_text: { by: 'record_id', free: ['status'], unsaid: unsaidHeading },
  heading_source: { by: 'record_id', free: [] },
};

/** Watches over one change set. */
export interface LockWatch {
  /** To be called before a row is written, with its images. */
  notice(table: RecordTable, before: Row | null, after: Row | null): void;
  /** The row belongs to minutes that were agreed when the change set began. */
  isLocked(table: RecordTable, row: Row): boolean;
  /**
   * To be called when all is written. Throws {@link MinutesLocked} when minutes that were agreed before, and are so
   * still, were changed. A change set that opens them, or takes their being agreed back, may do both at once; with
   * `mayVanish` so may one that takes back how they came here.
   */
  assertKept(mayVanish: boolean): void;
}

export function watchLocks(connection: Connection): LockWatch {
  /** Whether meetings were locked before the change set, as far as it has touched them. */
  const wasLocked = new Map<string, boolean>();
  /** The meetings of records, by their table and id; null: of none. */
  const meetings = new Map<string, string | null>();
  const broken = new Set<string>();

  const see = (meetingId: string, readStatus: () => string | undefined): boolean => {
    let known = wasLocked.get(meetingId);
    if (known === undefined) {
      const status = readStatus();
      known = status !== undefined && isLocked(status as MeetingStatus);
      wasLocked.set(meetingId, known);
    }
    return known;
  };

  const meetingOf = (rule: Rule, row: Row): string | null => {
    const id = row[rule.by]?.toString();
    if (id === undefined) return null;
    const table = ownerTableOf(rule, row);
    if (table === 'meeting') return id;
    const known = meetings.get(`${table}/${id}`);
    if (known !== undefined) return known;
    const owner = findOwner(connection, table, id);
    // Gone already: whoever removed it was noticed.
    if (owner === undefined) return null;
    const { meetingId, status } = owner;
    meetings.set(`${table}/${id}`, meetingId);
    if (meetingId !== null) see(meetingId, () => status ?? undefined);
    return meetingId;
  };

  const isRowLocked = (rule: Rule, row: Row): boolean => {
    const meetingId = meetingOf(rule, row);
    return meetingId !== null && see(meetingId, () => findStatus(connection, meetingId));
  };

  return {
    notice(table, before, after) {
      const rule = rules[table];
      if (rule === undefined) return;
      if (table === 'meeting') see(String((before ?? after)?.['id']), () => before?.['status']?.toString());
      if (isFree(rule, before, after)) return;
      for (const row of [before, after]) {
        if (row === null) continue;
        // Texts of a row that came with this very change set are not looked up one by one.
        if (table === 'entry' || table === 'agreement' || table === 'agenda_item') {
          meetings.set(`${table}/${String(row['id'])}`, row['meeting_id']?.toString() ?? null);
        }
        const meetingId = isRowLocked(rule, row) ? meetingOf(rule, row) : null;
        if (meetingId !== null) broken.add(meetingId);
      }
    },
    isLocked(table, row) {
      const rule = rules[table];
      return rule !== undefined && isRowLocked(rule, row);
    },
    assertKept(mayVanish) {
      for (const meetingId of broken) {
        const status = findStatus(connection, meetingId);
        const isGone = status === undefined;
        if (isGone ? !mayVanish : isLocked(status as MeetingStatus)) throw new MinutesLocked(meetingId);
      }
    },
  };
}

function isFree(rule: Rule, before: Row | null, after: Row | null): boolean {
  const [from, to] = [before ?? withoutRow(rule, after), after ?? withoutRow(rule, before)];
  if (from === null || to === null) return false;
  return Object.keys(to).every((name) => to[name] === from[name] || rule.free.includes(name));
}

const withoutRow = ({ unsaid }: Rule, row: Row | null): Row | null =>
  row === null || unsaid === undefined ? null : { ...row, ...unsaid };

function findStatus(connection: Connection, meetingId: string): string | undefined {
  return connection.sql<{ status: string }>('SELECT status FROM meeting WHERE id = ?', meetingId)[0]?.status;
}

type OwnerTable = 'meeting' | 'entry' | 'agreement' | 'agreement_party' | 'agenda_item';

function ownerTableOf(rule: Rule, row: Row): OwnerTable {
  if (rule.by === 'entry_id') return 'entry';
  if (rule.by === 'agreement_id') return 'agreement';
  return rule.by === 'record_id' ? headingColumns[row['kind'] as HeadingKind].table : 'meeting';
}

/**
 * One look-up for meeting and status together: this stands in the way of every text that is saved. Both are null of an
 * agreement that belongs to no meeting.
 */
function findOwner(
  connection: Connection,
  table: Exclude<OwnerTable, 'meeting'>,
  id: string,
): { meetingId: string | null; status: string | null } | undefined {
  if (table === 'agreement_party') {
    const [party] = connection.sql<{ agreementId: string }>(
      'SELECT agreement_id AS "agreementId" FROM agreement_party WHERE id = ?',
      id,
    );
    return party && findOwner(connection, 'agreement', party.agreementId);
  }
  return connection.sql<{ meetingId: string | null; status: string | null }>(
    `SELECT meeting_id AS "meetingId", (SELECT status FROM meeting WHERE id = ${table}.meeting_id) AS status
     FROM ${table} WHERE id = ?`,
    id,
  )[0];
}
