import type { Connection } from '../../db/connection.ts';
import type { ExportLogRow } from '../../db/process-rows.ts';
import { queries } from '../../db/queries.ts';

/** The journal only grows: there is no change and no removal. */
export function insertExport(connection: Connection, row: ExportLogRow): void {
  connection.run(queries.insertInto('export_log').values(row));
}

/** Newest first; what was made in one go stands in the order in which it was made. */
export function listExports(connection: Connection, meetingId: string): ExportLogRow[] {
  return connection.all(
    queries
      .selectFrom('export_log')
      .selectAll()
      .where('meeting_id', '=', meetingId)
      .orderBy('at_ms', 'desc')
      .orderBy('id'),
  );
}

export function findExport(connection: Connection, id: string): ExportLogRow | undefined {
  return connection.first(queries.selectFrom('export_log').selectAll().where('id', '=', id));
}

/** What was asked for, as JSON, when a document of the meeting was last exported on its own; undefined: never. */
export function findLastOptions(
  connection: Connection,
  meetingId: string,
  kinds: readonly string[],
): string | undefined {
  return connection.first(
    queries
      .selectFrom('export_log')
      .select('options')
      .where('meeting_id', '=', meetingId)
      .where('kind', 'in', kinds)
      .where('letter_id', 'is', null)
      .orderBy('at_ms', 'desc')
      .orderBy('id', 'desc')
      .limit(1),
  )?.options;
}

export function hasMeeting(connection: Connection, id: string): boolean {
  return connection.sql('SELECT 1 FROM meeting WHERE id = ?', id).length > 0;
}
