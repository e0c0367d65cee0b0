import type { Amendment, SideAgreement, Version } from '#shared/contract/versions.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { AmendmentRow, AttachmentRow, SideAgreementRow, VersionRow } from '../../db/process-rows.ts';
import { queries } from '../../db/queries.ts';
import { listAttachments } from '../attachments/index.ts';

/** Oldest first. */
export function listVersions(connection: Connection, meetingId: string): Version[] {
  const files = Map.groupBy(listAttachments(connection, meetingId), ({ versionId }) => versionId);
  const agreements = Map.groupBy(listSideAgreements(connection, meetingId), ({ versionId }) => versionId);
  return connection
    .all(queries.selectFrom('version').selectAll().where('meeting_id', '=', meetingId).orderBy('number'))
    .map((row) => ({
      id: row.id,
      meetingId: row.meeting_id,
      number: row.number,
      atMs: row.at_ms,
      purpose: row.purpose as Version['purpose'],
      reason: row.reason,
      contentSha256: row.content_sha256,
      agreedAtMs: row.agreed_at_ms,
      files: files.get(row.id) ?? [],
      agreements: agreements.get(row.id) ?? [],
    }));
}

/** The row alone, without what belongs to it. */
export function findNewestVersion(connection: Connection, meetingId: string): VersionRow | undefined {
  return connection.first(
    queries.selectFrom('version').selectAll().where('meeting_id', '=', meetingId).orderBy('number', 'desc').limit(1),
  );
}

export function findVersion(connection: Connection, id: string, meetingId: string): VersionRow | undefined {
  return connection.first(
    queries.selectFrom('version').selectAll().where('id', '=', id).where('meeting_id', '=', meetingId),
  );
}

/** The version that the sides agreed to last; undefined if none was. */
export function findAgreedVersion(connection: Connection, meetingId: string): VersionRow | undefined {
  return connection.first(
    queries
      .selectFrom('version')
      .selectAll()
      .where('meeting_id', '=', meetingId)
      .where('agreed_at_ms', 'is not', null)
      .orderBy('number', 'desc')
      .limit(1),
  );
}

export function insertVersion(write: Write, row: VersionRow): void {
  write.insert('version', row);
}

export function markAgreed(write: Write, id: string, atMs: number): void {
  write.update('version', { id }, { agreed_at_ms: atMs });
}

/** SHA-256 of the record file of a version; undefined if there is none. */
export function findRecordHash(connection: Connection, versionId: string): string | undefined {
  return connection.first(
    queries
      .selectFrom('attachment')
      .select('sha256')
      .where('version_id', '=', versionId)
      .where('kind', '=', 'version_record')
      .limit(1),
  )?.sha256;
}

/** Puts another content under the record file of a version. */
export function replaceRecordFile(
  connection: Connection,
  write: Write,
  versionId: string,
  file: Pick<AttachmentRow, 'name' | 'size_bytes' | 'sha256'>,
): void {
  const stored = connection.all(
    queries
      .selectFrom('attachment')
      .select('id')
      .where('version_id', '=', versionId)
      .where('kind', '=', 'version_record'),
  );
  for (const { id } of stored) write.update('attachment', { id }, file);
}

/** Whether the register has it. */
export function isRegistered(
  connection: Connection,
  kind: 'person' | 'organization' | 'working_group',
  id: string,
): boolean {
  return connection.sql(`SELECT 1 FROM ${kind} WHERE id = ?`, id).length > 0;
}

export function listAmendments(connection: Connection, meetingId: string): Amendment[] {
  return connection
    .all(
      queries
        .selectFrom('amendment')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('opened_at_ms')
        .orderBy('id'),
    )
    .map((row) => ({
      id: row.id,
      baseVersionId: row.base_version_id,
      reason: row.reason,
      openedAtMs: row.opened_at_ms,
      closedAtMs: row.closed_at_ms,
      versionId: row.version_id,
    }));
}

/** The amendment under way. */
export function findOpenAmendment(connection: Connection, meetingId: string): AmendmentRow | undefined {
  return connection.first(
    queries.selectFrom('amendment').selectAll().where('meeting_id', '=', meetingId).where('closed_at_ms', 'is', null),
  );
}

export function hasAmendment(connection: Connection, id: string, meetingId: string): boolean {
  return connection.sql('SELECT 1 FROM amendment WHERE id = ? AND meeting_id = ?', id, meetingId).length > 0;
}

export function insertAmendment(write: Write, row: AmendmentRow): void {
  write.insert('amendment', row);
}

/** `versionId` null: it was given up. */
export function closeAmendment(write: Write, id: string, atMs: number, versionId: string | null): void {
  write.update('amendment', { id }, { closed_at_ms: atMs, version_id: versionId });
}

export function countOpenComments(connection: Connection, meetingId: string): number {
  const [row] = connection.sql<{ count: number }>(
    `SELECT count(*) AS "count" FROM comment WHERE meeting_id = ? AND state = 'open'`,
    meetingId,
  );
  return row?.count ?? 0;
}

/** Closes the circulation that is under way, if there is one. */
export function closeCirculation(
  connection: Connection,
  write: Write,
  meetingId: string,
  atMs: number,
  outcome: 'agreed' | 'closed' | 'withdrawn',
): void {
  const open = connection.all(
    queries
      .selectFrom('circulation')
      .select('id')
      .where('meeting_id', '=', meetingId)
      .where('closed_at_ms', 'is', null),
  );
  for (const { id } of open) write.update('circulation', { id }, { closed_at_ms: atMs, outcome });
}

export function listSideAgreements(connection: Connection, meetingId: string): SideAgreement[] {
  return connection
    .all(
      queries
        .selectFrom('side_agreement')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('agreed_on')
        .orderBy('id'),
    )
    .map(toSideAgreement);
}

export function findSideAgreement(
  connection: Connection,
  id: string,
): (SideAgreement & { meetingId: string }) | undefined {
  const row = connection.first(queries.selectFrom('side_agreement').selectAll().where('id', '=', id));
  return row && { ...toSideAgreement(row), meetingId: row.meeting_id };
}

export function insertSideAgreement(write: Write, meetingId: string, agreement: SideAgreement): void {
  write.insert('side_agreement', {
    id: agreement.id,
    meeting_id: meetingId,
    version_id: agreement.versionId,
    side_id: agreement.sideId,
    agreed_on: agreement.agreedOn,
    by_attendance_id: agreement.byAttendanceId,
    by_name: agreement.byName,
    manner: agreement.manner,
    note: agreement.note,
  });
}

export function removeSideAgreement(write: Write, id: string): void {
  write.remove('side_agreement', { id });
}

/** Takes a side that goes off what was said about the minutes: comments stay, its word for a version goes with it. */
export function detachSide(connection: Connection, write: Write, sideId: string): void {
  const idsIn = (table: 'comment' | 'side_agreement'): string[] =>
    connection.sql<{ id: string }>(`SELECT id FROM ${table} WHERE side_id = ?`, sideId).map(({ id }) => id);
  for (const id of idsIn('comment')) write.update('comment', { id }, { side_id: null });
  for (const id of idsIn('side_agreement')) write.remove('side_agreement', { id });
}

/** Documents of an item that goes stay with the meeting. */
export function detachAgendaItem(connection: Connection, write: Write, agendaItemId: string): void {
  const files = connection.sql<{ id: string }>('SELECT id FROM attachment WHERE agenda_item_id = ?', agendaItemId);
  for (const { id } of files) write.update('attachment', { id }, { agenda_item_id: null });
}

export function writeStatus(write: Write, meetingId: string, status: string): void {
  write.update('meeting', { id: meetingId }, { status });
}

function toSideAgreement(row: SideAgreementRow): SideAgreement {
  return {
    id: row.id,
    versionId: row.version_id,
    sideId: row.side_id,
    agreedOn: row.agreed_on,
    byAttendanceId: row.by_attendance_id,
    byName: row.by_name,
    manner: row.manner as SideAgreement['manner'],
    note: row.note,
  };
}
