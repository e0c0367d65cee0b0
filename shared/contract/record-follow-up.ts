import { z } from 'zod';
import { agreementTerms } from './agreements.ts';
import { decisionStates } from './decisions.ts';
import { actionOwner, actionStatuses } from './entries.ts';
import { date, id, line, listOf, localizedLine, optionalDate, text } from './fields.ts';
import { area, areaHolderKinds, linkKinds } from './follow-up.ts';
import { proposalStages } from './proposals.ts';

/*
 * What came of a meeting, as its record file tells it. Only what stays inside the file: what was replaced by a decision
 * of another meeting names none, and a link that leads out of it is not there.
 */

const decision = z.strictObject({
  entryId: id,
  state: z.enum(decisionStates),
  stateOn: optionalDate,
  replacedById: id.nullable(),
});

const proposal = z.strictObject({
  entryId: id,
  stage: z.enum(proposalStages),
  stageOn: optionalDate,
  decisionId: id.nullable(),
  funding: localizedLine,
  project: line,
  partners: listOf(z.strictObject({ id, organizationId: id })),
});

const agreementStates = ['standing', 'terminated', 'replaced'] as const;
const agreement = z.strictObject({
  agreementId: id,
  terms: agreementTerms,
  state: z.enum(agreementStates),
  stateOn: optionalDate,
  replacedById: id.nullable(),
  renewals: listOf(z.strictObject({ id, renewedOn: date, validTo: optionalDate, note: text })),
});

/** Who owns an action and when it is due, where that is no longer what the minutes say. */
const assignment = z.strictObject({
  entryId: id,
  owners: z.array(actionOwner).max(50),
  due: optionalDate,
  dueAtNextMeeting: z.boolean(),
});

const reported = {
  id,
  recordId: id,
  on: date,
  reporterId: id.nullable(),
  reporter: line,
  /** This meeting, or none that is known here. */
  meetingId: id.nullable(),
  note: text,
  /** UTC instant at which it was taken down. */
  atMs: z.number().int(),
};
const report = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('action'), state: z.enum(actionStatuses), ...reported }),
  z.strictObject({ kind: z.literal('decision'), state: z.enum(decisionStates), ...reported }),
  z.strictObject({ kind: z.literal('proposal'), state: z.enum(proposalStages), ...reported }),
  z.strictObject({ kind: z.literal('agreement'), state: z.enum(agreementStates), ...reported }),
]);

/** Each list is absent when there is nothing to say, and has no order of its own: it stands by ids. */
export const recordFollowUp = z.strictObject({
  /** Those that `areasOf` names. */
  areas: listOf(area).exactOptional(),
  areasOf: z
    .array(z.strictObject({ kind: z.enum(areaHolderKinds), recordId: id, areaIds: z.array(id).min(1).max(100) }))
    .max(20_000)
    .exactOptional(),
  decisions: z.array(decision).max(20_000).exactOptional(),
  proposals: z.array(proposal).max(20_000).exactOptional(),
  agreements: z.array(agreement).max(1_000).exactOptional(),
  links: z
    .array(z.strictObject({ kind: z.enum(linkKinds), fromId: id, toId: id }))
    .max(100_000)
    .exactOptional(),
  assignments: z.array(assignment).max(20_000).exactOptional(),
  /** The oldest first. */
  reports: z.array(report).max(100_000).exactOptional(),
});
export type RecordFollowUp = z.infer<typeof recordFollowUp>;
