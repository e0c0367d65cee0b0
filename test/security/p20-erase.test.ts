import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, makeFolder, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { addMinutes, said } from '../support/follow-up.ts';
import { findInFiles } from '../support/raw-files.ts';
import { makeAttendance, makeOrganization, makePerson } from '../support/records.ts';
import { makeMembership, seriesOf } from '../support/series.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';
import { reportTrials, trialCount } from '../support/trials.ts';

/** Signs that stand in no word of the program, so that each field has a mark of its own. */
const latinMarks = 'bcdfghjklmnpqrstvwxz';
const cyrillicMarks = 'бвгджзклмнпрстфхцчшщ';
const hanMarks = Array.from('龘靐齉爩鱻麤灪龖厵滟爨癵驫麣纞虋讟钃鸜麷鞻韽韾顟顠顢');

/** A person whose every field has a mark that is found nowhere else; `seed` tells several apart. */
function makeMarked(seed: number, organizationId: string): { person: Person; marks: string[] } {
  const marks: string[] = [];
  let next = seed * 1_000;
  const word = (signs: string): string => {
    next += 7_919;
    let text = '';
    for (let rest = next * 104_729 + seed; text.length < 9; rest = Math.floor(rest / 3) + 977) {
      text += signs[rest % signs.length] ?? '';
    }
    const mark = text.charAt(0).toUpperCase() + text.slice(1);
    marks.push(mark);
    return mark;
  };
  const latin = (): string => word(latinMarks);
  const cyrillic = (): string => word(cyrillicMarks);
  const han = (): string => {
    const at = (marks.length * 2 + seed * 5) % (hanMarks.length - 2);
    const mark = `${hanMarks[at] ?? ''}${hanMarks[at + 1] ?? ''}`;
    marks.push(mark);
    return mark;
  };
  const name = { source: 'entered' as const, display: '', patronymic: '' };
  const text = () => ({ en: latin(), ru: cyrillic(), zh: han() });
  const person = makePerson({
    names: {
      latin: { ...name, family: latin(), given: latin(), patronymic: latin(), sortKey: latin() },
      cyrillic: { ...name, family: cyrillic(), given: cyrillic(), patronymic: cyrillic(), sortKey: cyrillic() },
      han: { ...name, family: han(), given: han(), sortKey: han() },
    },
    aliases: [
      { id: newId(), text: `${latin()} ${latin()}` },
      { id: newId(), text: `${cyrillic()} ${cyrillic()}` },
    ],
    title: text(),
    email: `${latin()}@example.org`,
    phone: `+7 900 ${String(1_000_000 + seed)}`,
    messenger: latin(),
    languages: latin(),
    note: `${latin()}\n${cyrillic()}\n${han()}`,
    affiliations: [{ id: newId(), organizationId, position: text(), from: null, to: null }],
  });
  marks.push(person.phone);
  return { person, marks };
}

const fullName = ({ names }: Person) => ({
  en: `${names.latin.given} ${names.latin.family}`,
  ru: `${names.cyrillic.family} ${names.cyrillic.given} ${names.cyrillic.patronymic}`,
  zh: `${names.han.family}${names.han.given}`,
});

/** Leads a person through everything in which a name can leave a trace, and out of all minutes that are not agreed. */
async function live(client: Client, person: Person, groupId: string): Promise<void> {
  const name = fullName(person);
  await client.people.create(person);
  await client.people.update({ id: person.id, note: `${person.note}!` });
  await client.people.update({ id: person.id, email: person.email });
  const { meeting, item, ids } = await addMinutes(client, [
    ['speech', `${name.ru} открыл заседание.`],
    ['action', 'Подготовить программу.'],
  ]);
  const [speech = '', action = ''] = ids;
  const attendance = makeAttendance(meeting.id, { personId: person.id, name, position: person.title });
  await client.attendance.add(attendance);
  await client.entries.update({ changes: [{ id: speech, speakerAttendanceId: attendance.id, mentions: [person.id] }] });
  const owner = { id: newId(), kind: 'person' as const, ownerId: person.id };
  const open = { due: null, dueAtNextMeeting: false, status: 'open' as const };
  await client.entries.update({ changes: [{ id: action, action: { ...open, owners: [owner] } }] });
  await client.agenda.update({
    id: item.id,
    title: { en: `Report of ${name.en}`, ru: `Доклад: ${name.ru}`, zh: `${name.zh}报告` },
  });
  await client.actions.report({
    entryIds: [action],
    status: null,
    ...said({ reporterId: person.id, reporter: name.ru, note: 'Готово.' }),
  });
  const group = await client.groups.get({ id: groupId });
  await client.groups.update({ id: groupId, members: [...group.members, makeMembership({ personId: person.id })] });
  // Out again of what is not agreed: this is what the program asks for first.
  await client.agenda.update({ id: item.id, title: { ...emptyText(), ru: 'Доклад' } });
  await client.entries.saveText({ entryId: speech, language: 'ru', text: 'Открыли заседание.', revision: 1 });
  await client.entries.update({
    changes: [
      { id: speech, speakerAttendanceId: null, mentions: [] },
      { id: action, action: { ...open, owners: [] } },
    ],
  });
  await client.attendance.remove({ id: attendance.id });
}

test('of an erased person no byte is left in any file, and no undo brings one back', async () => {
  const trials = trialCount(1, 20);
  let traces = 0;
  for (let trial = 1; trial <= trials; trial++) {
    const folder = makeFolder();
    const { backend, logged } = openTestBackend(folder);
    const { client, context } = backend;
    const { addGroup } = seriesOf(client);
    const organization = makeOrganization();
    await client.organizations.create(organization);
    const { id: groupId } = await addGroup();
    const { person, marks } = makeMarked(trial, organization.id);
    const double = makeMarked(trial + 500, organization.id);
    const other = makePerson({ note: 'stays' });
    await client.people.create(other);
    await client.people.create(double.person);
    await live(client, person, groupId);
    await client.duplicates.setDistinct({ kind: 'person', aId: person.id, bId: other.id });
    await client.duplicates.merge({ kind: 'person', keepId: person.id, mergeId: double.person.id });
    // Words in pieces of the index, as a day of work leaves them.
    for (let index = 0; index < trialCount(8, 20); index++)
      await client.people.update({ id: other.id, note: `note ${String(index)}` });
    await client.search.find({ query: person.names.latin.family });
    const every = [...new Set([...marks, ...double.marks])];
    const before = findInFiles(folder, every);
    expect(every.filter((mark) => before[mark] === undefined)).toEqual([]);

    const preview = await client.people.erasePreview({ id: person.id });
    expect(preview.blocks).toEqual([]);
    await client.people.erase({ id: person.id });
    const names = preview.backups.map(({ name }) => name);
    if (names.length > 0) await client.backups.remove({ names });
    expect(findInFiles(folder, every)).toEqual({});
    expect(await safe(client.people.get({ id: person.id }))).toMatchObject({ error: { code: 'NOT_FOUND' } });

    // Everything before it can still be undone and done again, without the person.
    const now = dump(context.connection);
    let undone = 0;
    while ((await client.history.state()).undo !== null) {
      await client.history.undo();
      undone += 1;
    }
    expect(undone).toBeGreaterThan(10);
    expect(dump(context.connection).meeting).toEqual([]);
    while ((await client.history.state()).redo !== null) await client.history.redo();
    expect(dump(context.connection)).toEqual(now);
    expect((await client.trash.list()).filter(({ kind }) => kind === 'person')).toEqual([]);
    expect(findInFiles(folder, every)).toEqual({});
    await backend.close();
    expect(findInFiles(folder, every)).toEqual({});
    const log = logged.join('\n');
    expect(every.filter((mark) => log.includes(mark))).toEqual([]);
    traces += every.length;
  }
  reportTrials('P20', trials, `${String(traces)} marks in all fields, 0 bytes left`);
});

const nobody = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };
const named = (family: string, given: string) => ({
  latin: { ...nobody, family, given },
  cyrillic: { ...nobody },
  han: { ...nobody },
});

/** A person who takes part in a meeting and is to do something there, as agreed by the status alone. */
async function openAgreed(status: 'draft' | 'agreed', isOwner: boolean) {
  const folder = makeFolder();
  const { backend } = openTestBackend(folder);
  const { client, context } = backend;
  const person = makePerson({ names: named('Qwerzov', 'Plinius'), email: 'zqxj@example.org', note: 'Vexillum' });
  await client.people.create(person);
  const { meeting, ids } = await addMinutes(client, [['action', 'Подготовить программу.']]);
  const [action = ''] = ids;
  const name = { ...emptyText(), en: 'Plinius Qwerzov' };
  const attendance = makeAttendance(meeting.id, { personId: person.id, name });
  await client.attendance.add(attendance);
  const owners = [{ id: newId(), kind: 'person' as const, ownerId: person.id }];
  if (isOwner) {
    const done = { due: null, dueAtNextMeeting: false, status: 'done' as const };
    await client.entries.update({ changes: [{ id: action, action: { ...done, owners } }] });
  }
  context.connection.sql('UPDATE meeting SET status = ? WHERE id = ?', status, meeting.id);
  return { folder, backend, client, context, person, meeting, attendance };
}

test('whoever stands in minutes that are not agreed stays, and is told where', async () => {
  const { client, context, person, meeting } = await openAgreed('draft', true);
  const before = dump(context.connection);
  const { blocks } = await client.people.erasePreview({ id: person.id });
  expect(blocks.map(({ reason, meetingId }) => [reason, meetingId])).toEqual([
    ['attends', meeting.id],
    ['owns', meeting.id],
  ]);
  const { error } = await safe(client.people.erase({ id: person.id }));
  expect(error).toMatchObject({ code: 'ERASE_REFUSED', data: { blocks: 2 } });
  expect(dump(context.connection)).toEqual(before);
  reportTrials('P20', 1);
});

test.each([
  ['who took part', false],
  ['to whom they give an action', true],
])('agreed minutes keep the name of whoever is erased: %s', async (_name, isOwner) => {
  const { folder, backend, client, person, meeting, attendance } = await openAgreed('agreed', isOwner);
  const { blocks, stays } = await client.people.erasePreview({ id: person.id });
  expect(blocks).toEqual([]);
  expect(stays).toEqual([
    { kind: 'agreed_minutes', count: 1, first: [{ meetingId: meeting.id, agreementId: null, title: meeting.title }] },
  ]);
  const { entries } = await client.meetings.get({ id: meeting.id });
  await client.people.erase({ id: person.id });
  const after = await client.meetings.get({ id: meeting.id });
  expect(after.attendance).toMatchObject([
    { id: attendance.id, name: attendance.name, personId: isOwner ? person.id : null },
  ]);
  expect(after.entries).toEqual(entries);
  expect(await client.people.list()).toEqual([]);
  await backend.close();
  // The name stands where it was agreed; nothing else of the person stands anywhere.
  expect(Object.keys(findInFiles(folder, ['Qwerzov', 'zqxj', 'Vexillum']))).toEqual(['Qwerzov']);
  reportTrials('P20', 1);
});

test('an amendment that is given up brings back the minutes and not the person', async () => {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const { meeting, heads } = await addTalks(client);
  const person = makePerson({ names: named('Qwerzov', 'Plinius') });
  await client.people.create(person);
  const [head] = heads;
  await client.attendance.update({
    id: head?.id ?? '',
    personId: person.id,
    name: { ...emptyText(), en: 'Plinius Qwerzov' },
  });
  await agreeAll(client, meeting.id);
  await client.people.erase({ id: person.id });
  const agreed = await client.meetings.get({ id: meeting.id });
  await client.versions.amend({ id: newId(), meetingId: meeting.id, reason: 'Опечатка.' });
  await client.attendance.update({ id: head?.id ?? '', presence: 'absent' });
  await client.versions.dropAmendment({ meetingId: meeting.id });
  expect((await client.meetings.get({ id: meeting.id })).attendance).toEqual(agreed.attendance);
  expect(await safe(client.people.get({ id: person.id }))).toMatchObject({ error: { code: 'NOT_FOUND' } });
  reportTrials('P20', 1);
});
