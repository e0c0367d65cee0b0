import type { Membership } from '#shared/contract/groups.ts';

/** Literal keys, so that the catalogue check sees each of them. */
export const membershipRoleKeys = {
  co_chair: 'members.roles.coChair',
  secretary: 'members.roles.secretary',
  member: 'members.roles.member',
  expert: 'members.roles.expert',
  observer: 'members.roles.observer',
} as const satisfies Record<Membership['role'], string>;
