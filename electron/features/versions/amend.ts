import type { MeetingRecord } from '#shared/contract/records.ts';
import { type MeetingMove, movesFrom } from '#shared/domain/meeting-moves.ts';
import { commit, type Context } from '../../context.ts';
import { formatRecord, loadRecord } from '../records/index.ts';
import { type AgreedFile, renderAgreedFiles, writeAgreedFiles } from './files.ts';
import { hashOfContent, keepVersion } from './keep.ts';
import { findAgreedVersion, findNewestVersion, insertAmendment, markAgreed, writeStatus } from './repository.ts';
import { meetingLabel, readStage } from './rules.ts';

/** Why agreed minutes cannot be opened; by the codes of the contract. */
export type AmendRefusal = { code: 'NOT_FOUND'; kind: string } | { code: 'WRONG_STAGE'; status: string };

interface Plan {
  record: MeetingRecord;
  move: MeetingMove;
  /** The version that the amendment starts from; undefined: agreed elsewhere, nothing is kept here yet. */
  baseId: string | undefined;
}

/**
 * Opens agreed minutes for a change. Where they were agreed elsewhere, their text is kept first, complete with its
 * documents, so that the amendment has a version to start from and to go back to.
 */
export async function amend(
  context: Context,
  input: { id: string; meetingId: string; reason: string },
): Promise<{ id: string } | AmendRefusal> {
  for (;;) {
    const plan = examine(context, input.meetingId);
    if ('code' in plan) return plan;
    const files = plan.baseId === undefined ? await renderElsewhere(context, plan.record) : [];
    // From here to the commit nothing is waited for.
    const now = examine(context, input.meetingId);
    if ('code' in now) return now;
    if (now.baseId !== plan.baseId || formatRecord(now.record) !== formatRecord(plan.record)) continue;
    commit(context, { name: 'version.amend', label: meetingLabel(now.record) }, (write) => {
      let baseId = now.baseId;
      if (baseId === undefined) {
        baseId = keepVersion(context, write, input.meetingId, 'import', '').id;
        writeAgreedFiles(context, write, { meetingId: input.meetingId, versionId: baseId }, files);
        markAgreed(write, baseId, context.clock());
      }
      insertAmendment(write, {
        id: input.id,
        meeting_id: input.meetingId,
        base_version_id: baseId,
        reason: input.reason,
        opened_at_ms: context.clock(),
        closed_at_ms: null,
        version_id: null,
      });
      writeStatus(write, input.meetingId, now.move.to);
    });
    return { id: input.id };
  }
}

function examine({ connection }: Context, meetingId: string): Plan | AmendRefusal {
  const record = loadRecord(connection, meetingId);
  if (record === undefined) return { code: 'NOT_FOUND', kind: 'meeting' };
  const move = movesFrom(readStage(connection, record.meeting)).find(({ name }) => name === 'amend');
  if (move === undefined) return { code: 'WRONG_STAGE', status: record.meeting.status };
  return { record, move, baseId: findAgreedVersion(connection, meetingId)?.id };
}

function renderElsewhere(context: Context, record: MeetingRecord): Promise<AgreedFile[]> {
  const contentSha256 = hashOfContent(record);
  const newest = findNewestVersion(context.connection, record.meeting.id);
  const isKept = newest?.content_sha256 === contentSha256;
  const number = (newest?.number ?? 0) + (isKept ? 0 : 1);
  return renderAgreedFiles(context, record, { number, contentSha256 });
}
