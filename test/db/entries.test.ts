import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Entry, EntryChange } from '#shared/contract/entries.ts';
import { findEntries } from '../../electron/features/entries/index.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting, makePerson } from '../support/records.ts';

async function open() {
  const { backend } = openTestBackend();
  const { client, context } = backend;
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const item = makeAgendaItem(meeting.id);
  await client.agenda.add(item);
  const read = async (): Promise<Entry[]> => (await client.meetings.get({ id: meeting.id })).entries;
  const undoName = async () => (await client.history.state()).undo?.name;
  const make = (changes: Partial<Entry> = {}): Entry => makeEntry(meeting.id, item.id, changes);
  return { client, connection: context.connection, meeting, item, read, undoName, make };
}

const written = (text: string, revision = 1, baseRevision: number | null = null) => ({
  text,
  revision,
  baseRevision,
  status: 'draft' as const,
});
const unwritten = written('', 0);
const failure = async (call: Promise<unknown>): Promise<unknown> => (await safe(call)).error;
const openAction = { owners: [], due: null, dueAtNextMeeting: false, status: 'open' as const };

describe('adding', () => {
  test('one row, or pasted ones in one step; what is here already is passed over', async () => {
    const { client, read, undoName, make } = await open();
    const rows = ['a0', 'a1', 'a2'].map((orderKey) => make({ orderKey }));
    const first = await client.entries.add({ entries: rows.slice(0, 1) });
    expect(await undoName()).toBe('entry.add');
    expect(await client.entries.add({ entries: rows.slice(0, 1) })).toEqual({ position: 0 });
    const { position } = await client.entries.add({ entries: rows });
    expect(position).toBeGreaterThan(first.position);
    expect(await undoName()).toBe('entry.paste');
    expect(await read()).toEqual(rows);
    await client.history.undo();
    expect(await read()).toEqual(rows.slice(0, 1));
  });

  test('a place, a speaker or a meeting that does not fit refuses all of them', async () => {
    const { client, connection, read, make, item } = await open();
    const other = makeMeeting();
    await client.meetings.create(other);
    const stranger = makeAttendance(other.id);
    await client.attendance.add(stranger);
    const before = dump(connection);
    const wrong: [Entry, string][] = [
      [make({ agendaItemId: newId() }), 'agenda_item'],
      [makeEntry(other.id, item.id), 'meeting'],
      [make({ speakerAttendanceId: stranger.id }), 'attendance'],
    ];
    for (const [entry, kind] of wrong) {
      const error = await failure(client.entries.add({ entries: [make(), entry] }));
      expect(error).toMatchObject({ code: 'NOT_FOUND', data: { kind } });
    }
    expect(await failure(client.entries.add({ entries: [wrong[1]![0]] }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(dump(connection)).toEqual(before);
    expect(await read()).toEqual([]);
  });
});

describe('changing', () => {
  test.each<[string, Omit<EntryChange, 'id'>]>([
    ['entry.kind', { kind: 'decision' }],
    ['entry.kind', { kind: 'action', action: openAction }],
    ['entry.action', { action: { ...openAction, due: '2027-01-01' } }],
    ['entry.speaker', { speakerAttendanceId: null }],
    ['entry.move', { orderKey: 'b0' }],
    ['entry.update', { kind: 'note', orderKey: 'b0' }],
    ['entry.update', { atMs: 5 }],
  ])('is called %s after what it touches', async (name, change) => {
    const { client, read, undoName, make } = await open();
    const seat = makeAttendance((await client.meetings.list())[0]!.id);
    await client.attendance.add(seat);
    const rows = [make({ speakerAttendanceId: seat.id }), make({ speakerAttendanceId: seat.id, orderKey: 'a1' })];
    await client.entries.add({ entries: rows });
    await client.entries.update({ changes: rows.map(({ id }) => ({ id, ...change })) });
    expect(await undoName()).toBe(name);
    expect(await read()).toEqual(rows.map((row) => ({ ...row, ...change })));
    await client.history.undo();
    expect(await read()).toEqual(rows);
  });

  test('is all or nothing, and nothing when nothing differs', async () => {
    const { client, read, make, undoName } = await open();
    const row = make();
    await client.entries.add({ entries: [row] });
    const error = await failure(
      client.entries.update({
        changes: [
          { id: row.id, kind: 'note' },
          { id: newId(), kind: 'note' },
        ],
      }),
    );
    expect(error).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'entry' } });
    expect(await client.entries.update({ changes: [{ id: row.id, kind: row.kind }] })).toEqual({ position: 0 });
    expect(await failure(client.entries.update({ changes: [{ id: row.id, agendaItemId: newId() }] }))).toMatchObject({
      data: { kind: 'agenda_item' },
    });
    expect(await read()).toEqual([row]);
    expect(await undoName()).toBe('entry.add');
  });

  test('of the source language leaves the source without a base, and translations with the right one', async () => {
    const { client, read, make } = await open();
    const row = make({ texts: { en: written('One', 2, 4), ru: written('Один', 4), zh: written('一', 1, 3) } });
    await client.entries.add({ entries: [row] });
    await client.entries.update({ changes: [{ id: row.id, sourceLanguage: 'en' }] });
    // English said what the Russian says; the Chinese was behind.
    expect(await read()).toMatchObject([
      { sourceLanguage: 'en', texts: { en: { baseRevision: null }, ru: { baseRevision: 2 }, zh: { baseRevision: 0 } } },
    ]);
    await client.history.undo();
    expect(await read()).toEqual([row]);
  });
});

describe('typing', () => {
  test('without a pause is one step, which keeps the name of the first and only the newest text', async () => {
    const { client, connection, read, make } = await open();
    const before = dump(connection);
    const row = make({ texts: { en: unwritten, ru: written('Д'), zh: unwritten } });
    await client.entries.add({ entries: [row], group: 'first' });
    let revision = 1;
    let position = 0;
    const save = async (text: string, group: string) => {
      const saved = await client.entries.saveText({ entryId: row.id, language: 'ru', text, revision, group });
      expect(saved.revision).toBeGreaterThan(revision);
      expect(saved.position).toBeGreaterThan(position);
      ({ revision, position } = saved);
    };
    await save('До', 'first');
    await client.entries.update({ changes: [{ id: row.id, kind: 'note' }], group: 'first' });
    await save('Доложил', 'first');
    const afterFirst = dump(connection);
    await save('Доложил о', 'second');
    await save('Доложил о ходе', 'second');
    const afterSecond = dump(connection);
    const { undo } = await client.history.state();
    expect(undo).toMatchObject({ seq: position, name: 'entry.text', label: 'Доложил о ходе' });
    const texts = async () => (await client.entries.history({ entryId: row.id })).map(({ text }) => text).sort();
    expect(await texts()).toEqual(['Доложил', 'Доложил о ходе']);

    await client.history.undo();
    expect(dump(connection)).toEqual(afterFirst);
    expect((await client.history.state()).undo).toMatchObject({ name: 'entry.add', label: 'Доложил' });
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
    await client.history.redo();
    await client.history.redo();
    expect(dump(connection)).toEqual(afterSecond);

    // No number comes twice, not even one whose text was forgotten.
    await client.history.undo();
    revision = (await read())[0]!.texts.ru.revision;
    const again = await client.entries.saveText({ entryId: row.id, language: 'ru', text: 'Доложил.', revision });
    expect(again.revision).toBeGreaterThan(5);
    expect(await texts()).toEqual(['Доложил', 'Доложил о ходе', 'Доложил.']);
  });

  test('a saving whose answer was lost is done once; other words on a newer text are a conflict', async () => {
    const { client, connection, make } = await open();
    const row = make();
    await client.entries.add({ entries: [row] });
    const save = (text: string, revision: number) =>
      client.entries.saveText({ entryId: row.id, language: 'ru', text, revision, group: 'g' });
    expect(await save('Слово', 0)).toMatchObject({ revision: 1 });
    const before = dump(connection);
    expect(await save('Слово', 0)).toMatchObject({ revision: 1, position: 0 });
    expect(await save('Слово', 1)).toMatchObject({ revision: 1, position: 0 });
    expect(await failure(save('Дело', 0))).toMatchObject({ code: 'CONFLICT', data: { revision: 1 } });
    expect(dump(connection)).toEqual(before);
  });

  test('a translation that is saved as it is says that it is right for the source as it is now', async () => {
    const { client, read, make } = await open();
    const row = make({ texts: { en: written('One', 1, 1), ru: written('Два', 2), zh: unwritten } });
    await client.entries.add({ entries: [row] });
    await client.entries.saveText({ entryId: row.id, language: 'en', text: 'One', revision: 1 });
    expect((await read())[0]?.texts.en).toEqual(written('One', 2, 2));
  });
});

describe('replacing', () => {
  const setUp = async () => {
    const world = await open();
    const rows = [
      world.make({ texts: { en: written('Kat', 3, 1), ru: written('Кат'), zh: unwritten } }),
      world.make({ orderKey: 'a1', texts: { en: written('Kat', 1, 1), ru: written('Кат', 2), zh: unwritten } }),
    ] as const;
    await world.client.entries.add({ entries: [...rows] });
    return { ...world, rows };
  };

  test('is one step over several texts; a translation that was right stays right, another stays behind', async () => {
    const { client, meeting, read, rows, undoName } = await setUp();
    const { revisions, position } = await client.entries.saveTexts({
      meetingId: meeting.id,
      texts: rows.flatMap(({ id, texts }) => [
        { entryId: id, language: 'en' as const, text: 'Cat', revision: texts.en.revision },
        { entryId: id, language: 'ru' as const, text: 'Кот', revision: texts.ru.revision },
      ]),
    });
    expect(revisions).toEqual([4, 2, 2, 3]);
    expect((await client.history.state()).undo?.seq).toBe(position);
    expect(await undoName()).toBe('entry.replace');
    expect((await read()).map(({ texts }) => texts)).toEqual([
      { en: written('Cat', 4, 2), ru: written('Кот', 2), zh: unwritten },
      { en: written('Cat', 2, 1), ru: written('Кот', 3), zh: unwritten },
    ]);
    await client.history.undo();
    expect(await read()).toEqual(rows);
  });

  test('does nothing when one text was changed meanwhile, is gone, or is of another meeting', async () => {
    const { client, connection, meeting, rows } = await setUp();
    const before = dump(connection);
    const texts = rows.map(({ id }) => ({ entryId: id, language: 'ru' as const, text: 'Кот', revision: 1 }));
    const call = (meetingId: string, entryId = texts[1]!.entryId) =>
      failure(client.entries.saveTexts({ meetingId, texts: [texts[0]!, { ...texts[1]!, entryId }] }));
    expect(await call(meeting.id)).toMatchObject({ code: 'CONFLICT', data: { revision: 2 } });
    expect(await call(meeting.id, newId())).toMatchObject({ code: 'NOT_FOUND' });
    expect(await call(newId())).toMatchObject({ code: 'NOT_FOUND' });
    expect(dump(connection)).toEqual(before);
  });
});

describe('splitting and joining', () => {
  test('a split row is two, once; undo makes it one', async () => {
    const { client, read, make, undoName } = await open();
    const row = make({ texts: { en: written('One. Two.', 1, 1), ru: written('Раз. Два.'), zh: unwritten } });
    await client.entries.add({ entries: [row] });
    const rest = make({ orderKey: 'a1', texts: { en: unwritten, ru: written('Два.'), zh: unwritten } });
    const split = { id: row.id, language: 'ru' as const, text: 'Раз.', revision: 1, entry: rest };
    const { revision, position } = await client.entries.split(split);
    expect(revision).toBe(2);
    const after = await read();
    expect(after).toEqual([{ ...row, texts: { ...row.texts, ru: written('Раз.', 2) } }, rest]);
    expect(await client.entries.split(split)).toMatchObject({ revision: 2, position: 0 });
    expect(await read()).toEqual(after);
    expect(await undoName()).toBe('entry.split');
    expect((await client.history.state()).undo?.seq).toBe(position);
    await client.history.undo();
    expect(await read()).toEqual([row]);
    const newer = { ...split, revision: 9 };
    expect(await failure(client.entries.split(newer))).toMatchObject({ code: 'CONFLICT', data: { revision: 1 } });
    expect(await read()).toEqual([row]);
  });

  test('joined rows keep texts, owners and mentions of both, once; undo takes them apart', async () => {
    const { client, connection, read, make, undoName } = await open();
    const people = [makePerson(), makePerson()] as const;
    for (const person of people) await client.people.create(person);
    const owner = (ownerId: string) => ({ id: newId(), kind: 'person' as const, ownerId });
    const owners = [owner(people[0].id), owner(people[1].id)] as const;
    const first = make({
      kind: 'decision',
      texts: { en: written('One', 1, 1), ru: written('Раз'), zh: unwritten },
      mentions: [people[0].id],
    });
    const second = make({
      kind: 'action',
      orderKey: 'a1',
      sourceLanguage: 'en',
      texts: { en: written('two', 3), ru: written('два', 1, 3), zh: unwritten },
      action: { ...openAction, owners: [...owners] },
      mentions: people.map(({ id }) => id).sort(),
    });
    await client.entries.add({ entries: [first, second] });
    const before = dump(connection);
    await client.entries.merge({ id: first.id, fromId: second.id });
    const joined = {
      ...first,
      texts: { en: written('One two', 2, 2), ru: written('Раз два', 2), zh: unwritten },
      action: second.action,
      mentions: second.mentions,
    };
    expect(await read()).toEqual([joined]);
    expect(await undoName()).toBe('entry.merge');
    expect(await client.entries.merge({ id: first.id, fromId: second.id })).toEqual({ position: 0 });
    expect(await client.entries.merge({ id: first.id, fromId: first.id })).toEqual({ position: 0 });
    expect(await read()).toEqual([joined]);
    expect(await failure(client.entries.merge({ id: newId(), fromId: first.id }))).toMatchObject({ code: 'NOT_FOUND' });
    const after = dump(connection);
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
    await client.history.redo();
    expect(dump(connection)).toEqual(after);
  });

  test('a translation of only one half is behind the joined source', async () => {
    const { client, read, make } = await open();
    const first = make({ texts: { en: written('One', 1, 1), ru: written('Раз'), zh: written('一', 1, 1) } });
    const second = make({ orderKey: 'a1', texts: { en: unwritten, ru: written('Два'), zh: written('二', 1, 1) } });
    await client.entries.add({ entries: [first, second] });
    await client.entries.merge({ id: first.id, fromId: second.id });
    expect((await read())[0]?.texts).toEqual({
      en: written('One', 1, 1),
      ru: written('Раз Два', 2),
      zh: written('一二', 2, 2),
    });
  });

  test('two texts that are too long together stay two', async () => {
    const { client, connection, make } = await open();
    const long = 'я'.repeat(30_000);
    const rows = ['a0', 'a1'].map((orderKey) =>
      make({ orderKey, texts: { en: unwritten, ru: written(long), zh: unwritten } }),
    );
    await client.entries.add({ entries: rows });
    const before = dump(connection);
    const [first, second] = rows;
    expect(await failure(client.entries.merge({ id: first!.id, fromId: second!.id }))).toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(dump(connection)).toEqual(before);
  });
});

test('removing: several at once, passing over what is gone; history stays; nothing left is not found', async () => {
  const { client, read, make, undoName } = await open();
  const rows = ['a0', 'a1', 'a2'].map((orderKey) =>
    make({ orderKey, texts: { en: unwritten, ru: written(orderKey), zh: unwritten } }),
  );
  await client.entries.add({ entries: rows });
  const ids = rows.slice(0, 2).map(({ id }) => id);
  await client.entries.remove({ ids: [...ids, newId()] });
  expect(await undoName()).toBe('entry.remove');
  expect(await read()).toEqual(rows.slice(2));
  expect(await failure(client.entries.remove({ ids }))).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'entry' } });
  expect((await client.entries.history({ entryId: ids[0]! })).map(({ text }) => text)).toEqual(['a0']);
  expect(await failure(client.entries.history({ entryId: newId() }))).toMatchObject({ code: 'NOT_FOUND' });
  await client.history.undo();
  expect(await read()).toEqual(rows);
});

test('some rows are read by id, in order, without the others', async () => {
  const { client, connection, make } = await open();
  const rows = ['a0', 'a1', 'a2'].map((orderKey) => make({ orderKey, kind: 'action', action: openAction }));
  await client.entries.add({ entries: rows });
  expect(findEntries(connection, [rows[2]!.id, newId(), rows[0]!.id])).toEqual([rows[0], rows[2]]);
  expect(findEntries(connection, [])).toEqual([]);
});
