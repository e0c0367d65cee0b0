import type { PersonRelated } from '#shared/contract/people.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { AttendanceRow, MeetingRow } from '../../db/schema.ts';
import { listOwnedActions } from '../actions/index.ts';
import { listAgreementsSignedAs } from '../agreements/index.ts';
import { localizedTextColumns } from '../entries/index.ts';

type Meetings = PersonRelated['meetings'];
type Speech = PersonRelated['speeches'][number];

/** What a person did. Names and offices are the snapshots of each meeting, not today's. */
export function findPersonRelated(connection: Connection, id: string): PersonRelated {
  return {
    meetings: listMeetingsAttended(connection, id),
    speeches: listSpeeches(connection, id),
    actions: listOwnedActions(connection, 'person_id', id),
    signatures: listAgreementsSignedAs(connection, 'signatory', id),
    groups: listGroups(connection, id),
  };
}

function listMeetingsAttended(connection: Connection, id: string): Meetings {
  return connection
    .sql<AttendanceRow & Pick<MeetingRow, 'title_en' | 'title_ru' | 'title_zh' | 'date'>>(
      `SELECT a.*, m.title_en, m.title_ru, m.title_zh, m.date
       FROM attendance a JOIN meeting m ON m.id = a.meeting_id
       WHERE a.person_id = ? ORDER BY m.date DESC, m.id, a.order_key, a.id`,
      id,
    )
    .map((row) => ({
      meetingId: row.meeting_id,
      title: fromColumns(row, 'title'),
      date: row.date,
      roles: JSON.parse(row.roles) as Meetings[number]['roles'],
      presence: row.presence as Meetings[number]['presence'],
      position: fromColumns(row, 'position'),
      organization: fromColumns(row, 'organization'),
    }));
}

/** The newest meetings first; inside one meeting in the order of its minutes. */
function listSpeeches(connection: Connection, id: string): Speech[] {
  return connection
    .sql<{
      entry_id: string;
      kind: Speech['kind'];
      meeting_id: string;
      date: string;
      title_en: string;
      title_ru: string;
      title_zh: string;
      text_en: string;
      text_ru: string;
      text_zh: string;
    }>(
      `SELECT e.id AS entry_id, e.kind, e.meeting_id, m.date, m.title_en, m.title_ru, m.title_zh, ${localizedTextColumns}
       FROM (SELECT e.id, e.kind, e.meeting_id, m.date, i.order_key AS item_key, e.order_key
             FROM attendance a
               JOIN entry e ON e.speaker_attendance_id = a.id
               JOIN agenda_item i ON i.id = e.agenda_item_id
               JOIN meeting m ON m.id = e.meeting_id
             WHERE a.person_id = ? ORDER BY m.date DESC, m.id, item_key, e.order_key, e.id LIMIT 200) e
         JOIN meeting m ON m.id = e.meeting_id
       ORDER BY e.date DESC, e.meeting_id, e.item_key, e.order_key, e.id`,
      id,
    )
    .map((row) => ({
      entryId: row.entry_id,
      meetingId: row.meeting_id,
      kind: row.kind,
      title: fromColumns(row, 'title'),
      date: row.date,
      text: fromColumns(row, 'text'),
    }));
}

/** Groups the person still belongs to come before those already left. */
function listGroups(connection: Connection, id: string): PersonRelated['groups'] {
  return connection
    .sql<{ group_id: string; role: string; name_en: string; name_ru: string; name_zh: string }>(
      `SELECT b.group_id, b.role, g.name_en, g.name_ru, g.name_zh
       FROM membership b JOIN working_group g ON g.id = b.group_id
       WHERE b.person_id = ? ORDER BY b.to_date DESC NULLS FIRST, b.from_date DESC, b.group_id, b.order_index`,
      id,
    )
    .map((row) => ({ groupId: row.group_id, name: fromColumns(row, 'name'), role: row.role }));
}
