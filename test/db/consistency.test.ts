import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Inconsistency } from '#shared/contract/consistency.ts';
import type { EntryText } from '#shared/contract/entries.ts';
import { emptyText, languages } from '#shared/domain/language.ts';
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
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

const written = (text: string, changes: Partial<EntryText> = {}): EntryText => ({
  text,
  revision: 1,
  baseRevision: 1,
  status: 'draft',
  ...changes,
});
const sourceText = (text: string, revision = 1): EntryText => written(text, { revision, baseRevision: null });
const unwritten = (): EntryText => written('', { revision: 0, baseRevision: null });

/** A meeting with one row after the other: a Russian source and what it is in English and Chinese. */
async function openRows(...rows: { ru: EntryText; en?: EntryText; zh?: EntryText; mentions?: string[] }[]) {
  const { client, context } = openTestBackend().backend;
  const meeting = makeMeeting();
  const item = makeAgendaItem(meeting.id);
  await client.meetings.create(meeting);
  await client.agenda.add(item);
  const entries = rows.map(({ ru, en = unwritten(), zh = unwritten(), mentions }, index) =>
    makeEntry(meeting.id, item.id, {
      orderKey: `a${String(index)}`,
      texts: { en, ru, zh },
      ...(mentions !== undefined && { mentions }),
    }),
  );
  const add = (): Promise<unknown> => client.entries.add({ entries });
  const check = (wanted: readonly ('en' | 'ru' | 'zh')[] = languages): Promise<Inconsistency[]> =>
    client.consistency.check({ meetingId: meeting.id, languages: [...wanted] });
  return { client, connection: context.connection, meeting, item, entries, add, check };
}

const brief = ({ place, code, detail, expected, range }: Inconsistency): unknown[] => [
  place.kind,
  place.language,
  code,
  detail,
  expected,
  range === null ? null : [range.start, range.end],
];

test('findings come in the order of the minutes, headings among them, with their place and what was expected', async () => {
  const { client, meeting, item, entries, add, check } = await openRows(
    {
      ru: sourceText('Бюджет вырос на 12,5 % и составил 5 млн юаней.'),
      en: written('The budget rose by 12.5% and came to 50 million yuan.'),
      zh: written('预算增长12.5%，达到500万元。'),
    },
    { ru: sourceText('Встреча состоится 16 июня 2021 г.'), en: written('The meeting will be on 16 July 2021') },
  );
  await add();
  await client.meetings.update({
    id: meeting.id,
    title: { en: 'Third meeting', ru: 'Третье заседание', zh: '第四次会议' },
  });
  const findings = await check();
  expect(findings.map(brief)).toEqual([
    ['meeting_title', 'zh', 'number-missing', 'Third', '3', [0, 2]],
    ['entry', 'en', 'currency-differs', '50 million yuan', '5 million yuan', [37, 52]],
    ['entry', 'en', 'punctuation-missing', '16 July 2021', '.', null],
    ['entry', 'en', 'date-differs', '16 July 2021', '16 June 2021', [23, 35]],
  ]);
  expect(findings.map(({ place }) => place.id)).toEqual([meeting.id, entries[0]!.id, entries[1]!.id, entries[1]!.id]);
  expect(findings.every(({ isAccepted }) => !isAccepted)).toBe(true);
  expect((await check(['zh'])).map(({ place }) => place.language)).toEqual(['zh']);
  expect(item.title.ru).not.toBe('');
});

test('what is empty or outdated is left out; a source is read as its language writes it', async () => {
  const { add, check } = await openRows(
    { ru: sourceText('Три вопроса.', 2), en: written('Four questions.') },
    { ru: sourceText('Названа программа "Чистая вода".') },
    { ru: sourceText('Пять вопросов.'), en: written('   '), zh: written('六个问题。') },
  );
  await add();
  expect((await check()).map(brief)).toEqual([
    ['entry', 'ru', 'quotes', '"Чистая вода"', '«Чистая вода»', [18, 31]],
    ['entry', 'zh', 'number-missing', 'Пять', '5', [0, 1]],
  ]);
});

test('«this is right» is remembered of that detail alone, and taken back; both are undone', async () => {
  const { client, connection, meeting, entries, add, check } = await openRows({
    ru: sourceText('В списке 51 участник и 8 гостей.'),
    en: written('There are 15 participants and 9 guests on the list.'),
  });
  await add();
  const findings = await check();
  expect(findings.map(({ detail }) => detail)).toEqual(['51', '8']);
  const [first] = findings;
  const say = (isAccepted: boolean) =>
    client.consistency.accept({
      meetingId: meeting.id,
      findings: [{ place: first!.place, code: first!.code, detail: first!.detail }],
      isAccepted,
    });
  const accepted = async (): Promise<boolean[]> => (await check()).map(({ isAccepted }) => isAccepted);
  const before = dump(connection);
  const { position } = await say(true);
  expect(position).toBeGreaterThan(0);
  expect(await accepted()).toEqual([true, false]);
  expect((await client.history.state()).undo).toMatchObject({ name: 'finding.accept', label: 'Second meeting' });
  expect(await say(true)).toEqual({ position: 0 });
  await say(false);
  expect(await accepted()).toEqual([false, false]);
  expect((await client.history.state()).undo).toMatchObject({ name: 'finding.reopen' });
  await client.history.undo();
  expect(await accepted()).toEqual([true, false]);
  await client.history.undo();
  expect(dump(connection)).toEqual(before);
  await client.history.redo();
  expect(await accepted()).toEqual([true, false]);
  // Another text, another detail.
  const { id } = entries[0]!;
  await client.entries.saveText({
    entryId: id,
    language: 'en',
    text: 'There are 51 participants and 9 guests on the list.',
    revision: 1,
  });
  expect((await check()).map(({ detail, isAccepted }) => [detail, isAccepted])).toEqual([['8', false]]);
});

test('nothing is remembered of a row that is gone, and a meeting that is gone is told of', async () => {
  const { client, connection, meeting, add, check } = await openRows({
    ru: sourceText('Текст  с пробелами.'),
  });
  await add();
  const [finding] = await check();
  const { code, detail, place } = finding!;
  const accept = (meetingId: string, id: string) =>
    client.consistency.accept({ meetingId, findings: [{ place: { ...place, id }, code, detail }], isAccepted: true });
  expect(await accept(meeting.id, newId())).toEqual({ position: 0 });
  expect(connection.sql('SELECT * FROM accepted_finding')).toEqual([]);
  const noMeeting = { code: 'NOT_FOUND', data: { kind: 'meeting' } };
  expect((await safe(accept(newId(), place.id))).error).toMatchObject(noMeeting);
  const noCheck = await safe(client.consistency.check({ meetingId: newId(), languages: ['en'] }));
  expect(noCheck.error).toMatchObject(noMeeting);
  await accept(meeting.id, place.id);
  await client.meetings.remove({ id: meeting.id });
  expect(connection.sql('SELECT * FROM accepted_finding')).toEqual([]);
});

test('agreed minutes are checked, and «this is right» may be said of them: it changes nothing in them', async () => {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const { meeting, entries } = await addTalks(client);
  await client.entries.saveText({
    entryId: entries[1]!.id,
    language: 'zh',
    text: '春季举办3次研讨会。',
    revision: 1,
  });
  await agreeAll(client, meeting.id);
  const check = () => client.consistency.check({ meetingId: meeting.id, languages: ['zh'] });
  const [finding] = await check();
  expect(finding).toMatchObject({ code: 'number-added', detail: '3', place: { id: entries[1]!.id } });
  const { place, code, detail } = finding!;
  await client.consistency.accept({ meetingId: meeting.id, findings: [{ place, code, detail }], isAccepted: true });
  expect((await check()).map(({ isAccepted }) => isAccepted)).toEqual([true]);
});

test('people and organisations are looked for as the register has them now', async () => {
  const { client, meeting, entries, add, check } = await openRows({
    ru: sourceText('Марина Орлова посетила Институт прикладных записей.'),
    en: written('Marina Orlova visited the Institute of Applied Records.'),
  });
  await add();
  expect(await check()).toEqual([]);
  const empty = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };
  const person = makePerson({
    names: {
      latin: { ...empty, family: 'Orlowa', given: 'Marina' },
      cyrillic: { ...empty, family: 'Орлова', given: 'Марина' },
      han: empty,
    },
  });
  await client.people.create(person);
  await client.attendance.add(makeAttendance(meeting.id, { personId: person.id }));
  const institute = makeOrganization({
    name: { en: 'Records Institute', ru: 'Институт прикладных записей', zh: '' },
    abbreviation: emptyText(),
  });
  await client.organizations.create(institute);
  expect((await check(['en'])).map(({ code, detail, expected }) => [code, detail, expected])).toEqual([
    ['organization-missing', 'Институт прикладных записей', 'Records Institute'],
    ['person-missing', 'Марина Орлова', 'Orlowa Marina'],
  ]);
  await client.people.update({
    id: person.id,
    names: { ...person.names, latin: { ...empty, family: 'Orlova', given: 'Marina' } },
  });
  await client.organizations.update({
    id: institute.id,
    name: { en: 'Institute of Applied Records', ru: 'Институт прикладных записей', zh: '' },
  });
  expect(await check(['en'])).toEqual([]);
  expect(entries).toHaveLength(1);
});

test('terms of the glossary are missing where the source has them, and forbidden ones are told of', async () => {
  const { client, add, check } = await openRows(
    { ru: sourceText('Обсудили итоги рабочей группы.'), en: written('The results of the task force were discussed.') },
    { ru: sourceText('Состав рабочей группы расширен.'), en: written('The team has been enlarged.') },
  );
  await add();
  const term = (language: 'en' | 'ru', text: string, status: 'preferred' | 'forbidden') => ({
    id: newId(),
    language,
    text,
    status,
  });
  await client.glossary.save({
    id: newId(),
    link: null,
    area: emptyText(),
    definition: emptyText(),
    source: '',
    note: '',
    terms: [
      term('ru', 'рабочая группа', 'preferred'),
      term('en', 'working group', 'preferred'),
      term('en', 'task force', 'forbidden'),
    ],
  });
  expect((await check()).map(brief)).toEqual([
    ['entry', 'en', 'term-forbidden', 'task force', 'working group', [19, 29]],
    ['entry', 'en', 'term-missing', 'рабочей группы', 'working group', null],
  ]);
});
