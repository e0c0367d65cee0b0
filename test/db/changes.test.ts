import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { isDefinedError, safe } from '@orpc/client';
import { emptyText } from '#shared/domain/language.ts';
import { applyHistory, changeSet, historyState } from '../../electron/db/changes.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import {
  makeAgendaItem,
  makeAttendance,
  makeEntry,
  makeMeeting,
  makeOrganization,
  makePerson,
} from '../support/records.ts';

test('any work, undone step by step and redone, is as it was after each step', async () => {
  const steps = fc.array(
    fc.record({ kind: fc.nat(15), pick: fc.nat(), text: fc.string({ unit: 'grapheme', maxLength: 20 }) }),
    { minLength: 1, maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const { backend } = openTestBackend();
      const { client, context } = backend;
      const states = [dump(context.connection)];
      for (const step of script) {
        await work(client, step);
        const position = historyState(context.connection).undo?.seq ?? 0;
        if (position > 0 && states.length <= position) states.push(dump(context.connection));
      }
      for (let index = states.length - 2; index >= 0; index--) {
        await client.history.undo();
        expect(dump(context.connection)).toEqual(states[index]);
      }
      for (let index = 1; index < states.length; index++) {
        await client.history.redo();
        expect(dump(context.connection)).toEqual(states[index]);
      }
      expect((await client.history.state()).redo).toBeNull();
      expect((await client.app.check()).integrity).toBe('ok');
      await backend.close();
    }),
    { numRuns: 25 },
  );
});

/** One random, valid step of a secretary; skips what is not possible yet. */
async function work(
  client: ReturnType<typeof openTestBackend>['backend']['client'],
  step: { kind: number; pick: number; text: string },
) {
  const people = await client.people.list();
  const [meeting] = await client.meetings.list();
  const detail = meeting && (await client.meetings.get({ id: meeting.id }));
  const pick = <Item>(list: readonly Item[]): Item | undefined => list[step.pick % Math.max(list.length, 1)];
  const person = pick(people);
  const entry = detail && pick(detail.entries);
  const item = detail && pick(detail.agenda);
  switch (step.kind) {
    case 0:
      return client.people.create(makePerson({ note: step.text }));
    case 1:
      return (
        person && client.people.update({ id: person.id, note: step.text, aliases: [{ id: newId(), text: step.text }] })
      );
    case 2:
      return person && safe(client.people.remove({ id: person.id }));
    case 3:
      return client.organizations.create(makeOrganization({ note: step.text }));
    case 4:
      return meeting ? client.meetings.remove({ id: meeting.id }) : client.meetings.create(makeMeeting());
    case 5:
      return meeting && client.agenda.add(makeAgendaItem(meeting.id));
    case 6:
      return meeting && person && client.attendance.add(makeAttendance(meeting.id, { personId: person.id }));
    case 7:
      return (
        item &&
        client.entries.add({
          entries: [
            makeEntry(item.meetingId, item.id, {
              kind: 'action',
              action: {
                owners: person ? [{ id: newId(), kind: 'person', ownerId: person.id }] : [],
                due: null,
                dueAtNextMeeting: true,
                status: 'open',
              },
            }),
          ],
        })
      );
    case 8:
      return (
        entry &&
        client.entries.saveText({
          entryId: entry.id,
          language: 'zh',
          text: step.text,
          revision: entry.texts.zh.revision,
        })
      );
    case 9:
      return entry && client.entries.update({ changes: [{ id: entry.id, kind: 'decision', action: null }] });
    default:
      return prepare(client, step);
  }
}

/** One random, valid step before a meeting. */
async function prepare(
  client: ReturnType<typeof openTestBackend>['backend']['client'],
  step: { kind: number; pick: number; text: string },
) {
  const [group] = await client.groups.list();
  if (group === undefined) {
    const empty = {
      name: emptyText(),
      aims: emptyText(),
      tasks: emptyText(),
      areas: emptyText(),
      foundingDocument: '',
    };
    return client.groups.create({ id: newId(), ...empty, sides: [], members: [] });
  }
  const all = await client.meetings.list();
  const [newest] = all;
  const meeting = all[step.pick % Math.max(all.length, 1)];
  if (newest === undefined || meeting === undefined) return client.meetings.create(makeMeeting({ groupId: group.id }));
  const proposal = await client.preparation.propose({ groupId: group.id, meetingId: meeting.id, date: '2027-02-01' });
  const chosen = {
    agendaItemIds: proposal.items.map(({ agendaItemId }) => agendaItemId),
    actionIds: proposal.actions.map(({ entryId }) => entryId),
  };
  switch (step.kind) {
    case 10:
      return client.meetings.update({ id: meeting.id, groupId: group.id, startTime: '09:30' });
    case 11:
      return client.preparation.create({
        id: newId(),
        groupId: group.id,
        date: '2027-02-01',
        number: '',
        baseMeetingId: proposal.base?.id ?? null,
        withLastParticipants: true,
        ...chosen,
      });
    case 12:
      return client.preparation.carryOver({ meetingId: meeting.id, ...chosen });
    case 13:
      return safe(client.meetings.setParent({ id: newest.id, parentId: meeting.id }));
    case 14:
      return client.attendance.arrange({ meetingId: meeting.id, sideId: null, by: 'family_name', language: 'ru' });
    default: {
      const [review] = await client.preparation.reviews({ meetingId: meeting.id });
      return review && client.preparation.removeReview({ meetingId: meeting.id, entryId: review.entryId });
    }
  }
}

test('undo refuses, naming the later change, when a row is no longer as it was left', async () => {
  const { backend } = openTestBackend();
  const { client, context } = backend;
  const person = makePerson();
  await client.people.create(person);
  const { undo } = historyState(context.connection);
  await client.people.update({ id: person.id, note: 'later' });
  const before = dump(context.connection);
  expect(() => undo && applyHistory(context.connection, undo, 'undo', 0)).toThrow(/person\.update/u);
  expect(dump(context.connection)).toEqual(before);
});

test('undo survives a restart; nothing left is a typed answer; settings stay out of it', async () => {
  const first = openTestBackend();
  const folder = first.backend.context.dataFolder;
  await first.backend.client.people.create(makePerson());
  await first.backend.client.settings.update({ theme: 'dark' });
  await first.backend.close();
  const { client } = openTestBackend(folder).backend;
  expect((await client.history.undo()).name).toBe('person.create');
  expect(await client.people.list()).toEqual([]);
  expect((await client.settings.get()).theme).toBe('dark');
  const { error } = await safe(client.history.undo());
  expect(isDefinedError(error) && error.code).toBe('NOTHING_TO_UNDO');
});

test('new work after an undo ends redo', async () => {
  const { client } = openTestBackend().backend;
  await client.people.create(makePerson());
  await client.history.undo();
  await client.organizations.create(makeOrganization());
  expect((await client.history.state()).redo).toBeNull();
});

test('a failing change set leaves nothing, not even its head', () => {
  const { connection } = openTestBackend().backend.context;
  expect(() =>
    changeSet(connection, { name: 'settings.update', label: '', atMs: 0 }, (write) => {
      write.insert('setting', { key: 'theme', value: '"dark"' });
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(connection.sql('SELECT * FROM change_set')).toEqual([]);
  expect(connection.sql('SELECT * FROM setting')).toEqual([]);
});
