import type { Write } from './changes.ts';
import type { Connection } from './connection.ts';
import type { RecordTables } from './schema.ts';

/** What belongs to a meeting besides its minutes, in an order in which every reference holds at every step. */
const processTables = [
  'comment',
  'letter',
  'side_agreement',
  'circulation',
  'amendment',
  'attachment',
  'version',
] as const satisfies readonly (keyof RecordTables)[];

/**
 * Removes what happened before and after a meeting that goes: letters, circulations with their comments, versions with
 * what the sides said, files, the list of actions for review. Contents of files stay, so that undo finds them.
 */
export function removeMinutesProcess(write: Write, connection: Connection, meetingId: string): void {
  for (const table of processTables) {
    const rows = connection.sql<{ id: string }>(`SELECT id FROM ${table} WHERE meeting_id = ? ORDER BY id`, meetingId);
    for (const { id } of rows) write.remove(table, { id });
  }
  const reviews = connection.sql<{ entry_id: string }>(
    'SELECT entry_id FROM action_review WHERE meeting_id = ? ORDER BY order_index',
    meetingId,
  );
  for (const { entry_id } of reviews) write.remove('action_review', { meeting_id: meetingId, entry_id });
}
