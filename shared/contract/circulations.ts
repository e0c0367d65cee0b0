import { oc } from '@orpc/contract';
import { z } from 'zod';
import { notFound, wrongStage } from './errors.ts';
import { date, id, language, line, text } from './fields.ts';

/** One round of sending the minutes to the sides for comments. At most one is open at a time. */
export const circulation = z.object({
  id,
  meetingId: id,
  versionId: id,
  versionNumber: z.number(),
  openedAtMs: z.number(),
  commentsDue: date.nullable(),
  note: z.string(),
  closedAtMs: z.number().nullable(),
  /** Empty while it is open. */
  outcome: z.enum(['', 'closed', 'withdrawn', 'agreed']),
});
export type Circulation = z.infer<typeof circulation>;

export const commentStates = ['open', 'accepted', 'declined'] as const;

/**
 * What somebody wants changed. `entryId` is the entry it is about, or, of a file, also an agenda item or an agreement;
 * null: the minutes as a whole. Comments are added and settled while the minutes are a draft or circulated.
 */
export const comment = z.strictObject({
  id,
  meetingId: id,
  circulationId: id.nullable(),
  entryId: id.nullable(),
  language,
  /** The words commented on, as they stood; may be empty. */
  quote: text,
  author: line,
  sideId: id.nullable(),
  text,
  receivedAtMs: z.number(),
  source: z.enum(['typed', 'docx']),
  state: z.enum(commentStates),
  /** Why it was declined, or how it was taken in. Required to decline. */
  reason: text,
  settledAtMs: z.number().nullable(),
});
export type Comment = z.infer<typeof comment>;

/** Where a comment's row stands now; `isGone` when it was deleted since, `number` is then empty. */
export const listedComment = comment.extend({
  place: z.object({ number: z.string(), agendaItemId: id.nullable(), isGone: z.boolean() }),
});
export type ListedComment = z.infer<typeof listedComment>;

/** Why a DOCX was not read. `foreign`: not one of ours; `ids_lost`: ours, but its paragraph marks are gone. */
export const commentFileProblems = [
  'too_large',
  'broken_docx',
  'foreign',
  'ids_lost',
  'other_meeting',
  'no_comments',
] as const;
export const commentsRefused = {
  status: 422,
  /** `detail` of `no_comments`: how many marked changes there are instead. */
  data: z.object({ code: z.enum(commentFileProblems), detail: z.string() }),
};
/** Another circulation is open; it is closed or withdrawn first. */
export const circulationOpen = { status: 409, data: z.object({ openedAtMs: z.number() }) };
/** Nobody to send to, or no row in the minutes. */
export const nothingToCirculate = { status: 422, data: z.object({ reason: z.enum(['recipients', 'entries']) }) };
/** Declining needs a reason. */
export const reasonMissing = { status: 422 };
/** The comment is accepted or declined: it is opened again before its words change. */
export const commentSettled = { status: 409 };

export const foundComment = z.object({
  /** Stable over readings of the same file. */
  sourceKey: z.string(),
  entryId: id.nullable(),
  number: z.string(),
  isGone: z.boolean(),
  language,
  quote: z.string(),
  author: z.string(),
  text: z.string(),
  /** It is among the comments already. */
  isKnown: z.boolean(),
});
export const commentFilePreview = z.object({
  versionNumber: z.number().nullable(),
  comments: z.array(foundComment),
  /** Insertions and deletions marked in Word: they are not read, and the user is told how many there are. */
  trackedChanges: z.number(),
});
export type CommentFilePreview = z.infer<typeof commentFilePreview>;

/** Largest accepted DOCX with comments, in bytes. */
export const maxCommentFileBytes = 50 * 1024 * 1024;

export const circulationsContract = {
  list: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(circulation))
    .errors({ NOT_FOUND: notFound }),
  /** Keeps the text as a version (the newest one, if it still has this text) and makes the meeting circulated. */
  open: oc
    .input(
      z.strictObject({
        id,
        meetingId: id,
        commentsDue: date.nullable(),
        note: text,
        /** Attendance ids; the letters themselves are drafted by `letters.draft`. */
        recipientIds: z.array(id).max(1_000),
      }),
    )
    .output(circulation)
    .errors({
      NOT_FOUND: notFound,
      WRONG_STAGE: wrongStage,
      CIRCULATION_OPEN: circulationOpen,
      NOTHING_TO_CIRCULATE: nothingToCirculate,
    }),
  /** The time for comments is over; the minutes stay circulated until they are agreed or circulated once more. */
  close: oc.input(z.strictObject({ id })).output(circulation).errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage }),
  /** Takes the minutes back: they are a draft again. Comments stay. */
  withdraw: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.object({}))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage }),
  comments: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(listedComment))
    .errors({ NOT_FOUND: notFound }),
  addComment: oc
    .input(comment.omit({ state: true, settledAtMs: true, source: true, reason: true }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage }),
  updateComment: oc
    .input(
      comment.pick({ author: true, sideId: true, text: true, quote: true, entryId: true }).partial().extend({ id }),
    )
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage, COMMENT_SETTLED: commentSettled }),
  /** `open` reopens. Declining without a reason answers REASON_MISSING. */
  settleComment: oc
    .input(z.strictObject({ id, state: z.enum(commentStates), reason: text }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage, REASON_MISSING: reasonMissing }),
  removeComment: oc
    .input(z.strictObject({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage }),
  /** Reads the comments of a DOCX that this program made; nothing is kept. */
  previewComments: oc
    .input(z.strictObject({ meetingId: id, file: z.file() }))
    .output(commentFilePreview)
    .errors({ NOT_FOUND: notFound, COMMENTS_REFUSED: commentsRefused }),
  /** Adds those that are not known yet; one change set. `sideId`: whose file it is. */
  importComments: oc
    .input(z.strictObject({ meetingId: id, file: z.file(), sideId: id.nullable() }))
    .output(z.object({ added: z.number() }))
    .errors({ NOT_FOUND: notFound, WRONG_STAGE: wrongStage, COMMENTS_REFUSED: commentsRefused }),
};
