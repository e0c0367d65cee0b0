import type { MeetingRecord } from '#shared/contract/records.ts';
import type { SideAgreement } from '#shared/contract/versions.ts';
import { type MeetingMove, movesFrom } from '#shared/domain/meeting-moves.ts';
import { commit, type Context } from '../../context.ts';
import type { Write } from '../../db/changes.ts';
import type { VersionRow } from '../../db/process-rows.ts';
import { putContent } from '../attachments/index.ts';
import { formatRecord, loadRecord } from '../records/index.ts';
import { type AgreedFile, renderAgreedFiles, writeAgreedFiles } from './files.ts';
import { hashOfContent, recordFileName } from './keep.ts';
import {
  closeAmendment,
  closeCirculation,
  countOpenComments,
  findNewestVersion,
  findOpenAmendment,
  findVersion,
  insertSideAgreement,
  listSideAgreements,
  markAgreed,
  removeSideAgreement,
  replaceRecordFile,
  writeStatus,
} from './repository.ts';
import { meetingLabel, readStage, sideIdsOf } from './rules.ts';

export type AgreeInput = SideAgreement & { meetingId: string };

/** Why a side cannot agree now; by the codes of the contract. */
export type AgreeRefusal =
  | { code: 'NOT_FOUND'; kind: string }
  | { code: 'WRONG_STAGE'; status: string }
  | { code: 'COMMENTS_OPEN'; count: number }
  | { code: 'TEXT_CHANGED' }
  | { code: 'SIDE_EMPTY'; sideIds: string[] };

interface Plan {
  record: MeetingRecord;
  version: VersionRow;
  /** What this side said before about the same version. */
  earlier: SideAgreement[];
  /** The move that the last side makes; undefined while others are still to agree. */
  move: MeetingMove | undefined;
}

/** Notes that a side agrees; with the last one the documents are made first, and then all is kept at once or nothing. */
export async function agree(context: Context, input: AgreeInput): Promise<{ isAgreed: boolean } | AgreeRefusal> {
  for (;;) {
    const plan = examine(context, input);
    if ('code' in plan) return plan;
    const files = plan.move === undefined ? [] : await renderFiles(context, plan, plan.move);
    // Somebody may have gone on working meanwhile. From here to the commit nothing is waited for.
    const now = examine(context, input);
    if ('code' in now) return now;
    if (now.move?.to !== plan.move?.to || (now.move !== undefined && !isSameFile(plan.record, now.record))) continue;
    commit(context, { name: 'version.agree', label: meetingLabel(now.record) }, (write) => {
      for (const { id } of now.earlier) removeSideAgreement(write, id);
      insertSideAgreement(write, input.meetingId, input);
      if (now.move !== undefined) writeAgreed(context, write, now, now.move, files);
    });
    return { isAgreed: now.move !== undefined };
  }
}

function examine({ connection }: Context, input: AgreeInput): Plan | AgreeRefusal {
  const record = loadRecord(connection, input.meetingId);
  if (record === undefined) return { code: 'NOT_FOUND', kind: 'meeting' };
  const { status } = record.meeting;
  const move = movesFrom(readStage(connection, record.meeting)).find(({ by }) => by === 'agreement');
  if (move === undefined) return { code: 'WRONG_STAGE', status };
  const version = findNewestVersion(connection, input.meetingId);
  if (version?.id !== input.versionId) {
    const isOlder = findVersion(connection, input.versionId, input.meetingId) !== undefined;
    return isOlder ? { code: 'TEXT_CHANGED' } : { code: 'NOT_FOUND', kind: 'version' };
  }
  // An amendment that has changed nothing: there is nothing new to agree to, it can only be given up.
  if (version.agreed_at_ms !== null) return { code: 'WRONG_STAGE', status };
  const sideIds = sideIdsOf(record.meeting);
  if (!sideIds.includes(input.sideId)) return { code: 'NOT_FOUND', kind: 'side' };
  const { byAttendanceId } = input;
  if (byAttendanceId !== null && !record.attendance.some(({ id }) => id === byAttendanceId)) {
    return { code: 'NOT_FOUND', kind: 'attendance' };
  }
  const count = countOpenComments(connection, input.meetingId);
  if (count > 0) return { code: 'COMMENTS_OPEN', count };
  if (hashOfContent(record) !== version.content_sha256) return { code: 'TEXT_CHANGED' };
  // Who could not come can still agree by letter: it takes somebody on the list, not somebody in the room.
  const { attendance } = record;
  const isEmpty = (sideId: string | null): boolean =>
    sideId === null ? attendance.length === 0 : !attendance.some((row) => row.sideId === sideId);
  const empty = sideIds.filter(isEmpty);
  if (empty.length > 0) return { code: 'SIDE_EMPTY', sideIds: empty.filter((id) => id !== null) };
  const said = listSideAgreements(connection, input.meetingId).filter(({ versionId }) => versionId === version.id);
  const isLast = sideIds.every((id) => id === input.sideId || said.some(({ sideId }) => sideId === id));
  return {
    record,
    version,
    earlier: said.filter(({ sideId }) => sideId === input.sideId),
    move: isLast ? move : undefined,
  };
}

const isSameFile = (one: MeetingRecord, other: MeetingRecord): boolean => formatRecord(one) === formatRecord(other);

/** As agreed: the mark of a draft is gone. */
const withStatus = (record: MeetingRecord, { to }: MeetingMove): MeetingRecord => ({
  ...record,
  meeting: { ...record.meeting, status: to },
});

function renderFiles(context: Context, { record, version }: Plan, move: MeetingMove): Promise<AgreedFile[]> {
  const { number, content_sha256: contentSha256 } = version;
  return renderAgreedFiles(context, withStatus(record, move), { number, contentSha256 });
}

function writeAgreed(
  context: Context,
  write: Write,
  { record, version }: Plan,
  move: MeetingMove,
  files: readonly AgreedFile[],
): void {
  const { connection } = context;
  const meetingId = record.meeting.id;
  const atMs = context.clock();
  writeAgreedFiles(context, write, { meetingId, versionId: version.id }, files);
  // The record file says from now on that it is agreed; its text is the same.
  const agreed = withStatus(record, move);
  const bytes = new TextEncoder().encode(formatRecord(agreed));
  replaceRecordFile(connection, write, version.id, {
    name: recordFileName(agreed, version.number),
    size_bytes: bytes.byteLength,
    sha256: putContent(connection, bytes),
  });
  markAgreed(write, version.id, atMs);
  closeCirculation(connection, write, meetingId, atMs, 'agreed');
  const amendment = findOpenAmendment(connection, meetingId);
  if (amendment !== undefined) closeAmendment(write, amendment.id, atMs, version.id);
  writeStatus(write, meetingId, move.to);
}
