import type { Circulation, Comment, ListedComment } from '#shared/contract/circulations.ts';
import { chooseText } from '#shared/domain/language.ts';
import type { MeetingStage } from '#shared/domain/meeting-moves.ts';
import { compareByOrderKey, numberEntries } from '#shared/domain/minutes/numbering.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { CirculationRow, CommentRow } from '../../db/process-rows.ts';
import { queries } from '../../db/queries.ts';
import type { MeetingRow } from '../../db/schema.ts';

/** Where a meeting stands, and its name for the history; undefined if there is no such meeting. */
export function findMeetingStage(connection: Connection, id: string): (MeetingStage & { label: string }) | undefined {
  const [row] = connection.sql<MeetingRow & { isAmending: number }>(
    `SELECT *, EXISTS (SELECT 1 FROM amendment WHERE meeting_id = meeting.id AND closed_at_ms IS NULL) AS "isAmending"
     FROM meeting WHERE id = ?`,
    id,
  );
  if (row === undefined) return undefined;
  const status = row.status as MeetingStage['status'];
  return { status, isAmending: row.isAmending === 1, label: chooseText(fromColumns(row, 'title'), 'en').text };
}

export function setStatus(write: Write, meetingId: string, status: MeetingStage['status']): void {
  write.update('meeting', { id: meetingId }, { status });
}

/** Oldest first. */
export function listCirculations(connection: Connection, meetingId: string): Circulation[] {
  return connection
    .sql<CirculationRow & { number: number }>(
      `SELECT circulation.*, (SELECT number FROM version WHERE id = circulation.version_id) AS "number"
       FROM circulation WHERE meeting_id = ? ORDER BY opened_at_ms, id`,
      meetingId,
    )
    .map((row) => ({
      id: row.id,
      meetingId: row.meeting_id,
      versionId: row.version_id,
      versionNumber: row.number,
      openedAtMs: row.opened_at_ms,
      commentsDue: row.comments_due,
      note: row.note,
      closedAtMs: row.closed_at_ms,
      outcome: row.outcome as Circulation['outcome'],
    }));
}

export function findCirculation(connection: Connection, id: string): Circulation | undefined {
  const [row] = connection.sql<{ meeting_id: string }>('SELECT meeting_id FROM circulation WHERE id = ?', id);
  return row && listCirculations(connection, row.meeting_id).find((circulation) => circulation.id === id);
}

export function insertCirculation(write: Write, circulation: Omit<Circulation, 'versionNumber'>): void {
  write.insert('circulation', {
    id: circulation.id,
    meeting_id: circulation.meetingId,
    version_id: circulation.versionId,
    opened_at_ms: circulation.openedAtMs,
    comments_due: circulation.commentsDue,
    note: circulation.note,
    closed_at_ms: circulation.closedAtMs,
    outcome: circulation.outcome,
  });
}

export function endCirculation(write: Write, id: string, outcome: Circulation['outcome'], atMs: number): void {
  write.update('circulation', { id }, { closed_at_ms: atMs, outcome });
}

/** In the order in which they came. */
export function listComments(connection: Connection, meetingId: string): Comment[] {
  return connection
    .all(
      queries
        .selectFrom('comment')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('received_at_ms')
        .orderBy('id'),
    )
    .map(toComment);
}

export function findComment(connection: Connection, id: string): Comment | undefined {
  const row = connection.first(queries.selectFrom('comment').selectAll().where('id', '=', id));
  return row && toComment(row);
}

export function listSourceKeys(connection: Connection, meetingId: string): Set<string> {
  const rows = connection.sql<{ source_key: string }>('SELECT source_key FROM comment WHERE meeting_id = ?', meetingId);
  return new Set(rows.map((row) => row.source_key));
}

export function insertComment(write: Write, comment: Comment, sourceKey = ''): void {
  write.insert('comment', { ...commentRow(comment), source_key: sourceKey });
}

export function updateComment(write: Write, comment: Comment): void {
  write.update('comment', { id: comment.id }, commentRow(comment));
}

export function removeComment(write: Write, id: string): void {
  write.remove('comment', { id });
}

export type Place = ListedComment['place'];

/** Where the rows, agenda items and agreements of a meeting stand now. */
export function readPlaces(connection: Connection, meetingId: string): Map<string, Place> {
  const agenda = connection
    .sql<{ id: string; orderKey: string }>(
      'SELECT id, order_key AS "orderKey" FROM agenda_item WHERE meeting_id = ?',
      meetingId,
    )
    .sort(compareByOrderKey);
  const entries = connection.sql<{ id: string; agendaItemId: string; kind: string; orderKey: string }>(
    'SELECT id, agenda_item_id AS "agendaItemId", kind, order_key AS "orderKey" FROM entry WHERE meeting_id = ?',
    meetingId,
  );
  const agreements = connection.sql<{ id: string }>('SELECT id FROM agreement WHERE meeting_id = ?', meetingId);
  const numbers = numberEntries(agenda, entries);
  return new Map<string, Place>([
    ...agreements.map(({ id }) => [id, { number: '', agendaItemId: null, isGone: false }] as const),
    ...agenda.map(({ id }, index) => [id, { number: String(index + 1), agendaItemId: id, isGone: false }] as const),
    ...entries.map(
      ({ id, agendaItemId }) => [id, { number: numbers.get(id) ?? '', agendaItemId, isGone: false }] as const,
    ),
  ]);
}

/** True when the side takes part in that meeting. */
export function isSideOf(connection: Connection, sideId: string, meetingId: string): boolean {
  return connection.sql('SELECT 1 FROM meeting_side WHERE id = ? AND meeting_id = ?', sideId, meetingId).length > 0;
}

export function attendMeeting(connection: Connection, attendanceIds: readonly string[], meetingId: string): boolean {
  const [row] = connection.sql<{ count: number }>(
    'SELECT count(*) AS count FROM attendance WHERE meeting_id = ? AND id IN (SELECT value FROM json_each(?))',
    meetingId,
    JSON.stringify(attendanceIds),
  );
  return row?.count === new Set(attendanceIds).size;
}

export function hasEntries(connection: Connection, meetingId: string): boolean {
  return connection.sql('SELECT 1 FROM entry WHERE meeting_id = ? LIMIT 1', meetingId).length > 0;
}

function toComment(row: CommentRow): Comment {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    circulationId: row.circulation_id,
    entryId: row.entry_id,
    language: row.language,
    quote: row.quote,
    author: row.author,
    sideId: row.side_id,
    text: row.text,
    receivedAtMs: row.received_at_ms,
    source: row.source as Comment['source'],
    state: row.state as Comment['state'],
    reason: row.reason,
    settledAtMs: row.settled_at_ms,
  };
}

function commentRow(comment: Comment): Omit<CommentRow, 'source_key'> {
  return {
    id: comment.id,
    meeting_id: comment.meetingId,
    circulation_id: comment.circulationId,
    entry_id: comment.entryId,
    language: comment.language,
    quote: comment.quote,
    author: comment.author,
    side_id: comment.sideId,
    text: comment.text,
    received_at_ms: comment.receivedAtMs,
    source: comment.source,
    state: comment.state,
    reason: comment.reason,
    settled_at_ms: comment.settledAtMs,
  };
}
