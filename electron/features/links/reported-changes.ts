import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { parseImage, type Row } from '../../db/write.ts';

/** Whether a column of a row became another value, not merely empty, in the change set that brought a status report. */
export function wasChangedWith(
  connection: Connection,
  reportId: string,
  { table, key, column }: { table: RecordTable; key: string; column: string },
): boolean {
  const images = connection.sql<{ before: string | null; after: string | null }>(
    `SELECT before, after FROM change
     WHERE table_name = ? AND row_key = ? AND change_set_seq IN (
       SELECT change_set_seq FROM change WHERE table_name = 'status_report' AND row_key = ? AND before IS NULL)`,
    table,
    key,
    reportId,
  );
  const valueIn = (image: Row | null): unknown => image?.[column] ?? null;
  return images.some(({ before, after }) => {
    const value = valueIn(parseImage(after));
    return value !== null && value !== valueIn(parseImage(before));
  });
}
