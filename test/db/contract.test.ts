import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { limits } from '#shared/contract/fields.ts';
import { type Client, openTestBackend, transports } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import {
  makeAgendaItem,
  makeAttendance,
  makeEntry,
  makeMeeting,
  makeOrganization,
  makePerson,
} from '../support/records.ts';

const samplePath = join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json');

const failure = async (call: Promise<unknown>) => {
  const [error] = await safe(call);
  return error as { code?: string; data?: unknown; defined?: boolean } | null;
};

describe.each(Object.entries(transports))('the contract %s', (_name, connect) => {
  const open = async () => {
    const { backend, logged } = openTestBackend();
    return { client: await connect(backend), backend, logged };
  };

  test('keeps a person in three scripts as entered', async () => {
    const { client } = await open();
    const organization = makeOrganization();
    await client.organizations.create(organization);
    const person = makePerson({
      aliases: [{ id: makePerson().id, text: 'Secretary Hu' }],
      affiliations: [
        {
          id: makePerson().id,
          organizationId: organization.id,
          position: { en: 'Secretary', ru: 'секретарь', zh: '书记' },
          from: '2019-01-01',
          to: null,
        },
      ],
    });
    await client.people.create(person);
    expect(await client.people.get({ id: person.id })).toEqual(person);
    const [item] = await client.people.list();
    expect(item).toMatchObject({
      name: { en: 'Hu Yidong', ru: 'Ху Идун', zh: '' },
      position: { en: 'Secretary', ru: 'секретарь', zh: '书记' },
      organization: organization.name,
    });
  });

  test('changes only the fields of a patch, and undo names and reverts them', async () => {
    const { client } = await open();
    const person = makePerson();
    await client.people.create(person);
    await client.people.update({ id: person.id, email: 'hu@example.org' });
    await client.people.update({ id: person.id, phone: '+86 25 1234' });
    expect(await client.people.get({ id: person.id })).toEqual({
      ...person,
      email: 'hu@example.org',
      phone: '+86 25 1234',
    });
    expect((await client.history.state()).undo).toMatchObject({ name: 'person.update', label: 'Hu Yidong' });
    await client.history.undo();
    expect(await client.people.get({ id: person.id })).toEqual({ ...person, email: 'hu@example.org' });
    expect((await client.history.redo()).name).toBe('person.update');
    expect((await client.people.get({ id: person.id })).phone).toBe('+86 25 1234');
  });

  test('answers typed errors: not found, in use, conflict', async () => {
    const { client } = await open();
    const { meeting, item, entry } = await makeSmallMeeting(client);
    const missing = await failure(client.people.get({ id: meeting.id }));
    expect(missing).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'person' }, defined: true });
    const used = await failure(client.agenda.remove({ id: item.id }));
    expect(used).toMatchObject({ code: 'IN_USE', data: { uses: [{ kind: 'entry', count: 1 }] } });
    await client.entries.saveText({ entryId: entry.id, language: 'ru', text: 'первая', revision: 0 });
    const conflict = await safe(
      client.entries.saveText({ entryId: entry.id, language: 'ru', text: 'другая', revision: 0 }),
    );
    expect(isDefinedError(conflict.error) && conflict.error.code === 'CONFLICT' && conflict.error.data).toEqual({
      revision: 1,
    });
    expect((await client.meetings.get({ id: meeting.id })).entries[0]?.texts.ru.text).toBe('первая');
  });

  test('answers typed errors of events and of moves', async () => {
    const { client } = await open();
    const [forum, session] = [makeMeeting(), makeMeeting({ status: 'planned' })];
    await client.meetings.create(forum);
    await client.meetings.create({ ...session, parentId: forum.id });
    expect(await client.meetings.get({ id: session.id })).toMatchObject({ parentId: forum.id, isAmending: false });
    const nested = await failure(client.meetings.setParent({ id: forum.id, parentId: session.id }));
    expect(nested).toMatchObject({ code: 'EVENT_NESTED', defined: true });
    const stage = await failure(client.meetings.update({ id: session.id, status: 'circulated' }));
    expect(stage).toMatchObject({ code: 'WRONG_STAGE', defined: true, data: { status: 'planned' } });
  });

  test('refuses what the schema does not allow and changes nothing', async () => {
    const { client, backend } = await open();
    const person = makePerson();
    const wrong = [
      client.people.create({ ...person, note: 'x'.repeat(limits.text + 1) }),
      client.people.create({ ...person, country: 'China' }),
      client.people.create({ ...person, surplus: true } as typeof person),
      client.people.create({ ...person, id: 'not-a-uuid' }),
      client.meetings.create(makeMeeting({ date: '2026-02-30' })),
      client.meetings.create(makeMeeting({ zone: 'Asia/Atlantis' })),
      client.meetings.create(makeMeeting({ startTime: '25:00' })),
    ];
    for (const call of wrong) expect(await failure(call)).toMatchObject({ code: 'BAD_REQUEST' });
    expect((await client.app.check()).counts).toMatchObject({ person: 0, meeting: 0 });
    expect(backend.context.connection.sql('SELECT * FROM change_set')).toEqual([]);
  });

  test('names a taken id and one that leads nowhere', async () => {
    const { client, logged } = await open();
    const person = makePerson();
    await client.people.create(person);
    expect(await failure(client.people.create(person))).toMatchObject({ code: 'DUPLICATE_ID' });
    const dangling = makePerson({
      affiliations: [
        {
          id: makePerson().id,
          organizationId: makePerson().id,
          position: { en: '', ru: '', zh: '' },
          from: null,
          to: null,
        },
      ],
    });
    expect(await failure(client.people.create(dangling))).toMatchObject({ code: 'DANGLING_REFERENCE' });
    expect(await client.people.list()).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  test('cleans texts at the border: controls, lone surrogates, decomposed letters', async () => {
    const { client } = await open();
    const person = makePerson({ note: 'a\u0000b\r\nc\uD800d\u0007 и\u0306' });
    await client.people.create(person);
    expect((await client.people.get({ id: person.id })).note).toBe('ab\nc\uFFFDd й');
  });

  test('fills the snapshot from the register as of the meeting, and it stays', async () => {
    const { client } = await open();
    const organization = makeOrganization();
    await client.organizations.create(organization);
    const office = (position: string, from: string | null, to: string | null) => ({
      id: makePerson().id,
      organizationId: organization.id,
      position: { en: position, ru: '', zh: '' },
      from,
      to,
    });
    const person = makePerson({
      affiliations: [office('Director', '2026-12-01', null), office('Acting director', '2020-01-01', '2026-11-30')],
    });
    await client.people.create(person);
    const meeting = makeMeeting({ date: '2026-11-20' });
    await client.meetings.create(meeting);
    const added = await client.attendance.add(makeAttendance(meeting.id, { personId: person.id }));
    expect(added).toMatchObject({
      name: { en: 'Hu Yidong', ru: 'Ху Идун', zh: '' },
      position: { en: 'Acting director' },
      organization: organization.name,
    });
    await client.people.update({ id: person.id, affiliations: [office('Adviser', null, null)] });
    expect((await client.meetings.get({ id: meeting.id })).attendance[0]?.position.en).toBe('Acting director');
    expect((await client.attendance.refreshSnapshot({ id: added.id })).position.en).toBe('Adviser');
  });

  test('removes a meeting with all under it, and undo brings all of it back', async () => {
    const { client } = await open();
    await client.records.loadSample();
    const meetings = await client.meetings.list();
    const id = meetings.at(-1)?.id ?? '';
    const before = await client.meetings.get({ id });
    await client.meetings.remove({ id });
    expect(await client.meetings.list()).toHaveLength(2);
    await client.history.undo();
    expect(await client.meetings.get({ id })).toEqual(before);
  });

  test('carries files both ways, byte for byte', async () => {
    const { client } = await open();
    const bytes = readFileSync(samplePath, 'utf8');
    const file = new File([bytes], 'запись 记录.json', { type: 'application/json' });
    expect(await client.records.preview({ file })).toMatchObject({
      outcome: 'new',
      people: { created: 7, same: 0, kept: 0 },
    });
    expect(await client.meetings.list()).toEqual([]);
    const { meeting } = await client.records.import({ file });
    const exported = await client.records.export({ meetingId: meeting.id });
    expect(await exported.text()).toBe(bytes);
    expect(await client.records.import({ file })).toMatchObject({ outcome: 'same' });
  });

  test('tells a listener which tables were written, after the commit', async () => {
    const { client } = await open();
    const controller = new AbortController();
    onTestFinished(() => {
      controller.abort();
    });
    const changes = await client.app.changes(undefined, { signal: controller.signal });
    const next = changes.next();
    const person = makePerson();
    await client.people.create(person);
    expect((await next).value).toEqual({ position: 1, tables: ['person', 'person_name'] });
    const second = changes.next();
    await client.history.undo();
    expect((await second).value).toEqual({ position: 2, tables: ['person_name', 'person'] });
  });

  test('a full disk is said, nothing is half written, and saving resumes when there is room', async () => {
    const { client, backend } = await open();
    const { connection } = backend.context;
    connection.pragma(`max_page_count = ${String(Number(connection.pragma('page_count')) + 2)}`);
    const person = makePerson({ note: 'x'.repeat(20_000) });
    expect(await failure(client.people.create(person))).toMatchObject({
      code: 'STORE_UNWRITABLE',
      data: { reason: 'disk-full' },
    });
    expect(await client.people.list()).toEqual([]);
    connection.pragma('max_page_count = 1000000');
    await client.people.create(person);
    expect((await client.app.check()).integrity).toBe('ok');
    expect(await client.people.get({ id: person.id })).toEqual(person);
  });

  test('a bug is answered with an id that is in the log, and the log holds no text of the user', async () => {
    const { client, backend, logged } = await open();
    const person = makePerson({ note: 'private words' });
    await client.people.create(person);
    backend.context.connection.execute('DROP TABLE person_alias');
    const bug = await failure(client.people.update({ id: person.id, note: 'other private words' }));
    expect(bug).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', defined: false });
    expect(logged).toHaveLength(1);
    expect((JSON.parse(logged[0] ?? '{}') as { id: string }).id).toBe((bug?.data as { id: string }).id);
    expect(logged[0]).not.toContain('private words');
  });

  test('keeps every revision of a text, also through undo', async () => {
    const { client } = await open();
    const { entry } = await makeSmallMeeting(client);
    const save = (text: string, revision: number) =>
      client.entries.saveText({ entryId: entry.id, language: 'ru', text, revision });
    expect((await save('один', 0)).revision).toBe(1);
    expect((await save('два', 1)).revision).toBe(2);
    await client.history.undo();
    expect((await save('три', 1)).revision).toBe(3);
    const history = await client.entries.history({ entryId: entry.id });
    expect(history.map(({ revision, text }) => [revision, text])).toEqual(
      expect.arrayContaining([
        [1, 'один'],
        [2, 'два'],
        [3, 'три'],
      ]),
    );
  });
});

async function makeSmallMeeting(client: Client) {
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const item = makeAgendaItem(meeting.id);
  await client.agenda.add(item);
  const entry = makeEntry(meeting.id, item.id);
  await client.entries.add({ entries: [entry] });
  return { meeting, item, entry };
}
