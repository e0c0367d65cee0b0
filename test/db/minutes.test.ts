import { ORPCError, safe } from '@orpc/client';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { type MinutesDelta, minutesDelta, openedMinutes } from '#shared/contract/minutes.ts';
import { openTestBackend } from '../support/backend.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makePerson } from '../support/records.ts';

type TestClient = ReturnType<typeof openTestBackend>['backend']['client'];

async function addMeeting(client: TestClient, changes: Parameters<typeof makeMeeting>[0] = {}) {
  const meeting = makeMeeting(changes);
  const item = makeAgendaItem(meeting.id);
  await client.meetings.create(meeting);
  await client.agenda.add(item);
  return { meeting, item };
}

async function openMeeting() {
  const { backend } = openTestBackend();
  const { client } = backend;
  const { meeting, item } = await addMeeting(client);
  const since = (position: number) => client.minutes.since({ meetingId: meeting.id, position });
  const position = async () => (await client.minutes.open({ meetingId: meeting.id })).position;
  const addEntry = async (changes: Partial<Entry> = {}): Promise<Entry> => {
    const entry = makeEntry(meeting.id, item.id, changes);
    await client.entries.add({ entries: [entry] });
    return entry;
  };
  return { client, meeting, item, since, position, addEntry, close: () => backend.close() };
}

const nothing = { meeting: null, attendance: null, agenda: null, entries: [], removedEntryIds: [], headings: null };
const text = (en: string) => ({ en, ru: '', zh: '' });
const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  const { error } = await safe(call);
  return error instanceof ORPCError ? error.code : error;
};
const aText = (entry: Entry, text: string) => ({ entryId: entry.id, language: 'zh' as const, text, revision: 0 });
const open = (owners: { id: string; kind: 'person'; ownerId: string }[] = []) => ({
  owners,
  due: null,
  dueAtNextMeeting: false,
  status: 'open' as const,
});

describe('the minutes of a meeting', () => {
  test('are read whole, with a position and the time of the items', async () => {
    const { client, meeting, item, since } = await openMeeting();
    const counterId = newId();
    const tell = (seconds: number, by = counterId) =>
      client.minutes.tellTime({ agendaItemId: item.id, counterId: by, seconds });
    expect(await tell(40)).toEqual({ seconds: 40 });
    // Another window takes over; what the first has told comes once more, in whatever order.
    expect(await tell(20, newId())).toEqual({ seconds: 60 });
    expect(await tell(50)).toEqual({ seconds: 70 });
    expect([await tell(50), await tell(40)]).toEqual([{ seconds: 70 }, { seconds: 70 }]);
    const { detail, position, spentSeconds } = await client.minutes.open({ meetingId: meeting.id });
    expect(detail).toEqual(await client.meetings.get({ id: meeting.id }));
    expect(spentSeconds).toEqual({ [item.id]: 70 });
    expect(await since(position)).toEqual({ position, ...nothing });
  });

  test('are what the contract says, for every sample', async () => {
    const { client } = openTestBackend().backend;
    await client.records.loadSample();
    const meetings = await client.meetings.list();
    expect(meetings.length).toBeGreaterThan(0);
    for (const { id: meetingId } of meetings) {
      const answer = await client.minutes.open({ meetingId });
      expect(openedMinutes.parse(answer)).toEqual(answer);
    }
  });

  test('the time of an item that was removed is there again when its removal is undone', async () => {
    const { client, meeting, item } = await openMeeting();
    const counterId = newId();
    await client.minutes.tellTime({ agendaItemId: item.id, counterId, seconds: 90 });
    await client.agenda.remove({ id: item.id });
    expect(await codeOf(client.minutes.tellTime({ agendaItemId: item.id, counterId, seconds: 91 }))).toBe('NOT_FOUND');
    expect((await client.minutes.open({ meetingId: meeting.id })).spentSeconds).toEqual({});
    await client.history.undo();
    expect((await client.minutes.open({ meetingId: meeting.id })).spentSeconds).toEqual({ [item.id]: 90 });
  });

  test('a meeting that is gone is said to be gone, and followed again after its return', async () => {
    const { client, meeting, since, addEntry } = await openMeeting();
    const entry = await addEntry();
    const { detail, position } = await client.minutes.open({ meetingId: meeting.id });
    await client.meetings.remove({ id: meeting.id });
    expect(await codeOf(client.minutes.open({ meetingId: meeting.id }))).toBe('NOT_FOUND');
    expect(await codeOf(since(position))).toBe('NOT_FOUND');
    expect(await codeOf(client.minutes.begin({ meetingId: meeting.id, windowId: newId() }))).toBe('NOT_FOUND');
    await client.history.undo();
    const { meeting: again, entries, removedEntryIds } = await since(position);
    expect([again, entries.map(({ id }) => id), removedEntryIds]).toEqual([detail.meeting, [entry.id], []]);
  });
});

describe('what has changed since', () => {
  test('is the rows and lists concerned, and nothing else', async () => {
    const { client, meeting, item, since, position, addEntry } = await openMeeting();
    const [first, second] = [await addEntry(), await addEntry({ orderKey: 'a1' })];
    const person = makePerson();
    const attendance = makeAttendance(meeting.id);
    await client.people.create(person);
    const steps: [string, () => Promise<unknown>, (delta: MinutesDelta) => unknown, unknown][] = [
      ['a text', () => client.entries.saveText(aText(first, '会议')), idsOf, [first.id]],
      ['a kind', () => client.entries.update({ changes: [{ id: second.id, kind: 'decision' }] }), idsOf, [second.id]],
      [
        'an owner',
        () =>
          client.entries.update({
            changes: [
              { id: first.id, kind: 'action', action: open([{ id: newId(), kind: 'person', ownerId: person.id }]) },
            ],
          }),
        idsOf,
        [first.id],
      ],
      [
        'no owner any more',
        () => client.entries.update({ changes: [{ id: first.id, action: open() }] }),
        idsOf,
        [first.id],
      ],
      [
        'a person named',
        () => client.entries.update({ changes: [{ id: second.id, mentions: [person.id] }] }),
        idsOf,
        [second.id],
      ],
      ['a row gone', () => client.entries.remove({ ids: [second.id] }), (delta) => delta.removedEntryIds, [second.id]],
      ['a row back', () => client.history.undo(), idsOf, [second.id]],
      ['somebody', () => client.attendance.add(attendance), (delta) => delta.attendance, [attendance]],
      [
        'an item',
        () => client.agenda.update({ id: item.id, state: 'discussed' }),
        (delta) => delta.agenda,
        [{ ...item, state: 'discussed' }],
      ],
      [
        'the meeting',
        () => client.meetings.update({ id: meeting.id, status: 'live' }),
        (delta) => delta.meeting?.status,
        'live',
      ],
      [
        'a venue',
        () =>
          client.meetings.update({
            id: meeting.id,
            venues: [{ id: newId(), kind: 'main', city: meeting.title, place: meeting.title, country: 'CN' }],
          }),
        (delta) => delta.meeting?.venues.length,
        1,
      ],
    ];
    for (const [name, work, read, expected] of steps) {
      const before = await position();
      await work();
      const delta = await since(before);
      expect(minutesDelta.parse(delta), name).toEqual(delta);
      expect(delta.position, name).toBeGreaterThan(before);
      expect(read(delta), name).toEqual(expected);
      const isChanged = [delta.meeting, delta.attendance, delta.agenda].filter((list) => list !== null).length;
      expect(isChanged + delta.entries.length + delta.removedEntryIds.length, name).toBe(1);
      const hasHeadings = delta.agenda !== null || delta.meeting !== null;
      expect(delta.headings, name).toEqual(
        hasHeadings ? await client.translations.headings({ meetingId: meeting.id }) : null,
      );
      expect(await since(delta.position), name).toEqual({ position: delta.position, ...nothing });
    }
  });

  test('of headings is the whole list, whatever was said of whichever of them', async () => {
    const { client, meeting, item, since, position } = await openMeeting();
    const read = () => client.translations.headings({ meetingId: meeting.id });
    const { meeting: other } = await addMeeting(client);
    const place = { kind: 'agenda_title' as const, id: item.id, language: 'zh' as const };
    const agreement = { id: newId(), kind: 'memorandum' as const, signedOn: null, several: false, orderKey: 'a0' };
    const party = { id: newId(), organizationId: null, description: text('Side') };
    const signed = (meetingId: string) => ({ ...agreement, meetingId, title: text('Protocol'), parties: [party] });
    const steps: (() => Promise<unknown>)[] = [
      () => client.translations.saveHeading({ ...place, text: '新议题', revision: 0 }),
      () =>
        client.translations.settle({
          meetingId: meeting.id,
          verdict: 'reviewed',
          texts: [{ ...place, revision: 1, sourceRevision: 0 }],
        }),
      () => client.translations.setHeadingSource(place),
      () => client.history.undo(),
      () => client.agreements.add(signed(meeting.id)),
      () => client.agreements.update({ id: agreement.id, parties: [{ ...party, description: text('Other side') }] }),
      () => client.agreements.remove({ id: agreement.id }),
    ];
    for (const [index, work] of steps.entries()) {
      const before = await position();
      await work();
      expect((await since(before)).headings, String(index)).toEqual(await read());
    }
    const before = await position();
    await client.agreements.add(signed(other.id));
    await client.meetings.update({ id: other.id, title: text('Another') });
    expect((await since(before)).headings).toBeNull();
  });

  test('of another meeting, or of the register, is no news', async () => {
    const { client, since, position, addEntry } = await openMeeting();
    await addEntry();
    const before = await position();
    const other = await addMeeting(client);
    const entry = makeEntry(other.meeting.id, other.item.id);
    await client.entries.add({ entries: [entry] });
    await client.entries.saveText(aText(entry, '另一次会议'));
    await client.attendance.add(makeAttendance(other.meeting.id));
    await client.people.create(makePerson());
    await client.entries.remove({ ids: [entry.id] });
    expect(await since(before)).toEqual({ position: await position(), ...nothing });
  });

  test('is found when change sets of one group became one', async () => {
    const { client, since, position, addEntry } = await openMeeting();
    const entry = await addEntry();
    const group = newId();
    await client.entries.saveText({ ...aText(entry, '一'), group });
    const between = await position();
    await client.entries.saveText({ ...aText(entry, '一二'), revision: 1, group });
    expect((await since(between)).entries.map(({ texts }) => texts.zh.text)).toEqual(['一二']);
    // Back to what it was: nothing is left of the group but its number.
    await client.entries.update({ changes: [{ id: entry.id, kind: 'decision' }], group: 'kinds' });
    const decided = await position();
    await client.entries.update({ changes: [{ id: entry.id, kind: 'speech' }], group: 'kinds' });
    expect((await since(decided)).entries.map(({ kind }) => kind)).toEqual(['speech']);
  });

  test('makes a second window equal to the first, whatever was done and whenever it asked', async () => {
    const steps = fc.array(fc.record({ kind: fc.nat(12), pick: fc.nat(), isAsked: fc.boolean(), group: fc.nat(2) }), {
      minLength: 5,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const { client, meeting, since, close } = await openMeeting();
        let { detail, position } = await client.minutes.open({ meetingId: meeting.id });
        for (const step of script) {
          await takeStep(client, meeting.id, step);
          if (!step.isAsked) continue;
          const delta = await since(position);
          detail = applyDelta(detail, delta);
          position = delta.position;
          expect(inOrder(detail)).toEqual(inOrder(await client.meetings.get({ id: meeting.id })));
        }
        await close();
      }),
      { numRuns: 20 },
    );
  });
});

const idsOf = (delta: MinutesDelta): string[] => delta.entries.map(({ id }) => id);

const inOrder = (detail: MeetingDetail): MeetingDetail => ({
  ...detail,
  entries: detail.entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

function applyDelta(detail: MeetingDetail, delta: MinutesDelta): MeetingDetail {
  const entries = new Map(detail.entries.map((entry) => [entry.id, entry]));
  for (const entry of delta.entries) entries.set(entry.id, entry);
  for (const id of delta.removedEntryIds) entries.delete(id);
  return {
    ...detail,
    meeting: delta.meeting ?? detail.meeting,
    attendance: delta.attendance ?? detail.attendance,
    agenda: delta.agenda ?? detail.agenda,
    entries: [...entries.values()],
  };
}

/** One random, valid step in the meeting; does nothing where it is not possible. */
async function takeStep(client: TestClient, meetingId: string, step: { kind: number; pick: number; group: number }) {
  const { entries, agenda, attendance } = await client.meetings.get({ id: meetingId });
  const entry = entries[step.pick % Math.max(entries.length, 1)];
  const item = agenda[step.pick % Math.max(agenda.length, 1)];
  const group = step.group === 0 ? {} : { group: `group ${String(step.group)}` };
  const change = (changes: Omit<Partial<Entry>, 'id' | 'texts' | 'meetingId'>) =>
    entry && client.entries.update({ changes: [{ id: entry.id, ...changes }], ...group });
  switch (step.kind) {
    case 0:
    case 1:
      return item && client.entries.add({ entries: [makeEntry(meetingId, item.id)], ...group });
    case 2:
    case 3: {
      const text = entry && { ...aText(entry, `text ${String(step.pick)}`), revision: entry.texts.zh.revision };
      return text && client.entries.saveText({ ...text, ...group });
    }
    case 4:
      return change({ kind: step.pick % 2 === 0 ? 'decision' : 'speech' });
    case 5: {
      const person = makePerson();
      await client.people.create(person);
      return change({ kind: 'action', action: open([{ id: newId(), kind: 'person', ownerId: person.id }]) });
    }
    case 6:
      return change({ action: null, mentions: [] });
    case 7:
      return entry && client.entries.remove({ ids: [entry.id] });
    case 8: {
      const next = entries.find(({ id }) => id !== entry?.id);
      return entry && next && client.entries.merge({ id: entry.id, fromId: next.id });
    }
    case 9:
      return client.attendance.add(makeAttendance(meetingId));
    case 10: {
      const attendee = attendance[0];
      return attendee && client.attendance.update({ id: attendee.id, presence: 'excused' });
    }
    case 11: {
      const { undo } = await client.history.state();
      return undo?.name === 'meeting.create' ? undefined : safe(client.history.undo());
    }
    default:
      return safe(client.history.redo());
  }
}

describe('a call that is sent again', () => {
  test('adds nobody and nothing twice', async () => {
    const { client, meeting, position } = await openMeeting();
    const attendance = makeAttendance(meeting.id, { name: { en: 'Guest', ru: '', zh: '' } });
    const item = makeAgendaItem(meeting.id, 'a1');
    await client.attendance.add(attendance);
    await client.agenda.add(item);
    await client.attendance.update({ id: attendance.id, presence: 'excused' });
    const before = await position();
    expect(await client.attendance.add(attendance)).toEqual({ ...attendance, presence: 'excused' });
    expect(await client.agenda.add({ ...item, plannedMinutes: 5 })).toEqual(item);
    expect(await position()).toBe(before);
  });

  test('who is in the room has its own name in history', async () => {
    const { client, meeting } = await openMeeting();
    const { id } = await client.attendance.add(makeAttendance(meeting.id));
    await client.attendance.update({ id, presence: 'present', arrivedAt: '10:05' });
    expect((await client.history.state()).undo?.name).toBe('attendance.presence');
    await client.attendance.update({ id, presence: 'present', leftAt: '11:00', mode: 'in_person' });
    expect((await client.history.state()).undo?.name).toBe('attendance.update');
  });
});
