import { oc } from '@orpc/contract';
import { z } from 'zod';
import { changedSince, notFound } from './errors.ts';
import { id, line, listOf, localizedLine } from './fields.ts';
import { nameMatch, organizationMatch } from './names.ts';
import { personName } from './people.ts';

export const duplicateKinds = ['person', 'organization'] as const;
export type DuplicateKind = (typeof duplicateKinds)[number];

/** Facts beside the name that speak for one and the same record. */
export const duplicateEvidence = [
  'same_email',
  'same_phone',
  'same_organization',
  'same_city',
  'other_country',
] as const;

const duplicateSide = z.object({ id, label: localizedLine, detail: localizedLine });
const pairOf = { a: duplicateSide, b: duplicateSide, evidence: z.array(z.enum(duplicateEvidence)) };
/** Two records that may be one. `match` is that of the best pair of their forms, aliases included; `score` weighs the evidence in. */
export const duplicatePair = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), score: z.number(), match: nameMatch, ...pairOf }),
  z.object({ kind: z.literal('organization'), score: z.number(), match: organizationMatch, ...pairOf }),
]);
export type DuplicatePair = z.infer<typeof duplicatePair>;

const pairInput = z.strictObject({ kind: z.enum(duplicateKinds), aId: id, bId: id });

export const mergeSummary = z.object({
  /** Number of the change set, for `undoMerge`. */
  seq: z.number(),
  kind: z.enum(duplicateKinds),
  label: z.string(),
  atMs: z.number(),
  state: z.enum(['done', 'undone']),
});

export const duplicatesContract = {
  /** Scans the register (in slices, so that other calls are answered meanwhile); best first, at most 500 per kind. */
  list: oc.input(z.strictObject({ kind: z.enum(duplicateKinds).optional() })).output(z.array(duplicatePair)),
  /** People of the register who may be the one being typed; best first, at most 5. `id` is the record that is typed, left out. */
  personCandidates: oc
    .input(
      z.strictObject({
        id,
        names: z.strictObject({ latin: personName, cyrillic: personName, han: personName }),
        aliases: listOf(line),
        email: line,
      }),
    )
    .output(z.array(duplicatePair)),
  organizationCandidates: oc
    .input(z.strictObject({ id, name: localizedLine, abbreviation: localizedLine }))
    .output(z.array(duplicatePair)),
  /**
   * Joins `mergeId` into `keepId` in one change set: every spelling that differs becomes an alias, every reference
   * follows, an empty field takes the other's value, contact values that differ are both kept.
   */
  merge: oc
    .input(z.strictObject({ kind: z.enum(duplicateKinds), keepId: id, mergeId: id }))
    .output(z.object({ seq: z.number() }))
    .errors({ NOT_FOUND: notFound }),
  /** Remembers that two records are not the same; they are not proposed again. */
  setDistinct: oc
    .input(pairInput)
    .output(z.object({ done: z.boolean() }))
    .errors({ NOT_FOUND: notFound }),
  /** Takes that back. */
  forgetDistinct: oc.input(pairInput).output(z.object({ done: z.boolean() })),
  listDistinct: oc.output(z.array(z.object({ kind: z.enum(duplicateKinds), a: duplicateSide, b: duplicateSide }))),
  /** The newest 100 merges, newest first. */
  listMerges: oc.output(z.array(mergeSummary)),
  /** Undoes one merge completely, also after a restart, if nothing has changed its rows since. */
  undoMerge: oc
    .input(z.strictObject({ seq: z.number().int() }))
    .output(z.object({ seq: z.number() }))
    .errors({ NOT_FOUND: notFound, CHANGED_SINCE: changedSince }),
};
