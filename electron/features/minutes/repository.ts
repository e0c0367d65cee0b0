import type { HeadingKind } from '#shared/contract/translations.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { findMeetingOfHeading } from '../../db/heading-rows.ts';
import type { RecordTable } from '../../db/schema.ts';

/** Number of the newest change set; 0 before the first. */
export function readPosition(connection: Connection): number {
  return connection.sql<{ position: number | null }>('SELECT max(seq) AS position FROM change_set')[0]?.position ?? 0;
}

/** What was changed of one meeting after a position. An entry that is gone may never have been known to who asks. */
export interface MeetingChanges {
  isMeeting: boolean;
  isAttendance: boolean;
  isAgenda: boolean;
  /** A title or the like, or what is said of its texts. */
  isHeadings: boolean;
  entryIds: string[];
  removedEntryIds: string[];
}

const meetingTables = ['meeting', 'meeting_side', 'meeting_venue', 'meeting_organizer'] as const;
const headingTables = ['meeting', 'agenda_item', 'agreement'] as const;
const followedTables = [
  ...meetingTables,
  'attendance',
  'agenda_item',
  'entry',
  'entry_text',
  'entry_mention',
  'action',
  'action_owner',
  'agreement',
  'agreement_party',
  'heading_text',
  'heading_source',
] as const satisfies readonly RecordTable[];
type FollowedTable = (typeof followedTables)[number];

/*
 * The rows of the newest sets, by the key of the table `change`; the plus keeps SQLite from its other index, which would
 * read every row that was ever changed. Images are opened only where the row's key does not say whose it is.
 */
const changedRows = `
  SELECT DISTINCT table_name AS tableName,
    CASE
      WHEN table_name IN ('entry_text', 'entry_mention') THEN substr(row_key, 1, instr(row_key, '/') - 1)
      WHEN table_name = 'action_owner' THEN coalesce(after, before) ->> 'entry_id'
      WHEN table_name IN ('entry', 'action') THEN row_key
    END AS entryId,
    CASE
      WHEN table_name = 'meeting' THEN row_key
      WHEN table_name NOT IN (
        'entry_text', 'entry_mention', 'action', 'action_owner', 'agreement_party', 'heading_text', 'heading_source'
      ) THEN coalesce(after, before) ->> 'meeting_id'
    END AS meetingId,
    CASE
      WHEN table_name = 'agreement_party' THEN 'agreement_title/' || (coalesce(after, before) ->> 'agreement_id')
      WHEN table_name IN ('heading_text', 'heading_source') THEN row_key
    END AS heading
  FROM change
  WHERE change_set_seq > ? AND +table_name IN (${followedTables.map((table) => `'${table}'`).join(', ')})`;

interface ChangedRow {
  tableName: FollowedTable;
  entryId: string | null;
  meetingId: string | null;
  /** Kind and id, of which the meeting must be looked up. */
  heading: string | null;
}

export function findChangesSince(connection: Connection, meetingId: string, position: number): MeetingChanges {
  const rows = connection.sql<ChangedRow>(changedRows, position);
  const own = rows.filter((row) => row.meetingId === meetingId);
  const tables = new Set(own.map(({ tableName }) => tableName));
  const touchedIds = [...new Set(rows.flatMap(({ entryId }) => entryId ?? []))];
  const meetings = findMeetings(connection, touchedIds);
  return {
    isMeeting: meetingTables.some((table) => tables.has(table)),
    isAttendance: tables.has('attendance'),
    isAgenda: tables.has('agenda_item'),
    isHeadings:
      headingTables.some((table) => tables.has(table)) ||
      rows.some(({ heading }) => heading !== null && isHeadingOf(connection, heading, meetingId)),
    entryIds: touchedIds.filter((id) => meetings.get(id) === meetingId),
    removedEntryIds: own.flatMap(({ entryId }) => (entryId === null || meetings.has(entryId) ? [] : entryId)),
  };
}

/** Of a record that is gone, its own row says so. */
function isHeadingOf(connection: Connection, heading: string, meetingId: string): boolean {
  const [kind = '', id = ''] = heading.split('/');
  return findMeetingOfHeading(connection, kind as HeadingKind, id) === meetingId;
}

/** The meeting of each entry that is there. */
function findMeetings(connection: Connection, entryIds: readonly string[]): Map<string, string> {
  if (entryIds.length === 0) return new Map();
  const rows = connection.sql<{ id: string; meetingId: string | null }>(
    'SELECT value AS id, (SELECT meeting_id FROM entry WHERE id = value) AS meetingId FROM json_each(?)',
    JSON.stringify(entryIds),
  );
  return new Map(rows.flatMap(({ id, meetingId }) => (meetingId === null ? [] : [[id, meetingId]])));
}

export function isMeeting(connection: Connection, id: string): boolean {
  return connection.sql('SELECT 1 FROM meeting WHERE id = ?', id).length > 0;
}

export function findMeetingTitle(connection: Connection, id: string): LocalizedText | undefined {
  const [row] = connection.sql<{ title_en: string; title_ru: string; title_zh: string }>(
    'SELECT title_en, title_ru, title_zh FROM meeting WHERE id = ?',
    id,
  );
  return row && fromColumns(row, 'title');
}

/** Seconds by agenda item, where there are any. */
export function listSpentSeconds(connection: Connection, meetingId: string): Record<string, number> {
  const rows = connection.sql<{ id: string; seconds: number | null }>(
    `SELECT id, (SELECT sum(seconds) FROM agenda_time WHERE agenda_item_id = i.id) AS seconds
     FROM agenda_item i WHERE meeting_id = ?`,
    meetingId,
  );
  return Object.fromEntries(rows.flatMap(({ id, seconds }) => (seconds === null ? [] : [[id, seconds]])));
}

/** Answers the time by all counters; undefined when there is no such agenda item. The time of a removed one stays, for its return. */
export function tellSpentSeconds(
  connection: Connection,
  told: { agendaItemId: string; counterId: string; seconds: number },
): number | undefined {
  const [row] = connection.sql(
    `INSERT INTO agenda_time (agenda_item_id, counter_id, seconds) SELECT id, ?, ? FROM agenda_item WHERE id = ?
     ON CONFLICT (agenda_item_id, counter_id) DO UPDATE SET seconds = max(seconds, excluded.seconds)
     RETURNING 1`,
    told.counterId,
    told.seconds,
    told.agendaItemId,
  );
  if (row === undefined) return undefined;
  const [sum] = connection.sql<{ seconds: number }>(
    'SELECT sum(seconds) AS seconds FROM agenda_time WHERE agenda_item_id = ?',
    told.agendaItemId,
  );
  return sum?.seconds;
}
