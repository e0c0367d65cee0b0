import { oc } from '@orpc/contract';
import { z } from 'zod';
import { country, id, line, listOf, localizedLine, localizedText, optionalDate, text } from './fields.ts';
import { agreementKinds } from './agreements.ts';
import { actionStatuses } from './entries.ts';
import { inUse, notFound } from './errors.ts';

export const organizationKinds = [
  'government',
  'institute',
  'university',
  'academy',
  'company',
  'consulate',
  'association',
  'media',
  'other',
] as const;
export const relationKinds = ['part_of', 'founder', 'co_founder', 'member', 'partner'] as const;

/** `this organisation` — kind → `organizationId`, e.g. part_of the Russian Academy of Sciences. */
export const organizationRelation = z.strictObject({ id, organizationId: id, kind: z.enum(relationKinds) });

export const organization = z.strictObject({
  id,
  name: localizedLine,
  abbreviation: localizedLine,
  aliases: listOf(z.strictObject({ id, text: line })),
  kind: z.enum(organizationKinds),
  country,
  city: localizedLine,
  note: text,
  relations: listOf(organizationRelation),
});
export type Organization = z.infer<typeof organization>;

export const organizationListItem = z.object({
  id,
  name: localizedLine,
  abbreviation: localizedLine,
  kind: z.enum(organizationKinds),
  country,
  city: localizedLine,
  peopleCount: z.number(),
  aliases: z.array(z.string()),
});
export type OrganizationListItem = z.infer<typeof organizationListItem>;

/** Where an organisation stands in the meetings and the register kept here; newest first. */
export const organizationRelated = z.object({
  meetings: z.array(
    z.object({
      meetingId: id,
      title: localizedLine,
      date: z.string(),
      /** As what: organiser, lead organisation of a side, or present with people or a delegation. */
      as: z.array(z.enum(['organizer', 'lead', 'participant'])),
    }),
  ),
  agreements: z.array(
    z.object({
      agreementId: id,
      /** null: signed outside every meeting. */
      meetingId: id.nullable(),
      title: localizedLine,
      kind: z.enum(agreementKinds),
      signedOn: z.string().nullable(),
    }),
  ),
  actions: z.array(
    z.object({
      entryId: id,
      meetingId: id,
      text: localizedText,
      due: z.string().nullable(),
      status: z.enum(actionStatuses),
    }),
  ),
  groups: z.array(z.object({ groupId: id, name: localizedLine })),
  /** Relations that others have to this one. */
  relatedFrom: z.array(z.object({ organizationId: id, name: localizedLine, kind: z.enum(relationKinds) })),
  /** Everybody with a position here, now or once, in no order; `to` is null while it is held. */
  people: z.array(
    z.object({ personId: id, name: localizedLine, position: localizedLine, from: optionalDate, to: optionalDate }),
  ),
});
export type OrganizationRelated = z.infer<typeof organizationRelated>;

export const organizationsContract = {
  list: oc.output(z.array(organizationListItem)),
  get: oc.input(z.strictObject({ id })).output(organization).errors({ NOT_FOUND: notFound }),
  related: oc.input(z.strictObject({ id })).output(organizationRelated).errors({ NOT_FOUND: notFound }),
  create: oc.input(organization).output(z.object({ id })),
  update: oc.input(organization.partial().extend({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, IN_USE: inUse }),
};
