import type { Connection } from '../../db/connection.ts';

/** Ids of the meetings that have action items, newest meeting first. */
export function listMeetingsWithActions(connection: Connection): string[] {
  return connection
    .sql<{ id: string }>(
      "SELECT DISTINCT m.id, m.date FROM meeting m JOIN entry e ON e.meeting_id = m.id WHERE e.kind = 'action' ORDER BY m.date DESC, m.id",
    )
    .map(({ id }) => id);
}
