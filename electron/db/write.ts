import type { RecordTable, RecordTables } from './schema.ts';

export type Row = Record<string, string | number | null>;

/** A row as a change keeps it. */
export const parseImage = (image: string | null): Row | null => (image === null ? null : (JSON.parse(image) as Row));

/** The only way to write a record: each call keeps the row's image from before and after in the change set. */
export interface Write {
  insert<Table extends RecordTable>(table: Table, row: RecordTables[Table]): void;
  /** Changes only what differs; nothing is recorded when nothing does. False when there is no such row. */
  update<Table extends RecordTable>(
    table: Table,
    key: Partial<RecordTables[Table]>,
    patch: Partial<RecordTables[Table]>,
  ): boolean;
  remove<Table extends RecordTable>(table: Table, key: Partial<RecordTables[Table]>): boolean;
  /** Whether the change set that this one goes on with ({@link ChangeSetHead.group}) wrote the row already. */
  continues<Table extends RecordTable>(table: Table, key: Partial<RecordTables[Table]>): boolean;
  /** Whether the row belongs to agreed minutes, of which only references to the register may change (locks.ts). */
  isLocked(table: RecordTable, row: Row): boolean;
}
