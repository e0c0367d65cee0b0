import type { AttendanceRole, presences } from '#shared/contract/attendance.ts';
import type { EntryKind } from '#shared/contract/entries.ts';
import type { membershipRoles } from '#shared/contract/groups.ts';

/*
 * The words of other screens for what a person or an organisation did there. Literal keys, so that the catalogue check
 * sees each of them.
 */
export const roleKeys = {
  chair: 'meetings:role.chair',
  co_chair: 'meetings:role.coChair',
  head_of_delegation: 'meetings:role.headOfDelegation',
  secretary: 'meetings:role.secretary',
  participant: 'meetings:role.participant',
  speaker: 'meetings:role.speaker',
  interpreter: 'meetings:role.interpreter',
  observer: 'meetings:role.observer',
  guest: 'meetings:role.guest',
} as const satisfies Record<AttendanceRole, string>;

export const presenceKeys = {
  expected: 'meetings:presence.expected',
  present: 'meetings:presence.present',
  excused: 'meetings:presence.excused',
  absent: 'meetings:presence.absent',
  proxy: 'meetings:presence.proxy',
} as const satisfies Record<(typeof presences)[number], string>;

export const entryKindKeys = {
  speech: 'minutes:kind.speech',
  note: 'minutes:kind.note',
  proposal: 'minutes:kind.proposal',
  decision: 'minutes:kind.decision',
  action: 'minutes:kind.action',
} as const satisfies Record<EntryKind, string>;

export const groupRoleKeys = {
  co_chair: 'groups:members.roles.coChair',
  secretary: 'groups:members.roles.secretary',
  member: 'groups:members.roles.member',
  expert: 'groups:members.roles.expert',
  observer: 'groups:members.roles.observer',
} as const satisfies Record<(typeof membershipRoles)[number], string>;
