import { z } from 'zod';

/*
 * Errors a user can cause or cure. Their sentences stand in resources/locales/<language>/errors.json under the same
 * code. Anything else is a bug: it reaches the page as INTERNAL_SERVER_ERROR with an id that is also in the log.
 */

/** The record does not exist (any more). */
export const notFound = { status: 404, data: z.object({ kind: z.string() }) };
/** Something else refers to the record; `uses` counts the places per table. */
export const inUse = {
  status: 409,
  data: z.object({ uses: z.array(z.object({ kind: z.string(), count: z.number() })) }),
};
/** Somebody wrote a newer revision meanwhile. */
export const conflict = { status: 409, data: z.object({ revision: z.number() }) };
/** The minutes are agreed: their text does not change any more, except by an amendment. */
export const locked = { status: 423 };
/** Not possible where the meeting stands now (shared/domain/meeting-moves.ts). */
export const wrongStage = { status: 409, data: z.object({ status: z.string() }) };
/** An event cannot be a part of another one, nor of itself. */
export const eventNested = { status: 422 };
/** Undo refused: the rows are not as the change set left them. `changedBy` names the later change set. */
export const changedSince = { status: 409, data: z.object({ changedBy: z.string() }) };
/** Nothing left to undo or redo. */
export const nothingToUndo = { status: 404 };

/** Where and why a record file was refused. `path` is the place in the file, `line` is 1-based where known. */
export const recordProblem = z.object({
  code: z.enum([
    'not-json',
    'not-a-record',
    'wrong-version',
    'too-large',
    'too-long',
    'wrong-date',
    'wrong-value',
    'missing-field',
    'unknown-field',
    'duplicate-id',
    'dangling-id',
    'id-taken',
    'meeting-differs',
  ]),
  path: z.string(),
  detail: z.string(),
});
export type RecordProblem = z.infer<typeof recordProblem>;
/** The record file was refused; nothing was changed. */
export const recordRefused = { status: 422, data: z.object({ problems: z.array(recordProblem).max(20) }) };

/** The document engine stopped: deadline or memory cap hit, or it reported an error of its own. */
export const documentFailed = { status: 500, data: z.object({ reason: z.enum(['deadline', 'memory', 'engine']) }) };

/** Why a file of contacts was refused. `line` and `column` are 1-based, 0 where they are not known; `detail` is the culprit. */
export const exchangeProblem = z.object({
  code: z.enum([
    'too_large',
    'too_many_rows',
    'too_many_columns',
    'empty',
    'unknown_format',
    'broken_encoding',
    'broken_csv',
    'broken_xlsx',
    'broken_vcard',
    'control_character',
    'too_long',
    'wrong_value',
    'no_name',
    'unknown_id',
    'duplicate_id',
    'nothing_mapped',
    'wrong_decision',
  ]),
  line: z.number(),
  column: z.number(),
  detail: z.string(),
});
export type ExchangeProblem = z.infer<typeof exchangeProblem>;
/** The file was refused; nothing was changed. */
export const exchangeRefused = { status: 422, data: z.object({ problems: z.array(exchangeProblem).max(20) }) };
