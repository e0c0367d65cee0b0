import type { HeadingKind } from '#shared/contract/translations.ts';
import { startSlices } from '../slices.ts';
import type { Connection } from './connection.ts';
import { headingColumns } from './heading-rows.ts';
import type { RecordTable } from './schema.ts';
import { tableKeys } from './table-keys.ts';
import { parseImage, type Row } from './write.ts';

/*
 * Takes a person out of what the data file remembers: images of rows, names of change sets, earlier wordings. A set is
 * then as if the person had never been in it, so what it did to others can still be undone and redone.
 */

/** Who is to be forgotten. */
export interface Erasure {
  /** Of the person, and of records that were joined into it. */
  ids: ReadonlySet<string>;
  /** Names, addresses and numbers in running text, all of them; null: none that could be told from other words. */
  words: RegExp | null;
  /** Rows that go on pointing at the person, whose record stays without a word in it: by table and key. */
  keptRows: ReadonlySet<string>;
}

/** Stands for what was taken out of a text. */
export const erasedMark = '[…]';

export interface Place {
  seq: number;
  position: number;
}

/** Rows of these tables are parts of a person, or mean nothing without one. */
const ownColumns: Partial<Record<RecordTable, readonly string[]>> = {
  person: ['id'],
  person_name: ['person_id'],
  person_alias: ['person_id'],
  affiliation: ['person_id'],
  person_distinct: ['person_id', 'other_person_id'],
  membership: ['person_id'],
  action_owner: ['person_id'],
  action_assignee: ['person_id'],
  entry_mention: ['person_id'],
};

/** Rows that stay without the person, and the words in them that are about the person. */
const namingColumns: Partial<Record<RecordTable, { column: string; words: readonly string[] }>> = {
  attendance: {
    column: 'person_id',
    words: ['name_en', 'name_ru', 'name_zh', 'position_en', 'position_ru', 'position_zh'],
  },
  agreement_signatory: {
    column: 'person_id',
    words: ['name_en', 'name_ru', 'name_zh', 'position_en', 'position_ru', 'position_zh'],
  },
  status_report: { column: 'reporter_person_id', words: ['reporter'] },
};

/** Another person may have the same words in the own record: those of the register are left to whom they belong. */
const register: ReadonlySet<string> = new Set(['person', 'person_name', 'person_alias', 'affiliation']);

const pageSize = 500;

export const rowKey = (table: string, key: string): string => `${table}/${key}`;

/**
 * Changes up to the newest that may tell of the person, read in slices so that other calls are answered; what is written
 * meanwhile is behind `upTo`.
 */
export async function findTelling(connection: Connection, erasure: Erasure): Promise<{ places: Place[]; upTo: Place }> {
  const slices = startSlices();
  const places: Place[] = [];
  let upTo: Place = { seq: 0, position: -1 };
  for (;;) {
    const page = readChanges(connection, upTo);
    const last = page.at(-1);
    if (last === undefined) return { places, upTo };
    for (const change of page)
      if (mayTell(change, erasure)) places.push({ seq: change.seq, position: change.position });
    upTo = { seq: last.seq, position: last.position };
    if (slices.areDue()) await slices.pause();
  }
}

interface StoredChange extends Place {
  table: RecordTable;
  key: string;
  before: string | null;
  after: string | null;
}

const changeColumns = 'change_set_seq AS seq, position, table_name AS "table", row_key AS "key", before, after';

function readChanges(connection: Connection, after: Place): StoredChange[] {
  return connection.sql<StoredChange>(
    `SELECT ${changeColumns} FROM change WHERE (change_set_seq, position) > (?, ?)
     ORDER BY change_set_seq, position LIMIT ${String(pageSize)}`,
    after.seq,
    after.position,
  );
}

function mayTell({ before, after }: StoredChange, { ids, words }: Erasure): boolean {
  const images = `${before ?? ''}\n${after ?? ''}`;
  for (const id of ids) if (images.includes(id)) return true;
  return words !== null && hasWords(images, words);
}

function hasWords(text: string, words: RegExp): boolean {
  words.lastIndex = 0;
  return words.test(text);
}

/**
 * To be called in the transaction that erases, after the rows themselves are gone. `erasing`: the change set that does
 * it; of its rows only the keys are left, for those who follow the changes.
 */
export function scrubChanges(
  connection: Connection,
  erasure: Erasure,
  { places, upTo }: { places: readonly Place[]; upTo: Place },
  erasing: number,
): void {
  const emptied = new Set<number>();
  const personal = new Set<number>();
  const scrub = (change: StoredChange): void => {
    if (change.seq === erasing) {
      keepKeys(connection, change);
      return;
    }
    const before = scrubImage(connection, erasure, change, change.before);
    const after = scrubImage(connection, erasure, change, change.after);
    if (before === change.before && after === change.after) return;
    if (register.has(change.table)) personal.add(change.seq);
    if (before !== null || after !== null) {
      connection.sql(
        'UPDATE change SET before = ?, after = ? WHERE change_set_seq = ? AND position = ?',
        before,
        after,
        change.seq,
        change.position,
      );
      return;
    }
    connection.sql('DELETE FROM change WHERE change_set_seq = ? AND position = ?', change.seq, change.position);
    emptied.add(change.seq);
  };
  for (const { seq, position } of places) {
    const [change] = connection.sql<StoredChange>(
      `SELECT ${changeColumns} FROM change WHERE change_set_seq = ? AND position = ?`,
      seq,
      position,
    );
    if (change !== undefined) scrub(change);
  }
  for (let after = upTo; ;) {
    const page = readChanges(connection, after);
    const last = page.at(-1);
    if (last === undefined) break;
    for (const change of page) if (change.seq === erasing || mayTell(change, erasure)) scrub(change);
    after = last;
  }
  scrubLabels(connection, erasure, personal);
  dropEmptied(connection, emptied);
}

const namesRow = /(?:^|_)id$/u;

/** Of what the erasing set itself did, only which rows it was about. */
function keepKeys(connection: Connection, { seq, position, table, before, after }: StoredChange): void {
  const [was, is] = [parseImage(before), parseImage(after)];
  if (was === null) return;
  const keys: readonly string[] = tableKeys[table];
  const kept = Object.entries(was).filter(([column]) => keys.includes(column) || namesRow.test(column));
  connection.sql(
    'UPDATE change SET before = ? WHERE change_set_seq = ? AND position = ?',
    JSON.stringify({ ...is, ...Object.fromEntries(kept) }),
    seq,
    position,
  );
}

function scrubImage(
  connection: Connection,
  { ids, words, keptRows }: Erasure,
  { table, key }: StoredChange,
  image: string | null,
): string | null {
  const row = parseImage(image);
  if (row === null) return null;
  const isKept = keptRows.has(rowKey(table, key));
  const isOne = (column: string): boolean => ids.has(String(row[column]));
  if (!isKept && (ownColumns[table] ?? []).some(isOne)) return null;
  if (register.has(table)) return image;
  const now = readNow(connection, table, row);
  const next = { ...row };
  const naming = namingColumns[table];
  if (naming !== undefined && isOne(naming.column)) {
    if (!isKept) next[naming.column] = null;
    // What the record says today stays what it said then.
    for (const column of naming.words) if (next[column] !== now?.[column]) next[column] = '';
  }
  if (words !== null && !(now !== undefined && rowHasWords(now, words))) {
    for (const [column, value] of Object.entries(next)) {
      if (typeof value === 'string') next[column] = value.replace(words, erasedMark);
    }
  }
  const text = JSON.stringify(next);
  return text === image ? image : text;
}

export function rowHasWords(row: Row, words: RegExp): boolean {
  return Object.values(row).some((value) => typeof value === 'string' && hasWords(value, words));
}

function readNow(connection: Connection, table: RecordTable, row: Row): Row | undefined {
  const columns: readonly string[] = tableKeys[table];
  return connection.sql<Row>(
    `SELECT * FROM ${table} WHERE ${columns.map((column) => `${column} = ?`).join(' AND ')}`,
    ...columns.map((column) => row[column] ?? null),
  )[0];
}

/** A set about the person keeps no name at all; the others lose the words. */
function scrubLabels(connection: Connection, { words }: Erasure, personal: ReadonlySet<number>): void {
  const labels = connection.sql<{ seq: number; name: string; label: string; target: number | null }>(
    "SELECT seq, name, label, target_seq AS target FROM change_set WHERE label <> ''",
  );
  for (const { seq, name, label, target } of labels) {
    const isPersonal = name.startsWith('person.') && (personal.has(seq) || (target !== null && personal.has(target)));
    const next = isPersonal ? '' : words === null ? label : label.replace(words, erasedMark);
    if (next !== label) connection.sql('UPDATE change_set SET label = ? WHERE seq = ?', next, seq);
  }
}

/** Sets of which nothing is left: Undo would say that it did something. */
function dropEmptied(connection: Connection, emptied: ReadonlySet<number>): void {
  for (const seq of emptied) {
    if (connection.sql('SELECT 1 FROM change WHERE change_set_seq = ? LIMIT 1', seq).length > 0) continue;
    connection.sql('DELETE FROM change_set WHERE seq = ?', seq);
  }
}

/** Earlier wordings of rows and headings that do not name the person any more. */
export function scrubRevisions(connection: Connection, { words }: Erasure): void {
  if (words === null) return;
  for (const source of ['entry_revision', 'heading_revision'] as const) {
    for (let after = 0; ;) {
      const page = connection.sql<Revision>(
        `SELECT rowid AS "row", * FROM ${source} WHERE rowid > ? ORDER BY rowid LIMIT ${String(pageSize)}`,
        after,
      );
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.row;
      for (const revision of page) {
        if (!hasWords(revision.text, words) || isStillWritten(connection, revision, words)) continue;
        const text = revision.text.replace(words, erasedMark);
        connection.sql(`UPDATE ${source} SET text = ? WHERE rowid = ?`, text, revision.row);
      }
    }
  }
}

interface Revision {
  row: number;
  text: string;
  language: string;
  /** Of a row of the minutes. */
  entry_id?: string;
  /** Of a heading. */
  kind?: HeadingKind;
  record_id?: string;
}

function isStillWritten(connection: Connection, revision: Revision, words: RegExp): boolean {
  const [now] =
    revision.kind === undefined
      ? connection.sql<Row>(
          'SELECT text FROM entry_text WHERE entry_id = ? AND language = ?',
          revision.entry_id,
          revision.language,
        )
      : connection.sql<Row>(`SELECT * FROM ${headingColumns[revision.kind].table} WHERE id = ?`, revision.record_id);
  return now !== undefined && rowHasWords(now, words);
}
