import type { Comment, CommentFilePreview } from '#shared/contract/circulations.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';
import { commit, type Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { type CommentFileRefusal, readCommentFile } from './read-comments.ts';
import {
  findCirculation,
  findComment,
  findMeetingStage,
  insertComment,
  isSideOf,
  listCirculations,
  listComments,
  listSourceKeys,
  type Place,
  readPlaces,
  removeComment,
  updateComment,
} from './repository.ts';

const noPlace: Place = { number: '', agendaItemId: null, isGone: false };

/** By which the history names a comment. */
const commentLabel = ({ text, quote }: Pick<Comment, 'text' | 'quote'>): string => (text || quote).slice(0, 60);

/** Once the minutes are agreed, what was said about them on the way stays as it is. */
const takesComments = (status: MeetingStatus): boolean => status === 'draft' || status === 'circulated';

export const commentsHandlers = {
  comments: os.circulations.comments.handler(({ context, input, errors }) => {
    const { connection } = context;
    if (findMeetingStage(connection, input.meetingId) === undefined) {
      throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    }
    const places = readPlaces(connection, input.meetingId);
    return listComments(connection, input.meetingId).map((comment) => ({
      ...comment,
      place: comment.entryId === null ? noPlace : (places.get(comment.entryId) ?? { ...noPlace, isGone: true }),
    }));
  }),

  addComment: os.circulations.addComment.handler(({ context, input, errors }) => {
    const { connection } = context;
    const stage = findMeetingStage(connection, input.meetingId);
    const missing = stage === undefined ? 'meeting' : findMissing(connection, input.meetingId, input);
    if (stage === undefined || missing !== null) throw errors.NOT_FOUND({ data: { kind: missing ?? '' } });
    if (!takesComments(stage.status)) throw errors.WRONG_STAGE({ data: { status: stage.status } });
    commit(context, { name: 'comment.add', label: commentLabel(input) }, (write) => {
      insertComment(write, { ...input, source: 'typed', state: 'open', reason: '', settledAtMs: null });
    });
    return { id: input.id };
  }),

  updateComment: os.circulations.updateComment.handler(({ context, input, errors }) => {
    const { connection } = context;
    const { stored, status } = findAtStage(connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'comment' } });
    if (!takesComments(status)) throw errors.WRONG_STAGE({ data: { status } });
    if (stored.state !== 'open') throw errors.COMMENT_SETTLED();
    const next = { ...stored, ...withoutGaps(input) };
    // A row that is gone may stay named: the comment was made about it.
    const moved = { sideId: next.sideId, entryId: next.entryId === stored.entryId ? null : next.entryId };
    const missing = findMissing(connection, stored.meetingId, moved);
    if (missing !== null) throw errors.NOT_FOUND({ data: { kind: missing } });
    commit(context, { name: 'comment.update', label: commentLabel(next) }, (write) => {
      updateComment(write, next);
    });
    return { id: input.id };
  }),

  settleComment: os.circulations.settleComment.handler(({ context, input, errors }) => {
    const { id, state, reason } = input;
    const { stored, status } = findAtStage(context.connection, id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'comment' } });
    if (!takesComments(status)) throw errors.WRONG_STAGE({ data: { status } });
    if (state === 'declined' && reason.trim() === '') throw errors.REASON_MISSING();
    const settledAtMs = state === 'open' ? null : state === stored.state ? stored.settledAtMs : context.clock();
    commit(context, { name: 'comment.settle', label: commentLabel(stored) }, (write) => {
      updateComment(write, { ...stored, state, reason, settledAtMs });
    });
    return { id };
  }),

  removeComment: os.circulations.removeComment.handler(({ context, input, errors }) => {
    const { stored, status } = findAtStage(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'comment' } });
    if (!takesComments(status)) throw errors.WRONG_STAGE({ data: { status } });
    commit(context, { name: 'comment.remove', label: commentLabel(stored) }, (write) => {
      removeComment(write, input.id);
    });
    return { id: input.id };
  }),

  previewComments: os.circulations.previewComments.handler(async ({ context, input, errors }) => {
    const { connection } = context;
    const stage = findMeetingStage(connection, input.meetingId);
    if (stage === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const read = await readFile(context, input.meetingId, input.file);
    if ('refusal' in read) throw errors.COMMENTS_REFUSED({ data: read.refusal });
    return read;
  }),

  importComments: os.circulations.importComments.handler(async ({ context, input, errors }) => {
    const { connection } = context;
    const { meetingId, sideId, file } = input;
    if (findMeetingStage(connection, meetingId) === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const read = await readFile(context, meetingId, file);
    if ('refusal' in read) throw errors.COMMENTS_REFUSED({ data: read.refusal });
    await context.backups.beforeImport();
    // Other calls were answered while the file was read: from here on nothing comes between.
    const stage = findMeetingStage(connection, meetingId);
    const missing = stage === undefined ? 'meeting' : findMissing(connection, meetingId, { sideId });
    if (stage === undefined || missing !== null) throw errors.NOT_FOUND({ data: { kind: missing ?? '' } });
    if (!takesComments(stage.status)) throw errors.WRONG_STAGE({ data: { status: stage.status } });
    const known = listSourceKeys(connection, meetingId);
    const added = read.comments.filter(({ sourceKey }) => !known.has(sourceKey));
    const circulationId = findCirculationOf(connection, meetingId, read.versionNumber);
    const receivedAtMs = context.clock();
    commit(context, { name: 'comment.import', label: file.name }, (write) => {
      for (const { sourceKey, entryId, language, quote, author, text } of added) {
        const words = { id: context.newId(), meetingId, circulationId, entryId, language, quote, author, sideId, text };
        const state = { receivedAtMs, source: 'docx', state: 'open', reason: '', settledAtMs: null } as const;
        insertComment(write, { ...words, ...state }, sourceKey);
      }
    });
    return { added: added.length };
  }),
};

function findAtStage(
  connection: Connection,
  id: string,
): { stored: Comment; status: MeetingStatus } | { stored?: undefined; status: '' } {
  const stored = findComment(connection, id);
  const stage = stored && findMeetingStage(connection, stored.meetingId);
  return stored === undefined || stage === undefined ? { status: '' } : { stored, status: stage.status };
}

/** A field that is named but undefined says nothing. */
function withoutGaps(change: { [Field in keyof Comment]?: Comment[Field] | undefined }): Partial<Comment> {
  const fields: [string, unknown][] = Object.entries(change);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

async function readFile(
  { connection, startHelper }: Context,
  meetingId: string,
  file: File,
): Promise<CommentFilePreview | { refusal: CommentFileRefusal }> {
  const places = readPlaces(connection, meetingId);
  return readCommentFile(startHelper, file, { meetingId, places, sourceKeys: listSourceKeys(connection, meetingId) });
}

/** What a comment refers to and what is not of this meeting; null when all is sound. */
function findMissing(
  connection: Connection,
  meetingId: string,
  {
    circulationId = null,
    sideId = null,
    entryId = null,
  }: Partial<Pick<Comment, 'circulationId' | 'sideId' | 'entryId'>>,
): 'circulation' | 'side' | 'entry' | null {
  if (circulationId !== null && findCirculation(connection, circulationId)?.meetingId !== meetingId)
    return 'circulation';
  if (sideId !== null && !isSideOf(connection, sideId, meetingId)) return 'side';
  return entryId !== null && !readPlaces(connection, meetingId).has(entryId) ? 'entry' : null;
}

/** The round in which that version went out, else the one under way. */
function findCirculationOf(connection: Connection, meetingId: string, versionNumber: number | null): string | null {
  const circulations = listCirculations(connection, meetingId);
  const ofVersion = circulations.findLast((circulation) => circulation.versionNumber === versionNumber);
  return (ofVersion ?? circulations.findLast(({ closedAtMs }) => closedAtMs === null))?.id ?? null;
}
