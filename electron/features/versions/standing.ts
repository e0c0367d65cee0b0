import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Version } from '#shared/contract/versions.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import { canonicalJson, describeContent } from '#shared/domain/versions/content.ts';
import { takeEarlierReferences } from '#shared/domain/versions/references.ts';
import type { Connection } from '../../db/connection.ts';
import type { VersionRow } from '../../db/process-rows.ts';
import { readContent } from '../attachments/index.ts';
import { loadRecord } from '../records/index.ts';
import { hashOfContent } from './keep.ts';
import { findAgreedVersion, findRecordHash, isRegistered } from './repository.ts';

/** What was kept of a version; undefined when its file is gone or is not what its hash says. */
export function readVersionRecord(connection: Connection, versionId: string): MeetingRecord | undefined {
  const sha256 = findRecordHash(connection, versionId);
  const bytes = sha256 === undefined ? undefined : readContent(connection, sha256);
  // Our own writing, and its hash says that nobody else wrote in it.
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as MeetingRecord);
}

/**
 * The minutes as they stand. Once agreed they are read with the names that the register had when they were agreed: a
 * body that is renamed years later does not change what was signed. Undefined: there is no such meeting.
 */
export function loadStandingRecord(connection: Connection, meetingId: string): MeetingRecord | undefined {
  const record = loadRecord(connection, meetingId);
  if (record === undefined || !isLocked(record.meeting.status)) return record;
  const agreed = findAgreedVersion(connection, meetingId);
  const kept = agreed && readVersionRecord(connection, agreed.id);
  return kept === undefined ? record : asAgreed(connection, record, kept);
}

/** Whether the minutes as they stand have the text of a version. */
export function hasTextOf(
  connection: Connection,
  record: MeetingRecord,
  version: Pick<VersionRow, 'id' | 'content_sha256'> | Pick<Version, 'id' | 'contentSha256'>,
): boolean {
  const hash = 'contentSha256' in version ? version.contentSha256 : version.content_sha256;
  if (!isLocked(record.meeting.status)) return hashOfContent(record) === hash;
  const kept = readVersionRecord(connection, version.id);
  if (kept === undefined) return hashOfContent(record) === hash;
  // By the files, not by hashes of other days: a later program may count more things to the text of the minutes.
  return canonicalJson(describeContent(asAgreed(connection, record, kept))) === canonicalJson(describeContent(kept));
}

function asAgreed(connection: Connection, record: MeetingRecord, kept: MeetingRecord): MeetingRecord {
  return takeEarlierReferences(record, kept, (kind, id) => !isRegistered(connection, kind, id));
}
