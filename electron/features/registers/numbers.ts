import type { EntryKind } from '#shared/contract/entries.ts';
import { numberEntries } from '#shared/domain/minutes/numbering.ts';
import type { Connection } from '../../db/connection.ts';

/** «3.1» as printed, by entry id, of all entries of one kind (they count apart) in these meetings. */
export function numbersOf(connection: Connection, kind: EntryKind, meetingIds: readonly string[]): Map<string, string> {
  const wanted = JSON.stringify([...new Set(meetingIds)]);
  const agenda = Map.groupBy(
    connection.sql<{ id: string; meetingId: string; orderKey: string }>(
      `SELECT id, meeting_id AS "meetingId", order_key AS "orderKey" FROM agenda_item
       WHERE meeting_id IN (SELECT value FROM json_each(?))`,
      wanted,
    ),
    ({ meetingId }) => meetingId,
  );
  const entries = Map.groupBy(
    connection.sql<{ id: string; meetingId: string; agendaItemId: string; kind: string; orderKey: string }>(
      `SELECT id, meeting_id AS "meetingId", agenda_item_id AS "agendaItemId", kind, order_key AS "orderKey"
       FROM entry WHERE kind = ? AND meeting_id IN (SELECT value FROM json_each(?))`,
      kind,
      wanted,
    ),
    ({ meetingId }) => meetingId,
  );
  return new Map([...entries].flatMap(([id, found]) => [...numberEntries(agenda.get(id) ?? [], found)]));
}

/**
 * Ids of the entries of one kind for a register, meeting by meeting: what is read together belongs together. To be made
 * once for each register.
 */
export function entryIdsByMeeting(kind: EntryKind): (connection: Connection, id: string, limit: number) => string[] {
  let meetingIds: string[] = [];
  let next = 0;
  return (connection, id, limit) => {
    if (id === '') {
      meetingIds = connection.sql<{ id: string }>('SELECT id FROM meeting ORDER BY id').map((row) => row.id);
      next = 0;
    }
    const found: string[] = [];
    while (found.length < limit && next < meetingIds.length) {
      const rows = connection.sql<{ id: string }>(
        'SELECT id FROM entry WHERE kind = ? AND meeting_id = ?',
        kind,
        meetingIds[next++],
      );
      for (const row of rows) found.push(row.id);
    }
    return found;
  };
}
