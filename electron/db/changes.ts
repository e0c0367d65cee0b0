import type { ChangeName, ChangeSetSummary } from '#shared/contract/history.ts';
import type { Connection } from './connection.ts';
import { removeFollowUp } from './follow-up.ts';
import { watchHeadings } from './headings.ts';
import { watchLocks } from './locks.ts';
import type { RecordTable, RecordTables } from './schema.ts';
import { tableKeys } from './table-keys.ts';
import { parseImage, type Row, type Write } from './write.ts';

export type { Row, Write } from './write.ts';

/** What a change set is about. */
export interface ChangeSetHead {
  name: ChangeName;
  label: string;
  atMs: number;
  /** Kept in history but left out by Undo: settings. */
  fixed?: boolean;
  /**
   * The newest change set of all is taken up into this one if it is of the same group: what is typed without a pause is
   * undone at once. The whole keeps the name of the first, and has the newest number. Keys of rows must not change
   * inside a group.
   */
  group?: string | undefined;
}

export interface Committed<Result> {
  result: Result;
  /** Number of the change set; null when nothing differed and so nothing was written. */
  position: number | null;
  tables: RecordTable[];
}

/** A row that a change set wrote, with its images. */
export interface Touched {
  table: RecordTable;
  before: Row | null;
  after: Row | null;
}

/** Derived data that must be right in the same transaction, e.g. the search index; gets the set's number. */
export type Alongside = (connection: Connection, touched: readonly Touched[], position: number) => void;

/**
 * Runs `work` and records it as one named change set, in one transaction. Throws {@link MinutesLocked} of locks.ts, and
 * changes nothing, when agreed minutes would change.
 */
export function changeSet<Result>(
  connection: Connection,
  head: ChangeSetHead,
  work: (write: Write) => Result,
  alongside?: Alongside,
): Committed<Result> {
  return connection.transaction(() =>
    recordChanges(connection, head, head.fixed === true ? 'fixed' : 'do', null, work, alongside),
  );
}

function recordChanges<Result>(
  connection: Connection,
  head: ChangeSetHead,
  kind: 'do' | 'undo' | 'redo' | 'fixed',
  targetSeq: number | null,
  work: (write: Write) => Result,
  alongside?: Alongside,
): Committed<Result> {
  let seq: number | null = null;
  let position = 0;
  const earlier = head.group === undefined || kind !== 'do' ? undefined : newestOfGroup(connection, head.group);
  const tables = new Set<RecordTable>();
  const touched: Touched[] = [];
  const locks = watchLocks(connection);
  const keep = (table: RecordTable, rowKey: string, before: Row | null, after: Row | null): void => {
    if (seq === null) {
      const name = earlier?.name ?? head.name;
      const label = head.label === '' ? (earlier?.label ?? '') : head.label;
      seq = insertChangeSet(connection, { ...head, name, label }, kind, targetSeq);
      if (earlier !== undefined) position = takeUp(connection, earlier, seq);
    }
    tables.add(table);
    if (earlier !== undefined) {
      const last = earlier.last.get(`${table}/${rowKey}`);
      // A row that came and went keeps both changes: whoever follows the sets by number may have seen it.
      if (last !== undefined && !(last.isNew && after === null)) {
        changeAgain(connection, seq, last.position, after);
        return;
      }
      earlier.last.set(`${table}/${rowKey}`, { position, isNew: before === null });
    } else if (alongside !== undefined) touched.push({ table, before, after });
    connection.sql(
      'INSERT INTO change (change_set_seq, position, table_name, row_key, before, after) VALUES (?, ?, ?, ?, ?, ?)',
      seq,
      position++,
      table,
      rowKey,
      before && JSON.stringify(before),
      after && JSON.stringify(after),
    );
  };
  const write: Write = {
    insert(table, row) {
      locks.notice(table, null, row as Row);
      insertRow(connection, table, row as Row);
      keep(table, rowKeyOf(table, row as Row), null, readRow(connection, table, row as Row) ?? null);
    },
    update(table, key, patch) {
      const before = readRow(connection, table, key as Row);
      if (before === undefined) return false;
      const changed = Object.entries(patch as Row).filter(([column, value]) => before[column] !== value);
      if (changed.length === 0) return true;
      const after = { ...before, ...Object.fromEntries(changed) };
      locks.notice(table, before, after);
      updateRow(connection, table, before, Object.fromEntries(changed));
      keep(table, rowKeyOf(table, before), before, after);
      headings?.changed(table, before, after);
      return true;
    },
    remove(table, key) {
      const before = readRow(connection, table, key as Row);
      if (before === undefined) return false;
      headings?.removing(table, before);
      if (kind === 'do') removeFollowUp(connection, write, table, before);
      locks.notice(table, before, null);
      deleteRow(connection, table, before);
      keep(table, rowKeyOf(table, before), before, null);
      return true;
    },
    continues(table, key) {
      return earlier?.last.has(`${table}/${rowKeyOf(table, key as Row)}`) ?? false;
    },
    isLocked(table, row) {
      return locks.isLocked(table, row);
    },
  };
  // Undo and redo bring the state of headings back by its images.
  const headings = kind === 'do' ? watchHeadings(connection, write, head.atMs) : undefined;
  const result = work(write);
  locks.assertKept(kind === 'undo');
  // A group may have come back to where it began; that it was undone counts all the same.
  if (targetSeq !== null) seq ??= insertChangeSet(connection, head, kind, targetSeq);
  if (seq !== null && alongside !== undefined) {
    alongside(connection, earlier === undefined ? touched : readTouched(connection, seq), seq);
  }
  return { result, position: seq, tables: [...tables] };
}

interface EarlierOfGroup {
  seq: number;
  name: ChangeName;
  label: string;
  /** The last change of each row, by table and key. */
  last: Map<string, { position: number; isNew: boolean }>;
  /** How many changes there are, which is the position of the next one. */
  count: number;
}

/** The newest change set of all, if it was done, not undone or redone since, and is of this group. */
function newestOfGroup(connection: Connection, group: string): EarlierOfGroup | undefined {
  const [newest] = connection.sql<ChangeSetSummary & { kind: string; state: string; group: string | null }>(
    `SELECT ${summaryColumns}, kind, state, group_id AS "group" FROM change_set ORDER BY seq DESC LIMIT 1`,
  );
  if (newest?.kind !== 'do' || newest.state !== 'done' || newest.group !== group) return undefined;
  const last: EarlierOfGroup['last'] = new Map();
  const changes = connection.sql<{ position: number; row: string; isNew: number }>(
    `SELECT position, table_name || '/' || row_key AS "row", before IS NULL AS isNew FROM change WHERE change_set_seq = ?`,
    newest.seq,
  );
  for (const { position, row, isNew } of changes) {
    if (position >= (last.get(row)?.position ?? 0)) last.set(row, { position, isNew: isNew === 1 });
  }
  return { seq: newest.seq, name: newest.name, label: newest.label, last, count: changes.length };
}

/** Moves the changes of the earlier set to the newer one and removes its head; answers the next free position. */
function takeUp(connection: Connection, earlier: EarlierOfGroup, seq: number): number {
  connection.sql('UPDATE change SET change_set_seq = ? WHERE change_set_seq = ?', seq, earlier.seq);
  connection.sql('DELETE FROM change_set WHERE seq = ?', earlier.seq);
  return earlier.count;
}

/** Brings a change that the set has already to the newest image of its row. */
function changeAgain(connection: Connection, seq: number, position: number, after: Row | null): void {
  connection.sql(
    'UPDATE change SET after = ? WHERE change_set_seq = ? AND position = ?',
    after && JSON.stringify(after),
    seq,
    position,
  );
}

function readTouched(connection: Connection, seq: number): Touched[] {
  return connection
    .sql<{ table: RecordTable; before: string | null; after: string | null }>(
      'SELECT table_name AS "table", before, after FROM change WHERE change_set_seq = ? ORDER BY position',
      seq,
    )
    .map(({ table, before, after }) => ({ table, before: parseImage(before), after: parseImage(after) }));
}

function insertChangeSet(connection: Connection, head: ChangeSetHead, kind: string, targetSeq: number | null): number {
  const [row] = connection.sql<{ seq: number }>(
    "INSERT INTO change_set (name, label, at_ms, kind, target_seq, state, group_id) VALUES (?, ?, ?, ?, ?, 'done', ?) RETURNING seq",
    head.name,
    head.label.slice(0, 200),
    head.atMs,
    kind,
    targetSeq,
    head.group ?? null,
  );
  if (row === undefined) throw new Error('change_set: no row came back');
  return row.seq;
}

export interface HistoryState {
  undo: ChangeSetSummary | null;
  redo: ChangeSetSummary | null;
}

const summaryColumns = 'seq, name, label, at_ms AS "atMs"';

/** Undo takes the newest done set; Redo the oldest that was undone after the last new work. */
export function historyState(connection: Connection): HistoryState {
  const [undo] = connection.sql<ChangeSetSummary>(
    `SELECT ${summaryColumns} FROM change_set WHERE kind = 'do' AND state = 'done' ORDER BY seq DESC LIMIT 1`,
  );
  const [redo] = connection.sql<ChangeSetSummary>(
    `SELECT ${summaryColumns} FROM change_set s WHERE kind = 'do' AND state = 'undone' AND seq > ? AND EXISTS (
       SELECT 1 FROM change_set WHERE kind = 'undo' AND state = 'done' AND target_seq = s.seq
         AND seq > (SELECT max(seq) FROM change_set WHERE kind = 'do' AND state = 'undone'))
     ORDER BY seq LIMIT 1`,
    undo?.seq ?? 0,
  );
  return { undo: undo ?? null, redo: redo ?? null };
}

export class ChangedSince extends Error {
  readonly changedBy: string;

  constructor(changedBy: string) {
    super(`changed since by ${changedBy}`);
    this.name = 'ChangedSince';
    this.changedBy = changedBy;
  }
}

/**
 * Applies the inverse of a change set (`undo`), or the set itself once more (`redo`), if every row still is as it
 * left it; throws {@link ChangedSince} otherwise and changes nothing.
 */
export function applyHistory(
  connection: Connection,
  target: ChangeSetSummary,
  kind: 'undo' | 'redo',
  atMs: number,
  alongside?: Alongside,
): Committed<void> {
  return connection.transaction(() => {
    // Rows come back in any order; references only have to hold at the end.
    connection.pragma('defer_foreign_keys = ON');
    const stored = connection.sql<{ table_name: RecordTable; before: string | null; after: string | null }>(
      `SELECT table_name, before, after FROM change WHERE change_set_seq = ? ORDER BY position ${kind === 'undo' ? 'DESC' : 'ASC'}`,
      target.seq,
    );
    const head = { name: target.name, label: target.label, atMs };
    const restore = (write: Write): void => {
      for (const change of stored) {
        const [before, after] = [parseImage(change.before), parseImage(change.after)];
        restoreRow(
          connection,
          write,
          change.table_name,
          ...(kind === 'undo' ? ([after, before] as const) : ([before, after] as const)),
        );
      }
    };
    const committed = recordChanges(connection, head, kind, target.seq, restore, alongside);
    connection.sql('UPDATE change_set SET state = ? WHERE seq = ?', kind === 'undo' ? 'undone' : 'done', target.seq);
    return committed;
  });
}

function restoreRow(
  connection: Connection,
  write: Write,
  table: RecordTable,
  expected: Row | null,
  wanted: Row | null,
): void {
  const key = expected ?? wanted;
  if (key === null) return;
  const current = readRow(connection, table, key) ?? null;
  if (!sameRow(current, expected)) throw new ChangedSince(lastChangeName(connection, table, rowKeyOf(table, key)));
  if (wanted === null) write.remove(table, key);
  else if (current === null) write.insert(table, wanted as unknown as RecordTables[typeof table]);
  else write.update(table, key, wanted);
}

function sameRow(current: Row | null, expected: Row | null): boolean {
  if (current === null || expected === null) return current === expected;
  return Object.entries(expected).every(([column, value]) => current[column] === value);
}

function lastChangeName(connection: Connection, table: string, rowKey: string): string {
  const [last] = connection.sql<{ name: string }>(
    'SELECT s.name FROM change c JOIN change_set s ON s.seq = c.change_set_seq WHERE c.table_name = ? AND c.row_key = ? ORDER BY s.seq DESC LIMIT 1',
    table,
    rowKey,
  );
  return last?.name ?? '';
}

function rowKeyOf(table: RecordTable, row: Row): string {
  return (tableKeys[table] as readonly string[]).map((column) => String(row[column])).join('/');
}

const whereKey = (table: RecordTable): string => tableKeys[table].map((column) => `${column} = ?`).join(' AND ');

function keyValues(table: RecordTable, row: Row): (string | number | null)[] {
  return (tableKeys[table] as readonly string[]).map((column) => {
    const value = row[column];
    if (value === undefined) throw new Error(`${table}: key column ${column} is missing`);
    return value;
  });
}

function readRow(connection: Connection, table: RecordTable, key: Row): Row | undefined {
  return connection.sql<Row>(`SELECT * FROM ${table} WHERE ${whereKey(table)}`, ...keyValues(table, key))[0];
}

function insertRow(connection: Connection, table: RecordTable, row: Row): void {
  const columns = Object.keys(row);
  connection.sql(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(row),
  );
}

function updateRow(connection: Connection, table: RecordTable, key: Row, changed: Row): void {
  const assignments = Object.keys(changed).map((column) => `${column} = ?`);
  connection.sql(
    `UPDATE ${table} SET ${assignments.join(', ')} WHERE ${whereKey(table)}`,
    ...Object.values(changed),
    ...keyValues(table, key),
  );
}

function deleteRow(connection: Connection, table: RecordTable, key: Row): void {
  connection.sql(`DELETE FROM ${table} WHERE ${whereKey(table)}`, ...keyValues(table, key));
}
