import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchHit } from '#shared/contract/search.ts';
import { openTestBackend } from '../support/backend.ts';
import { makeAgendaItem, makeEntry, makeMeeting, makeOrganization, makePerson } from '../support/records.ts';

const emptyName = { family: '', given: '', patronymic: '', display: '', source: 'entered' as const, sortKey: '' };
const noNames = { latin: emptyName, cyrillic: emptyName, han: emptyName };

type Client = ReturnType<typeof openTestBackend>['backend']['client'];
const labels = (hits: readonly SearchHit[]): string[] => hits.map(({ label }) => label.en || label.ru || label.zh);

describe('the sample meetings', () => {
  test.each([
    ['Ху', 'Hu Yidong', 'name'],
    ['hu yi', 'Hu Yidong', 'name'],
    ['胡', 'Hu Yidong', 'other_script'],
    ['王', 'Wang Wenli', 'name'],
    ['Reptyw', 'Kuznetsov Anton Borisovich', 'keyboard_layout'],
    ['Repytw', 'Kuznetsov Anton Borisovich', 'keyboard_layout'],
    ['Рг Ншвщтп', 'Hu Yidong', 'keyboard_layout'],
    ['кузнец', 'Kuznetsov Anton Borisovich', 'name'],
    ['Kuznetzov', 'Kuznetsov Anton Borisovich', 'alias'],
    ['кузницов', 'Kuznetsov Anton Borisovich', 'typo'],
    ['JITRI', 'Jiangsu Industrial Technology Research Institute', 'abbreviation'],
    ['产业', 'Jiangsu Industrial Technology Research Institute', 'name'],
    ['РАН', 'Russian Academy of Sciences', 'abbreviation'],
    ['Hu Yidong', 'Hu Yidong', 'name'],
    ['Yidong Hu', 'Hu Yidong', 'name'],
    ['Ху Идун', 'Hu Yidong', 'name'],
    ['сюйцинь', 'Li Xuqin', 'other_script'],
    ['чжао вэй', 'Zhao Wei', 'other_script'],
    ['орловой', 'Orlova Marina Ivanovna', 'word_form'],
  ])('%s puts %s first, by %s', async (query, label, reason) => {
    const { backend } = openTestBackend();
    await backend.client.records.loadSample();
    const [first] = await backend.client.search.find({ query });
    expect(first && labels([first])).toEqual([label]);
    expect(first?.matchedOn.reason).toBe(reason);
  });

  test.each([
    ['Re', 'Kuznetsov Anton Borisovich', 'Ку'],
    ['Рг', 'Hu Yidong', 'Hu'],
  ])('%s finds %s on the first screen, though something is called so', async (query, label, meant) => {
    const { backend } = openTestBackend();
    await backend.client.records.loadSample();
    const hits = await backend.client.search.find({ query });
    const place = hits.findIndex((hit) => labels([hit])[0] === label);
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThan(10);
    expect(hits[place]?.matchedOn).toMatchObject({ reason: 'keyboard_layout', query: meant });
  });

  test('a hit says which stored spelling answered and what was taken to be meant', async () => {
    const { backend } = openTestBackend();
    await backend.client.records.loadSample();
    const matchedOn = async (query: string) => (await backend.client.search.find({ query }))[0]?.matchedOn;
    expect(await matchedOn('Kuznetzov')).toMatchObject({ text: 'Kuznetzov Anton Borisovich', query: 'Kuznetzov' });
    expect(await matchedOn('кузницов')).toMatchObject({ text: 'Кузнецов Антон Борисович', query: 'кузнецов' });
    expect(await matchedOn('Рг')).toMatchObject({ reason: 'keyboard_layout', query: 'Hu' });
  });

  test('people and organisations stand before entries, and a filter of kinds leaves only those', async () => {
    const { backend } = openTestBackend();
    await backend.client.records.loadSample();
    const hits = await backend.client.search.find({ query: 'сотрудничество' });
    const kinds = hits.map(({ kind }) => (kind === 'entry' || kind === 'action' ? 'entry' : 'register'));
    expect(kinds).toEqual([...kinds].sort().reverse());
    expect(new Set(kinds).size).toBe(2);
    const meetings = await backend.client.search.find({ query: 'сотрудничество', kinds: ['meeting'] });
    expect(new Set(meetings.map(({ kind }) => kind))).toEqual(new Set(['meeting']));
  });
});

test('who is called as typed stands before who is called so on the other layout, and both before mere mention', async () => {
  const { backend } = openTestBackend();
  const create = async (family: string, note = ''): Promise<void> => {
    const cyrillic = { ...emptyName, family, given: 'Анна' };
    const latin = { ...emptyName, family, given: 'Anna' };
    const isLatin = /^[a-z]/iu.test(family);
    const names = { ...noNames, ...(isLatin ? { latin } : { cyrillic }) };
    await backend.client.people.create(makePerson({ names, note }));
  };
  await create('Кузьмина');
  for (let index = 0; index < 6; index++) await create('Smith', 'retired');
  await create('Reed');
  const hits = await backend.client.search.find({ query: 're' });
  expect(labels(hits).slice(0, 3)).toEqual(['Reed Anna', 'Кузьмина Анна', 'Smith Anna']);
  expect(hits.map(({ matchedOn }) => matchedOn.reason).slice(0, 3)).toEqual(['name', 'keyboard_layout', 'detail']);
});

test('a name is found in the texts of the minutes as the other scripts spell it', async () => {
  const { backend } = openTestBackend();
  await addEntries(backend.client, ['Докладывал Кузнецов.', 'Hu Yidong agreed.', '库兹涅佐夫发言。']);
  expect(await findTexts(backend.client, 'kuznetsov')).toEqual(['库兹涅佐夫发言。', 'Докладывал Кузнецов.']);
  expect(await findTexts(backend.client, 'идун')).toEqual(['Hu Yidong agreed.']);
});

test('every run of one or more Han characters is found where it stands and nowhere else', async () => {
  const { backend } = openTestBackend();
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('产业技术研究院'), '，', 'a', ' '),
    minLength: 1,
    maxLength: 12,
  });
  const texts = fc.sample(text, { numRuns: 120, seed: 7 }).map((one, index) => `${one}。${String(index)}`);
  await addEntries(backend.client, texts);
  const run = fc.string({ unit: fc.constantFrom(...Array.from('产业技术研究院')), minLength: 1, maxLength: 4 });
  for (const query of new Set(fc.sample(run, { numRuns: 80, seed: 8 }))) {
    const expected = texts.filter((one) => one.includes(query));
    const found = await backend.client.search.find({ query, limit: 100, kinds: ['entry'] });
    expect(found.map(({ label }) => label.ru).toSorted(), query).toEqual(expected.slice(-100).toSorted());
  }
});

test('ё, forms of words, accents and width do not matter', async () => {
  const { backend } = openTestBackend();
  await addEntries(backend.client, ['Отчёт о договорах утверждён.', 'Núñez reported on ＪＩＴＲＩ.']);
  for (const query of ['отчет', 'ОТЧЁТ', 'договором', 'утверждены']) {
    expect(await findTexts(backend.client, query), query).toEqual(['Отчёт о договорах утверждён.']);
  }
  for (const query of ['nunez', 'jitri', 'report']) {
    expect(await findTexts(backend.client, query), query).toEqual(['Núñez reported on ＪＩＴＲＩ.']);
  }
});

test('an abbreviation is first among hundreds of people and institutes that carry it', async () => {
  const { backend } = openTestBackend();
  const academy = makeOrganization({
    name: { en: 'Academy', ru: 'Академия', zh: '' },
    abbreviation: { en: '', ru: 'РАН', zh: '' },
  });
  await backend.client.organizations.create(academy);
  for (let index = 0; index < 130; index++) {
    await backend.client.organizations.create(
      makeOrganization({ name: { en: '', ru: `Институт ${String(index)} РАН`, zh: '' } }),
    );
    await backend.client.people.create(makePerson({ note: 'РАН' }));
  }
  for (const limit of [20, 100]) {
    const [first] = await backend.client.search.find({ query: 'ран', limit });
    expect(first?.id).toBe(academy.id);
    expect(first?.matchedOn).toMatchObject({ reason: 'abbreviation', text: 'РАН' });
  }
});

test('a person whose names stand in one script only is in the list under the others', async () => {
  const { backend } = openTestBackend();
  await backend.client.people.create(
    makePerson({ names: { ...noNames, cyrillic: { ...emptyName, family: 'Ху', given: 'Идун' } } }),
  );
  const [row] = await backend.client.people.list();
  expect(row?.keys.split(' ')).toEqual(expect.arrayContaining(['hu', 'yidong', 'ху', 'идун']));
});

test('any query is answered, none is an error', async () => {
  const { backend, logged } = openTestBackend();
  await backend.client.records.loadSample();
  const strange = ['', '   ', '"', '*', 'NEAR(a b)', 'a AND', '^x', 'main:hu', "'; DROP", '\ud800', '\u0000', '😀'];
  const long = ['слово '.repeat(34).slice(0, 200), '产'.repeat(200), 'a b '.repeat(50), 'я'.repeat(200)];
  const queries = fc.oneof(
    fc.constantFrom(...strange, ...long),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...Array.from('"*():^-+ aя产\ud83d{}')), maxLength: 40 }),
  );
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      expect(Array.isArray(await backend.client.search.find({ query: query.slice(0, 200) }))).toBe(true);
    }),
    { numRuns: 150 },
  );
  expect(await backend.client.search.find({ query: ' ' })).toEqual([]);
  expect(logged).toEqual([]);
});

async function addEntries(client: Client, texts: readonly string[]): Promise<void> {
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  const item = makeAgendaItem(meeting.id);
  await client.agenda.add(item);
  for (const text of texts) {
    const entry = makeEntry(meeting.id, item.id);
    await client.entries.add({ entries: [{ ...entry, texts: { ...entry.texts, ru: { ...entry.texts.ru, text } } }] });
  }
}

const findTexts = async (client: Client, query: string): Promise<string[]> =>
  (await client.search.find({ query, kinds: ['entry'] })).map(({ label }) => label.ru);
