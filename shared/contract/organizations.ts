import { oc } from '@orpc/contract';
import { z } from 'zod';
import { country, id, line, listOf, localizedLine, text } from './fields.ts';
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
});
export type OrganizationListItem = z.infer<typeof organizationListItem>;

export const organizationsContract = {
  list: oc.output(z.array(organizationListItem)),
  get: oc.input(z.strictObject({ id })).output(organization).errors({ NOT_FOUND: notFound }),
  create: oc.input(organization).output(z.object({ id })),
  update: oc.input(organization.partial().extend({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, IN_USE: inUse }),
};
