import type { MeetingReference } from '#shared/contract/follow-up.ts';
import type { Connection } from '../../db/connection.ts';
import type { ActionAssignmentRow } from '../../db/follow-up-rows.ts';
import { fromColumns } from '../../db/localized.ts';
import type { ActionOwnerRow, ActionRow, MeetingRow } from '../../db/schema.ts';
import { parseImage } from '../../db/write.ts';

/** What one change set, that nobody took back, did to an action. */
export interface ActionChange {
  seq: number;
  atMs: number;
  action: Images<ActionRow>;
  assignment: Images<ActionAssignmentRow>;
}

/** Of a row that came there is no `before`, of one that went no `after`; both null: the change set left it alone. */
export interface Images<Row> {
  before: Row | null;
  after: Row | null;
}

interface ImageRow {
  seq: number;
  at_ms: number;
  table_name: string;
  before: string | null;
  after: string | null;
}

/** Oldest first. What was undone is left out with its undoing. */
export function listActionChanges(connection: Connection, entryId: string): ActionChange[] {
  const rows = connection.sql<ImageRow>(
    `SELECT c.change_set_seq AS seq, s.at_ms, c.table_name, c.before, c.after
     FROM change c CROSS JOIN change_set s ON s.seq = c.change_set_seq
     WHERE c.table_name IN ('action', 'action_assignment') AND c.row_key = ?
       AND s.kind IN ('do', 'fixed') AND s.state = 'done'
     ORDER BY c.change_set_seq, c.position`,
    entryId,
  );
  const changes = new Map<number, ActionChange>();
  for (const row of rows) {
    const known = changes.get(row.seq) ?? {
      seq: row.seq,
      atMs: row.at_ms,
      action: { before: null, after: null },
      assignment: { before: null, after: null },
    };
    changes.set(row.seq, known);
    if (row.table_name === 'action') known.action = joinImages(known.action, row);
    else known.assignment = joinImages(known.assignment, row);
  }
  return [...changes.values()];
}

/** A row that is written twice in one change set: as it was at first, and as it is at last. */
function joinImages<Row>(known: Images<Row>, { before, after }: Pick<ImageRow, 'before' | 'after'>): Images<Row> {
  const isFirst = known.before === null && known.after === null;
  return {
    before: isFirst ? (parseImage(before) as Row | null) : known.before,
    after: parseImage(after) as Row | null,
  };
}

/** The change set that brought each of these status reports, by report. */
export function findReportSets(connection: Connection, reportIds: readonly string[]): Map<string, number> {
  const rows = connection.sql<{ id: string; seq: number }>(
    `SELECT c.row_key AS id, max(c.change_set_seq) AS seq
     FROM change c CROSS JOIN change_set s ON s.seq = c.change_set_seq
     WHERE c.table_name = 'status_report' AND c.row_key IN (SELECT value FROM json_each(?))
       AND c.before IS NULL AND s.kind IN ('do', 'fixed')
     GROUP BY c.row_key`,
    JSON.stringify(reportIds),
  );
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

type OwnerImage = Pick<ActionOwnerRow, 'person_id' | 'organization_id' | 'side_id'>;

/** Owners of an action that one change set took away and brought, as ids of people, organisations and sides. */
export function findOwnersChanged(
  connection: Connection,
  entryId: string,
  seq: number,
  table: 'action_owner' | 'action_assignee',
): { gone: Set<string>; come: Set<string> } {
  const rows = connection.sql<Images<string>>(
    `SELECT before, after FROM change
     WHERE change_set_seq = ? AND table_name = ? AND json_extract(coalesce(after, before), '$.entry_id') = ?`,
    seq,
    table,
    entryId,
  );
  const [gone, come] = [new Set<string>(), new Set<string>()];
  for (const { before, after } of rows) {
    const [old, fresh] = [parseImage(before), parseImage(after)] as unknown as (OwnerImage | null)[];
    if (old) gone.add(ownerId(old));
    if (fresh) come.add(ownerId(fresh));
  }
  return { gone, come };
}

const ownerId = (row: OwnerImage): string => row.person_id ?? row.organization_id ?? row.side_id ?? '';

/** Meetings that had an action on their list, and were not still to come on `today`, oldest first. */
export function listReviewing(connection: Connection, entryId: string, today: string): MeetingReference[] {
  return connection
    .sql<MeetingRow>(
      `SELECT m.* FROM action_review r CROSS JOIN meeting m ON m.id = r.meeting_id
       WHERE r.entry_id = ? AND (m.status <> 'planned' OR m.date <= ?)
       ORDER BY m.date, coalesce(m.start_time, ''), m.id`,
      entryId,
      today,
    )
    .map((row) => ({ id: row.id, title: fromColumns(row, 'title'), date: row.date, groupId: row.group_id }));
}
