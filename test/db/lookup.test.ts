import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { LookupItem, LookupKind } from '#shared/contract/lookup.ts';
import { lookupKinds } from '#shared/contract/lookup.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { type Client, openTestBackend, transports } from '../support/backend.ts';
import { makeAttendance, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';

type Script = 'latin' | 'cyrillic' | 'han';
const noName = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };

/** A person with a name in the scripts that are given, as `family given patronymic`. */
function named(names: Partial<Record<Script, string>>, changes: Partial<Person> = {}): Person {
  const read = (text = '') => {
    const [family = '', given = '', patronymic = ''] = text.split(' ');
    return { ...noName, family, given, patronymic };
  };
  return makePerson({
    names: { latin: read(names.latin), cyrillic: read(names.cyrillic), han: read(names.han) },
    ...changes,
  });
}

const meeting = makeMeeting({
  sides: [
    { id: newId(), country: 'RU', name: { en: 'Russian side', ru: 'Российская сторона', zh: '俄方' }, zone: 'Europe/Moscow', leadOrganizationId: null },
    { id: newId(), country: 'CN', name: { en: 'Chinese side', ru: 'Китайская сторона', zh: '中方' }, zone: 'Asia/Shanghai', leadOrganizationId: null },
  ],
}); // prettier-ignore

const shown = ({ name }: LookupItem): string => name.ru || name.en || name.zh;

function finder(client: Client) {
  return async (text: string, kinds: readonly LookupKind[] = ['attendance', 'person'], limit = 20) =>
    (await client.lookup.find({ meetingId: meeting.id, text, kinds: [...kinds], limit })).map(shown);
}

async function openMeeting(people: readonly Person[]): Promise<Client> {
  const { client } = openTestBackend().backend;
  await client.meetings.create(meeting);
  for (const person of people) await client.people.create(person);
  return client;
}

describe('people of the register', () => {
  const hu = named({ han: '胡 一东' });
  const huLatin = named({ latin: 'Hu Yidong' });
  const kuznetsov = named({ cyrillic: 'Кузнецов Семён Ильич' });
  const kozlov = named({ cyrillic: 'Козлов Кузьма Петрович' });

  test.each([
    ['Ху Ид', ['胡一东', 'Hu Yidong']],
    ['ид ху', ['胡一东', 'Hu Yidong']],
    ['hu yid', ['胡一东', 'Hu Yidong']],
    ['huyid', ['胡一东', 'Hu Yidong']],
    ['HYD', ['胡一东', 'Hu Yidong']],
    ['胡', ['胡一东', 'Hu Yidong']],
    ['一东', ['胡一东', 'Hu Yidong']],
    ['kuz', ['Кузнецов Семён Ильич', 'Козлов Кузьма Петрович']],
    ['куз', ['Кузнецов Семён Ильич', 'Козлов Кузьма Петрович']],
    ['семе куз', ['Кузнецов Семён Ильич']],
    ['СЕМЁН', ['Кузнецов Семён Ильич']],
    ['rep', ['Кузнецов Семён Ильич', 'Козлов Кузьма Петрович']],
    ['rexyz', []],
    ['@', []],
    ['никого', []],
  ])('«%s»', async (text, expected) => {
    const find = finder(await openMeeting([hu, huLatin, kuznetsov, kozlov]));
    expect(await find(text)).toEqual(expected);
  });
});

describe('several words', () => {
  const attending = named({ cyrillic: 'Лисицын Виктор Ильич' });
  const reversed = named({ han: '魏 丽' });
  const longer = named({ latin: 'Li Weiju' });
  const exact = named({ han: '李 伟' });

  test('as typed before in another order, whole before begun, and who only sounds so last, even if attending', async () => {
    const client = await openMeeting([attending, reversed, longer, exact]);
    await client.attendance.add(makeAttendance(meeting.id, { personId: attending.id }));
    const find = finder(client);
    expect(await find('Li Wei')).toEqual(['李伟', '魏丽', 'Li Weiju', 'Лисицын Виктор Ильич']);
    expect(await find('li vik')).toEqual(['Лисицын Виктор Ильич']);
  });
});

describe('who attends', () => {
  const [russian, chinese] = meeting.sides;
  const known = named({ cyrillic: 'Липатов Иван Ильич', latin: 'Lipatov Ivan' });
  const elsewhere = named({ cyrillic: 'Ли Пётр Иванович' });
  const hall = makeOrganization({ abbreviation: { en: 'SRH', ru: 'ДОЗ', zh: '' } });

  async function openForum(): Promise<Client> {
    const client = await openMeeting([known, elsewhere]);
    await client.organizations.create(hall);
    const add = (changes: Parameters<typeof makeAttendance>[1]) =>
      client.attendance.add(makeAttendance(meeting.id, changes));
    await add({ orderKey: 'a2', personId: known.id, presence: 'absent' });
    await add({ orderKey: 'a1', name: { en: '', ru: 'Лимонова Ольга', zh: '' }, sideId: russian?.id ?? null });
    await add({ orderKey: 'a3', name: { en: '', ru: 'Пушкова Лидия', zh: '' } });
    await add({ orderKey: 'a4', name: { en: '', ru: 'Лиров Олег', zh: '' }, roles: ['head_of_delegation'] });
    await add({ orderKey: 'a5', organizationId: hall.id, headCount: 12, sideId: chinese?.id ?? null });
    return client;
  }

  test('comes before the register, family names before given names, heads before others, nobody twice', async () => {
    const find = finder(await openForum());
    expect(await find('ли')).toEqual([
      'Лиров Олег',
      'Лимонова Ольга',
      'Липатов Иван Ильич',
      'Пушкова Лидия',
      'Ли Пётр Иванович',
    ]);
    expect(await find('лим', ['attendance'])).toEqual(['Лимонова Ольга']);
    expect(await find('lip', ['attendance'])).toEqual(['Липатов Иван Ильич']);
    expect(await find('ли', ['attendance', 'person'], 2)).toEqual(['Лиров Олег', 'Лимонова Ольга']);
    expect(await find('ли', ['person'])).toEqual(['Липатов Иван Ильич', 'Ли Пётр Иванович']);
  });

  test('who is expected is offered like who is here, and says so', async () => {
    const client = await openMeeting([]);
    const name = { ...emptyText(), ru: 'Кузнецов Семён' };
    await client.attendance.add(makeAttendance(meeting.id, { name, presence: 'expected' }));
    for (const text of ['', 'куз']) {
      const [item] = await client.lookup.find({ meetingId: meeting.id, text, kinds: ['attendance'], limit: 5 });
      expect(item).toMatchObject({ kind: 'attendance', name, presence: 'expected' });
    }
  });

  test('is listed in protocol order for an empty text, and then the sides', async () => {
    const find = finder(await openForum());
    const everybody = ['Лиров Олег', 'Лимонова Ольга', 'Липатов Иван Ильич', 'Пушкова Лидия', hall.name.ru];
    expect(await find('', lookupKinds)).toEqual([...everybody, 'Российская сторона', 'Китайская сторона']);
    expect(await find(' ', ['attendance'], 2)).toEqual(everybody.slice(0, 2));
    expect(await find('', ['person'])).toEqual(['Липатов Иван Ильич']);
  });

  test('includes delegations by the names of the organisation, sides by country, organisations by abbreviation', async () => {
    const client = await openForum();
    const find = finder(client);
    expect(await find('прикл', ['attendance'])).toEqual([hall.name.ru]);
    expect(await find('srh', ['attendance'])).toEqual([hall.name.ru]);
    expect(await find('srh', ['organization'])).toEqual([hall.name.ru]);
    expect(await find('Китай', ['side'])).toEqual(['Китайская сторона']);
    expect(await find('俄', ['side'])).toEqual(['Российская сторона']);
    const [row] = await client.lookup.find({ meetingId: meeting.id, text: 'lipatov', kinds: ['attendance'], limit: 1 });
    expect(row).toMatchObject({ kind: 'attendance', personId: known.id, presence: 'absent' });
  });

  test('follows every change, and its undoing', async () => {
    const client = await openForum();
    const find = finder(client);
    expect(await find('Гостев')).toEqual([]);
    const guest = makeAttendance(meeting.id, { name: { en: '', ru: 'Гостев Анд', zh: '' }, orderKey: 'b0' });
    await client.attendance.add(guest);
    expect(await find('гост')).toEqual(['Гостев Анд']);
    await client.attendance.update({ id: guest.id, name: { en: 'Visitor Ann', ru: '', zh: '' } });
    expect(await find('гост')).toEqual([]);
    expect(await find('vis')).toEqual(['Visitor Ann']);
    await client.history.undo();
    expect(await find('гост')).toEqual(['Гостев Анд']);
    await client.attendance.remove({ id: guest.id });
    expect(await find('гост')).toEqual([]);
    const renamed = { ...known.names, cyrillic: { ...known.names.cyrillic, family: 'Зимин' } };
    await client.people.update({ id: known.id, names: renamed });
    // The list shows the name as it was, and answers to both.
    expect(await find('зим')).toEqual(['Липатов Иван Ильич']);
    const added = named({ cyrillic: 'Новиков Пётр' });
    await client.people.create(added);
    expect(await find('нови')).toEqual(['Новиков Пётр']);
    await client.people.remove({ id: added.id });
    expect(await find('нови')).toEqual([]);
    await client.history.undo();
    expect(await find('нови')).toEqual(['Новиков Пётр']);
  });

  test('many questions at once get one answer', async () => {
    const client = await openForum();
    const find = finder(client);
    const answers = await Promise.all(Array.from({ length: 8 }, () => find('ли')));
    expect(new Set(answers.map((answer) => answer.join())).size).toBe(1);
    expect(answers[0]).toHaveLength(5);
  });
});

test('any text is answered, none is an error', async () => {
  const client = await openMeeting([named({ cyrillic: 'Кузнецов Семён Ильич' }), named({ han: '胡 一东' })]);
  const kinds = [...lookupKinds];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('"', '*', 'NEAR(', '§', '=')),
      async (text) => {
        const found = await client.lookup.find({ meetingId: meeting.id, text, kinds, limit: 5 });
        expect(found.length).toBeLessThanOrEqual(5);
      },
    ),
    { numRuns: 60 },
  );
  expect(await client.lookup.find({ meetingId: newId(), text: '', kinds, limit: 5 })).toEqual([]);
});

test('the details are of the day of the meeting, and fit the contract over HTTP', async () => {
  const { backend } = openTestBackend();
  const client = (await transports['over HTTP']?.(backend)) ?? backend.client;
  await client.meetings.create(meeting);
  const hall = makeOrganization();
  await client.organizations.create(hall);
  const affiliation = (position: string, from: string | null, to: string | null) => ({
    id: newId(),
    organizationId: hall.id,
    position: { ...emptyText(), en: position },
    from,
    to,
  });
  const person = named(
    { latin: 'Sample Ann' },
    { affiliations: [affiliation('A'.repeat(500), '2027-01-01', null), affiliation('clerk', null, '2026-12-31')] },
  );
  await client.people.create(person);
  const [found] = await client.lookup.find({ meetingId: meeting.id, text: 'samp', kinds: ['person'], limit: 5 });
  expect(found?.detail.en).toBe('clerk, Institute of Applied Records');
  await client.attendance.add(
    makeAttendance(meeting.id, {
      name: { ...emptyText(), en: 'Sample Bo' },
      position: { ...emptyText(), en: 'B'.repeat(500) },
      organization: { ...emptyText(), en: 'C'.repeat(500) },
    }),
  );
  const [long] = await client.lookup.find({
    meetingId: meeting.id,
    text: 'sample bo',
    kinds: ['attendance'],
    limit: 5,
  });
  expect(long?.detail.en).toHaveLength(500);
});
