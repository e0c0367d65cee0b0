import { oc } from '@orpc/contract';
import { z } from 'zod';
import { locked, notFound } from './errors.ts';
import { id } from './fields.ts';
import { changeNames } from './history.ts';

/** Records that are removed by an act of their own, and so can be brought back by one. */
export const trashKinds = [
  'person',
  'organization',
  'working_group',
  'meeting',
  'attendance',
  'agenda_item',
  'entry',
  'agreement',
  'agreement_file',
  'attachment',
  'letter',
  'comment',
  'glossary_concept',
  'memory_source',
  'area',
] as const;
export type TrashKind = (typeof trashKinds)[number];

/** For so many days a removed record can be brought back. */
export const trashDays = 30;

export const trashKey = z.strictObject({ kind: z.enum(trashKinds), id });
export type TrashKey = z.infer<typeof trashKey>;

/** As it was written, in its own languages. */
const storedText = z.object({ en: z.string(), ru: z.string(), zh: z.string() });

export const trashItem = z.object({
  ...trashKey.shape,
  /** All empty: it had no name. */
  title: storedText,
  /** The meeting, or the signed document, of which it was a part. */
  place: storedText.nullable(),
  removedAtMs: z.number(),
  /** What removed it. */
  by: z.enum(changeNames),
  /** Records that went with it and come back with it, by their kind. */
  parts: z.array(z.object({ kind: z.enum(trashKinds), count: z.number() })),
});
export type TrashItem = z.infer<typeof trashItem>;

/** Something that a removed record refers to is gone as well. */
export const missingRecord = z.object({
  kind: z.string(),
  title: storedText,
  /** What {@link trashContract.restore} takes; null: it cannot be brought back any more. */
  key: trashKey.nullable(),
});
export type MissingRecord = z.infer<typeof missingRecord>;

/**
 * Nothing was changed. `missing`: the records of `missing` have to come back first. `replaced`: another record has taken
 * its place meanwhile.
 */
export const trashRefused = {
  status: 409,
  data: z.object({ reason: z.enum(['missing', 'replaced']), missing: z.array(missingRecord).max(20) }),
};

export const trashContract = {
  /** What was removed in the last {@link trashDays} days and is still gone; the newest first, at most 2,000. */
  list: oc.output(z.array(trashItem)),
  /** Brings records back with all that went with them, in one change set. Answers how many rows came back. */
  restore: oc
    .input(z.strictObject({ keys: z.array(trashKey).min(1).max(100) }))
    .output(z.object({ rows: z.number() }))
    .errors({ NOT_FOUND: notFound, TRASH_REFUSED: trashRefused, LOCKED: locked }),
};
