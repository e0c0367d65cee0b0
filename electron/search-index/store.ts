import type { SearchKind } from '#shared/contract/search.ts';
import type { Connection } from '../db/connection.ts';
import { startSlices } from '../slices.ts';

/** Raise it when tokens, tables or what is indexed change: an index of another version is dropped and built anew. */
export const indexVersion = 3;

/**
 * Rows of one kind stand in one band of row numbers, so that one query in falling order meets people first, the newest
 * of each kind first.
 */
const bandOrder: readonly SearchKind[] = ['entry', 'action', 'agreement', 'meeting', 'group', 'organization', 'person'];
/** Seven bands stay below 2³¹: larger numbers are bound as REAL, which FTS5 does not take as a limit. */
const bandSize = 2 ** 28;

export interface Band {
  from: number;
  to: number;
}

export function bandOf(kind: SearchKind): Band {
  const from = bandOrder.indexOf(kind) * bandSize;
  return { from, to: from + bandSize - 1 };
}

export const registerBand: Band = { from: bandOf('agreement').from, to: bandOf('person').to };
export const entryBand: Band = { from: bandOf('entry').from, to: bandOf('action').to };

export function kindOfRow(row: number): SearchKind {
  const kind = bandOrder[Math.floor(row / bandSize)];
  if (kind === undefined) throw new Error(`search index: row ${String(row)} is in no band`);
  return kind;
}

/** How far the index has come. `building` is the last record of a build that is under way. */
export interface IndexState {
  changeSetSeq: number;
  changePosition: number;
  building: { step: number; afterId: string } | null;
}

/**
 * The index is derived data, so it makes its own tables. The FTS5 tables hold no text (contentless): `main` names and
 * entry texts, `more` the rest. Tokens come from segment.ts; the ascii tokenizer splits at spaces and leaves every
 * other script alone. The register has a table of its own, because FTS5 reads all records of a word's beginning before
 * it gives the first: among the minutes that takes ten times as long.
 */
const createTables = `
CREATE TABLE search_state (
  version INTEGER NOT NULL,
  change_set_seq INTEGER NOT NULL,
  change_position INTEGER NOT NULL,
  building TEXT, -- JSON; null: complete
  has_removed INTEGER NOT NULL -- 1: words of removed records may still stand in the index
) STRICT;
CREATE TABLE search_record (row INTEGER PRIMARY KEY, id ANY NOT NULL, keys TEXT) STRICT; -- id: see packId
CREATE INDEX search_record_id ON search_record (substr(id, -3));
CREATE VIRTUAL TABLE search_register USING fts5(main, more, content='', contentless_delete=1, tokenize="ascii");
CREATE VIRTUAL TABLE search_entry USING fts5(main, more, content='', contentless_delete=1, tokenize="ascii");
`;
export const textTables = ['search_register', 'search_entry'] as const;
const tables = ['search_state', 'search_record', ...textTables];

const textTableOf = (row: number): (typeof textTables)[number] =>
  row <= entryBand.to ? 'search_entry' : 'search_register';

/** Undefined when there is no index, or one of another version. */
export function readState(connection: Connection): IndexState | undefined {
  if (!hasTables(connection)) return undefined;
  const [row] = connection.sql<{ seq: number; position: number; building: string | null }>(
    'SELECT change_set_seq AS seq, change_position AS position, building FROM search_state WHERE version = ?',
    indexVersion,
  );
  return (
    row && {
      changeSetSeq: row.seq,
      changePosition: row.position,
      building: row.building === null ? null : (JSON.parse(row.building) as IndexState['building']),
    }
  );
}

function hasTables(connection: Connection): boolean {
  return connection.sql("SELECT 1 FROM sqlite_schema WHERE name = 'search_state'").length > 0;
}

export function writeState(connection: Connection, state: IndexState): void {
  connection.sql(
    'UPDATE search_state SET change_set_seq = ?, change_position = ?, building = ?',
    state.changeSetSeq,
    state.changePosition,
    state.building && JSON.stringify(state.building),
  );
}

/** An empty index that is to be built; whatever stood there goes. Later changes than `state` names are caught up with. */
export function createIndex(connection: Connection, state: IndexState): void {
  connection.execute(tables.map((table) => `DROP TABLE IF EXISTS ${table};`).join('\n') + createTables);
  connection.sql('INSERT INTO search_state VALUES (?, 0, 0, NULL, 0)', indexVersion);
  writeState(connection, state);
}

/** What is written for one record. */
export interface IndexRow {
  kind: SearchKind;
  id: string;
  main: string;
  more: string;
  /** Spellings of a person's name, joined by spaces; null for other kinds. */
  keys: string | null;
}

interface StoredRow {
  row: number;
  keys: string | null;
}

/** A row that answers a query. */
export interface FoundRow extends StoredRow {
  id: string;
}

/** Rows of a band, of the register or of entries, that answer an FTS5 expression; the highest first. */
export function listRows(connection: Connection, expression: string, { from, to }: Band, limit: number): FoundRow[] {
  const table = textTableOf(from);
  const rows = connection.sql<StoredRow & { id: PackedId }>(
    `SELECT r.row, r.id, r.keys FROM ${table} f JOIN search_record r ON r.row = f.rowid
     WHERE f.${table} MATCH ? AND f.rowid BETWEEN ? AND ? ORDER BY f.rowid DESC LIMIT ?`,
    expression,
    from,
    to,
    limit,
  );
  return rows.map(({ row, id, keys }) => ({ row, id: unpackId(id), keys }));
}

/** A UUID as its 16 bytes (two thirds of the space); whatever else stands in an old file as it is. */
type PackedId = Buffer | string;
const canonicalId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

const packId = (id: string): PackedId => (canonicalId.test(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : id);

function unpackId(packed: PackedId): string {
  if (typeof packed === 'string') return packed;
  const hex = packed.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function findRow(connection: Connection, kind: SearchKind, id: string): StoredRow | undefined {
  const { from, to } = bandOf(kind);
  const packed = packId(id);
  return connection.sql<StoredRow>(
    'SELECT row, keys FROM search_record WHERE substr(id, -3) = ? AND id = ? AND row BETWEEN ? AND ?',
    packed.slice(-3),
    packed,
    from,
    to,
  )[0];
}

/** Writes or replaces the row of a record. Answers whether its keys are others than before. */
export function putRow(connection: Connection, { kind, id, main, more, keys }: IndexRow): boolean {
  const stored = findRow(connection, kind, id);
  if (stored !== undefined) {
    connection.sql(`UPDATE ${textTableOf(stored.row)} SET main = ?, more = ? WHERE rowid = ?`, main, more, stored.row);
    if (stored.keys !== keys) connection.sql('UPDATE search_record SET keys = ? WHERE row = ?', keys, stored.row);
    return stored.keys !== keys;
  }
  const row = nextRow(connection, kind);
  connection.sql('INSERT INTO search_record (row, id, keys) VALUES (?, ?, ?)', row, packId(id), keys);
  connection.sql(`INSERT INTO ${textTableOf(row)} (rowid, main, more) VALUES (?, ?, ?)`, row, main, more);
  return keys !== null;
}

function nextRow(connection: Connection, kind: SearchKind): number {
  const { from, to } = bandOf(kind);
  const [last] = connection.sql<{ row: number }>(
    'SELECT row FROM search_record WHERE row BETWEEN ? AND ? ORDER BY row DESC LIMIT 1',
    from,
    to,
  );
  return last === undefined ? from : last.row + 1;
}

export function removeRow(connection: Connection, kind: SearchKind, id: string): void {
  const stored = findRow(connection, kind, id);
  if (stored === undefined) return;
  connection.sql(`DELETE FROM ${textTableOf(stored.row)} WHERE rowid = ?`, stored.row);
  connection.sql('DELETE FROM search_record WHERE row = ?', stored.row);
  if (kind !== 'entry' && kind !== 'action') connection.sql('UPDATE search_state SET has_removed = 1');
}

const mergedPages = 200;

/** Merges a little more of what a build left in pieces, because each piece costs every search a look; false when it is whole. */
export function mergeSome(connection: Connection, isFirst: boolean): boolean {
  const countChanges = (): number => connection.sql<{ n: number }>('SELECT total_changes() AS n')[0]?.n ?? 0;
  const pages = isFirst ? -mergedPages : mergedPages;
  return textTables
    .map((table) => {
      const before = countChanges();
      connection.sql(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`, pages);
      // FTS5's way to say that nothing was left to do (sqlite.org/fts5.html#the_merge_command).
      return countChanges() - before > 1;
    })
    .includes(true);
}

/** Spellings of each person's name, for lists that filter by themselves; people not indexed yet are missing. */
export function listPersonKeys(connection: Connection): Map<string, string> {
  if (!hasTables(connection)) return new Map();
  const { from, to } = bandOf('person');
  const rows = connection.sql<{ id: PackedId; keys: string }>(
    'SELECT id, keys FROM search_record WHERE row BETWEEN ? AND ? AND keys IS NOT NULL',
    from,
    to,
  );
  return new Map(rows.map(({ id, keys }) => [unpackId(id), keys]));
}

/** The next people after a row, with the spellings of their names; in order of row, from the first where `after` is null. */
export function listPersonKeysAfter(
  connection: Connection,
  after: number | null,
  limit: number,
): { row: number; id: string; keys: string }[] {
  if (!hasTables(connection)) return [];
  const { from, to } = bandOf('person');
  const rows = connection.sql<{ row: number; id: PackedId; keys: string }>(
    'SELECT row, id, keys FROM search_record WHERE row > ? AND row <= ? AND keys IS NOT NULL ORDER BY row LIMIT ?',
    after ?? from - 1,
    to,
    limit,
  );
  return rows.map(({ row, id, keys }) => ({ row, id: unpackId(id), keys }));
}

/**
 * Takes the words of removed register records out of the file: FTS5 keeps them until its segments are merged, and its own
 * `secure-delete` does nothing in a contentless table (measured, design section 3). Does nothing when nothing was removed.
 */
export function scrub(connection: Connection): void {
  if (!hasTables(connection)) return;
  const [state] = connection.sql<{ has_removed: number }>('SELECT has_removed FROM search_state');
  if (state?.has_removed !== 1) return;
  connection.transaction(() => {
    connection.sql("INSERT INTO search_register (search_register) VALUES ('optimize')");
    connection.sql('UPDATE search_state SET has_removed = 0');
  });
  connection.pragma('wal_checkpoint(TRUNCATE)');
}

/** As {@link scrub}, of the minutes too and without asking, slice by slice so that other calls are answered. */
export async function scrubAll(connection: Connection): Promise<void> {
  if (!hasTables(connection)) return;
  const slices = startSlices();
  for (let isFirst = true; mergeSome(connection, isFirst); isFirst = false) {
    if (slices.areDue()) await slices.pause();
  }
  connection.transaction(() => {
    for (const table of textTables) connection.sql(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
    connection.sql('UPDATE search_state SET has_removed = 0');
  });
}
