import { type MeetingRecord, meetingRecord } from '#shared/contract/records.ts';
import type { Organization } from '#shared/contract/organizations.ts';
import type { Person } from '#shared/contract/people.ts';
import type { Connection } from '../../db/connection.ts';
import { findGroup } from '../groups/index.ts';
import { loadMeetingParts } from '../meetings/index.ts';
import { findOrganization } from '../organizations/index.ts';
import { findPerson } from '../people/index.ts';
import { listRecordStates } from '../translations/index.ts';
import { loadFollowUp } from './follow-up-repository.ts';

/** One meeting with its group and every person and organisation that is referred to; undefined if there is no such meeting. */
export function loadRecord(connection: Connection, meetingId: string): MeetingRecord | undefined {
  const detail = loadMeetingParts(connection, meetingId);
  if (detail === undefined) return undefined;
  const group = detail.meeting.groupId === null ? null : (findGroup(connection, detail.meeting.groupId) ?? null);
  const followUp = loadFollowUp(connection, { ...detail, group });
  const parts = { ...detail, group, ...(followUp !== undefined && { followUp }) };
  const people = collectPeople(connection, parts);
  return {
    format: 'trilogue-record',
    version: 1,
    ...parts,
    ...listRecordStates(connection, detail),
    people,
    organizations: collectOrganizations(connection, parts, people),
  };
}

/** The bytes of a record file: keys in the order of the schema, people and organisations by id. */
export function formatRecord(record: MeetingRecord): string {
  return `${JSON.stringify(meetingRecord.parse(record), null, 2)}\n`;
}

type Parts = Pick<MeetingRecord, 'meeting' | 'attendance' | 'entries' | 'agreements' | 'group' | 'followUp'>;

function collectPeople(connection: Connection, { attendance, entries, agreements, group, followUp }: Parts): Person[] {
  const ids = [
    ...attendance.map(({ personId }) => personId),
    ...(group?.members ?? []).map(({ personId }) => personId),
    ...entries
      .flatMap(({ action }) => action?.owners ?? [])
      .flatMap((owner) => (owner.kind === 'person' ? owner.ownerId : [])),
    ...entries.flatMap(({ mentions = [] }) => mentions),
    ...agreements.flatMap(({ signatories = [] }) => signatories.map(({ personId = null }) => personId)),
    ...assignedTo('person', followUp),
    ...(followUp?.reports ?? []).map(({ reporterId }) => reporterId),
  ];
  return sortedIds(ids).flatMap((id) => findPerson(connection, id) ?? []);
}

function collectOrganizations(connection: Connection, parts: Parts, people: Person[]): Organization[] {
  const { meeting, attendance, entries, agreements, group, followUp } = parts;
  const pending = [
    ...meeting.sides.map(({ leadOrganizationId }) => leadOrganizationId),
    ...meeting.organizers.map(({ organizationId }) => organizationId),
    ...attendance.map(({ organizationId }) => organizationId),
    ...entries
      .flatMap(({ action }) => action?.owners ?? [])
      .flatMap((owner) => (owner.kind === 'organization' ? owner.ownerId : [])),
    ...agreements.flatMap(({ parties }) => parties.map(({ organizationId }) => organizationId)),
    ...(group?.sides ?? []).flatMap((side) => [side.leadOrganizationId, side.coordinatingOrganizationId]),
    ...(group?.members ?? []).map(({ organizationId }) => organizationId),
    ...assignedTo('organization', followUp),
    ...(followUp?.proposals ?? []).flatMap(({ partners }) => partners.map(({ organizationId }) => organizationId)),
    ...people.flatMap(({ affiliations }) => affiliations.map(({ organizationId }) => organizationId)),
  ];
  const found = new Map<string, Organization>();
  // A relation leads on to further organisations (part of the Academy …) until nothing new comes.
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === null || found.has(id)) continue;
    const organization = findOrganization(connection, id);
    if (organization === undefined) continue;
    found.set(id, organization);
    pending.push(...organization.relations.map(({ organizationId }) => organizationId));
  }
  return sortedIds([...found.keys()]).flatMap((id) => found.get(id) ?? []);
}

/** Who owns actions now, where that is no longer what the minutes say. */
function assignedTo(kind: 'person' | 'organization', followUp: MeetingRecord['followUp']): string[] {
  const owners = (followUp?.assignments ?? []).flatMap((assignment) => assignment.owners);
  return owners.filter((owner) => owner.kind === kind).map(({ ownerId }) => ownerId);
}

function sortedIds(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))].sort();
}
