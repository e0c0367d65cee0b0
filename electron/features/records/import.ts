import { isDeepStrictEqual } from 'node:util';
import type { RecordProblem } from '#shared/contract/errors.ts';
import type { ImportPreview, MeetingRecord } from '#shared/contract/records.ts';
import { inFileOrder } from '#shared/domain/translations/record-states.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { insertAgendaItem } from '../agenda/index.ts';
import { insertAgreement } from '../agreements/index.ts';
import { insertAttendance } from '../attendance/index.ts';
import { insertEntry } from '../entries/index.ts';
import { findArea } from '../areas/index.ts';
import { findGroup, insertGroup } from '../groups/index.ts';
import { insertMeeting, loadMeetingParts, type MeetingParts } from '../meetings/index.ts';
import { findOrganization, insertOrganization, writeRelations } from '../organizations/index.ts';
import { findPerson, insertPerson } from '../people/index.ts';
import { insertRecordStates, listRecordStates } from '../translations/index.ts';
import { withoutRegister } from './follow-up.ts';
import { insertFollowUp, loadFollowUp } from './follow-up-repository.ts';
import { listIds } from './references.ts';

type Fate = 'created' | 'same' | 'kept';

/** What becomes of the people, organisations and the group of a record here. */
export interface RegisterPlan {
  people: Map<string, Fate>;
  organizations: Map<string, Fate>;
  group: Fate | 'none';
}

/** What an import of a sound record would do here, decided before anything is written. */
export interface ImportPlan extends RegisterPlan {
  preview: ImportPreview;
}

/** The register wins: a person or organisation that is here already, but differs, stays as it is and is counted. */
export function planImport(connection: Connection, record: MeetingRecord): ImportPlan | { problems: RecordProblem[] } {
  const stored = loadMeetingParts(connection, record.meeting.id);
  const { meeting, attendance, agenda, entries, agreements } = record;
  const parts = { meeting, attendance, agenda, entries, agreements, ...inFileOrder(record) };
  const isSame = (now: MeetingParts): boolean =>
    isDeepStrictEqual({ ...now, ...listRecordStates(connection, now) }, parts) &&
    isDeepStrictEqual(
      withoutRegister(loadFollowUp(connection, { ...now, group: null })),
      withoutRegister(record.followUp),
    );
  if (stored !== undefined && !isSame(stored)) {
    return { problems: [{ code: 'meeting-differs', path: 'meeting.id', detail: record.meeting.id }] };
  }
  const register = planRegister(connection, record);
  const { people, organizations, group } = register;
  const taken = stored === undefined ? findTakenIds(connection, record, register) : [];
  if (taken.length > 0) return { problems: taken.slice(0, 20) };
  const preview: ImportPreview = {
    meeting: { id: meeting.id, title: meeting.title, date: meeting.date },
    outcome: stored === undefined ? 'new' : 'same',
    people: count(people),
    organizations: count(organizations),
    group,
    entries: entries.length,
  };
  return { preview, ...register };
}

export function planRegister(connection: Connection, record: MeetingRecord): RegisterPlan {
  return {
    people: fates(record.people, (id) => findPerson(connection, id)),
    organizations: fates(record.organizations, (id) => findOrganization(connection, id)),
    group: record.group === null ? 'none' : fateOf(record.group, findGroup(connection, record.group.id)),
  };
}

/** Adds to the register what is not in it, without the aliases, offices and relations that somebody else has here. */
export function writeRegister(connection: Connection, write: Write, record: MeetingRecord, plan: RegisterPlan): void {
  const people = record.people.filter(({ id }) => plan.people.get(id) === 'created');
  const organizations = record.organizations.filter(({ id }) => plan.organizations.get(id) === 'created');
  const parts = [
    ...people.flatMap(({ aliases, affiliations }) => [...aliases, ...affiliations]),
    ...organizations.flatMap(({ aliases, relations }) => [...aliases, ...relations]),
  ];
  const known = findKnownIds(
    connection,
    parts.map(({ id }) => id),
  );
  const free = <Part extends { id: string }>(list: readonly Part[]): Part[] => list.filter(({ id }) => !known.has(id));
  const added = organizations.map((organization) => ({
    ...organization,
    aliases: free(organization.aliases),
    relations: free(organization.relations),
  }));
  for (const organization of added) insertOrganization(write, organization);
  for (const organization of added) writeRelations(write, [], organization);
  for (const person of people) {
    insertPerson(write, { ...person, aliases: free(person.aliases), affiliations: free(person.affiliations) });
  }
  if (record.group !== null && plan.group === 'created') insertGroup(write, record.group);
}

export function writeRecord(
  connection: Connection,
  write: Write,
  record: MeetingRecord,
  plan: ImportPlan,
  atMs: number,
): void {
  if (plan.preview.outcome === 'same') return;
  writeRegister(connection, write, record, plan);
  insertMeeting(write, record.meeting);
  for (const attendance of record.attendance) insertAttendance(write, attendance);
  for (const item of record.agenda) insertAgendaItem(write, item);
  for (const entry of record.entries) insertEntry(connection, write, entry, atMs);
  for (const agreement of record.agreements) insertAgreement(write, agreement);
  insertRecordStates(write, record.meeting.id, record);
  if (record.followUp !== undefined) {
    insertFollowUp(connection, write, record.followUp, plan.group === 'created');
  }
}

function fates<Item extends { id: string }>(
  items: readonly Item[],
  find: (id: string) => Item | undefined,
): Map<string, Fate> {
  return new Map(items.map((item) => [item.id, fateOf(item, find(item.id))]));
}

function fateOf<Item>(item: Item, stored: Item | undefined): Fate {
  if (stored === undefined) return 'created';
  return isDeepStrictEqual(item, stored) ? 'same' : 'kept';
}

function count(fatesById: Map<string, Fate>): { created: number; same: number; kept: number } {
  const result = { created: 0, same: 0, kept: 0 };
  for (const fate of fatesById.values()) result[fate] += 1;
  return result;
}

const tablesWithIds = [
  'person',
  'person_alias',
  'affiliation',
  'organization',
  'organization_alias',
  'organization_relation',
  'working_group',
  'group_side',
  'membership',
  'meeting',
  'meeting_side',
  'meeting_venue',
  'meeting_organizer',
  'attendance',
  'agenda_item',
  'entry',
  'action_owner',
  'agreement',
  'agreement_party',
  'agreement_signatory',
  'agreement_copy',
  'agreement_renewal',
  'agreement_file',
  'proposal_partner',
  'action_assignee',
  'status_report',
  'area',
  'version',
  'amendment',
  'circulation',
  'comment',
  'side_agreement',
  'attachment',
] as const;

/** Aliases, offices and relations change hands, with their ids, when two records of the register are joined. */
const changesHands = (path: string): boolean =>
  /^(?:people|organizations)\[\d+\]\.(?:aliases|affiliations|relations)\[/u.test(path);

/**
 * Ids of the file that something else here already has: two different things must never share one. Parts of a person or
 * an organisation that somebody else has are not among them: see {@link writeRegister}.
 */
export function findTakenIds(
  connection: Connection,
  record: MeetingRecord,
  { people, organizations, group }: RegisterPlan,
): RecordProblem[] {
  const isNew = (path: string): boolean => {
    const [, list, index] = /^(?:followUp\.)?(\w+)\[(\d+)\]/u.exec(path) ?? [];
    if (list === 'people') return people.get(record.people[Number(index)]?.id ?? '') === 'created';
    if (list === 'organizations') return organizations.get(record.organizations[Number(index)]?.id ?? '') === 'created';
    if (list === 'areas') return findArea(connection, record.followUp?.areas?.[Number(index)]?.id ?? '') === undefined;
    return path.startsWith('group.') ? group === 'created' : true;
  };
  const added = listIds(record).filter(({ path }) => isNew(path) && !changesHands(path));
  const known = findKnownIds(
    connection,
    added.map(({ id }) => id),
  );
  return added.filter(({ id }) => known.has(id)).map(({ path, id }) => ({ code: 'id-taken', path, detail: id }));
}

/** Those of the ids that something here has. */
export function findKnownIds(connection: Connection, ids: readonly string[]): Set<string> {
  const wanted = JSON.stringify(ids);
  return new Set(
    tablesWithIds.flatMap((table) =>
      connection
        .sql<{ id: string }>(`SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, wanted)
        .map(({ id }) => id),
    ),
  );
}
