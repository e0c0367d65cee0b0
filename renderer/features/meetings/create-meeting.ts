import { useNavigate } from '@tanstack/react-router';
import { v7 as newId } from 'uuid';
import type { Group } from '#shared/contract/groups.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { emptyText } from '#shared/domain/language.ts';
import { secretaryAttendance } from '#shared/domain/empty-records.ts';
import { api } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { notifyError } from '../../app/notify.ts';
import { keyAtEnd } from '../../app/order-keys.ts';
import { flushAll } from '../../app/saving.ts';

/** A meeting of today in the machine's zone; a group lends its sides with their zones and names. */
function newMeeting(id: string, group: Group | null): Meeting {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    id,
    groupId: group?.id ?? null,
    number: '',
    kind: 'bilateral',
    format: 'in_person',
    status: 'planned',
    minutesKind: group && group.sides.length >= 2 ? 'minutes_of_talks' : 'minutes',
    title: emptyText(),
    theme: emptyText(),
    framework: emptyText(),
    date: localToday(),
    endDate: null,
    startTime: null,
    endTime: null,
    zone,
    workingLanguages: [],
    headCount: null,
    partOf: emptyText(),
    sides: (group?.sides ?? []).map((side) => ({
      id: newId(),
      country: side.country,
      name: side.name,
      zone: side.zone,
      leadOrganizationId: side.leadOrganizationId,
    })),
    venues: [],
    organizers: [],
    nextMeetingDate: null,
    nextMeetingNote: emptyText(),
    note: emptyText(),
  };
}

/** The calendar day on this machine, `YYYY-MM-DD`. */
export function localToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function addSecretary(meetingId: string): Promise<void> {
  const { secretaryName } = await api.settings.get();
  const name = secretaryName.trim();
  if (name === '') return;
  await api.attendance.add({ ...secretaryAttendance(newId(), meetingId, name), orderKey: keyAtEnd([]) });
}

/**
 * A session or a signing of an event: on its first day, at its places, with its sides and organisers. Its minutes name
 * the event.
 */
function partOf(event: Meeting, id: string, kind: Meeting['kind']): Meeting {
  return {
    ...newMeeting(id, null),
    groupId: event.groupId,
    kind,
    format: event.format,
    minutesKind: event.minutesKind,
    date: event.date,
    zone: event.zone,
    workingLanguages: event.workingLanguages,
    partOf: event.title,
    // The event's quorum is not that of each of its parts.
    sides: event.sides.map(({ country, name, zone, leadOrganizationId }) => ({
      id: newId(),
      country,
      name,
      zone,
      leadOrganizationId,
    })),
    venues: event.venues.map((venue) => ({ ...venue, id: newId() })),
    organizers: event.organizers.map(({ organizationId }) => ({ id: newId(), organizationId })),
  };
}

/** Creates a part of an event at once and opens it with the caret in the title. */
export function useCreatePart(): (event: Meeting, kind: Meeting['kind']) => Promise<void> {
  const navigate = useNavigate();
  const language = useUiLanguage();
  return async (event, kind) => {
    const id = newId();
    try {
      await flushAll();
      await api.meetings.create({ ...partOf(event, id, kind), parentId: event.id });
      await addSecretary(id);
      await navigate({
        to: '/meetings/$meetingId/overview',
        params: { meetingId: id },
        search: { focus: 'title', language },
      });
    } catch (error) {
      notifyError(error);
    }
  };
}

/** Creates a meeting at once and opens it with the caret in the title. `groupId` null: no group. */
export function useCreateMeeting(): (groupId: string | null) => Promise<void> {
  const navigate = useNavigate();
  const language = useUiLanguage();
  return async (groupId) => {
    const id = newId();
    try {
      const group = groupId === null ? null : await api.groups.get({ id: groupId });
      await api.meetings.create(newMeeting(id, group));
      await addSecretary(id);
      await navigate({
        to: '/meetings/$meetingId/overview',
        params: { meetingId: id },
        search: { focus: 'title', language },
      });
    } catch (error) {
      notifyError(error);
    }
  };
}
