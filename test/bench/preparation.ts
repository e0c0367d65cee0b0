import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import type { Connection } from '../../electron/db/connection.ts';
import type { Client } from '../support/backend.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting } from '../support/records.ts';
import { openBareBackend } from './bare-backend.ts';
import { fillRegister, generateOrganizations, generatePeople } from './register.ts';
import { type Line, quantile, ratioLine } from './statistics.ts';

const counts = { people: 20_000, organizations: 5_000, expected: 300, actions: 60, items: 20, earlier: 12, rounds: 12 };
const goalMs = 300;

/**
 * A meeting made from the last one of its group: 300 members, 20 agenda items, 60 open actions, twelve earlier meetings,
 * over 20,000 people. The baseline is the change set alone: a meeting that is there already removed, and brought back by
 * undo, which writes the very same rows with their images and has nothing to find out.
 */
export async function benchPreparation(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBareBackend(folder);
  const { client, context } = backend;
  const { groupId, baseMeetingId } = await fillSeries(client, context.connection);
  const place = { groupId, meetingId: null, date: '2026-12-20' };

  const proposed: number[] = [];
  const created: number[] = [];
  const written: number[] = [];
  for (let round = 0; round < counts.rounds; round++) {
    const start = performance.now();
    const { items, actions } = await client.preparation.propose(place);
    proposed.push(performance.now() - start);
    const id = newId();
    const begin = performance.now();
    await client.preparation.create({
      id,
      groupId,
      baseMeetingId,
      date: place.date,
      number: '13',
      agendaItemIds: items.map(({ agendaItemId }) => agendaItemId),
      actionIds: actions.map(({ entryId }) => entryId),
      withLastParticipants: true,
    });
    created.push(performance.now() - begin);
    await client.meetings.remove({ id });
    const back = performance.now();
    await client.history.undo();
    written.push(performance.now() - back);
    await client.meetings.remove({ id });
  }
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    ratioLine(
      'meeting from the last one, p50, against its rows written',
      quantile(created, 0.5),
      quantile(written, 0.5),
      'ms',
      2,
    ),
    withinGoal('what a meeting from the last one would hold, p95', quantile(proposed, 0.95)),
    withinGoal('meeting from the last one, p95', quantile(created, 0.95)),
  ];
}

const withinGoal = (name: string, ms: number): Line => ({
  name,
  value: `${ms.toFixed(0)} ms`,
  goal: `≤ ${String(goalMs)} ms`,
  isMet: ms <= goalMs,
});

async function fillSeries(client: Client, connection: Connection) {
  const organizations = generateOrganizations(counts.organizations);
  const people = generatePeople(counts.people, organizations);
  fillRegister(connection, { people, organizations, entries: [] });
  const empty = { en: '', ru: '', zh: '' };
  const groupId = newId();
  const sides = ['CN', 'RU'].map((country) => ({
    id: newId(),
    country,
    name: { ...empty, en: country },
    zone: 'Asia/Shanghai',
    leadOrganizationId: null,
  }));
  const every = Math.floor(people.length / counts.expected);
  const members = Array.from({ length: counts.expected }, (_, index) => ({
    id: newId(),
    sideId: sides[index % 2]?.id ?? null,
    personId: people[index * every]?.id ?? null,
    organizationId: null,
    role: 'member' as const,
    from: null,
    to: null,
  }));
  await client.groups.create({
    id: groupId,
    name: { ...empty, en: 'Working group' },
    aims: empty,
    tasks: empty,
    areas: empty,
    foundingDocument: '',
    sides: sides.map((side) => ({ ...side, coordinatingOrganizationId: null })),
    members,
  });
  let baseMeetingId = '';
  for (let number = 1; number <= counts.earlier; number++) {
    baseMeetingId = await addMeeting(client, groupId, number, sides, members);
  }
  return { groupId, baseMeetingId };
}

/** One meeting of the series; only the last one has everybody of the group on its list. */
async function addMeeting(
  client: Client,
  groupId: string,
  number: number,
  sides: readonly { country: string }[],
  members: readonly { personId: string | null }[],
): Promise<string> {
  const meeting = makeMeeting({
    groupId,
    number: String(number),
    date: `2026-${String(number).padStart(2, '0')}-01`,
    sides: sides.map((side) => ({ ...makeSideOf(side), id: newId() })),
  });
  await client.meetings.create(meeting);
  const attending = number === counts.earlier ? members : [];
  for (const [index, { personId }] of attending.entries()) {
    const sideId = meeting.sides[index % 2]?.id ?? null;
    const orderKey = `b${String(index).padStart(4, '0')}z`;
    await client.attendance.add(makeAttendance(meeting.id, { personId, sideId, orderKey }));
  }
  const perItem = counts.actions / counts.earlier;
  for (let item = 0; item < counts.items; item++) {
    const agendaItem = makeAgendaItem(meeting.id, `b${String(item).padStart(2, '0')}z`);
    await client.agenda.add(agendaItem);
    const entries = Array.from({ length: 12 }, (_, row) =>
      makeEntry(meeting.id, agendaItem.id, {
        kind: row === 0 && item < perItem ? 'action' : 'speech',
        orderKey: `b${String(row).padStart(2, '0')}z`,
        action:
          row === 0 && item < perItem
            ? {
                owners: [{ id: newId(), kind: 'person', ownerId: members[item]?.personId ?? '' }],
                due: null,
                dueAtNextMeeting: true,
                status: 'open',
              }
            : null,
      }),
    );
    await client.entries.add({ entries });
  }
  return meeting.id;
}

const makeSideOf = (side: { country: string }) => ({
  country: side.country,
  name: { en: side.country, ru: '', zh: '' },
  zone: 'Asia/Shanghai',
  leadOrganizationId: null,
});
