import type { Language, LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { type Analysed, analyse, keyTokenOf } from './words.ts';

/** Raise it when tokens, tables or what is indexed change: an index of another version is dropped and built anew. */
const indexVersion = 1;

/**
 * The index is derived from `memory_unit`, so it makes its own tables. The FTS5 table holds no text (contentless); its
 * rows are those of the units. `memory_indexed` has how many words each text has, and what a list is ordered by.
 */
const createTables = `
CREATE TABLE memory_state (
  version INTEGER NOT NULL,
  change_set_seq INTEGER NOT NULL, -- changes of meetings are followed up to here
  change_position INTEGER NOT NULL,
  built_to INTEGER -- the last unit of a build that is under way; null: complete
) STRICT;
CREATE TABLE memory_indexed (
  unit INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  en INTEGER NOT NULL, ru INTEGER NOT NULL, zh INTEGER NOT NULL
) STRICT;
CREATE INDEX memory_indexed_date ON memory_indexed (date);
CREATE VIRTUAL TABLE memory_index USING fts5(en, ru, zh, content='', contentless_delete=1, tokenize="ascii");
`;
const tables = ['memory_state', 'memory_indexed', 'memory_index'];

export interface MemoryState {
  changeSetSeq: number;
  changePosition: number;
  builtTo: number | null;
}

/** Undefined when there is no index, or one of another version. */
export function readState(connection: Connection): MemoryState | undefined {
  if (connection.sql("SELECT 1 FROM sqlite_schema WHERE name = 'memory_state'").length === 0) return undefined;
  return connection.sql<MemoryState>(
    `SELECT change_set_seq AS changeSetSeq, change_position AS changePosition, built_to AS builtTo
     FROM memory_state WHERE version = ?`,
    indexVersion,
  )[0];
}

export function writeState(connection: Connection, state: MemoryState): void {
  connection.sql(
    'UPDATE memory_state SET change_set_seq = ?, change_position = ?, built_to = ?',
    state.changeSetSeq,
    state.changePosition,
    state.builtTo,
  );
}

/** An empty index; whatever stood there goes. */
export function createIndex(connection: Connection, state: MemoryState): void {
  connection.execute(tables.map((table) => `DROP TABLE IF EXISTS ${table};`).join('\n') + createTables);
  // Pieces are joined less often than FTS5 would: an import is faster by a fifth, and its longest transaction shorter.
  connection.sql("INSERT INTO memory_index (memory_index, rank) VALUES ('automerge', 8)");
  connection.sql('INSERT INTO memory_state VALUES (?, 0, 0, NULL)', indexVersion);
  writeState(connection, state);
  forgetPostings(connection);
}

/** In the transaction that writes the unit. */
export function indexUnit(connection: Connection, id: number, texts: LocalizedText, date: string): void {
  const [en, ru, zh] = [analyse(texts.en), analyse(texts.ru), analyse(texts.zh)];
  connection.sql(
    'INSERT INTO memory_index (rowid, en, ru, zh) VALUES (?, ?, ?, ?)',
    id,
    toCell(en),
    toCell(ru),
    toCell(zh),
  );
  connection.sql(
    'INSERT INTO memory_indexed VALUES (?, ?, ?, ?, ?)',
    id,
    date,
    en.words.length,
    ru.words.length,
    zh.words.length,
  );
  forgetPostings(connection);
}

const toCell = ({ words, tokens }: Analysed): string =>
  words.length === 0 ? '' : `${tokens.join(' ')} ${keyTokenOf(words)}`;

export function unindexUnit(connection: Connection, id: number): void {
  connection.sql('DELETE FROM memory_index WHERE rowid = ?', id);
  connection.sql('DELETE FROM memory_indexed WHERE unit = ?', id);
  forgetPostings(connection);
}

/** Units that have a token in a language, in rising order. */
type Postings = Int32Array;

/** Kept in RAM for tokens that were asked for, because words of minutes come again: 4 bytes for each unit of a token. */
const mostKept = 2_000_000;

interface Kept {
  postings: Map<string, Postings>;
  size: number;
  counts: Map<string, number>;
}
const kept = new WeakMap<Connection, Kept>();

function keptOf(connection: Connection): Kept {
  let found = kept.get(connection);
  if (found === undefined) kept.set(connection, (found = { postings: new Map(), size: 0, counts: new Map() }));
  return found;
}

const forgetPostings = (connection: Connection): void => {
  kept.delete(connection);
};

/** In how many units a token stands in a language. */
export function countUnits(connection: Connection, language: Language, token: string): number {
  const { counts, postings } = keptOf(connection);
  const key = `${language}:${token}`;
  let count = counts.get(key) ?? postings.get(key)?.length;
  if (count === undefined) {
    connection.sql(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.memory_words USING fts5vocab('main', 'memory_index', 'col')",
    );
    const [row] = connection.sql<{ doc: number }>(
      'SELECT doc FROM temp.memory_words WHERE term = ? AND col = ?',
      token,
      language,
    );
    counts.set(key, (count = row?.doc ?? 0));
  }
  return count;
}

export function listPostings(connection: Connection, language: Language, token: string): Postings {
  const cache = keptOf(connection);
  const key = `${language}:${token}`;
  const known = cache.postings.get(key);
  if (known !== undefined) return known;
  const [row] = connection.sql<{ ids: string }>(
    'SELECT json_group_array(rowid) AS ids FROM memory_index WHERE memory_index MATCH ?',
    `${language} : "${token}"`,
  );
  const postings = Int32Array.from(JSON.parse(row?.ids ?? '[]') as number[]);
  if (cache.size + postings.length > mostKept) {
    cache.postings.clear();
    cache.size = 0;
  }
  cache.postings.set(key, postings);
  cache.size += postings.length;
  return postings;
}

/** Those of the units whose text in a language has so many words, with the number. */
export function listLengths(
  connection: Connection,
  language: Language,
  ids: readonly number[],
  from: number,
  to: number,
): { id: number; length: number; date: string }[] {
  return connection.sql(
    `SELECT unit AS id, ${language} AS length, date FROM memory_indexed
     WHERE unit IN (SELECT value FROM json_each(?)) AND ${language} BETWEEN ? AND ?`,
    JSON.stringify(ids),
    from,
    to,
  );
}

/** Blocks of unit numbers (see repository.ts) that count, as JSON; units of meetings always do. */
const isVisible = `(unit < ${String(2 ** 30)} OR (unit - ${String(2 ** 30)}) >> 19 IN (SELECT value FROM json_each(?)))`;

/** Of so many answers the newest are met soon by going through all units by date; fewer are looked up and sorted. */
const manyAnswers = 4_000;

/** Units that answer an FTS5 expression, the newest first. */
export function listNewest(
  connection: Connection,
  expression: string,
  blocks: readonly number[],
  limit: number,
  offset = 0,
): number[] {
  const [row] = connection.sql<{ count: number }>(
    'SELECT count(*) AS "count" FROM (SELECT 1 FROM memory_index WHERE memory_index MATCH ? LIMIT ?)',
    expression,
    manyAnswers,
  );
  // SQLite looks up by a bare column, and does not by one with a plus.
  const unit = row?.count === manyAnswers ? '+unit' : 'unit';
  return connection
    .sql<{ unit: number }>(
      `SELECT unit FROM memory_indexed WHERE ${unit} IN (SELECT rowid FROM memory_index WHERE memory_index MATCH ?)
       AND ${isVisible} ORDER BY date DESC, unit DESC LIMIT ? OFFSET ?`,
      expression,
      JSON.stringify(blocks),
      limit,
      offset,
    )
    .map((found) => found.unit);
}

export const isIndexed = (connection: Connection, id: number): boolean =>
  connection.sql('SELECT 1 FROM memory_indexed WHERE unit = ?', id).length > 0;
