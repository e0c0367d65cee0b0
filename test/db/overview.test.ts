import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { makeAgreement, saidOn } from '../support/agreements.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { makePerson } from '../support/records.ts';
import { seriesOf } from '../support/series.ts';
import { addTalks, withQuickDocuments, word } from '../support/talks.ts';

const today = '2026-11-21';

test('says what is overdue, due soon and otherwise open, the most pressing first', async () => {
  const { client } = openTestBackend().backend;
  const series = seriesOf(client);
  const group = await series.addGroup();
  const meeting = await series.addMeeting(group, { date: '2026-06-16' });
  const item = await series.addItem(meeting, 'Item', 'a0');
  const people = [await series.addPerson('Adams'), await series.addPerson('Brown')];
  const add = async (text: string, orderKey: string, action: object) =>
    (await series.addAction(meeting, item.id, text, orderKey, action)).id;
  await add('Без срока', 'a0', {});
  const late = await add('Просрочено', 'a1', { due: '2026-11-20' });
  const later = await add('Просрочено давно', 'a2', {
    due: '2026-09-01',
    status: 'in_progress',
    // Theirs together, and still one action.
    owners: people.map(({ id }) => ({ id: newId(), kind: 'person', ownerId: id })),
  });
  const soon = await add('Скоро', 'a3', { due: '2026-12-05' });
  await add('Нескоро', 'a4', { due: '2026-12-06' });
  await add('Исполнено', 'a5', { due: '2026-01-01', status: 'done' });

  const { overdue, dueSoon, otherOpen } = await client.overview.get({ today });
  expect([overdue.count, overdue.first.map(({ entryId }) => entryId)]).toEqual([2, [later, late]]);
  expect([dueSoon.count, dueSoon.first.map(({ entryId }) => entryId)]).toEqual([1, [soon]]);
  expect(otherOpen).toBe(2);
  const short = await client.overview.get({ today, most: 0 });
  expect([short.overdue, short.dueSoon.count, short.otherOpen]).toEqual([{ count: 2, first: [] }, 1, 2]);

  await client.actions.report({ entryIds: [later], status: 'done', ...saidOn(today) });
  expect((await client.overview.get({ today })).overdue.count).toBe(1);
});

test('names the sides that have not agreed to circulated minutes yet', async () => {
  const client = withQuickDocuments(openTestBackend().backend);
  const { meeting, heads } = await addTalks(client);
  const waiting = async () => (await client.overview.get({ today })).waitingForAgreement;
  expect(await waiting()).toEqual([]);
  const circulation = { id: newId(), meetingId: meeting.id, commentsDue: null, note: '' };
  const { versionId } = await client.circulations.open({ ...circulation, recipientIds: heads.map(({ id }) => id) });
  const [chinese, russian] = meeting.sides;
  const line = { meetingId: meeting.id, title: meeting.title, date: meeting.date };
  expect(await waiting()).toEqual([{ ...line, missing: [chinese?.name, russian?.name] }]);
  await client.versions.agree(word(meeting.id, versionId, chinese?.id ?? null));
  expect(await waiting()).toEqual([{ ...line, missing: [russian?.name] }]);
  await client.versions.agree(word(meeting.id, versionId, russian?.id ?? null));
  expect(await waiting()).toEqual([]);
});

test('lists agreements that end, those that can still be renewed in time first', async () => {
  const { client } = openTestBackend().backend;
  const add = async (en: string, validTo: string, more: object = {}) => {
    const agreement = makeAgreement({ title: { ...emptyText(), en }, signedOn: '2020-01-01' });
    await client.agreements.add(agreement);
    await client.agreements.saveTerms({ id: agreement.id, validTo, noticeDays: 90, ...more });
    return agreement.id;
  };
  await add('Ended long ago', '2022-01-01');
  await add('Ended lately', '2026-11-01');
  await add('Ends later', '2027-02-01');
  await add('Ends now', '2026-11-30');
  await add('In force', '2030-01-01');
  const ended = await add('Terminated', '2026-12-01');
  await client.agreements.setState({ agreementId: ended, state: 'terminated', replacedById: null, ...saidOn(today) });
  const { expiring } = await client.overview.get({ today, most: 3 });
  expect(expiring.count).toBe(4);
  expect(expiring.first.map(({ title }) => title.en)).toEqual(['Ends now', 'Ends later', 'Ended lately']);
});

test('knows when the newest backup was made', async () => {
  const folder = makeFolder();
  let nowMs = Date.UTC(2026, 10, 21, 9);
  const { client } = openTestBackend(folder, { clock: () => nowMs }).backend;
  const last = async () => (await client.overview.get({ today })).lastBackupAtMs;
  expect(await last()).toBeNull();
  const backups = join(folder, 'backups');
  mkdirSync(backups);
  for (const name of ['2026-11-21T08-00-00.000Z asked.db', '2026-11-21T08-30-00.000Z asked.db.part', 'older.db']) {
    writeFileSync(join(backups, name), '');
  }
  // Without its SHA-256 it is none.
  expect(await last()).toBeNull();
  const { atMs } = await client.backups.make();
  expect([atMs, await last()]).toEqual([nowMs, nowMs]);
  // A clock that went ahead: what was made then is not shown as the last one.
  nowMs += 86_400_000;
  await client.people.create(makePerson());
  await client.backups.make();
  nowMs = atMs + 1;
  expect(await last()).toBe(atMs);
});
