import type { Letter } from '#shared/contract/letters.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { LetterRow, VersionRow } from '../../db/process-rows.ts';

/** Oldest first. */
export function listLetters(connection: Connection, meetingId: string): Letter[] {
  return connection
    .sql<LetterRow>('SELECT * FROM letter WHERE meeting_id = ? ORDER BY drafted_at_ms, id', meetingId)
    .map(toLetter);
}

export function findLetters(connection: Connection, ids: readonly string[]): Letter[] {
  const rows = connection.sql<LetterRow>(
    'SELECT * FROM letter WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return rows.map(toLetter);
}

export function insertLetter(write: Write, letter: Letter): void {
  write.insert('letter', {
    id: letter.id,
    meeting_id: letter.meetingId,
    circulation_id: letter.circulationId,
    kind: letter.kind,
    attendance_id: letter.attendanceId,
    name: letter.name,
    email: letter.email,
    language: letter.language,
    due: letter.due,
    note: letter.note,
    drafted_at_ms: letter.draftedAtMs,
    sent_at_ms: letter.sentAtMs,
    draft_sha256: letter.draftSha256,
  });
}

function toLetter(row: LetterRow): Letter {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    circulationId: row.circulation_id,
    kind: row.kind as Letter['kind'],
    attendanceId: row.attendance_id,
    name: row.name,
    email: row.email,
    language: row.language,
    due: row.due,
    note: row.note,
    draftedAtMs: row.drafted_at_ms,
    sentAtMs: row.sent_at_ms,
    draftSha256: row.draft_sha256,
  };
}

/** Of an attendance, with what decides whether an invitation changes it. */
export function findResponses(
  connection: Connection,
  ids: readonly string[],
): { id: string; response: string; status: string }[] {
  return connection.sql(
    `SELECT id, response, (SELECT status FROM meeting WHERE id = attendance.meeting_id) AS status
     FROM attendance WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
}

/** The file name under which a draft was handed out first; undefined: it is not in the journal. */
export function findDraftName(connection: Connection, meetingId: string, sha256: string): string | undefined {
  const [row] = connection.sql<{ name: string }>(
    `SELECT name FROM export_log WHERE meeting_id = ? AND kind = 'letter' AND sha256 = ? ORDER BY at_ms, id LIMIT 1`,
    meetingId,
    sha256,
  );
  return row?.name;
}

/** SEQUENCE of the meeting in calendars. */
export function findCalendarSequence(connection: Connection, meetingId: string): number {
  const [row] = connection.sql<{ sequence: number }>(
    'SELECT calendar_sequence AS sequence FROM meeting WHERE id = ?',
    meetingId,
  );
  return row?.sequence ?? 0;
}

/** The circulation named, or with null the one under way, with its version; undefined if there is none. */
export function findCirculated(
  connection: Connection,
  meetingId: string,
  circulationId: string | null,
): { circulationId: string; version: VersionRow } | undefined {
  const [row] = connection.sql<VersionRow & { circulation_id: string }>(
    `SELECT version.*, circulation.id AS circulation_id FROM circulation
       CROSS JOIN version ON version.id = circulation.version_id
     WHERE circulation.meeting_id = :meetingId
       AND (circulation.id = :circulationId OR (:circulationId IS NULL AND circulation.closed_at_ms IS NULL))
     ORDER BY circulation.opened_at_ms DESC LIMIT 1`,
    { meetingId, circulationId },
  );
  if (row === undefined) return undefined;
  const { circulation_id: id, ...version } = row;
  return { circulationId: id, version };
}

/** The version that the sides agreed to last. */
export function findAgreed(connection: Connection, meetingId: string): VersionRow | undefined {
  return connection.sql<VersionRow>(
    'SELECT * FROM version WHERE meeting_id = ? AND agreed_at_ms IS NOT NULL ORDER BY number DESC LIMIT 1',
    meetingId,
  )[0];
}

export function countVersions(connection: Connection, meetingId: string): number {
  const [row] = connection.sql<{ newest: number | null }>(
    'SELECT max(number) AS newest FROM version WHERE meeting_id = ?',
    meetingId,
  );
  return row?.newest ?? 0;
}

export function listAgreedOn(connection: Connection, versionId: string): { sideId: string | null; date: string }[] {
  return connection.sql(
    `SELECT side_id AS "sideId", agreed_on AS "date" FROM side_agreement WHERE version_id = ?
     ORDER BY agreed_on, (SELECT order_index FROM meeting_side WHERE id = side_agreement.side_id)`,
    versionId,
  );
}

export interface WaitingRow {
  meetingId: string;
  title: LocalizedText;
  due: string | null;
  waiting: number;
}

interface CountedRow {
  id: string;
  title_en: string;
  title_ru: string;
  title_zh: string;
  due: string | null;
  waiting: number;
}

const toWaiting = (row: CountedRow): WaitingRow => ({
  meetingId: row.id,
  title: fromColumns(row, 'title'),
  due: row.due,
  waiting: row.waiting,
});

/** Meetings to come: people whose invitation was sent and who have not answered; `due` is the earliest that was named. */
export function listUnansweredInvitations(connection: Connection): WaitingRow[] {
  return connection
    .sql<CountedRow>(
      `SELECT meeting.id, title_en, title_ru, title_zh, min(letter.due) AS due, count(DISTINCT attendance.id) AS waiting
       FROM letter CROSS JOIN attendance ON attendance.id = letter.attendance_id
         CROSS JOIN meeting ON meeting.id = letter.meeting_id
       WHERE letter.kind = 'invitation' AND letter.sent_at_ms IS NOT NULL AND attendance.response = 'invited'
         AND meeting.status = 'planned'
       GROUP BY meeting.id`,
    )
    .map(toWaiting);
}

/**
 * Circulations under way: people to whom the minutes were sent and from whose side neither a comment nor an agreement
 * has come. Somebody of no side answers for themselves, by name.
 */
export function listUnansweredCirculations(connection: Connection): WaitingRow[] {
  return connection
    .sql<CountedRow>(
      `SELECT meeting.id, title_en, title_ru, title_zh, circulation.comments_due AS due,
         count(DISTINCT coalesce(letter.attendance_id, letter.id)) AS waiting
       FROM circulation CROSS JOIN letter ON letter.circulation_id = circulation.id
         CROSS JOIN meeting ON meeting.id = circulation.meeting_id
       WHERE circulation.closed_at_ms IS NULL AND letter.kind = 'circulation' AND letter.sent_at_ms IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM comment WHERE comment.circulation_id = circulation.id
           AND (comment.side_id = (SELECT side_id FROM attendance WHERE id = letter.attendance_id)
             OR comment.author = letter.name))
         AND NOT EXISTS (SELECT 1 FROM side_agreement WHERE side_agreement.version_id = circulation.version_id
           AND side_agreement.side_id IS (SELECT side_id FROM attendance WHERE id = letter.attendance_id))
       GROUP BY circulation.id`,
    )
    .map(toWaiting);
}
