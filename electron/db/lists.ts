import type { Write } from './changes.ts';
import type { RecordTable, RecordTables } from './schema.ts';

/** Tables whose rows are found by `id` alone. */
type ListTable = { [Table in RecordTable]: RecordTables[Table] extends { id: string } ? Table : never }[RecordTable];

/** Makes the stored rows of a list equal to the wanted ones: rows that are gone are removed, known ones changed, new ones added. */
export function replaceList<Table extends ListTable>(
  write: Write,
  table: Table,
  storedIds: readonly string[],
  wanted: readonly RecordTables[Table][],
): void {
  const wantedIds = new Set(wanted.map((row) => row.id));
  for (const id of storedIds) {
    if (!wantedIds.has(id)) write.remove(table, { id } as Partial<RecordTables[Table]>);
  }
  for (const row of wanted) {
    const known =
      storedIds.includes(row.id) && write.update(table, { id: row.id } as Partial<RecordTables[Table]>, row);
    if (!known) write.insert(table, row);
  }
}
