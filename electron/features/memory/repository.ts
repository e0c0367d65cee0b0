import type { MemorySource, MemoryUnit } from '#shared/contract/memory.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { MemorySourceRow } from '../../db/schema.ts';
import { indexUnit, unindexUnit } from './index-repository.ts';

/*
 * Units of meetings have the numbers below 2³⁰, each imported file a block of 2¹⁹ numbers above: whether a unit counts
 * is seen by its number. Below 2³¹, because larger ones are bound as REAL, which FTS5 does not take.
 */
const firstOfBlocks = 2 ** 30;
const blockSize = 2 ** 19;
const blockCount = 2 ** 11;

export const blockOf = (id: number): number | null => (id < firstOfBlocks ? null : (id - firstOfBlocks) >> 19);
export const firstOfBlock = (block: number): number => firstOfBlocks + block * blockSize;

export interface StoredUnit {
  id: number;
  sourceId: string | null;
  meetingId: string | null;
  date: string;
  texts: LocalizedText;
}

interface UnitRow {
  id: number;
  source_id: string | null;
  meeting_id: string | null;
  date: string;
  text_en: string;
  text_ru: string;
  text_zh: string;
}

const toUnit = (row: UnitRow): StoredUnit => ({
  id: row.id,
  sourceId: row.source_id,
  meetingId: row.meeting_id,
  date: row.date,
  texts: { en: row.text_en, ru: row.text_ru, zh: row.text_zh },
});

/** In the order asked for. */
export function loadUnits(connection: Connection, ids: readonly number[]): StoredUnit[] {
  return connection
    .sql<UnitRow>(
      'SELECT u.* FROM json_each(?) wanted CROSS JOIN memory_unit u ON u.id = wanted.value ORDER BY wanted.key',
      JSON.stringify(ids),
    )
    .map(toUnit);
}

/** The next units after a number, those of a meeting if one is named. */
export function listUnitsAfter(
  connection: Connection,
  after: number,
  limit: number,
  meetingId: string | null = null,
): StoredUnit[] {
  return meetingId === null
    ? connection.sql<UnitRow>('SELECT * FROM memory_unit WHERE id > ? ORDER BY id LIMIT ?', after, limit).map(toUnit)
    : connection
        .sql<UnitRow>(
          'SELECT * FROM memory_unit WHERE meeting_id = ? AND id > ? ORDER BY id LIMIT ?',
          meetingId,
          after,
          limit,
        )
        .map(toUnit);
}

/** With where each is from, in the same order. */
export function describeUnits(connection: Connection, units: readonly StoredUnit[]): MemoryUnit[] {
  const meetings = new Map(
    connection
      .sql<{ id: string; date: string; en: string; ru: string; zh: string }>(
        `SELECT id, date, title_en AS en, title_ru AS ru, title_zh AS zh FROM meeting
         WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(units.map(({ meetingId }) => meetingId)),
      )
      .map(({ id, date, en, ru, zh }) => [id, { id, date, title: { en, ru, zh } }]),
  );
  const names = new Map(listSources(connection).map(({ id, name }) => [id, name]));
  return units.map(({ id, texts, meetingId, sourceId }) => ({
    id,
    texts,
    meeting: meetings.get(meetingId ?? '') ?? null,
    source: names.get(sourceId ?? '') ?? null,
  }));
}

export function insertUnit(connection: Connection, unit: StoredUnit): void {
  const { id, sourceId, meetingId, date, texts } = unit;
  connection.sql(
    `INSERT INTO memory_unit (id, source_id, meeting_id, date, text_en, text_ru, text_zh)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    id,
    sourceId,
    meetingId,
    date,
    texts.en,
    texts.ru,
    texts.zh,
  );
  indexUnit(connection, id, texts, date);
}

export function removeUnit(connection: Connection, id: number): void {
  unindexUnit(connection, id);
  connection.sql('DELETE FROM memory_unit WHERE id = ?', id);
}

export function nextMeetingUnit(connection: Connection): number {
  const [last] = connection.sql<{ id: number }>(
    'SELECT id FROM memory_unit WHERE id < ? ORDER BY id DESC LIMIT 1',
    firstOfBlocks,
  );
  return (last?.id ?? 0) + 1;
}

export function countMeetingUnits(connection: Connection): number {
  const [row] = connection.sql<{ count: number }>(
    'SELECT count(*) AS "count" FROM memory_unit WHERE id < ?',
    firstOfBlocks,
  );
  return row?.count ?? 0;
}

/** The newest first. */
export function listSources(connection: Connection): MemorySource[] {
  return connection
    .sql<MemorySourceRow>('SELECT * FROM memory_source ORDER BY imported_at_ms DESC, id')
    .map((row) => ({ id: row.id, name: row.name, units: row.units, importedAtMs: row.imported_at_ms }));
}

export function findSource(connection: Connection, id: string): MemorySourceRow | undefined {
  return connection.sql<MemorySourceRow>('SELECT * FROM memory_source WHERE id = ?', id)[0];
}

export function insertSource(write: Write, { id, name, units, importedAtMs }: MemorySource): void {
  write.insert('memory_source', { id, name, units, imported_at_ms: importedAtMs });
}

export function removeSource(write: Write, id: string): void {
  write.remove('memory_source', { id });
}

/** Blocks whose file is in the memory now. */
export function listVisibleBlocks(connection: Connection): number[] {
  return connection
    .sql<{ id: string }>('SELECT id FROM memory_source')
    .map(({ id }) => findBlock(connection, id))
    .filter((block) => block !== null);
}

function findBlock(connection: Connection, sourceId: string): number | null {
  const [unit] = connection.sql<{ id: number }>('SELECT id FROM memory_unit WHERE source_id = ? LIMIT 1', sourceId);
  return unit === undefined ? null : blockOf(unit.id);
}

/** A block without units that nobody has `taken`; undefined when all are used. */
export function findFreeBlock(connection: Connection, taken: ReadonlySet<number>): number | undefined {
  for (let block = 0; block < blockCount; block++) {
    if (taken.has(block)) continue;
    const from = firstOfBlock(block);
    const isUsed =
      connection.sql('SELECT 1 FROM memory_unit WHERE id BETWEEN ? AND ? LIMIT 1', from, from + blockSize - 1).length >
      0;
    if (!isUsed) return block;
  }
  return undefined;
}

/**
 * Files whose units are here though no change set knows them: of an import that was cancelled or cut off. A file that
 * was undone or removed is known, and its units stay for redo.
 */
export function listOrphanSources(connection: Connection): string[] {
  const orphans: string[] = [];
  for (let after = ''; ;) {
    const [next] = connection.sql<{ id: string }>(
      'SELECT source_id AS id FROM memory_unit WHERE source_id > ? ORDER BY source_id LIMIT 1',
      after,
    );
    if (next === undefined) return orphans;
    after = next.id;
    if (!isKnownSource(connection, next.id)) orphans.push(next.id);
  }
}

/** Whether some change set names the file, or it is here without one. */
export function isKnownSource(connection: Connection, id: string): boolean {
  return (
    findSource(connection, id) !== undefined ||
    connection.sql("SELECT 1 FROM change WHERE table_name = 'memory_source' AND row_key = ? LIMIT 1", id).length > 0
  );
}

/** Removes some units of a file; answers how many. */
export function removeSomeOf(connection: Connection, sourceId: string, limit: number): number {
  const ids = connection.sql<{ id: number }>('SELECT id FROM memory_unit WHERE source_id = ? LIMIT ?', sourceId, limit);
  for (const { id } of ids) removeUnit(connection, id);
  return ids.length;
}

export function listIdsOfMeeting(connection: Connection, meetingId: string): number[] {
  return connection
    .sql<{ id: number }>('SELECT id FROM memory_unit WHERE meeting_id = ?', meetingId)
    .map(({ id }) => id);
}
