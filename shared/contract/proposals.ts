import { oc } from '@orpc/contract';
import { z } from 'zod';
import { notFound } from './errors.ts';
import { id, line, localizedLine, localizedText, optionalDate } from './fields.ts';
import {
  area,
  chosenIds,
  historyLine,
  meetingReference,
  pageInput,
  recordReference,
  registerPage,
  reportInput,
} from './follow-up.ts';

export const proposalStages = ['proposed', 'under_review', 'adopted', 'declined', 'withdrawn', 'project'] as const;
export type ProposalStage = (typeof proposalStages)[number];

export const proposalListItem = z.object({
  entryId: id,
  number: z.string(),
  text: localizedText,
  /** Who made it, as of the meeting; null: the minutes name nobody. */
  proposer: z
    .object({ personId: id.nullable(), name: localizedLine, position: localizedLine, organization: localizedLine })
    .nullable(),
  stage: z.enum(proposalStages),
  stageOn: optionalDate,
  areas: z.array(area),
  funding: localizedLine,
  partners: z.array(z.object({ organizationId: id, name: localizedLine })),
  /** The decision that adopted it. */
  decision: recordReference.nullable(),
  /** Number or name of the project that it became; empty: none. */
  project: z.string(),
  meeting: meetingReference,
});
export type ProposalListItem = z.infer<typeof proposalListItem>;

export const proposalDetail = proposalListItem.extend({
  agendaItem: z.object({ id, number: z.string(), title: localizedLine }),
  linked: z.array(recordReference),
  history: z.array(historyLine),
});
export type ProposalDetail = z.infer<typeof proposalDetail>;

export const proposalGroupings = ['meeting', 'stage', 'area', 'partner'] as const;
export const proposalHead = z.discriminatedUnion('by', [
  z.object({ by: z.literal('meeting'), meeting: meetingReference }),
  z.object({ by: z.literal('stage'), stage: z.enum(proposalStages) }),
  z.object({ by: z.literal('area'), area: area.nullable() }),
  z.object({ by: z.literal('partner'), organizationId: id.nullable(), name: localizedLine }),
]);

export const proposalsContract = {
  list: oc
    .input(
      z.strictObject({
        ...pageInput,
        stages: z.array(z.enum(proposalStages)).max(6).default([]),
        groupId: id.nullable().default(null),
        meetingId: id.nullable().default(null),
        areaId: id.nullable().default(null),
        organizationId: id.nullable().default(null),
        grouping: z.enum(proposalGroupings).default('meeting'),
        isDescending: z.boolean().default(true),
      }),
    )
    .output(registerPage(proposalListItem, proposalHead)),
  get: oc
    .input(z.strictObject({ entryId: id }))
    .output(proposalDetail)
    .errors({ NOT_FOUND: notFound }),
  /** What the minutes do not say: funding model, partners, the project. Areas are set by areas.set. */
  update: oc
    .input(
      z.strictObject({
        entryId: id,
        funding: localizedLine.exactOptional(),
        partnerIds: z.array(id).max(100).exactOptional(),
        project: line.exactOptional(),
      }),
    )
    .output(z.object({}))
    .errors({ NOT_FOUND: notFound }),
  /** `decisionId` with `adopted` only; null: no decision is named; absent: the one named before. */
  setStage: oc
    .input(
      z.strictObject({
        entryIds: chosenIds,
        stage: z.enum(proposalStages),
        decisionId: id.nullable().exactOptional(),
        ...reportInput,
      }),
    )
    .output(z.object({ changed: z.number() }))
    .errors({ NOT_FOUND: notFound }),
};
