import type { RecordProblem } from '#shared/contract/errors.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { TextKind } from '#shared/contract/translations.ts';
import { findFollowUpProblems, listFollowUpIds } from './follow-up.ts';

interface Reference {
  path: string;
  id: string | null;
  kind: Kind;
}
type Kind =
  | 'person'
  | 'organization'
  | 'group'
  | 'group-side'
  | 'meeting'
  | 'meeting-side'
  | 'attendance'
  | 'agenda-item'
  | 'area';

/** Ids used twice, and ids that lead nowhere inside the file. */
export function findReferenceProblems(record: MeetingRecord): RecordProblem[] {
  const { known, duplicates } = collectIds(record);
  const dangling = collectReferences(record)
    .filter(({ id, kind }) => id !== null && !known.get(kind)?.has(id))
    .map(({ path, id }): RecordProblem => ({ code: 'dangling-id', path, detail: id ?? '' }));
  return [
    ...duplicates,
    ...dangling,
    ...findAgreementProblems(record),
    ...findStateProblems(record),
    ...findFollowUpProblems(record),
  ];
}

/** Documents of another meeting or of none, and people who sign for a party that is not one. */
function findAgreementProblems({ agreements }: MeetingRecord): RecordProblem[] {
  return agreements.flatMap((agreement, index): RecordProblem[] => {
    const path = `agreements[${String(index)}]`;
    const parties = new Set(agreement.parties.map(({ id }) => id));
    const dangling = (agreement.signatories ?? []).flatMap(({ partyId }, place): RecordProblem[] =>
      partyId === undefined || parties.has(partyId)
        ? []
        : [{ code: 'dangling-id', path: `${path}.signatories[${String(place)}].partyId`, detail: partyId }],
    );
    const isOutside = agreement.meetingId === null;
    return isOutside ? [{ code: 'wrong-value', path: `${path}.meetingId`, detail: '' }, ...dangling] : dangling;
  });
}

/** What is said of a text once, and of a text that is there. */
function findStateProblems(record: MeetingRecord): RecordProblem[] {
  const { meeting, agenda, entries, agreements, headingStates = [], acceptedFindings = [] } = record;
  const ids = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
  const known: Record<TextKind, Set<string>> = {
    entry: ids(entries),
    meeting_title: ids([meeting]),
    meeting_theme: ids([meeting]),
    meeting_framework: ids([meeting]),
    agenda_title: ids(agenda),
    agreement_title: ids(agreements),
    party_description: ids(agreements.flatMap(({ parties }) => parties)),
  };
  const seen = new Set<string>();
  const dangling = Object.entries({ headingStates, acceptedFindings }).flatMap(([list, said]) =>
    said.flatMap(({ kind, id }, index): RecordProblem[] =>
      known[kind].has(id) ? [] : [{ code: 'dangling-id', path: `${list}[${String(index)}].id`, detail: id }],
    ),
  );
  const doubled = headingStates.flatMap(({ kind, id }, index): RecordProblem[] => {
    const isSeen = seen.has(`${kind}/${id}`);
    seen.add(`${kind}/${id}`);
    return isSeen ? [{ code: 'duplicate-id', path: `headingStates[${String(index)}].id`, detail: id }] : [];
  });
  return [...doubled, ...dangling];
}

/** Whether an id of {@link listIds} is that of a group, person, organisation or area, or of a part of it. */
export const isOfRegister = (path: string): boolean =>
  /^(?:group\.|people\[|organizations\[|followUp\.areas\[)/u.test(path);

/** Every id that the file gives to something, with its place. */
export function listIds(record: MeetingRecord): { path: string; id: string; kind: Kind | 'other' }[] {
  const { meeting, attendance, agenda, entries, agreements, group, people, organizations } = record;
  const of = (list: readonly { id: string }[], path: string, kind: Kind | 'other') =>
    list.map(({ id }, index) => ({ path: `${path}[${String(index)}].id`, id, kind }));
  return [
    { path: 'meeting.id', id: meeting.id, kind: 'meeting' as const },
    ...of(meeting.sides, 'meeting.sides', 'meeting-side'),
    ...of(meeting.venues, 'meeting.venues', 'other'),
    ...of(meeting.organizers, 'meeting.organizers', 'other'),
    ...of(attendance, 'attendance', 'attendance'),
    ...of(agenda, 'agenda', 'agenda-item'),
    ...of(entries, 'entries', 'other'),
    ...entries.flatMap((entry, index) =>
      of(entry.action?.owners ?? [], `entries[${String(index)}].action.owners`, 'other'),
    ),
    ...of(agreements, 'agreements', 'other'),
    ...agreements.flatMap((agreement, index) => [
      ...of(agreement.parties, `agreements[${String(index)}].parties`, 'other'),
      ...of(agreement.signatories ?? [], `agreements[${String(index)}].signatories`, 'other'),
    ]),
    ...(group === null
      ? []
      : [
          { path: 'group.id', id: group.id, kind: 'group' as const },
          ...of(group.sides, 'group.sides', 'group-side'),
          ...of(group.members, 'group.members', 'other'),
        ]),
    ...of(people, 'people', 'person'),
    ...people.flatMap((person, index) => of(person.affiliations, `people[${String(index)}].affiliations`, 'other')),
    ...people.flatMap((person, index) => of(person.aliases, `people[${String(index)}].aliases`, 'other')),
    ...of(organizations, 'organizations', 'organization'),
    ...organizations.flatMap((organization, index) =>
      of(organization.relations, `organizations[${String(index)}].relations`, 'other'),
    ),
    ...organizations.flatMap((organization, index) =>
      of(organization.aliases, `organizations[${String(index)}].aliases`, 'other'),
    ),
    ...listFollowUpIds(record),
  ];
}

function collectIds(record: MeetingRecord) {
  const known = new Map<Kind, Set<string>>();
  const seen = new Set<string>();
  const duplicates: RecordProblem[] = [];
  for (const { path, id, kind } of listIds(record)) {
    if (seen.has(id)) duplicates.push({ code: 'duplicate-id', path, detail: id });
    seen.add(id);
    if (kind === 'other') continue;
    known.set(kind, (known.get(kind) ?? new Set()).add(id));
  }
  return { known, duplicates };
}

function collectReferences(record: MeetingRecord): Reference[] {
  const { meeting, attendance, agenda, entries, agreements, group, people, organizations } = record;
  const each = <Item>(
    list: readonly Item[],
    path: string,
    references: (item: Item, path: string) => Reference[],
  ): Reference[] => list.flatMap((item, index) => references(item, `${path}[${String(index)}]`));
  const to = (kind: Kind, path: string, id: string | null): Reference => ({ kind, path, id });
  return [
    to('group', 'meeting.groupId', meeting.groupId),
    ...each(meeting.sides, 'meeting.sides', (side, path) => [
      to('organization', `${path}.leadOrganizationId`, side.leadOrganizationId),
    ]),
    ...each(meeting.organizers, 'meeting.organizers', (item, path) => [
      to('organization', `${path}.organizationId`, item.organizationId),
    ]),
    ...each(attendance, 'attendance', (item, path) => [
      to('meeting', `${path}.meetingId`, item.meetingId),
      to('person', `${path}.personId`, item.personId),
      to('organization', `${path}.organizationId`, item.organizationId),
      to('meeting-side', `${path}.sideId`, item.sideId),
    ]),
    ...each(agenda, 'agenda', (item, path) => [
      to('meeting', `${path}.meetingId`, item.meetingId),
      to('attendance', `${path}.presenterAttendanceId`, item.presenterAttendanceId),
    ]),
    ...each(entries, 'entries', (entry, path) => [
      to('meeting', `${path}.meetingId`, entry.meetingId),
      to('agenda-item', `${path}.agendaItemId`, entry.agendaItemId),
      to('attendance', `${path}.speakerAttendanceId`, entry.speakerAttendanceId),
      ...each(entry.action?.owners ?? [], `${path}.action.owners`, (owner, place) => [
        to(owner.kind === 'side' ? 'meeting-side' : owner.kind, `${place}.ownerId`, owner.ownerId),
      ]),
      ...each(entry.mentions ?? [], `${path}.mentions`, (id, place) => [to('person', place, id)]),
    ]),
    ...each(agreements, 'agreements', (agreement, path) => [
      to('meeting', `${path}.meetingId`, agreement.meetingId),
      ...each(agreement.parties, `${path}.parties`, (party, place) => [
        to('organization', `${place}.organizationId`, party.organizationId),
      ]),
      ...each(agreement.signatories ?? [], `${path}.signatories`, (signatory, place) => [
        to('attendance', `${place}.attendanceId`, signatory.attendanceId),
        to('person', `${place}.personId`, signatory.personId ?? null),
      ]),
    ]),
    ...each(group?.sides ?? [], 'group.sides', (side, path) => [
      to('organization', `${path}.leadOrganizationId`, side.leadOrganizationId),
      to('organization', `${path}.coordinatingOrganizationId`, side.coordinatingOrganizationId),
    ]),
    ...each(group?.members ?? [], 'group.members', (member, path) => [
      to('group-side', `${path}.sideId`, member.sideId),
      to('person', `${path}.personId`, member.personId),
      to('organization', `${path}.organizationId`, member.organizationId),
    ]),
    ...each(people, 'people', (person, path) =>
      each(person.affiliations, `${path}.affiliations`, (item, place) => [
        to('organization', `${place}.organizationId`, item.organizationId),
      ]),
    ),
    ...each(organizations, 'organizations', (organization, path) =>
      each(organization.relations, `${path}.relations`, (item, place) => [
        to('organization', `${place}.organizationId`, item.organizationId),
      ]),
    ),
  ];
}
