import type { Damage } from '#shared/contract/versions.ts';
import { isLocked, movesFrom } from '#shared/domain/meeting-moves.ts';
import { describeContent } from '#shared/domain/versions/content.ts';
import { commit, type Context } from '../../context.ts';
import { os } from '../../implement.ts';
import { examineContent, listAttachments } from '../attachments/index.ts';
import { loadRecord } from '../records/index.ts';
import { agree } from './agree.ts';
import { amend } from './amend.ts';
import { compareTexts } from './compare.ts';
import { keepVersion } from './keep.ts';
import {
  closeAmendment,
  countOpenComments,
  findAgreedVersion,
  findOpenAmendment,
  findSideAgreement,
  findVersion,
  hasAmendment,
  listAmendments,
  listVersions,
  removeSideAgreement,
  writeStatus,
} from './repository.ts';
import { restoreMinutes } from './restore.ts';
import { canAgree, isEmpty, meetingLabel, readStage, sideIdsOf } from './rules.ts';
import { hasTextOf, loadStandingRecord, readVersionRecord } from './standing.ts';

export const versionsHandlers = {
  state: os.versions.state.handler(({ context: { connection }, input: { meetingId }, errors }) => {
    const record = loadRecord(connection, meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const versions = listVersions(connection, meetingId);
    const newest = versions.at(-1);
    return {
      versions,
      amendments: listAmendments(connection, meetingId),
      isCurrent: newest !== undefined && hasTextOf(connection, record, newest),
      openComments: countOpenComments(connection, meetingId),
      sideIds: sideIdsOf(record.meeting),
    };
  }),

  keep: os.versions.keep.handler(({ context, input: { meetingId, reason }, errors }) => {
    const record = loadRecord(context.connection, meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const { status } = record.meeting;
    if (!canAgree(readStage(context.connection, record.meeting))) throw errors.WRONG_STAGE({ data: { status } });
    if (isEmpty(record)) throw errors.MINUTES_EMPTY();
    const { id } = commit(context, { name: 'version.keep', label: meetingLabel(record) }, (write) =>
      keepVersion(context, write, meetingId, 'signature', reason),
    );
    return { versionId: id };
  }),

  agree: os.versions.agree.handler(async ({ context, input, errors }) => {
    const { connection } = context;
    // Sent again, because the first answer was lost.
    const known = findSideAgreement(connection, input.id);
    if (known?.meetingId === input.meetingId) {
      return { isAgreed: findVersion(connection, known.versionId, input.meetingId)?.agreed_at_ms !== null };
    }
    const answer = await agree(context, input);
    if (!('code' in answer)) return answer;
    switch (answer.code) {
      case 'NOT_FOUND':
        throw errors.NOT_FOUND({ data: { kind: answer.kind } });
      case 'WRONG_STAGE':
        throw errors.WRONG_STAGE({ data: { status: answer.status } });
      case 'COMMENTS_OPEN':
        throw errors.COMMENTS_OPEN({ data: { count: answer.count } });
      case 'TEXT_CHANGED':
        throw errors.TEXT_CHANGED();
      case 'SIDE_EMPTY':
        throw errors.SIDE_EMPTY({ data: { sideIds: answer.sideIds } });
    }
  }),

  withdrawAgreement: os.versions.withdrawAgreement.handler(({ context, input, errors }) => {
    const { connection } = context;
    const stored = findSideAgreement(connection, input.id);
    const record = stored && loadRecord(connection, stored.meetingId);
    if (stored === undefined || record === undefined) throw errors.NOT_FOUND({ data: { kind: 'side_agreement' } });
    const isAgreed = findVersion(connection, stored.versionId, stored.meetingId)?.agreed_at_ms !== null;
    if (isAgreed || !canAgree(readStage(connection, record.meeting))) {
      throw errors.WRONG_STAGE({ data: { status: record.meeting.status } });
    }
    commit(context, { name: 'version.unagree', label: meetingLabel(record) }, (write) => {
      removeSideAgreement(write, input.id);
    });
    return { id: input.id };
  }),

  amend: os.versions.amend.handler(async ({ context, input, errors }) => {
    // Sent again, because the first answer was lost.
    if (hasAmendment(context.connection, input.id, input.meetingId)) return { id: input.id };
    if (input.reason.trim() === '') throw errors.REASON_MISSING();
    const answer = await amend(context, input);
    if (!('code' in answer)) return answer;
    switch (answer.code) {
      case 'NOT_FOUND':
        throw errors.NOT_FOUND({ data: { kind: answer.kind } });
      case 'WRONG_STAGE':
        throw errors.WRONG_STAGE({ data: { status: answer.status } });
    }
  }),

  dropAmendment: os.versions.dropAmendment.handler(async ({ context, input: { meetingId }, errors }) => {
    const { connection } = context;
    // Not before somebody asks for it: the index brings the readings of all characters.
    const { indexAlongside } = await import('../../search-index/index.ts');
    const record = loadRecord(connection, meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const isPossible = movesFrom(readStage(connection, record.meeting)).some(({ name }) => name === 'drop_amendment');
    const amendment = findOpenAmendment(connection, meetingId);
    const baseId = amendment?.base_version_id ?? null;
    if (!isPossible || amendment === undefined || baseId === null) {
      throw errors.WRONG_STAGE({ data: { status: record.meeting.status } });
    }
    const kept = readVersionRecord(connection, baseId);
    if (kept === undefined)
      throw errors.CONTENT_DAMAGED({ data: { names: recordNames(connection, meetingId, baseId) } });
    commit(
      context,
      { name: 'version.dropAmendment', label: meetingLabel(record) },
      (write) => {
        restoreMinutes(connection, write, kept, context.clock());
        closeAmendment(write, amendment.id, context.clock(), null);
        writeStatus(write, meetingId, kept.meeting.status);
        const restored = loadRecord(connection, meetingId);
        const base = findVersion(connection, baseId, meetingId);
        if (restored === undefined || base === undefined || !hasTextOf(connection, restored, base)) {
          throw new Error('the agreed text did not come back');
        }
      },
      indexAlongside,
    );
    return {};
  }),

  compare: os.versions.compare.handler(({ context: { connection }, input, errors }) => {
    const standing = loadStandingRecord(connection, input.meetingId);
    if (standing === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const read = (versionId: string | null) => {
      if (versionId === null) return describeContent(standing);
      if (findVersion(connection, versionId, input.meetingId) === undefined) {
        throw errors.NOT_FOUND({ data: { kind: 'version' } });
      }
      const kept = readVersionRecord(connection, versionId);
      if (kept !== undefined) return describeContent(kept);
      throw errors.CONTENT_DAMAGED({ data: { names: recordNames(connection, input.meetingId, versionId) } });
    };
    return compareTexts(read(input.from), read(input.to), input.language);
  }),

  verify: os.versions.verify.handler(async ({ context: { connection }, input: { meetingId }, errors }) => {
    if (loadRecord(connection, meetingId) === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const numbers = new Map(listVersions(connection, meetingId).map(({ id, number }) => [id, number]));
    const found: Damage[] = [];
    for (const { versionId, sha256, name } of listAttachments(connection, meetingId)) {
      const state = await examineContent(connection, sha256);
      if (state === 'sound') continue;
      const versionNumber = (versionId === null ? undefined : numbers.get(versionId)) ?? 0;
      found.push({ versionNumber, kind: state === 'damaged' ? 'file' : 'missing', name });
    }
    // Read again: other calls were answered meanwhile.
    const record = loadRecord(connection, meetingId);
    const agreed = findAgreedVersion(connection, meetingId);
    if (record !== undefined && agreed !== undefined && isLocked(record.meeting.status)) {
      const isKept = hasTextOf(connection, record, agreed);
      if (!isKept) found.push({ versionNumber: agreed.number, kind: 'content', name: meetingLabel(record) });
    }
    return found;
  }),
};

const recordNames = (connection: Context['connection'], meetingId: string, versionId: string): string[] =>
  listAttachments(connection, meetingId)
    .filter((file) => file.versionId === versionId && file.kind === 'version_record')
    .map(({ name }) => name);
