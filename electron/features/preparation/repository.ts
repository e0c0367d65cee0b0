import type { Connection } from '../../db/connection.ts';
import type { MembershipRow } from '../../db/schema.ts';

/** A moment in the series of a group's meetings: what stands before it is earlier. */
export interface SeriesPlace {
  groupId: string;
  /** null: a meeting that is not there yet. */
  meetingId: string | null;
  date: string;
  /** `HH:MM`; null: behind everything of that day. */
  startTime: string | null;
}

/** Of a meeting `m`, with the parameters of {@link parametersOf}. */
const isEarlier = `m.group_id = :groupId AND m.id IS NOT :meetingId
  AND (m.date < :date OR (m.date = :date AND (:startTime IS NULL OR coalesce(m.start_time, '') <= :startTime)))`;

const parametersOf = ({ groupId, meetingId, date, startTime }: SeriesPlace) => ({
  groupId,
  meetingId,
  date,
  startTime,
});

/** The last meeting of the group that took place, whether its minutes are done or not. */
export function findLastMeetingId(connection: Connection, place: SeriesPlace): string | undefined {
  return connection.sql<{ id: string }>(
    `SELECT m.id FROM meeting m WHERE ${isEarlier} AND m.status <> 'planned'
     ORDER BY m.date DESC, coalesce(m.start_time, '') DESC, m.id DESC LIMIT 1`,
    parametersOf(place),
  )[0]?.id;
}

/** Actions of all earlier meetings of the group that are open or in progress. */
export function listOpenActionIds(connection: Connection, place: SeriesPlace): string[] {
  return connection
    .sql<{ id: string }>(
      `SELECT e.id FROM meeting m CROSS JOIN entry e ON e.kind = 'action' AND e.meeting_id = m.id
         CROSS JOIN action a ON a.entry_id = e.id
       WHERE ${isEarlier} AND a.status IN ('open', 'in_progress')`,
      parametersOf(place),
    )
    .map(({ id }) => id);
}

/** Those of the actions that belong to meetings of the group other than this one. */
export function listActionIdsOfGroup(
  connection: Connection,
  ids: readonly string[],
  groupId: string,
  meetingId: string,
): Set<string> {
  const rows = connection.sql<{ id: string }>(
    `SELECT e.id FROM entry e WHERE e.id IN (SELECT value FROM json_each(:ids)) AND e.kind = 'action'
       AND e.meeting_id <> :meetingId AND (SELECT group_id FROM meeting WHERE id = e.meeting_id) = :groupId`,
    { ids: JSON.stringify(ids), groupId, meetingId },
  );
  return new Set(rows.map(({ id }) => id));
}

/** Items under which an action is open or in progress. */
export function listItemsWithOpenActions(connection: Connection, meetingId: string): Set<string> {
  const rows = connection.sql<{ id: string }>(
    `SELECT DISTINCT e.agenda_item_id AS id FROM entry e CROSS JOIN action a ON a.entry_id = e.id
     WHERE e.kind = 'action' AND e.meeting_id = ? AND a.status IN ('open', 'in_progress')`,
    meetingId,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Items under which something was taken down. */
export function listItemsWithEntries(connection: Connection, meetingId: string): Set<string> {
  const rows = connection.sql<{ id: string }>(
    'SELECT DISTINCT agenda_item_id AS id FROM entry WHERE meeting_id = ?',
    meetingId,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Meetings of the group on whose agendas the items stand, oldest first. */
export function listMeetingsOfItems(connection: Connection, itemIds: readonly string[], groupId: string): string[] {
  return connection
    .sql<{ id: string }>(
      `SELECT m.id FROM meeting m WHERE m.group_id = :groupId AND m.id IN (
         SELECT meeting_id FROM agenda_item WHERE id IN (SELECT value FROM json_each(:ids)))
       ORDER BY m.date, m.id`,
      { ids: JSON.stringify(itemIds), groupId },
    )
    .map(({ id }) => id);
}

export interface Review {
  entry_id: string;
  order_index: number;
}

/** The list of actions that a meeting looks at, in its order. */
export function listReviews(connection: Connection, meetingId: string): Review[] {
  return connection.sql(
    'SELECT entry_id, order_index FROM action_review WHERE meeting_id = ? ORDER BY order_index, entry_id',
    meetingId,
  );
}

type MemberRow = Pick<MembershipRow, 'side_id' | 'person_id' | 'organization_id' | 'role'>;

/** Who belonged to the group on `date` (`YYYY-MM-DD`), in the order of its members; open ends count. */
export function listMembersOn(connection: Connection, groupId: string, date: string): MemberRow[] {
  return connection.sql(
    `SELECT side_id, person_id, organization_id, role FROM membership
     WHERE group_id = :groupId AND (from_date IS NULL OR from_date <= :date) AND (to_date IS NULL OR to_date >= :date)
     ORDER BY order_index`,
    { groupId, date },
  );
}

/** By person. */
export function listEmails(connection: Connection, personIds: readonly string[]): Map<string, string> {
  const rows = connection.sql<{ id: string; email: string }>(
    'SELECT id, email FROM person WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(personIds),
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}

/** Attendance ids to which an invitation was sent. */
export function listInvited(connection: Connection, meetingId: string): Set<string> {
  const rows = connection.sql<{ id: string }>(
    `SELECT attendance_id AS id FROM letter
     WHERE meeting_id = ? AND kind = 'invitation' AND sent_at_ms IS NOT NULL AND attendance_id IS NOT NULL`,
    meetingId,
  );
  return new Set(rows.map(({ id }) => id));
}
