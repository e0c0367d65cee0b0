import { isLocked, type MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Connection } from './connection.ts';
import type { RecordTable } from './schema.ts';

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
  by: 'id' | 'meeting_id' | 'entry_id' | 'agreement_id';
  free: readonly string[];
}

const rules: Partial<Record<RecordTable, Rule>> = {
  meeting: { by: 'id', free: ['status', 'parent_id', 'calendar_sequence'] },
  // References to the register follow when two of its records are joined; what is printed is not changed by it.
  meeting_side: { by: 'meeting_id', free: ['lead_organization_id'] },
  meeting_venue: { by: 'meeting_id', free: [] },
  meeting_organizer: { by: 'meeting_id', free: ['organization_id'] },
  attendance: { by: 'meeting_id', free: ['person_id', 'organization_id'] },
  agenda_item: { by: 'meeting_id', free: [] },
  entry: { by: 'meeting_id', free: [] },
  entry_text: { by: 'entry_id', free: [] },
  // Work goes on after the minutes are agreed.
  action: { by: 'entry_id', free: ['status'] },
  action_owner: { by: 'entry_id', free: ['person_id', 'organization_id'] },
  agreement: { by: 'meeting_id', free: [] },
  agreement_party: { by: 'agreement_id', free: ['organization_id'] },
  agreement_signatory: { by: 'agreement_id', free: [] },
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
  const meetings = { entry_id: new Map<string, string>(), agreement_id: new Map<string, string>() };
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

  const meetingOf = (rule: Rule, row: Row): string | undefined => {
    const id = String(row[rule.by]);
    if (rule.by === 'id' || rule.by === 'meeting_id') return id;
    const known = meetings[rule.by].get(id);
    if (known !== undefined) return known;
    const owner = findOwner(connection, rule.by, id);
    // Gone already: whoever removed it was noticed.
    if (owner === undefined) return undefined;
    meetings[rule.by].set(id, owner.meetingId);
    see(owner.meetingId, () => owner.status);
    return owner.meetingId;
  };

  const isRowLocked = (rule: Rule, row: Row): boolean => {
    const meetingId = meetingOf(rule, row);
    return meetingId !== undefined && see(meetingId, () => findStatus(connection, meetingId));
  };

  return {
    notice(table, before, after) {
      const rule = rules[table];
      if (rule === undefined) return;
      if (table === 'meeting') see(String((before ?? after)?.['id']), () => before?.['status']?.toString());
      if (before !== null && after !== null && isFree(rule, before, after)) return;
      for (const row of [before, after]) {
        if (row === null) continue;
        // Texts of a row that came with this very change set are not looked up one by one.
        if (table === 'entry') meetings.entry_id.set(String(row['id']), String(row['meeting_id']));
        if (table === 'agreement') meetings.agreement_id.set(String(row['id']), String(row['meeting_id']));
        const meetingId = isRowLocked(rule, row) ? meetingOf(rule, row) : undefined;
        if (meetingId !== undefined) broken.add(meetingId);
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

const isFree = (rule: Rule, before: Row, after: Row): boolean =>
  Object.keys(after).every((name) => after[name] === before[name] || rule.free.includes(name));

function findStatus(connection: Connection, meetingId: string): string | undefined {
  return connection.sql<{ status: string }>('SELECT status FROM meeting WHERE id = ?', meetingId)[0]?.status;
}

/** One look-up for meeting and status together: this stands in the way of every text that is saved. */
function findOwner(
  connection: Connection,
  by: 'entry_id' | 'agreement_id',
  id: string,
): { meetingId: string; status: string } | undefined {
  const table = by === 'entry_id' ? 'entry' : 'agreement';
  return connection.sql<{ meetingId: string; status: string }>(
    `SELECT meeting_id AS "meetingId", (SELECT status FROM meeting WHERE id = ${table}.meeting_id) AS status
     FROM ${table} WHERE id = ?`,
    id,
  )[0];
}
