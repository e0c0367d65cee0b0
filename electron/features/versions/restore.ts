import type { Agreement } from '#shared/contract/agreements.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { takeLaterReferences } from '#shared/domain/versions/references.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { bringBackFollowUp } from '../../db/follow-up-back.ts';
import { insertAgendaItem, updateAgendaItem } from '../agenda/index.ts';
import { insertAgreement, removeAgreement, updateAgreement } from '../agreements/index.ts';
import { insertAttendance, updateAttendance } from '../attendance/index.ts';
import { restoreEntries } from '../entries/index.ts';
import { updateMeeting } from '../meetings/index.ts';
import { insertOrganization } from '../organizations/index.ts';
import { insertPerson, isErased } from '../people/index.ts';
import { loadRecord } from '../records/index.ts';
import { restoreHeadingStates } from '../translations/index.ts';
import { detachAgendaItem, detachSide, isRegistered } from './repository.ts';

/**
 * Writes the minutes of a meeting back as they were kept, under the same ids and only where they differ; to be called
 * inside the `commit` that needs it. Answers to invitations and the progress of actions stay as they are, and so does
 * the status. Who was joined into another record meanwhile stays joined; who is gone from the register comes back into
 * it by name.
 */
export function restoreMinutes(connection: Connection, write: Write, kept: MeetingRecord, atMs: number): void {
  const now = loadRecord(connection, kept.meeting.id);
  if (now === undefined) throw new Error('no such meeting');
  // Rows come and go in any order; references only have to hold at the end.
  connection.pragma('defer_foreign_keys = ON');
  const isGone = (kind: 'person' | 'organization', id: string): boolean => !isRegistered(connection, kind, id);
  const wanted = withoutErased(connection, takeLaterReferences(kept, now, isGone));
  bringBackRegister(connection, write, wanted);
  restoreMeeting(connection, write, now, wanted);
  restoreAttendance(write, now, wanted);
  restoreAgenda(connection, write, now, wanted);
  const entries = wanted.entries.map(({ mentions, ...entry }) => {
    const known = (mentions ?? []).filter((id) => isRegistered(connection, 'person', id));
    return known.length === 0 ? entry : { ...entry, mentions: known };
  });
  restoreEntries(connection, write, kept.meeting.id, entries, atMs);
  restoreAgreements(connection, write, now, wanted);
  restoreHeadingStates(connection, write, wanted);
  bringBackFollowUp(connection, write, [
    ...goneFrom(entries, now.entries).map(({ id }) => ({ table: 'entry' as const, id })),
    ...goneFrom(wanted.agreements, now.agreements).map(({ id }) => ({ table: 'agreement' as const, id })),
  ]);
}

/** Who was erased for good comes back into nothing: the minutes name them in words alone. */
function withoutErased(connection: Connection, record: MeetingRecord): MeetingRecord {
  const erased = new Set(
    record.people.flatMap(({ id }) =>
      !isRegistered(connection, 'person', id) && isErased(connection, id) ? [id] : [],
    ),
  );
  if (erased.size === 0) return record;
  return {
    ...record,
    people: record.people.filter(({ id }) => !erased.has(id)),
    attendance: record.attendance.map((row) =>
      row.personId !== null && erased.has(row.personId) ? { ...row, personId: null } : row,
    ),
    entries: record.entries.map((entry) => ({
      ...entry,
      action: entry.action && {
        ...entry.action,
        owners: entry.action.owners.filter(({ kind, ownerId }) => kind !== 'person' || !erased.has(ownerId)),
      },
    })),
    agreements: record.agreements.map((agreement) => ({
      ...agreement,
      ...(agreement.signatories !== undefined && {
        signatories: agreement.signatories.map(({ personId, ...signatory }) =>
          personId === undefined || erased.has(personId) ? signatory : { ...signatory, personId },
        ),
      }),
    })),
  };
}

function bringBackRegister(connection: Connection, write: Write, wanted: MeetingRecord): void {
  const { meeting, attendance, entries, agreements } = wanted;
  const owners = entries.flatMap(({ action }) => action?.owners ?? []);
  const ownersOf = (kind: string): string[] =>
    owners.filter((owner) => owner.kind === kind).map(({ ownerId }) => ownerId);
  const people = new Set([...attendance.map(({ personId }) => personId), ...ownersOf('person')]);
  const organizations = new Set([
    ...meeting.sides.map(({ leadOrganizationId }) => leadOrganizationId),
    ...meeting.organizers.map(({ organizationId }) => organizationId),
    ...attendance.map(({ organizationId }) => organizationId),
    ...agreements.flatMap(({ parties }) => parties.map(({ organizationId }) => organizationId)),
    ...ownersOf('organization'),
  ]);
  // Without aliases, offices and relations: these may have found other owners since.
  for (const person of wanted.people) {
    if (people.has(person.id) && !isRegistered(connection, 'person', person.id)) {
      insertPerson(write, { ...person, aliases: [], affiliations: [] });
    }
  }
  for (const organization of wanted.organizations) {
    if (organizations.has(organization.id) && !isRegistered(connection, 'organization', organization.id)) {
      insertOrganization(write, { ...organization, aliases: [], relations: [] });
    }
  }
}

function restoreMeeting(connection: Connection, write: Write, now: MeetingRecord, wanted: MeetingRecord): void {
  const { groupId } = wanted.meeting;
  const hasGroup = groupId === null || isRegistered(connection, 'working_group', groupId);
  for (const side of goneFrom(now.meeting.sides, wanted.meeting.sides)) detachSide(connection, write, side.id);
  updateMeeting(write, now.meeting, {
    ...wanted.meeting,
    status: now.meeting.status,
    groupId: hasGroup ? groupId : now.meeting.groupId,
  });
}

function restoreAttendance(write: Write, now: MeetingRecord, wanted: MeetingRecord): void {
  const stored = new Map(now.attendance.map((row) => [row.id, row]));
  for (const { id } of goneFrom(now.attendance, wanted.attendance)) write.remove('attendance', { id });
  for (const row of wanted.attendance) {
    const known = stored.get(row.id);
    if (known === undefined) insertAttendance(write, row);
    else updateAttendance(write, { ...row, response: known.response });
  }
}

function restoreAgenda(connection: Connection, write: Write, now: MeetingRecord, wanted: MeetingRecord): void {
  const stored = new Set(now.agenda.map(({ id }) => id));
  for (const { id } of goneFrom(now.agenda, wanted.agenda)) {
    detachAgendaItem(connection, write, id);
    write.remove('agenda_item', { id });
  }
  for (const item of wanted.agenda) {
    if (stored.has(item.id)) updateAgendaItem(write, item);
    else insertAgendaItem(write, item);
  }
}

function restoreAgreements(connection: Connection, write: Write, now: MeetingRecord, wanted: MeetingRecord): void {
  const stored = new Map(now.agreements.map((agreement) => [agreement.id, agreement]));
  for (const agreement of goneFrom(now.agreements, wanted.agreements)) removeAgreement(write, agreement);
  for (const kept of wanted.agreements) {
    const agreement = withRegisteredSignatories(connection, kept);
    const known = stored.get(agreement.id);
    if (known === undefined) insertAgreement(write, agreement);
    else updateAgreement(write, known, agreement);
  }
}

/** Who has left the register since stays a signatory by name and office. */
function withRegisteredSignatories(connection: Connection, agreement: Agreement): Agreement {
  if (agreement.signatories === undefined) return agreement;
  const signatories = agreement.signatories.map(({ personId, ...signatory }) =>
    personId === undefined || !isRegistered(connection, 'person', personId) ? signatory : { ...signatory, personId },
  );
  return { ...agreement, signatories };
}

function goneFrom<Item extends { id: string }>(now: readonly Item[], wanted: readonly { id: string }[]): Item[] {
  const ids = new Set(wanted.map(({ id }) => id));
  return now.filter(({ id }) => !ids.has(id));
}
