import type { Connection } from '../../db/connection.ts';
import { queries } from '../../db/queries.ts';

/** The meeting itself, then for an event its parts by date; empty when there is no such meeting. */
export function listArchivedIds(connection: Connection, meetingId: string): string[] {
  const select = queries.selectFrom('meeting').select('id');
  const own = connection.all(select.where('id', '=', meetingId));
  if (own.length === 0) return [];
  const parts = connection.all(
    select.where('parent_id', '=', meetingId).orderBy('date').orderBy('start_time').orderBy('id'),
  );
  return [...own, ...parts].map(({ id }) => id);
}
