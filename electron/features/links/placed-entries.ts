import type { EntryKind } from '#shared/contract/entries.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import type { Connection } from '../../db/connection.ts';
import type { EntryRow, MeetingRow } from '../../db/schema.ts';
import type { FollowedKind, Leading } from '../registers/index.ts';
import { compareTexts } from './placed-heads.ts';

/*
 * What the registers of decisions and proposals have in common: entries in the order of their meetings and minutes, with
 * their areas.
 */

export interface PlacedEntry {
  id: string;
  meetingId: string;
  groupId: string | null;
  /** Of the meeting; the time is `HH:MM`, or empty. */
  date: string;
  startTime: string;
  item: { id: string; orderKey: string };
  orderKey: string;
  areaIds: readonly string[];
}

type PlacedRow = Pick<EntryRow, 'id' | 'meeting_id' | 'agenda_item_id' | 'order_key'> &
  Pick<MeetingRow, 'group_id' | 'date' | 'start_time'> & { item_key: string };

/** Entries of one kind; `state` is an SQL expression over `entry e` that answers it. */
export function loadPlaced(
  connection: Connection,
  kind: EntryKind,
  ids: readonly string[],
  state: string,
): (PlacedEntry & { state: string })[] {
  const wanted = JSON.stringify(ids);
  const rows = connection.sql<PlacedRow & { state: string }>(
    `SELECT e.id, e.meeting_id, m.group_id, m.date, m.start_time, e.agenda_item_id, e.order_key,
       (SELECT order_key FROM agenda_item WHERE id = e.agenda_item_id) AS item_key, ${state} AS state
     FROM entry e JOIN meeting m ON m.id = e.meeting_id
     WHERE e.id IN (SELECT value FROM json_each(?)) AND +e.kind = ?`,
    wanted,
    kind,
  );
  const areas = Map.groupBy(
    connection.sql<{ record_id: string; area_id: string }>(
      `SELECT record_id, area_id FROM record_area
       WHERE kind = 'entry' AND record_id IN (SELECT value FROM json_each(?)) ORDER BY area_id`,
      wanted,
    ),
    (row) => row.record_id,
  );
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    groupId: row.group_id,
    date: row.date,
    startTime: row.start_time ?? '',
    item: { id: row.agenda_item_id, orderKey: row.item_key },
    orderKey: row.order_key,
    areaIds: areas.get(row.id)?.map((area) => area.area_id) ?? [],
    state: row.state,
  }));
}

/** Which of these ids are entries of this kind. */
export function listPlaced(connection: Connection, kind: EntryKind, ids: readonly string[]): string[] {
  return connection
    .sql<{ id: string }>(
      'SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?)) AND +kind = ?',
      JSON.stringify(ids),
      kind,
    )
    .map((row) => row.id);
}

/** How such entries are found and what changes them; to be made once for each register. */
export function followPlaced(kind: EntryKind): Pick<FollowedKind<PlacedEntry>, 'idsAfter' | 'affecting'> {
  // The index has them by meeting; asked for by id alone, each piece would go through all of them.
  let last = { meetingId: '', id: '' };
  const leading = (column: string, sql: string): Leading => ({
    column,
    toIds: (connection, values) =>
      connection.sql<{ id: string }>(sql, kind, JSON.stringify(values)).map((row) => row.id),
  });
  return {
    idsAfter(connection, id, limit) {
      if (id === '') last = { meetingId: '', id: '' };
      const found = connection.sql<typeof last>(
        `SELECT id, meeting_id AS "meetingId" FROM entry WHERE kind = ? AND (meeting_id, id) > (?, ?)
         ORDER BY meeting_id, id LIMIT ?`,
        kind,
        last.meetingId,
        last.id,
        limit,
      );
      last = found.at(-1) ?? last;
      return found.map((row) => row.id);
    },
    affecting: {
      entry: 'id',
      entry_text: 'entry_id',
      record_area: 'record_id',
      meeting: leading('id', 'SELECT id FROM entry WHERE kind = ? AND meeting_id IN (SELECT value FROM json_each(?))'),
      agenda_item: leading(
        'id',
        'SELECT id FROM entry WHERE +kind = ? AND agenda_item_id IN (SELECT value FROM json_each(?))',
      ),
      area: leading(
        'id',
        `SELECT record_id AS id FROM record_area
         WHERE kind = 'entry' AND ? <> '' AND area_id IN (SELECT value FROM json_each(?))`,
      ),
    },
  };
}

/** The texts of entries in every language, and the names of their areas. */
export function loadPlacedTexts(connection: Connection, ids: readonly string[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const rows = connection.sql<{ id: string; text: string }>(
    `SELECT entry_id AS id, text FROM entry_text WHERE entry_id IN (SELECT value FROM json_each(:ids))
     UNION ALL SELECT r.record_id, a.name_en || char(10) || a.name_ru || char(10) || a.name_zh
       FROM record_area r JOIN area a ON a.id = r.area_id
       WHERE r.kind = 'entry' AND r.record_id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(ids) },
  );
  for (const { id, text } of rows) texts.set(id, [...(texts.get(id) ?? []), text]);
  return texts;
}

/** As in the minutes, newest or oldest meeting first. */
export function comparePlaces(isNewestFirst: boolean): (a: PlacedEntry, b: PlacedEntry) => number {
  const factor = isNewestFirst ? -1 : 1;
  return (a, b) =>
    factor * (compareTexts(a.date, b.date) || compareTexts(a.startTime, b.startTime)) ||
    compareTexts(a.meetingId, b.meetingId) ||
    compareByOrderKey(a.item, b.item) ||
    compareByOrderKey(a, b);
}
