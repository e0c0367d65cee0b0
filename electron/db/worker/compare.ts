import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { type RestoredKind, restoredKinds, type RestorePreview } from '#shared/contract/backups.ts';
import type { ChangeName } from '#shared/contract/history.ts';
import { type Connection, openCopy } from '../connection.ts';
import type { Compared, StoreJob } from './messages.ts';
import { placesOf } from './record-places.ts';

type Kind = RestorePreview['kinds'][number];
type Example = RestorePreview['examples'][number];

const examplesOfEach = 5;
const examplesAtMost = 30;
const titleLength = 200;
const changesAtMost = 20;

/**
 * What would come back, go away and differ if the staged file took the place of the present one. A present file that is
 * damaged is read as far as it goes, from a copy: mostly that is enough to say what was done last.
 */
export function compare({ staged, present, damaged }: Extract<StoreJob, { kind: 'compare' }>): Promise<Compared> {
  const copy = `${staged}.present`;
  // Beside a file that is opened to be read, not even a database in memory takes a table: see compareWithNothing.
  const connection = openCopy(staged, { isReadOnly: present !== null });
  try {
    if (present !== null) return Promise.resolve(compareWith(connection, present));
    if (damaged !== null) {
      try {
        recoverCopy(damaged, copy);
        return Promise.resolve(compareDamaged(connection, copy));
      } catch {
        detach(connection);
      }
    }
    return Promise.resolve(compareWithNothing(connection, { count: 0, first: [] }));
  } finally {
    connection.close();
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${ending}`, { force: true });
  }
}

function compareWith(connection: Connection, present: string): Compared {
  connection.sql('ATTACH ? AS present', present);
  return {
    ...compareRecords(connection),
    ...describe(connection),
    changesSince: listChanges(connection),
    isPresentReadable: true,
  };
}

function compareDamaged(connection: Connection, copy: string): Compared {
  try {
    return compareWith(connection, copy);
  } catch {
    const changesSince = listChanges(connection);
    detach(connection);
    return compareWithNothing(connection, changesSince);
  }
}

function compareWithNothing(connection: Connection, changesSince: Compared['changesSince']): Compared {
  connection.sql("ATTACH ':memory:' AS present");
  for (const { table, parts } of Object.values(placesOf)) {
    for (const name of [table, ...parts.map((part) => part.table)]) {
      connection.sql(`CREATE TABLE IF NOT EXISTS present.${name} AS SELECT * FROM main.${name} WHERE 0`);
    }
  }
  const { kinds } = compareRecords(connection);
  return { kinds, examples: [], ...describe(connection), changesSince, isPresentReadable: false };
}

/** Opened once for writing, so that its journal is taken in. */
function recoverCopy(damaged: string, copy: string): void {
  copyFileSync(damaged, copy);
  if (existsSync(`${damaged}-wal`)) copyFileSync(`${damaged}-wal`, `${copy}-wal`);
  openCopy(copy).close();
}

function detach(connection: Connection): void {
  const databases = connection.sql<{ name: string }>('PRAGMA database_list');
  if (databases.some(({ name }) => name === 'present')) connection.sql('DETACH present');
}

function describe(connection: Connection): { atMs: number | null; schemaVersion: number } {
  const [last] = connection.sql<{ atMs: number | null }>('SELECT max(at_ms) AS atMs FROM main.change_set');
  return { atMs: last?.atMs ?? null, schemaVersion: Number(connection.pragma('user_version')) };
}

function compareRecords(connection: Connection): { kinds: Kind[]; examples: Example[] } {
  const kinds: Kind[] = [];
  const examples: Example[] = [];
  const order = [...restoredKinds].sort((a, b) => Number(b === 'meeting') - Number(a === 'meeting'));
  for (const kind of order) {
    const fates = {
      comes_back: listOnly(connection, kind, 'main', 'present'),
      goes_away: listOnly(connection, kind, 'present', 'main'),
      differs: listDiffering(connection, kind),
    };
    kinds.push({
      kind,
      here: count(connection, 'present', kind),
      inBackup: count(connection, 'main', kind),
      comesBack: fates.comes_back.length,
      goesAway: fates.goes_away.length,
      differs: fates.differs.length,
    });
    for (const fate of ['goes_away', 'differs', 'comes_back'] as const) {
      for (const id of fates[fate].slice(0, examplesOfEach)) {
        examples.push({
          kind,
          fate,
          title: readTitle(connection, fate === 'goes_away' ? 'present' : 'main', kind, id),
        });
      }
    }
  }
  kinds.sort((a, b) => restoredKinds.indexOf(a.kind) - restoredKinds.indexOf(b.kind));
  return { kinds, examples: examples.slice(0, examplesAtMost) };
}

type Side = 'main' | 'present';

function count(connection: Connection, side: Side, kind: RestoredKind): number {
  const [row] = connection.sql<{ count: number }>(`SELECT count(*) AS count FROM ${side}.${placesOf[kind].table}`);
  return row?.count ?? 0;
}

function listOnly(connection: Connection, kind: RestoredKind, side: Side, other: Side): string[] {
  const { table, key } = placesOf[kind];
  return connection
    .sql<{ id: string }>(`SELECT ${key} AS id FROM ${side}.${table} EXCEPT SELECT ${key} FROM ${other}.${table}`)
    .map(({ id }) => id);
}

/** In both, but the row itself or one of its parts is not the same. */
function listDiffering(connection: Connection, kind: RestoredKind): string[] {
  const { table, key, parts } = placesOf[kind];
  const differences = [{ table, key }, ...parts].flatMap((part) =>
    [['main', 'present'] as const, ['present', 'main'] as const].map(
      ([a, b]) =>
        `SELECT ${part.key} AS id FROM (SELECT * FROM ${a}.${part.table} EXCEPT SELECT * FROM ${b}.${part.table})`,
    ),
  );
  return connection
    .sql<{ id: string }>(
      `SELECT id FROM (${differences.join(' UNION ')})
       WHERE id IN (SELECT ${key} FROM main.${table}) AND id IN (SELECT ${key} FROM present.${table})`,
    )
    .map(({ id }) => id);
}

function readTitle(connection: Connection, side: Side, kind: RestoredKind, id: string): Example['title'] {
  const [row] = connection.sql<Example['title']>(placesOf[kind].title(side), { id });
  const cut = (text: string | null | undefined): string =>
    Array.from(text ?? '')
      .slice(0, titleLength)
      .join('')
      .replaceAll(/\s+/gu, ' ')
      .trim();
  return { en: cut(row?.en), ru: cut(row?.ru), zh: cut(row?.zh) };
}

/** What stands in the history here and not in the backup's: all from the first step in which they part. */
function listChanges(connection: Connection): Compared['changesSince'] {
  const [parting] = connection.sql<{ seq: number | null }>(
    `SELECT min(seq) AS seq FROM present.change_set here
     WHERE NOT EXISTS (SELECT 1 FROM main.change_set WHERE seq = here.seq AND at_ms = here.at_ms AND name = here.name)`,
  );
  const from = parting?.seq ?? Number.MAX_SAFE_INTEGER;
  const [total] = connection.sql<{ count: number }>(
    'SELECT count(*) AS count FROM present.change_set WHERE seq >= ?',
    from,
  );
  const first = connection.sql<{ seq: number; name: ChangeName; label: string; atMs: number }>(
    'SELECT seq, name, label, at_ms AS atMs FROM present.change_set WHERE seq >= ? ORDER BY seq DESC LIMIT ?',
    from,
    changesAtMost,
  );
  return { count: total?.count ?? 0, first };
}
