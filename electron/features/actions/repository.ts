import type { PersonRelated } from '#shared/contract/people.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { localizedTextColumns } from '../entries/index.ts';

/** Ids of the meetings that have action items, newest meeting first. */
export function listMeetingsWithActions(connection: Connection): string[] {
  return connection
    .sql<{ id: string }>(
      "SELECT DISTINCT m.id, m.date FROM meeting m JOIN entry e ON e.meeting_id = m.id WHERE e.kind = 'action' ORDER BY m.date DESC, m.id",
    )
    .map(({ id }) => id);
}

/** Action items that a person or an organisation owns, those of the newest meeting first. */
export function listOwnedActions(
  connection: Connection,
  owner: 'person_id' | 'organization_id',
  id: string,
): PersonRelated['actions'] {
  return connection
    .sql<{
      entry_id: string;
      meeting_id: string;
      due: string | null;
      status: PersonRelated['actions'][number]['status'];
      text_en: string;
      text_ru: string;
      text_zh: string;
    }>(
      `SELECT e.id AS entry_id, e.meeting_id, a.due, a.status, ${localizedTextColumns}
       FROM (SELECT DISTINCT entry_id FROM action_owner WHERE ${owner} = ?) o
         JOIN action a ON a.entry_id = o.entry_id
         JOIN entry e ON e.id = o.entry_id AND e.kind = 'action'
         JOIN meeting m ON m.id = e.meeting_id
       ORDER BY m.date DESC, m.id, e.order_key, e.id`,
      id,
    )
    .map((row) => ({
      entryId: row.entry_id,
      meetingId: row.meeting_id,
      text: fromColumns(row, 'text'),
      due: row.due,
      status: row.status,
    }));
}
