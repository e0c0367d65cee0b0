import { oc } from '@orpc/contract';
import { z } from 'zod';
import { notFound } from './errors.ts';
import { date, id, localizedLine, localizedText, optionalDate } from './fields.ts';
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

export const decisionStates = ['in_force', 'fulfilled', 'superseded'] as const;
export type DecisionState = (typeof decisionStates)[number];

export const decisionListItem = z.object({
  entryId: id,
  /** As printed. */
  number: z.string(),
  text: localizedText,
  state: z.enum(decisionStates),
  stateOn: optionalDate,
  replacedBy: recordReference.nullable(),
  /** How many actions and agreements it is linked to. */
  links: z.number(),
  areas: z.array(area),
  meeting: meetingReference,
});
export type DecisionListItem = z.infer<typeof decisionListItem>;

export const decisionDetail = decisionListItem.extend({
  agendaItem: z.object({ id, number: z.string(), title: localizedLine }),
  /** Decisions that it took the place of. */
  replaces: z.array(recordReference),
  /** Proposals that were adopted as this decision. */
  adopted: z.array(recordReference),
  linked: z.array(recordReference),
  history: z.array(historyLine),
});
export type DecisionDetail = z.infer<typeof decisionDetail>;

export const decisionGroupings = ['meeting', 'group', 'state'] as const;
export const decisionHead = z.discriminatedUnion('by', [
  z.object({ by: z.literal('meeting'), meeting: meetingReference }),
  z.object({ by: z.literal('group'), groupId: id.nullable(), name: localizedLine }),
  z.object({ by: z.literal('state'), state: z.enum(decisionStates) }),
]);

/** A decision would in the end take the place of itself; `numbers`: the chain, with the dates of the meetings. */
export const replacementCycle = {
  status: 422,
  data: z.object({ chain: z.array(z.object({ number: z.string(), date })) }),
};

export const decisionsContract = {
  list: oc
    .input(
      z.strictObject({
        ...pageInput,
        states: z.array(z.enum(decisionStates)).max(3).default([]),
        groupId: id.nullable().default(null),
        meetingId: id.nullable().default(null),
        areaId: id.nullable().default(null),
        grouping: z.enum(decisionGroupings).default('meeting'),
        isDescending: z.boolean().default(true),
      }),
    )
    .output(registerPage(decisionListItem, decisionHead)),
  get: oc
    .input(z.strictObject({ entryId: id }))
    .output(decisionDetail)
    .errors({ NOT_FOUND: notFound }),
  /** `replacedById` with `superseded` only; null: by nothing that is known here; absent: by what was named before. */
  setState: oc
    .input(
      z.strictObject({
        entryIds: chosenIds,
        state: z.enum(decisionStates),
        replacedById: id.nullable().exactOptional(),
        ...reportInput,
      }),
    )
    .output(z.object({ changed: z.number() }))
    .errors({ NOT_FOUND: notFound, REPLACEMENT_CYCLE: replacementCycle }),
};
