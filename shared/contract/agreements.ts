import { oc } from '@orpc/contract';
import { z } from 'zod';
import { date, id, listOf, localizedLine, orderKey } from './fields.ts';
import { locked, notFound } from './errors.ts';

export const agreementKinds = [
  'memorandum',
  'agreement',
  'minutes_of_talks',
  'programme',
  'certificate',
  'other',
] as const;

/** A party is an organisation of the register, or, where a report does not name it, a description. */
export const agreementParty = z.strictObject({ id, organizationId: id.nullable(), description: localizedLine });

export const agreementSignatory = z.strictObject({ id, attendanceId: id });

/** A document signed at a meeting. `several` marks a plural whose number the source does not give. */
export const agreement = z.strictObject({
  id,
  meetingId: id,
  kind: z.enum(agreementKinds),
  title: localizedLine,
  signedOn: date.nullable(),
  several: z.boolean(),
  parties: listOf(agreementParty),
  /** Who signed, from the meeting's attendance; absent when nobody is named. */
  signatories: listOf(agreementSignatory).exactOptional(),
  orderKey,
});
export type Agreement = z.infer<typeof agreement>;
export type AgreementParty = z.infer<typeof agreementParty>;

export const agreementsContract = {
  add: oc.input(agreement).output(z.object({ id })).errors({ NOT_FOUND: notFound, LOCKED: locked }),
  update: oc
    .input(agreement.partial().extend({ id }))
    .output(z.object({ id }))
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, LOCKED: locked }),
};
