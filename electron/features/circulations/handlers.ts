import { movesFrom } from '#shared/domain/meeting-moves.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import { keepVersion } from '../versions/index.ts';
import { commentsHandlers } from './comments.ts';
import {
  attendMeeting,
  endCirculation,
  findCirculation,
  findMeetingStage,
  hasEntries,
  insertCirculation,
  listCirculations,
  setStatus,
} from './repository.ts';

export const circulationsHandlers = {
  ...commentsHandlers,

  list: os.circulations.list.handler(({ context, input, errors }) => {
    if (findMeetingStage(context.connection, input.meetingId) === undefined) {
      throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    }
    return listCirculations(context.connection, input.meetingId);
  }),

  open: os.circulations.open.handler(({ context, input, errors }) => {
    const { connection } = context;
    const { id, meetingId, commentsDue, note, recipientIds } = input;
    const stage = findMeetingStage(connection, meetingId);
    if (stage === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const move = movesFrom(stage).find(({ by, to }) => by === 'circulation' && to === 'circulated');
    if (move === undefined) throw errors.WRONG_STAGE({ data: { status: stage.status } });
    const underWay = listCirculations(connection, meetingId).find(({ closedAtMs }) => closedAtMs === null);
    if (underWay !== undefined) throw errors.CIRCULATION_OPEN({ data: { openedAtMs: underWay.openedAtMs } });
    if (recipientIds.length === 0) throw errors.NOTHING_TO_CIRCULATE({ data: { reason: 'recipients' } });
    if (!attendMeeting(connection, recipientIds, meetingId)) throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
    if (!hasEntries(connection, meetingId)) throw errors.NOTHING_TO_CIRCULATE({ data: { reason: 'entries' } });
    const openedAtMs = context.clock();
    return commit(context, { name: 'circulation.open', label: stage.label }, (write) => {
      const version = keepVersion(context, write, meetingId, 'circulation', '');
      const circulation = {
        id,
        meetingId,
        versionId: version.id,
        openedAtMs,
        commentsDue,
        note,
        closedAtMs: null,
        outcome: '' as const,
      };
      insertCirculation(write, circulation);
      setStatus(write, meetingId, move.to);
      return { ...circulation, versionNumber: version.number };
    });
  }),

  close: os.circulations.close.handler(({ context, input, errors }) => {
    const circulation = findCirculation(context.connection, input.id);
    const stage = circulation && findMeetingStage(context.connection, circulation.meetingId);
    if (circulation === undefined || stage === undefined) throw errors.NOT_FOUND({ data: { kind: 'circulation' } });
    if (circulation.closedAtMs !== null) throw errors.WRONG_STAGE({ data: { status: stage.status } });
    const closedAtMs = context.clock();
    commit(context, { name: 'circulation.close', label: stage.label }, (write) => {
      endCirculation(write, circulation.id, 'closed', closedAtMs);
    });
    return { ...circulation, closedAtMs, outcome: 'closed' };
  }),

  withdraw: os.circulations.withdraw.handler(({ context, input, errors }) => {
    const { connection } = context;
    const stage = findMeetingStage(connection, input.meetingId);
    if (stage === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const move = movesFrom(stage).find(({ name }) => name === 'withdraw');
    if (move === undefined) throw errors.WRONG_STAGE({ data: { status: stage.status } });
    const underWay = listCirculations(connection, input.meetingId).filter(({ closedAtMs }) => closedAtMs === null);
    commit(context, { name: 'circulation.withdraw', label: stage.label }, (write) => {
      for (const { id } of underWay) endCirculation(write, id, 'withdrawn', context.clock());
      setStatus(write, input.meetingId, move.to);
    });
    return {};
  }),
};
