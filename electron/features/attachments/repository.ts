import type { Attachment } from '#shared/contract/attachments.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { AttachmentRow } from '../../db/process-rows.ts';
import { queries } from '../../db/queries.ts';

/** Files of a meeting in the order in which they were added. */
export function listAttachments(connection: Connection, meetingId: string): Attachment[] {
  return connection
    .all(
      queries
        .selectFrom('attachment')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('added_at_ms')
        .orderBy('id'),
    )
    .map(toAttachment);
}

export function findAttachment(connection: Connection, id: string): Attachment | undefined {
  const row = connection.first(queries.selectFrom('attachment').selectAll().where('id', '=', id));
  return row && toAttachment(row);
}

export function findMeetingStatus(connection: Connection, meetingId: string): MeetingStatus | undefined {
  const row = connection.first(queries.selectFrom('meeting').select('status').where('id', '=', meetingId));
  return row?.status as MeetingStatus | undefined;
}

/** What the new file says it belongs to and does not: an item or a version that is not of this meeting, or not for this kind. */
export function findForeignHolder(
  connection: Connection,
  { meetingId, kind, agendaItemId, versionId }: Pick<Attachment, 'meetingId' | 'kind' | 'agendaItemId' | 'versionId'>,
): 'agenda_item' | 'version' | null {
  const isOf = (table: 'agenda_item' | 'version', id: string): boolean =>
    connection.first(
      queries.selectFrom(table).select('id').where('id', '=', id).where('meeting_id', '=', meetingId),
    ) !== undefined;
  if (agendaItemId !== null && (kind !== 'document' || !isOf('agenda_item', agendaItemId))) return 'agenda_item';
  if (versionId !== null && (kind !== 'scan' || !isOf('version', versionId))) return 'version';
  return null;
}

/** The content must be kept in the same transaction (`putContent`) or before it. */
export function insertAttachment(write: Write, attachment: Attachment): void {
  write.insert('attachment', toRow(attachment));
}

export function updateAttachment(write: Write, attachment: Attachment): void {
  write.update('attachment', { id: attachment.id }, toRow(attachment));
}

/** The content stays, so that undo finds it. */
export function removeAttachment(write: Write, id: string): void {
  write.remove('attachment', { id });
}

function toAttachment(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    agendaItemId: row.agenda_item_id,
    versionId: row.version_id,
    kind: row.kind as Attachment['kind'],
    language: row.language === '' ? null : (row.language as Attachment['language']),
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    addedAtMs: row.added_at_ms,
  };
}

function toRow(attachment: Attachment): AttachmentRow {
  return {
    id: attachment.id,
    meeting_id: attachment.meetingId,
    agenda_item_id: attachment.agendaItemId,
    version_id: attachment.versionId,
    kind: attachment.kind,
    language: attachment.language ?? '',
    name: attachment.name,
    media_type: attachment.mediaType,
    size_bytes: attachment.sizeBytes,
    sha256: attachment.sha256,
    added_at_ms: attachment.addedAtMs,
  };
}
