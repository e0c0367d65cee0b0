import type { ChangeName } from '#shared/contract/history.ts';
import { trashDays, type TrashKind, trashKinds } from '#shared/contract/trash.ts';
import type { Row } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import { parseImage } from '../../db/write.ts';
import { startSlices } from '../../slices.ts';
import { isTrashKind, ownerColumns } from './owners.ts';

/** What a change set did to one row, from its beginning to its end. */
export interface NetChange {
  table: RecordTable;
  before: Row | null;
  after: Row | null;
}

/** A record that was removed, and is still gone. */
export interface Removal {
  kind: TrashKind;
  id: string;
  seq: number;
  atMs: number;
  by: ChangeName;
}

/** Change sets read at once: a few ms, also where a meeting was imported. */
const setsPerQuery = 500;
const dayMs = 86_400_000;

/** A record that became a part of another one is not lost; these are taken back where they were made. */
const joining: readonly ChangeName[] = ['person.merge', 'organization.merge', 'entry.merge'];

/** What was removed in the last 30 days and is still gone. */
export class Removed {
  readonly #removals: ReadonlyMap<string, Removal>;
  /** Parts of another removed record, which come back with it: by their keys, that of their owner. */
  readonly #owners: ReadonlyMap<string, string>;

  constructor(removals: ReadonlyMap<string, Removal>, owners: ReadonlyMap<string, string>) {
    this.#removals = removals;
    this.#owners = owners;
  }

  /** Those that come back by themselves, in no order. */
  list(): Removal[] {
    return [...this.#removals.values()].filter((removal) => !this.#owners.has(keyOf(removal)));
  }

  find(record: { kind: string; id: string }): Removal | undefined {
    const key = keyOf(record);
    return this.#owners.has(key) ? undefined : this.#removals.get(key);
  }

  /** With what a record comes back: itself, or what it is a part of. */
  findWhole(record: { kind: string; id: string }): Removal | undefined {
    let key = keyOf(record);
    for (let owner = this.#owners.get(key); owner !== undefined; owner = this.#owners.get(key)) key = owner;
    return this.#removals.get(key);
  }
}

/** By the last removal of each record in the last 30 days before `nowMs`. */
export async function readRemoved(connection: Connection, nowMs: number): Promise<Removed> {
  const slices = startSlices();
  const sinceMs = nowMs - trashDays * dayMs;
  const found = new Map<string, Removal>();
  const [range] = connection.sql<{ first: number | null; last: number | null }>(
    'SELECT min(seq) AS first, max(seq) AS last FROM change_set WHERE at_ms >= ?',
    sinceMs,
  );
  const last = range?.last ?? 0;
  for (let from = range?.first ?? 1; from <= last; from += setsPerQuery) {
    for (const removal of removalsBetween(connection, from, from + setsPerQuery - 1, sinceMs)) {
      found.set(keyOf(removal), removal);
    }
    if (slices.areDue()) await slices.pause();
  }
  for (const [key, removal] of found) {
    if (isThere(connection, removal.kind, removal.id)) found.delete(key);
  }
  const owners = new Map<string, string>();
  for (const [key, removal] of found) {
    const owner = findOwner(connection, removal, found);
    if (owner !== undefined) owners.set(key, keyOf(owner));
    if (slices.areDue()) await slices.pause();
  }
  return new Removed(found, owners);
}

export const keyOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}/${id}`;

function isThere(connection: Connection, table: TrashKind, id: string): boolean {
  return connection.sql(`SELECT 1 FROM ${table} WHERE id = ?`, id).length > 0;
}

/** The plus keeps SQLite from going through everything that was ever written to the tables. */
function removalsBetween(connection: Connection, from: number, to: number, sinceMs: number): Removal[] {
  return connection.sql<Removal>(
    `SELECT c.table_name AS kind, c.row_key AS id, s.seq, s.at_ms AS "atMs", s.name AS "by"
     FROM change_set s CROSS JOIN change c ON c.change_set_seq = s.seq
     WHERE s.seq BETWEEN :from AND :to AND s.at_ms >= :sinceMs AND s.kind = 'do' AND s.state = 'done'
       AND s.name NOT IN (SELECT value FROM json_each(:joining))
       AND c.after IS NULL AND +c.table_name IN (SELECT value FROM json_each(:kinds))
     ORDER BY s.seq, c.position`,
    { from, to, sinceMs, joining: JSON.stringify(joining), kinds: JSON.stringify(trashKinds) },
  );
}

/** What went in the same change set and has the record as its part. */
function findOwner(connection: Connection, removal: Removal, found: ReadonlyMap<string, Removal>): Removal | undefined {
  const image = lastImage(connection, removal);
  for (const column of ownerColumns[removal.kind] ?? []) {
    const id = image?.[column];
    if (typeof id !== 'string') continue;
    const owners = trashKinds.flatMap((kind) => found.get(keyOf({ kind, id })) ?? []);
    const owner = owners.find(({ seq }) => seq === removal.seq);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** The record's own row, as it was before the change set that removed it began. */
function lastImage(connection: Connection, { kind, id, seq }: Removal): Row | null {
  const [row] = connection.sql<{ before: string | null }>(
    `SELECT before FROM change
     WHERE table_name = ? AND row_key = ? AND change_set_seq = ? ORDER BY position LIMIT 1`,
    kind,
    id,
    seq,
  );
  return parseImage(row?.before ?? null);
}

/** What a change set did, row by row, in its order; rows that came and went in it are left out. */
export function readNetChanges(connection: Connection, seq: number): NetChange[] {
  const rows = connection.sql<{ table: RecordTable; key: string; before: string | null; after: string | null }>(
    'SELECT table_name AS "table", row_key AS "key", before, after FROM change WHERE change_set_seq = ? ORDER BY position',
    seq,
  );
  const net = new Map<string, { table: RecordTable; before: string | null; after: string | null }>();
  for (const { table, key, before, after } of rows) {
    const known = net.get(`${table}/${key}`);
    if (known === undefined) net.set(`${table}/${key}`, { table, before, after });
    else known.after = after;
  }
  return [...net.values()]
    .map(({ table, before, after }) => ({ table, before: parseImage(before), after: parseImage(after) }))
    .filter(({ before, after }) => before !== null || after !== null);
}

export interface RemovedRow {
  table: RecordTable;
  row: Row;
}

/** What comes back with a record: its rows, and what other rows said of them. */
export interface RemovedRecord {
  /** The record's own first, then its parts in an order in which each follows its owner. */
  rows: RemovedRow[];
  /** Rows that are still there and named one of them. */
  references: { table: RecordTable; before: Row; after: Row }[];
}

export function collectRecord(
  changes: readonly NetChange[],
  { kind, id }: { kind: TrashKind; id: string },
): RemovedRecord {
  const removed = changes.flatMap(({ table, before, after }) =>
    before !== null && after === null ? [{ table, row: before }] : [],
  );
  const ids = new Set([id]);
  const taken = new Set(removed.filter(({ table, row }) => table === kind && row['id'] === id));
  // A part may stand before its owner: rows are gone through until none is added.
  for (let size = -1; size !== taken.size;) {
    size = taken.size;
    for (const part of removed) {
      if (taken.has(part) || !isPartOf(part, ids)) continue;
      taken.add(part);
      const own = part.row['id'];
      if (typeof own === 'string') ids.add(own);
    }
  }
  const references = changes.flatMap(({ table, before, after }) =>
    before !== null && after !== null && namesOneOf(before, after, ids) ? [{ table, before, after }] : [],
  );
  return { rows: [...taken], references };
}

function isPartOf({ table, row }: RemovedRow, ids: ReadonlySet<string>): boolean {
  return (ownerColumns[table] ?? []).some((column) => {
    const owner = row[column];
    return typeof owner === 'string' && ids.has(owner);
  });
}

/** A column that was changed held an id of the record, or a list with one. */
function namesOneOf(before: Row, after: Row, ids: ReadonlySet<string>): boolean {
  return Object.entries(before).some(([column, value]) => {
    if (typeof value !== 'string' || value === after[column]) return false;
    return ids.has(value) || (value.startsWith('[') && [...ids].some((id) => value.includes(id)));
  });
}

/** How many removed records of each kind come back with one, itself left out. */
export function countParts({ rows }: RemovedRecord): { kind: TrashKind; count: number }[] {
  const counts = new Map<TrashKind, number>();
  for (const { table } of rows.slice(1)) if (isTrashKind(table)) counts.set(table, (counts.get(table) ?? 0) + 1);
  return trashKinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}
