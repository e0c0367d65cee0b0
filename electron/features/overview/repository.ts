import type { Overview } from '#shared/contract/overview.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { MeetingRow, MeetingSideRow } from '../../db/schema.ts';

type Waiting = Overview['waitingForAgreement'];

/** Circulated minutes with the sides that have not agreed to their newest version yet; the oldest meeting first. */
export function listWaiting(connection: Connection): Waiting {
  const meetings = connection.sql<Pick<MeetingRow, 'id' | 'date' | 'title_en' | 'title_ru' | 'title_zh'>>(
    "SELECT id, date, title_en, title_ru, title_zh FROM meeting WHERE status = 'circulated' ORDER BY date, id",
  );
  const missing = Map.groupBy(
    connection.sql<Pick<MeetingSideRow, 'meeting_id' | 'name_en' | 'name_ru' | 'name_zh'>>(
      `SELECT meeting_id, name_en, name_ru, name_zh FROM meeting_side s
       WHERE meeting_id IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM side_agreement a WHERE a.side_id = s.id AND a.version_id =
           (SELECT id FROM version v WHERE v.meeting_id = s.meeting_id ORDER BY v.number DESC LIMIT 1))
       ORDER BY meeting_id, order_index`,
      JSON.stringify(meetings.map(({ id }) => id)),
    ),
    (row) => row.meeting_id,
  );
  return meetings.map((row) => ({
    meetingId: row.id,
    title: fromColumns(row, 'title'),
    date: row.date,
    missing: (missing.get(row.id) ?? []).map((side) => fromColumns(side, 'name')),
  }));
}
