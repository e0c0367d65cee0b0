import { oc } from '@orpc/contract';
import { z } from 'zod';
import { inUse, notFound } from './errors.ts';
import { date, id, line, localizedLine, localizedText, text } from './fields.ts';

/*
 * What the registers share: how a page of one is asked for, what stands beside every record of theirs. A decision, a
 * proposal and an action are named by the id of their entry.
 */

export const followedKinds = ['action', 'decision', 'proposal', 'agreement'] as const;
export type FollowedKind = (typeof followedKinds)[number];

/** Most records that one call changes: a selection over a long register. */
export const maxChosen = 2_000;
export const chosenIds = z.array(id).min(1).max(maxChosen);

/**
 * Which part of a register is wanted. `text`: every word must be found somewhere in the record, in any language, folded
 * as search folds (ё = е, case, width). `today`: the caller's date, by which lateness is judged.
 */
export const pageInput = {
  text: z.string().max(500).default(''),
  today: date,
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
};

/**
 * Rows `offset` … of what the filter leaves, in order, each under its group; a record with several owners stands under
 * each. `groups`: all of them, in order, with their row counts (they add up to `shown`); `heads` names those that `rows`
 * touch. `all`: records in the register; `shown`: rows that the filter leaves.
 */
export function registerPage<Row extends z.ZodType, Head extends z.ZodType>(
  row: Row,
  head: Head,
): z.ZodObject<{
  all: z.ZodNumber;
  shown: z.ZodNumber;
  groups: z.ZodArray<z.ZodObject<{ id: z.ZodString; count: z.ZodNumber }>>;
  heads: z.ZodRecord<z.ZodString, Head>;
  rows: z.ZodArray<z.ZodObject<{ groupId: z.ZodString; row: Row }>>;
}> {
  return z.object({
    all: z.number(),
    shown: z.number(),
    groups: z.array(z.object({ id: z.string(), count: z.number() })),
    heads: z.record(z.string(), head),
    rows: z.array(z.object({ groupId: z.string(), row })),
  });
}

/** The meeting a record comes from. */
export const meetingReference = z.object({ id, title: localizedLine, date, groupId: id.nullable() });
export type MeetingReference = z.infer<typeof meetingReference>;

/** A decision, an action, a proposal or an agreement as another record names it; `meeting` null: outside every meeting. */
export const recordReference = z.object({
  kind: z.enum(followedKinds),
  id,
  /** As printed («3.1»), or the number of an agreement; may be empty. */
  number: z.string(),
  text: localizedText,
  /** Its status, state or stage, as its own register has it. */
  state: z.string(),
  meeting: meetingReference.nullable(),
});
export type RecordReference = z.infer<typeof recordReference>;

/** What the user says when reporting how something stands; `reporterId` with the name as it is now. */
export const reportInput = {
  on: date,
  reporterId: id.nullable(),
  reporter: line,
  /** At which meeting it was said; null: outside one. */
  meetingId: id.nullable(),
  note: text,
};

/** One line of the history of a record. `changed`: seen in the changes, nobody reported it. */
export const historyLine = z.object({
  id: z.string(),
  atMs: z.number(),
  /** `YYYY-MM-DD` of the report; of the change where there is none. */
  on: date,
  source: z.enum(['reported', 'changed']),
  /** The status, state or stage from then on; null: it stayed. */
  state: z.string().nullable(),
  /** What else became different. */
  changed: z.array(z.enum(['owners', 'due', 'renewed', 'decision', 'replacement'])),
  reporterId: id.nullable(),
  reporter: z.string(),
  meeting: meetingReference.nullable(),
  note: z.string(),
});
export type HistoryLine = z.infer<typeof historyLine>;

/** A subject of cooperation, of one list for all records. */
export const area = z.strictObject({ id, name: localizedLine });
export type Area = z.infer<typeof area>;
export const areaHolderKinds = ['meeting', 'entry', 'agreement', 'group'] as const;
/** The whole set of areas of a record. */
const areaHolder = z.strictObject({ kind: z.enum(areaHolderKinds), id });

export const areasContract = {
  /** In no order; `uses`: how many records have it. */
  list: oc.output(z.array(area.extend({ uses: z.number() }))),
  /** Makes it, or gives it other names. */
  save: oc.input(area).output(z.object({ id })),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, IN_USE: inUse }),
  of: oc.input(areaHolder).output(z.array(area)),
  set: oc
    .input(areaHolder.extend({ areaIds: z.array(id).max(100) }))
    .output(z.object({}))
    .errors({ NOT_FOUND: notFound }),
};

/** Pairs that can be linked: from the first to the second. */
export const linkKinds = ['decision-action', 'decision-agreement', 'proposal-agreement', 'group-agreement'] as const;
export type LinkKind = (typeof linkKinds)[number];
const link = z.strictObject({ kind: z.enum(linkKinds), fromId: id, toId: id });

export const linksContract = {
  /** Linking what is linked changes nothing. `group-agreement`: the document by which the group was founded. */
  add: oc.input(link).output(z.object({})).errors({ NOT_FOUND: notFound }),
  remove: oc.input(link).output(z.object({})).errors({ NOT_FOUND: notFound }),
  /** What is linked to a record, newest meeting first. */
  of: oc
    .input(z.strictObject({ kind: z.enum([...followedKinds, 'group']), id }))
    .output(z.array(recordReference))
    .errors({ NOT_FOUND: notFound }),
};
