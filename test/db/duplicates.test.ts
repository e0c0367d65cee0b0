import { ORPCError } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import type { Organization } from '#shared/contract/organizations.ts';
import type { Person, PersonName } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { generatePeople } from '../bench/register/people.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { makeOrganization, makePerson } from '../support/records.ts';

const noName: PersonName = { family: '', given: '', patronymic: '', display: '', source: 'entered', sortKey: '' };
const noNames = { latin: noName, cyrillic: noName, han: noName };
const named = (family: string, given: string, patronymic = ''): PersonName => ({
  ...noName,
  family,
  given,
  patronymic,
});

async function add(client: Client, names: Partial<Person['names']>, changes: Partial<Person> = {}): Promise<Person> {
  const person = makePerson({ country: '', ...changes, names: { ...noNames, ...names } });
  await client.people.create(person);
  return person;
}

const idsOf = ({ a, b }: { a: { id: string }; b: { id: string } }): string[] => [a.id, b.id].sort();
const pairOf = (...people: { id: string }[]): string[] => people.map(({ id }) => id).sort();

test('nobody and nothing in the sample register is taken for somebody else', async () => {
  const { client } = openTestBackend().backend;
  await client.records.loadSample();
  expect(await client.duplicates.list({})).toEqual([]);
});

test('«JITRI», «Kuznetzov Anton» and the like are found in the sample while they are typed', async () => {
  const { client } = openTestBackend().backend;
  await client.records.loadSample();
  const typed = { id: newId(), name: emptyText(), abbreviation: emptyText() };
  for (const input of [
    { ...typed, name: { ...emptyText(), en: 'JITRI' } },
    { ...typed, abbreviation: { ...emptyText(), en: 'JITRI' } },
    { ...typed, name: { ...emptyText(), en: 'Jiangsu Industrial Technology Research Institute' } },
  ]) {
    const [best] = await client.duplicates.organizationCandidates(input);
    expect(best?.b.label.en).toMatch(/Jiangsu Industrial Technology Research Institute/u);
  }
  const [anton] = await client.duplicates.personCandidates({
    id: newId(),
    names: { ...noNames, latin: named('Kuznetzov', 'Anton') },
    aliases: [],
    email: '',
  });
  expect(anton).toMatchObject({ kind: 'person', match: { verdict: 'same' } });
  expect(anton?.b.label.en).toMatch(/^Kuznetsov Anton/u);
  const none = { id: newId(), names: noNames, aliases: [], email: '' };
  expect(await client.duplicates.personCandidates(none)).toEqual([]);
});

test('planted doubles are found whatever their spelling, with their evidence, best first', async () => {
  const { client } = openTestBackend().backend;
  const hu = await add(client, { han: named('胡', '义东'), latin: named('Hu', 'Yidong') }, { email: 'hu@example.org' });
  const huCyrillic = await add(client, { cyrillic: named('Ху', 'Идун') }, { email: 'HU@example.org', country: 'CN' });
  const russian = await add(
    client,
    { cyrillic: named('Кузнецов', 'Антон', 'Борисович') },
    { phone: '+7 812 000-00-11' },
  );
  const press = await add(client, { latin: named('Kuznetzov', 'Anton') }, { phone: '8 (812) 000 00 11' });
  await add(client, { cyrillic: named('Орлова', 'Инна') });
  const pairs = await client.duplicates.list({ kind: 'person' });
  expect(pairs.map(idsOf)).toEqual([pairOf(hu, huCyrillic), pairOf(russian, press)]);
  expect(pairs.map(({ evidence }) => evidence)).toEqual([['same_email'], ['same_phone']]);
  expect(pairs.every(({ score, match }) => score > match.score && match.verdict === 'same')).toBe(true);
  const [first] = pairs;
  expect([first?.a.id === hu.id ? first.a.label.zh : first?.b.label.zh]).toEqual(['胡义东']);
});

test('a form that is the stronger evidence speaks against one that agrees', async () => {
  const { client } = openTestBackend().backend;
  const wei = (han: string) => add(client, { latin: named('Wang', 'Wei'), han: named('王', han) });
  const [great, dimension] = [await wei('伟'), await wei('维')];
  const anton = (patronymic: string) =>
    add(client, { latin: named('Kuznetsov', 'A.'), cyrillic: named('Кузнецов', 'Антон', patronymic) });
  await anton('Борисович');
  await anton('Сергеевич');
  await add(client, { latin: named('Petrov', 'Ivan', 'Ivanovich'), cyrillic: named('Петров', 'Иван') });
  await add(client, { latin: named('Petrov', 'Ivan', 'Petrovich') });
  const pairs = await client.duplicates.list({ kind: 'person' });
  expect(pairs.map(idsOf)).toEqual([pairOf(great, dimension)]);
  expect(pairs[0]?.match.verdict).toBe('possible');
});

test('an alias in the other’s spelling is a name of the same person after all', async () => {
  const { client } = openTestBackend().backend;
  const maiden = await add(
    client,
    { cyrillic: named('Петрова', 'Анна', 'Ивановна') },
    { aliases: [{ id: newId(), text: 'Смирнова Анна Ивановна' }] },
  );
  const married = await add(client, { cyrillic: named('Смирнова', 'Анна', 'Ивановна') });
  const pairs = await client.duplicates.list({ kind: 'person' });
  expect(pairs.map(idsOf)).toEqual([pairOf(maiden, married)]);
});

test('initials find the full name, Han characters a Russian’s transcription', async () => {
  const { client } = openTestBackend().backend;
  const liu = await add(client, { latin: named('Liu', 'Hongmei') });
  await add(client, { latin: named('Liu', 'Haiyan') });
  const short = await add(client, { latin: named('Liu', 'H. M.') });
  const russian = await add(client, { latin: named('Kuznetsov', 'Anton'), cyrillic: named('Кузнецов', 'Антон') });
  const transcribed = await add(client, { han: { ...noName, display: '安东·库兹涅佐夫' } });
  const rector = await add(client, { cyrillic: named('Рудской', 'Андрей') });
  const fromChinese = await add(client, { han: { ...noName, display: '鲁茨科伊·安德烈' } });
  const pairs = (await client.duplicates.list({ kind: 'person' })).map(idsOf);
  expect(pairs).toContainEqual(pairOf(liu, short));
  expect(pairs).toContainEqual(pairOf(russian, transcribed));
  expect(pairs).toContainEqual(pairOf(rector, fromChinese));
  for (const [typed, stored] of [
    [rector, fromChinese],
    [fromChinese, rector],
  ] as const) {
    const { names } = typed;
    const candidates = await client.duplicates.personCandidates({ id: newId(), names, aliases: [], email: '' });
    expect(candidates.map(({ b }) => b.id)).toContain(stored.id);
  }
});

test('the queue follows every change: new spelling, merge, its undo, removal, «not the same»', async () => {
  const { client } = openTestBackend().backend;
  const [a, b] = [
    await add(client, { latin: named('Hu', 'Yidong') }),
    await add(client, { cyrillic: named('Ху', 'Идун') }),
  ];
  const count = async (): Promise<number> => (await client.duplicates.list({ kind: 'person' })).length;
  expect(await count()).toBe(1);
  await client.people.update({ id: b.id, names: { ...noNames, cyrillic: named('Чжан', 'Вэй') } });
  expect(await count()).toBe(0);
  await client.history.undo();
  expect(await count()).toBe(1);
  const { seq } = await client.duplicates.merge({ kind: 'person', keepId: a.id, mergeId: b.id });
  expect(await count()).toBe(0);
  await client.duplicates.undoMerge({ seq });
  expect(await count()).toBe(1);
  const pair = { kind: 'person' as const, aId: a.id, bId: b.id };
  await client.duplicates.setDistinct(pair);
  expect(await count()).toBe(0);
  const typed = { id: b.id, names: b.names, aliases: [], email: '' };
  expect(await client.duplicates.personCandidates(typed)).toEqual([]);
  await client.duplicates.forgetDistinct(pair);
  expect(await count()).toBe(1);
  expect((await client.duplicates.personCandidates(typed)).map((found) => found.b.id)).toEqual([a.id]);
  await client.people.remove({ id: b.id });
  expect(await count()).toBe(0);
  // What is typed under the removed record’s id is compared all the same; the record itself is never its own candidate.
  expect((await client.duplicates.personCandidates({ ...typed, id: a.id })).map((found) => found.b.id)).toEqual([]);
});

test('calls are answered while the register is scanned, and a change in between is in the result', async () => {
  const { client } = openTestBackend().backend;
  for (const person of generatePeople(250)) await client.people.create(person);
  let isDone = false;
  const scan = client.duplicates.list({ kind: 'person' }).then((pairs) => {
    isDone = true;
    return pairs;
  });
  const late = [
    await add(client, { latin: named('Hu', 'Yidong') }),
    await add(client, { cyrillic: named('Ху', 'Идун') }),
  ];
  expect(isDone).toBe(false);
  await scan;
  expect((await client.duplicates.list({ kind: 'person' })).map(idsOf)).toContainEqual(pairOf(...late));
  const [one, other] = await Promise.all([client.duplicates.list({}), client.duplicates.list({})]);
  expect(one).toEqual(other);
});

test('a scan that the end of the program overtakes is no fault', async () => {
  const { backend, logged } = openTestBackend();
  for (const person of generatePeople(250)) await backend.client.people.create(person);
  const scan = backend.client.duplicates.list({});
  const outcome = scan.then(
    () => 'answered',
    (error: unknown): unknown => (error instanceof ORPCError ? error.code : error),
  );
  await backend.close();
  expect(await outcome).toBe('SERVICE_UNAVAILABLE');
  expect(logged).toEqual([]);
});

test('organisations: abbreviation and full name, city and country as evidence, distinct ones left out', async () => {
  const { client } = openTestBackend().backend;
  const addBody = async (changes: Partial<Organization>): Promise<Organization> => {
    const body = makeOrganization({ name: emptyText(), ...changes });
    await client.organizations.create(body);
    return body;
  };
  const city = { ...emptyText(), en: 'Nanjing' };
  const full = await addBody({
    name: { ...emptyText(), en: 'Jiangsu Industrial Technology Research Institute' },
    city,
  });
  const short = await addBody({ name: { ...emptyText(), en: 'JITRI' }, city });
  await addBody({ name: { ...emptyText(), en: 'Institute of Applied Records' } });
  const pairs = await client.duplicates.list({ kind: 'organization' });
  expect(pairs.map(idsOf)).toEqual([pairOf(full, short)]);
  expect(pairs[0]).toMatchObject({ kind: 'organization', evidence: ['same_city'] });
  await client.duplicates.setDistinct({ kind: 'organization', aId: full.id, bId: short.id });
  expect(await client.duplicates.list({ kind: 'organization' })).toEqual([]);
  const typed = { id: full.id, name: full.name, abbreviation: emptyText() };
  expect(await client.duplicates.organizationCandidates(typed)).toEqual([]);
});
