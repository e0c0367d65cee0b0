import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { exchangeRefused, notFound } from './errors.ts';
import { encodings, exchangeLimits, personFields } from './exchange.ts';
import { id } from './fields.ts';
import { nameMatch } from './names.ts';

/** Most people whom one list may bring into a meeting. */
export const maxAttendanceRows = 5_000;

/** What a column of an attendance list may hold: everything of a person, and how many a delegation are. */
export const attendanceFields = [...personFields, 'head_count', 'role'] as const;
export type AttendanceField = (typeof attendanceFields)[number];

const source = {
  meetingId: id,
  file: z.file(),
  encoding: z.enum(encodings).optional(),
  /** One entry per column, null leaves the column out. Absent: as the heads of the columns suggest. */
  mapping: z.array(z.enum(attendanceFields).nullable()).max(exchangeLimits.columns).optional(),
};

/**
 * What happens to one line. `known`: a person of the register, beyond doubt. `suspected`: may be one; somebody
 * decides. `guest`: nobody in the register is like this, attends under the written name. `delegation`: no person is
 * named, an organisation is. `attending`: stands on the meeting's list already. `empty`: nobody is named.
 */
export const attendanceFates = ['known', 'suspected', 'guest', 'delegation', 'attending', 'empty'] as const;
export const attendanceRow = z.object({
  /** 1-based line (CSV, vCard) or row (XLSX) where the record begins. */
  line: z.number(),
  label: z.string(),
  organization: z.string(),
  fate: z.enum(attendanceFates),
  /** The person who is meant, or may be. */
  person: z.object({ id, label: z.string() }).nullable(),
  match: nameMatch.nullable(),
});
export type AttendanceRow = z.infer<typeof attendanceRow>;

/** What to do with a line instead of its fate; `personId` for `known`. `register`: a new contact who attends. */
export const attendanceDecision = z.strictObject({
  line: z.number().int(),
  fate: z.enum(['known', 'guest', 'register', 'skip']),
  personId: id.nullable(),
});
export type AttendanceDecision = z.infer<typeof attendanceDecision>;

const progress = z.object({ type: z.literal('progress'), done: z.number(), total: z.number() });

export const attendanceImportContract = {
  /** The columns as read and what they seem to hold. */
  inspect: oc
    .input(z.strictObject({ file: z.file(), encoding: z.enum(encodings).optional() }))
    .output(
      z.object({
        encoding: z.enum(encodings).nullable(),
        columns: z.array(
          z.object({ header: z.string(), samples: z.array(z.string()), field: z.enum(attendanceFields).nullable() }),
        ),
        rows: z.number(),
      }),
    )
    .errors({ EXCHANGE_REFUSED: exchangeRefused }),
  /** Ends with one `result`; changes nothing. */
  preview: oc
    .input(z.strictObject(source))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          progress,
          z.object({
            type: z.literal('result'),
            counts: z.record(z.enum(attendanceFates), z.number()),
            rows: z.array(attendanceRow),
          }),
        ]),
      ),
    )
    .errors({ EXCHANGE_REFUSED: exchangeRefused, NOT_FOUND: notFound }),
  /**
   * All or nothing, one change set. A suspected line without a decision attends as a guest: nobody is left out. Who comes
   * in has said so (`response` confirmed) and is not here yet (`presence` expected): the check-in makes that present,
   * with the time of arrival.
   */
  import: oc
    .input(z.strictObject({ ...source, decisions: z.array(attendanceDecision).max(maxAttendanceRows) }))
    .output(z.object({ added: z.number(), position: z.number() }))
    .errors({ EXCHANGE_REFUSED: exchangeRefused, NOT_FOUND: notFound }),
};
