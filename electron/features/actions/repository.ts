import type { PersonRelated } from '#shared/contract/people.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { localizedTextColumns } from '../entries/index.ts';
import { listHeld } from './held-repository.ts';

/** Action items that a person or an organisation owns now, those of the newest meeting first. */
export function listOwnedActions(
  connection: Connection,
  owner: 'person_id' | 'organization_id',
  id: string,
): PersonRelated['actions'] {
  const rows = connection.sql<{
    entry_id: string;
    meeting_id: string;
    text_en: string;
    text_ru: string;
    text_zh: string;
  }>(
    `SELECT e.id AS entry_id, e.meeting_id, ${localizedTextColumns}
     FROM (SELECT entry_id FROM action_owner WHERE ${owner} = :id
         AND NOT EXISTS (SELECT 1 FROM action_assignment a WHERE a.entry_id = action_owner.entry_id)
       UNION SELECT entry_id FROM action_assignee WHERE ${owner} = :id) o
       JOIN entry e ON e.id = o.entry_id AND e.kind = 'action'
       JOIN meeting m ON m.id = e.meeting_id
     ORDER BY m.date DESC, m.id, e.order_key, e.id`,
    { id },
  );
  const held = listHeld(
    connection,
    rows.map((row) => row.entry_id),
  );
  return rows.map((row) => ({
    entryId: row.entry_id,
    meetingId: row.meeting_id,
    text: fromColumns(row, 'text'),
    due: held.get(row.entry_id)?.due ?? null,
    status: held.get(row.entry_id)?.status ?? 'open',
  }));
}
