import type { MissingRecord, TrashKey } from '#shared/contract/trash.ts';
import type { Row, Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { tableKeys } from '../../db/table-keys.ts';
import { describeRemoval } from './describe.ts';
import { joiningTables, namingTables } from './owners.ts';
import { collectRecord, keyOf, readNetChanges, type Removal, type Removed, type RemovedRecord } from './removals.ts';

/** Something that a record refers to has to come back before it. */
export class RecordsMissing extends Error {
  readonly missing: MissingRecord[];

  constructor(missing: MissingRecord[]) {
    super(`${missing.length} records are missing`);
    this.name = 'RecordsMissing';
    this.missing = missing;
  }
}

/**
 * Inserts the rows of removed records as they were, and lets other rows name them again where nothing else has taken
 * their place since. To be called inside the `commit` that needs it. Answers how many rows came back; throws
 * {@link RecordsMissing}.
 */
export function restoreRecords(
  connection: Connection,
  write: Write,
  removals: readonly Removal[],
  removed: Removed,
): number {
  // Rows come back in any order; references only have to hold at the end.
  connection.pragma('defer_foreign_keys = ON');
  const records = removals.map((removal) => collectRecord(readNetChanges(connection, removal.seq), removal));
  const coming = new Set(
    records.flatMap(({ rows }) =>
      rows.map(({ table, row }) => keyOf({ kind: table, id: String(row[tableKeys[table][0] ?? '']) })),
    ),
  );
  const isGiven = (table: RecordTable, id: unknown): boolean =>
    coming.has(keyOf({ kind: table, id: String(id) })) || isStored(connection, table, id);
  const fit = new Fitting(connection, isGiven, removed);
  const fitted = records.map(({ rows }) =>
    rows.flatMap(({ table, row }, index) => {
      const whole = fit.row(table, row, index === 0);
      return whole === undefined ? [] : [{ table, row: whole }];
    }),
  );
  fit.assertWhole();
  let count = 0;
  for (const { table, row } of fitted.flat()) {
    // What stands beside a record without a reference may have come back by itself.
    if (readStored(connection, table, row) !== undefined) continue;
    write.insert(table, row as never);
    count += 1;
  }
  for (const record of records) nameAgain(connection, write, record);
  return count;
}

/** Makes rows of another day such as can stand today, and keeps account of what they lack. */
class Fitting {
  readonly #connection: Connection;
  readonly #isGiven: (table: RecordTable, id: unknown) => boolean;
  readonly #removed: Removed;
  readonly #missing = new Map<string, MissingRecord>();

  constructor(connection: Connection, isGiven: (table: RecordTable, id: unknown) => boolean, removed: Removed) {
    this.#connection = connection;
    this.#isGiven = isGiven;
    this.#removed = removed;
  }

  /** Undefined for a row that means nothing any more. What is gone for good is left empty where it may be. */
  row(table: RecordTable, row: Row, isRecord: boolean): Row | undefined {
    if (table === 'record_link' && !this.#isLinkWhole(row)) return undefined;
    const next = { ...row };
    for (const { parent, column, isOptional } of this.#referencesOf(table)) {
      const id = row[column];
      if (id === null || id === undefined || this.#isGiven(parent, id)) continue;
      if (joiningTables.has(table)) return undefined;
      const removal = this.#removed.findWhole({ kind: parent, id: String(id) });
      if (removal !== undefined) this.#note(removal);
      else if (isOptional && !namingTables.has(table)) next[column] = null;
      else if (isRecord) this.#noteLost(parent, String(id));
      else return undefined;
    }
    return next;
  }

  assertWhole(): void {
    if (this.#missing.size > 0) throw new RecordsMissing([...this.#missing.values()].slice(0, 20));
  }

  #note(removal: Removal): void {
    const { kind, id } = removal;
    const { title } = describeRemoval(this.#connection, removal);
    this.#missing.set(keyOf(removal), { kind, title, key: { kind, id } });
  }

  #noteLost(kind: string, id: string): void {
    this.#missing.set(keyOf({ kind, id }), { kind, title: { en: '', ru: '', zh: '' }, key: null });
  }

  #referencesOf(table: RecordTable): { parent: RecordTable; column: string; isOptional: boolean }[] {
    return this.#connection
      .sql<{ parent: RecordTable; column: string; isOptional: number }>(
        `SELECT f."table" AS parent, f."from" AS "column", c."notnull" = 0 AS "isOptional"
         FROM pragma_foreign_key_list(:table) f JOIN pragma_table_info(:table) c ON c.name = f."from"`,
        { table },
      )
      .map((reference) => ({ ...reference, isOptional: reference.isOptional === 1 }));
  }

  #isLinkWhole(link: Row): boolean {
    const isEnd = (kind: unknown, id: unknown): boolean =>
      this.#isGiven(kind === 'agreement' ? 'agreement' : kind === 'group' ? 'working_group' : 'entry', id);
    return isEnd(link['from_kind'], link['from_id']) && isEnd(link['to_kind'], link['to_id']);
  }
}

/** Columns that lost the record when it went get it back, unless they hold something else by now. */
function nameAgain(connection: Connection, write: Write, { references }: RemovedRecord): void {
  for (const { table, before, after } of references) {
    const now = readStored(connection, table, before);
    if (now === undefined) continue;
    const lost = Object.entries(before).filter(
      ([column, value]) => value !== after[column] && now[column] === after[column],
    );
    write.update(table, now, Object.fromEntries(lost));
  }
}

const isStored = (connection: Connection, table: RecordTable, id: unknown): boolean =>
  connection.sql(`SELECT 1 FROM ${table} WHERE ${tableKeys[table][0]} = ?`, id).length > 0;

function readStored(connection: Connection, table: RecordTable, row: Row): Row | undefined {
  const columns: readonly string[] = tableKeys[table];
  return connection.sql<Row>(
    `SELECT * FROM ${table} WHERE ${columns.map((column) => `${column} = ?`).join(' AND ')}`,
    ...columns.map((column) => row[column] ?? null),
  )[0];
}

/** The removals of these records, in the order asked for; undefined when one is not among the removed. */
export function findRemovals(
  removed: Removed,
  keys: readonly TrashKey[],
): { found: Removal[]; lost: TrashKey | undefined } {
  const found: Removal[] = [];
  for (const key of keys) {
    const removal = removed.find(key);
    if (removal === undefined) return { found, lost: key };
    found.push(removal);
  }
  return { found, lost: undefined };
}
