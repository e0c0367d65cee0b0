import type { Area, areaHolderKinds } from '#shared/contract/follow-up.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import type { AreaRow } from '../../db/follow-up-rows.ts';

/** A record that areas belong to. */
export interface AreaHolder {
  kind: (typeof areaHolderKinds)[number];
  id: string;
}

const holderTables: Record<AreaHolder['kind'], string> = {
  meeting: 'meeting',
  entry: 'entry',
  agreement: 'agreement',
  group: 'working_group',
};

export function isHolderThere(connection: Connection, { kind, id }: AreaHolder): boolean {
  return connection.sql(`SELECT 1 FROM ${holderTables[kind]} WHERE id = ?`, id).length > 0;
}

export function listAreas(connection: Connection): (Area & { uses: number })[] {
  return connection
    .sql<AreaRow & { uses: number }>(
      'SELECT a.*, (SELECT count(*) FROM record_area WHERE area_id = a.id) AS uses FROM area a',
    )
    .map((row) => ({ ...toArea(row), uses: row.uses }));
}

export function findArea(connection: Connection, id: string): Area | undefined {
  const [row] = connection.sql<AreaRow>('SELECT * FROM area WHERE id = ?', id);
  return row && toArea(row);
}

/** Areas of records of one kind, by record id; each in order of the areas' making. Records without any are left out. */
export function listAreasOf(
  connection: Connection,
  kind: AreaHolder['kind'],
  ids: readonly string[],
): Map<string, Area[]> {
  if (ids.length === 0) return new Map();
  const rows = connection.sql<AreaRow & { record_id: string }>(
    `SELECT r.record_id, a.* FROM record_area r JOIN area a ON a.id = r.area_id
     WHERE r.kind = ? AND r.record_id IN (SELECT value FROM json_each(?)) ORDER BY a.id`,
    kind,
    JSON.stringify(ids),
  );
  const areas = new Map<string, Area[]>();
  for (const row of rows) areas.set(row.record_id, [...(areas.get(row.record_id) ?? []), toArea(row)]);
  return areas;
}

export function countAreaUses(connection: Connection, id: string): { kind: string; count: number }[] {
  return connection.sql<{ kind: string; count: number }>(
    'SELECT kind, count(*) AS count FROM record_area WHERE area_id = ? GROUP BY kind ORDER BY kind',
    id,
  );
}

export function writeArea(write: Write, area: Area): void {
  const row = { id: area.id, ...toColumns('name', area.name) };
  if (!write.update('area', { id: area.id }, row)) write.insert('area', row);
}

/** Makes these the areas of a record. */
export function writeAreasOf(
  connection: Connection,
  write: Write,
  { kind, id }: AreaHolder,
  areaIds: readonly string[],
): void {
  const stored = new Set(
    connection
      .sql<{ area_id: string }>('SELECT area_id FROM record_area WHERE kind = ? AND record_id = ?', kind, id)
      .map((row) => row.area_id),
  );
  const wanted = new Set(areaIds);
  for (const areaId of stored) {
    if (!wanted.has(areaId)) write.remove('record_area', { kind, record_id: id, area_id: areaId });
  }
  for (const areaId of wanted) {
    if (!stored.has(areaId)) write.insert('record_area', { kind, record_id: id, area_id: areaId });
  }
}

const toArea = (row: AreaRow): Area => ({ id: row.id, name: fromColumns(row, 'name') });
