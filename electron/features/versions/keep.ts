import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Version } from '#shared/contract/versions.ts';
import { canonicalJson, describeContent } from '#shared/domain/versions/content.ts';
import type { Context } from '../../context.ts';
import type { Write } from '../../db/changes.ts';
import { exporters } from '../../formats.ts';
import { hashContent, insertAttachment, putContent } from '../attachments/index.ts';
import { describeFileName } from '../../documents/file-name.ts';
import { formatRecord, loadRecord } from '../records/index.ts';
import { findNewestVersion, insertVersion } from './repository.ts';

/** SHA-256 of the text of minutes, lower-case hex. */
export function hashOfContent(record: MeetingRecord): string {
  return hashContent(new TextEncoder().encode(canonicalJson(describeContent(record))));
}

export function recordFileName(record: MeetingRecord, number: number): string {
  return describeFileName(record, [], exporters.record.extension, number);
}

/**
 * Keeps the text of the minutes as it stands now as a version with its record file; to be called inside the `commit`
 * that needs it. Answers the newest version, and writes nothing, when that has the same text.
 */
export function keepVersion(
  context: Context,
  write: Write,
  meetingId: string,
  purpose: Version['purpose'],
  reason: string,
): { id: string; number: number } {
  const { connection } = context;
  const record = loadRecord(connection, meetingId);
  if (record === undefined) throw new Error('no such meeting');
  const contentSha256 = hashOfContent(record);
  const newest = findNewestVersion(connection, meetingId);
  if (newest?.content_sha256 === contentSha256) return { id: newest.id, number: newest.number };
  const id = context.newId();
  const number = (newest?.number ?? 0) + 1;
  const atMs = context.clock();
  insertVersion(write, {
    id,
    meeting_id: meetingId,
    number,
    at_ms: atMs,
    purpose,
    reason,
    content_sha256: contentSha256,
    agreed_at_ms: null,
  });
  const bytes = new TextEncoder().encode(formatRecord(record));
  insertAttachment(write, {
    id: context.newId(),
    meetingId,
    agendaItemId: null,
    versionId: id,
    kind: 'version_record',
    language: null,
    name: recordFileName(record, number),
    mediaType: exporters.record.mediaType,
    sizeBytes: bytes.byteLength,
    sha256: putContent(connection, bytes),
    addedAtMs: atMs,
  });
  return { id, number };
}
