import { oc } from '@orpc/contract';
import { z } from 'zod';
import { country, date, id, line, listOf, localizedLine, localizedText, optionalDate, zone } from './fields.ts';
import { inUse, notFound } from './errors.ts';

export const membershipRoles = ['co_chair', 'secretary', 'member', 'expert', 'observer'] as const;

/** One side of a group; `zone` gives the second clock on invitations and minutes. Order in the list is the stored order. */
export const groupSide = z.strictObject({
  id,
  country,
  name: localizedLine,
  zone,
  leadOrganizationId: id.nullable(),
  coordinatingOrganizationId: id.nullable(),
});

/** A person or an organisation (exactly one of the two ids) in a group. */
export const membership = z
  .strictObject({
    id,
    sideId: id.nullable(),
    personId: id.nullable(),
    organizationId: id.nullable(),
    role: z.enum(membershipRoles),
    from: optionalDate,
    to: optionalDate,
  })
  .refine((value) => (value.personId === null) !== (value.organizationId === null), {
    error: 'person-or-organization',
  });

export const group = z.strictObject({
  id,
  name: localizedLine,
  /** On what it acts, and in whose name; absent: nothing is written. */
  mandate: localizedText.exactOptional(),
  aims: localizedText,
  tasks: localizedText,
  areas: localizedText,
  foundingDocument: line,
  sides: listOf(groupSide),
  members: listOf(membership),
});
export type Group = z.infer<typeof group>;
export type GroupSide = z.infer<typeof groupSide>;
export type Membership = z.infer<typeof membership>;

export const groupListItem = z.object({
  id,
  name: localizedLine,
  memberCount: z.number(),
  meetingCount: z.number(),
  lastMeeting: optionalDate,
});
export type GroupListItem = z.infer<typeof groupListItem>;

/** A group as it was on a day: who was a member, and which office they held then. */
export const groupAsOf = z.object({
  members: z.array(
    z.object({
      membershipId: id,
      sideId: id.nullable(),
      personId: id.nullable(),
      organizationId: id.nullable(),
      role: z.enum(membershipRoles),
      from: optionalDate,
      to: optionalDate,
      name: localizedLine,
      /** Of the affiliation held on that day; empty where none is known. */
      position: localizedLine,
      organization: localizedLine,
    }),
  ),
  /** How many memberships had ended, and how many had not begun. */
  past: z.number(),
  coming: z.number(),
});
export type GroupAsOf = z.infer<typeof groupAsOf>;

export const groupsContract = {
  /** Members by side, then by role (co-chairs first), then as the list of members was arranged. */
  asOf: oc
    .input(z.strictObject({ id, on: date }))
    .output(groupAsOf)
    .errors({ NOT_FOUND: notFound }),
  list: oc.output(z.array(groupListItem)),
  get: oc.input(z.strictObject({ id })).output(group).errors({ NOT_FOUND: notFound }),
  create: oc.input(group).output(z.object({ id })),
  update: oc.input(group.partial().extend({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, IN_USE: inUse }),
};
