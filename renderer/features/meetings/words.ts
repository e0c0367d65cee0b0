import { useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import type { agendaStates } from '#shared/contract/agenda.ts';
import type { agreementKinds } from '#shared/contract/agreements.ts';
import type {
  arrangements,
  attendanceCategories,
  AttendanceRole,
  presences,
  responses,
} from '#shared/contract/attendance.ts';
import type { Meeting, Venue } from '#shared/contract/meetings.ts';

/*
 * Literal keys for every code of the contract, so that the catalogue check sees each of them. The order is the order
 * of the choices on screen.
 */
export const kindKeys = {
  bilateral: 'kind.bilateral',
  conference: 'kind.conference',
  forum: 'kind.forum',
  signing: 'kind.signing',
  preparatory: 'kind.preparatory',
  visit: 'kind.visit',
} as const satisfies Record<Meeting['kind'], string>;

export const formatKeys = {
  in_person: 'format.inPerson',
  online: 'format.online',
  hybrid: 'format.hybrid',
} as const satisfies Record<Meeting['format'], string>;

export const minutesKindKeys = {
  minutes: 'minutesKind.minutes',
  minutes_of_talks: 'minutesKind.minutesOfTalks',
} as const satisfies Record<Meeting['minutesKind'], string>;

export const venueKindKeys = {
  main: 'venueKind.main',
  remote: 'venueKind.remote',
} as const satisfies Record<Venue['kind'], string>;

export const agendaStateKeys = {
  open: 'agendaState.open',
  discussed: 'agendaState.discussed',
  postponed: 'agendaState.postponed',
} as const satisfies Record<(typeof agendaStates)[number], string>;

export const roleKeys = {
  chair: 'role.chair',
  co_chair: 'role.coChair',
  head_of_delegation: 'role.headOfDelegation',
  secretary: 'role.secretary',
  participant: 'role.participant',
  speaker: 'role.speaker',
  interpreter: 'role.interpreter',
  observer: 'role.observer',
  guest: 'role.guest',
} as const satisfies Record<AttendanceRole, string>;

export const presenceKeys = {
  expected: 'presence.expected',
  present: 'presence.present',
  excused: 'presence.excused',
  absent: 'presence.absent',
  proxy: 'presence.proxy',
} as const satisfies Record<(typeof presences)[number], string>;

export const responseKeys = {
  none: 'response.none',
  invited: 'response.invited',
  confirmed: 'response.confirmed',
  declined: 'response.declined',
} as const satisfies Record<(typeof responses)[number], string>;

export const arrangementKeys = {
  family_name: 'arrange.familyName',
  organization: 'arrange.organization',
  group_members: 'arrange.groupMembers',
} as const satisfies Record<(typeof arrangements)[number], string>;

export const categoryKeys = {
  participant: 'category.participant',
  in_attendance: 'category.inAttendance',
} as const satisfies Record<(typeof attendanceCategories)[number], string>;

export const modeKeys = { in_person: 'format.inPerson', online: 'format.online' } as const;

export const agreementKindKeys = {
  memorandum: 'agreementKind.memorandum',
  agreement: 'agreementKind.agreement',
  minutes_of_talks: 'agreementKind.minutesOfTalks',
  programme: 'agreementKind.programme',
  certificate: 'agreementKind.certificate',
  other: 'agreementKind.other',
} as const satisfies Record<(typeof agreementKinds)[number], string>;

type Keys =
  | typeof kindKeys
  | typeof formatKeys
  | typeof minutesKindKeys
  | typeof venueKindKeys
  | typeof agendaStateKeys
  | typeof presenceKeys
  | typeof responseKeys
  | typeof categoryKeys
  | typeof modeKeys
  | typeof agreementKindKeys;

/** The choices of a Select in the interface language. */
export function useOptions<K extends Keys>(keys: K): { id: keyof K & string; label: string }[] {
  const { t } = useTranslation('meetings');
  return useMemo(
    () => Object.entries(keys).map(([id, key]) => ({ id: id as keyof K & string, label: t(key as Keys[keyof Keys]) })),
    [keys, t],
  );
}
