import type { EntryKind } from '#shared/contract/entries.ts';
import type { Area, MeetingReference } from '#shared/contract/follow-up.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { MeetingRow } from '../../db/schema.ts';
import { listAreasOf } from '../areas/index.ts';
import { localizedTextColumns } from '../entries/index.ts';
import { numbersOf } from '../registers/index.ts';

/** What a row shows of any entry, composed for a page. */
export interface PlacedDetails {
  entryId: string;
  number: string;
  text: LocalizedText;
  areas: Area[];
  meeting: MeetingReference;
}

type Row = Pick<MeetingRow, 'group_id' | 'date' | 'title_en' | 'title_ru' | 'title_zh'> & {
  id: string;
  meeting_id: string;
  text_en: string;
  text_ru: string;
  text_zh: string;
};

/** The entries among these that are of this kind, by id. */
export function findPlaced(
  connection: Connection,
  kind: EntryKind,
  ids: readonly string[],
): Map<string, PlacedDetails> {
  const rows = connection.sql<Row>(
    `SELECT e.id, e.meeting_id, m.group_id, m.date, m.title_en, m.title_ru, m.title_zh, ${localizedTextColumns}
     FROM entry e JOIN meeting m ON m.id = e.meeting_id
     WHERE e.id IN (SELECT value FROM json_each(?)) AND +e.kind = ?`,
    JSON.stringify(ids),
    kind,
  );
  const numbers = numbersOf(
    connection,
    kind,
    rows.map((row) => row.meeting_id),
  );
  const areas = listAreasOf(connection, 'entry', ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        entryId: row.id,
        number: numbers.get(row.id) ?? '',
        text: fromColumns(row, 'text'),
        areas: areas.get(row.id) ?? [],
        meeting: { id: row.meeting_id, title: fromColumns(row, 'title'), date: row.date, groupId: row.group_id },
      },
    ]),
  );
}

/** The agenda item under which an entry stands, numbered as printed. */
export function findAgendaPlace(
  connection: Connection,
  entryId: string,
): { id: string; number: string; title: LocalizedText } {
  const items = connection
    .sql<{ id: string; orderKey: string; isOwn: number; title_en: string; title_ru: string; title_zh: string }>(
      `SELECT id, order_key AS "orderKey", title_en, title_ru, title_zh,
         id = (SELECT agenda_item_id FROM entry WHERE id = :entryId) AS "isOwn"
       FROM agenda_item WHERE meeting_id = (SELECT meeting_id FROM entry WHERE id = :entryId)`,
      { entryId },
    )
    .sort(compareByOrderKey);
  const index = items.findIndex(({ isOwn }) => isOwn === 1);
  const item = items[index];
  if (item === undefined) throw new Error('an entry stands under an item of its meeting');
  return { id: item.id, number: String(index + 1), title: fromColumns(item, 'title') };
}
