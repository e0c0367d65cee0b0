import { openAsBlob, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ExchangeFormat, ExchangeKind, ExchangePreview, PreviewRow } from '#shared/contract/exchange.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { writeXlsx } from '../../electron/exchange/xlsx.ts';
import { type Client, makeFolder, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeOrganization, makePerson } from '../support/records.ts';

const fileOf = (content: BlobPart, name = 'contacts.csv'): File => new File([content], name);

async function resultOf<Event extends { type: string }>(events: AsyncIterable<Event>) {
  const seen: Event[] = [];
  for await (const event of events) seen.push(event);
  return seen.at(-1) as Extract<Event, { type: 'result' }>;
}

async function preview(client: Client, file: File, kind: ExchangeKind = 'people'): Promise<ExchangePreview> {
  return (await resultOf(await client.exchange.preview({ kind, file }))).preview;
}

async function importFile(
  client: Client,
  file: File,
  kind: ExchangeKind = 'people',
  decisions: { line: number; fate: 'create' | 'update' | 'skip'; recordId: string | null }[] = [],
) {
  return resultOf(await client.exchange.import({ kind, file, decisions }));
}

/** What a refused call says. */
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error instanceof ORPCError ? error.data : error;
  }
  throw new Error('it was not refused');
}

const fatesOf = (rows: readonly PreviewRow[]): string[] => rows.map(({ fate }) => fate);
const name = (family: string, given: string, patronymic = '') => ({
  family, given, patronymic, display: '', source: 'entered' as const, sortKey: '',
}); // prettier-ignore
const noName = name('', '');

describe('import', () => {
  test('people and their organisations come in as one change set, undone at once', async () => {
    const { backend } = openTestBackend();
    const { client, context } = backend;
    const before = dump(context.connection);
    const file = fileOf(
      'ФИО;Организация;Должность;E-mail\nПримеров Иван Ильич;Институт образцов;директор;p@example.org\nОбразцова Мария;ИНСТИТУТ «ОБРАЗЦОВ»;;\n',
    );
    const shown = await preview(client, file);
    expect(shown.counts).toEqual({ create: 2, update: 0, same: 0, suspected: 0, skip: 0 });
    expect(shown.newOrganizations).toEqual(['Институт образцов']);
    expect(dump(context.connection)).toEqual(before);
    const { seq } = await importFile(client, file);
    const people = await client.people.list();
    expect(people.map((person) => person.name.ru).sort()).toEqual(['Образцова Мария', 'Примеров Иван Ильич']);
    expect(new Set(people.map(({ organizationId }) => organizationId)).size).toBe(1);
    expect((await client.history.state()).undo).toMatchObject({ seq, name: 'people.import' });
    await client.history.undo();
    expect(dump(context.connection)).toEqual(before);
  });

  test('updates by id and by e-mail with the same name; empty cells leave alone; a second time changes nothing', async () => {
    const { client } = openTestBackend().backend;
    const known = makePerson({ email: 'hu@example.org', phone: '1', note: 'kept' });
    await client.people.create(known);
    const file = fileOf('Full name,E-mail,Telephone,Note\nHU Yidong,HU@example.org,2,\n');
    const [row] = (await preview(client, file)).rows;
    expect(row).toMatchObject({ fate: 'update', record: { id: known.id } });
    expect(row?.changes).toContain('phone');
    await importFile(client, file);
    expect(await client.people.get({ id: known.id })).toMatchObject({ phone: '2', note: 'kept' });
    expect(fatesOf((await preview(client, file)).rows)).toEqual(['same']);
    expect((await importFile(client, file)).seq).toBeNull();
  });

  test('who may be here already, or twice in the file, waits for a decision', async () => {
    const { client } = openTestBackend().backend;
    const known = makePerson();
    await client.people.create(known);
    const file = fileOf('姓名,E-mail\n胡一东,a@example.org\n范例,\n范例,\n');
    const { rows } = await preview(client, file);
    expect(fatesOf(rows)).toEqual(['suspected', 'create', 'suspected']);
    expect(rows[0]?.record?.id).toBe(known.id);
    expect(rows[0]?.match?.verdict).toMatch(/same|possible/u);
    expect(rows[2]?.record).toBeNull();
    expect((await importFile(client, file)).counts).toMatchObject({ create: 1, suspected: 2 });
    await client.history.undo();
    await importFile(client, file, 'people', [
      { line: 2, fate: 'update', recordId: known.id },
      { line: 3, fate: 'skip', recordId: null },
      { line: 4, fate: 'create', recordId: null },
    ]);
    expect(await client.people.list()).toHaveLength(2);
    expect(await client.people.get({ id: known.id })).toMatchObject({
      email: 'a@example.org',
      names: { latin: { family: 'Hu' }, han: { family: '胡', given: '一东' } },
    });
  });

  test('after a preview it goes on from there, and does what it would have done without one', async () => {
    const file = fileOf(
      'Full name,Organisation\nAnn Sample,Sample Hall\nSample Ann,Sample Hall\nAnn SAMPLE,Sample Hall\n',
    );
    const decisions = [{ line: 2, fate: 'skip' as const, recordId: null }];
    const outcomes = [];
    for (const isPreviewed of [true, false]) {
      const { client } = openTestBackend().backend;
      if (isPreviewed) {
        expect(fatesOf((await preview(client, file)).rows)).toEqual(['create', 'suspected', 'suspected']);
      }
      const { counts } = await importFile(client, file, 'people', decisions);
      outcomes.push({ counts, people: (await client.people.list()).map((person) => person.name.en) });
      expect(await client.organizations.list()).toHaveLength(1);
    }
    expect(outcomes[0]).toMatchObject({ counts: { skip: 1, create: 1, suspected: 1 } });
    expect(outcomes[0]).toEqual(outcomes[1]);
  });

  test('what was written since the preview counts', async () => {
    const { client } = openTestBackend().backend;
    const file = fileOf('Full name\nHu Yidong\n');
    expect(fatesOf((await preview(client, file)).rows)).toEqual(['create']);
    await client.people.create(makePerson());
    expect((await importFile(client, file)).counts).toMatchObject({ create: 0, suspected: 1 });
  });

  test('of many contacts: all are found as soon as somebody searches', async () => {
    const { client } = openTestBackend().backend;
    const rows = Array.from({ length: 300 }, (_, index) => `Sample${String(index)},Ann`);
    await importFile(client, fileOf(['Family name,Given name', ...rows].join('\n')));
    const [best] = await client.search.find({ query: 'Sample299' });
    expect(best?.label.en).toBe('Sample299 Ann');
  });

  test('organisations: abbreviation, kind and city; a likeness is suspected', async () => {
    const { client } = openTestBackend().backend;
    await client.organizations.create(makeOrganization());
    const file = fileOf(
      'Название,Сокращение,Вид,Страна,Город\nИнститут прикладных записей,,,,\nПримерный университет,ПУ,Университет,Россия,Пермь\n',
    );
    expect(fatesOf((await preview(client, file, 'organizations')).rows)).toEqual(['suspected', 'create']);
    await importFile(client, file, 'organizations');
    expect(await client.organizations.list()).toContainEqual(
      expect.objectContaining({ kind: 'university', country: 'RU', abbreviation: { en: '', ru: 'ПУ', zh: '' } }),
    );
  });

  test('mixed scripts are kept and flagged', async () => {
    const { client } = openTestBackend().backend;
    const [row] = (await preview(client, fileOf('Family name,Given name\nKuzn\u0435tsov,Ann\n'))).rows;
    expect(row).toMatchObject({ fate: 'create', warnings: [{ code: 'mixed_scripts', detail: 'Kuzn\u0435tsov' }] });
  });

  test('aborted before its end it changes nothing', async () => {
    const { backend } = openTestBackend();
    const before = dump(backend.context.connection);
    const rows = Array.from(
      { length: 3_000 },
      (_, index) => `Sample${String(index)},Ann,s${String(index)}@example.org`,
    );
    const file = fileOf(['Family name,Given name,E-mail', ...rows].join('\n'));
    const abort = new AbortController();
    const events = await backend.client.exchange.import(
      { kind: 'people', file, decisions: [] },
      { signal: abort.signal },
    );
    const seen: string[] = [];
    const reading = (async () => {
      for await (const event of events) {
        seen.push(event.type);
        abort.abort();
      }
    })();
    await reading.catch(() => undefined);
    expect(seen).toEqual(['progress']);
    expect(dump(backend.context.connection)).toEqual(before);
  });
});

describe('a bad file is refused and leaves everything as it was', () => {
  const known = makePerson();
  const vcard = (lines: string): string => `BEGIN:VCARD\nVERSION:4.0\n${lines}\nEND:VCARD\n`;
  const cases: [string, string, () => File | Promise<File>][] = [
    ['of 200 MB', 'too_large', () => sparseFile(200 * 1024 * 1024)],
    ['of a million rows', 'too_many_rows', () => fileOf(`Name\n${'Ann Sample\n'.repeat(1_000_000)}`)],
    ['of too many columns', 'too_many_columns', () => fileOf(`Name${',x'.repeat(300)}\nAnn Sample`)],
    ['without anything', 'empty', () => fileOf('')],
    ['that is a picture', 'unknown_format', () => fileOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))],
    ['with broken UTF-8', 'broken_encoding', () => fileOf(Buffer.concat([Buffer.from('Имя\nПримеров '), Buffer.from([0xd0])]))],
    ['of half a UTF-16 character', 'broken_encoding', () => fileOf(Buffer.from('\uFEFFName\nAnn Sample', 'utf16le').subarray(0, -1))],
    ['with an open quote', 'broken_csv', () => fileOf('Name\n"Ann Sample\n')],
    ['that only begins as a workbook', 'broken_xlsx', async () => fileOf((await writeXlsx([['Name'], ['Ann Sample']])).slice(0, 300), 'a.xlsx')],
    ['with half a card', 'broken_vcard', () => fileOf('BEGIN:VCARD\nFN:Ann Sample\n', 'a.vcf')],
    ['with a control character', 'control_character', () => fileOf('Name\nAnn\u0008 Sample\n')],
    ['with a text too long', 'too_long', () => fileOf(`Name\n${'a'.repeat(501)}\n`)],
    ['with a country that is none', 'wrong_value', () => fileOf('Name,Country\nAnn Sample,Atlantis\n')],
    ['with a row without a name', 'no_name', () => fileOf('Name,E-mail\n,a@example.org\n')],
    ['with an id that is not here', 'unknown_id', () => fileOf('ID,Name\n01a1fc0d-d76e-7219-8118-add3cdac0b38,Ann Sample\n')],
    ['with an id that is none', 'unknown_id', () => fileOf('ID,Name\n17,Ann Sample\n')],
    ['with an id twice', 'duplicate_id', () => fileOf(`ID,Name\n${known.id},Hu Yidong\n${known.id},Hu Yidong\n`)],
    ['without a column of names', 'nothing_mapped', () => fileOf('E-mail\na@example.org\n')],
    ['whose last card is broken', 'broken_vcard', () => fileOf(`${vcard('FN:Ann Sample')}BEGIN:VCARD\nnot a property\nEND:VCARD\n`)],
  ]; // prettier-ignore

  test.each(cases)('%s: %s', async (_what, code, makeFile) => {
    const { backend } = openTestBackend();
    const { client, context } = backend;
    await client.people.create(known);
    const before = dump(context.connection);
    const file = await makeFile();
    for (const call of [preview, importFile]) {
      expect(await refusalOf(call(client, file))).toMatchObject({ problems: [{ code }] });
    }
    expect(dump(context.connection)).toEqual(before);
    expect((await client.app.check()).integrity).toBe('ok');
  });

  test('a decision for a row that is not there', async () => {
    const { client } = openTestBackend().backend;
    const decisions = [{ line: 9, fate: 'skip' as const, recordId: null }];
    const refused = await refusalOf(importFile(client, fileOf('Name\nAnn Sample\n'), 'people', decisions));
    expect(refused).toMatchObject({ problems: [{ code: 'wrong_decision', line: 9 }] });
    expect(await client.people.list()).toEqual([]);
  });

  async function sparseFile(bytes: number): Promise<File> {
    const path = join(makeFolder(), 'large.csv');
    writeFileSync(path, 'Name\n');
    truncateSync(path, bytes);
    return new File([await openAsBlob(path)], 'large.csv');
  }
});

test('a photo behind a URL is left out and never fetched', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}/photo.jpg`;
  const { client } = openTestBackend().backend;
  const card = `BEGIN:VCARD\nVERSION:4.0\nFN:Ann Sample\nPHOTO;MEDIATYPE=image/jpeg:${url}\nLOGO:${url}\nEND:VCARD\n`;
  const [row] = (await preview(client, fileOf(card, 'a.vcf'))).rows;
  expect(row?.warnings.map(({ code }) => code)).toEqual(['photo_left_out', 'photo_left_out']);
  await importFile(client, fileOf(card, 'a.vcf'));
  const [person] = await client.people.list();
  expect(await client.people.get({ id: person?.id ?? '' })).toMatchObject({ note: '' });
  expect(requests).toBe(0);
});

describe('round trip', () => {
  const line = fc
    .string({ unit: fc.constantFrom(...Array.from('abc,;:"\'=+-@\\ пфё王文·\u00e9')), maxLength: 12 })
    .map((text) => text.trim().replace(/\s+/gu, ' '));
  const text = fc
    .string({ unit: fc.constantFrom(...Array.from('aя王,;"\\=\n ')), maxLength: 60 })
    .map((value) => value.trim());
  const word = (letters: string) =>
    fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 1, maxLength: 6 });
  const nameIn = (letters: string, hasPatronymic: boolean) =>
    fc
      .record({
        family: word(letters),
        given: word(letters),
        patronymic: hasPatronymic ? word(letters) : fc.constant(''),
      })
      .map(({ family, given, patronymic }) => name(family, given, patronymic));
  const person: fc.Arbitrary<Person> = fc
    .record({
      latin: fc.option(nameIn('abxyz', true), { nil: noName }),
      cyrillic: fc.option(nameIn('абвгё', true), { nil: noName }),
      han: nameIn('范例样本甲乙', false),
      alias: line.filter((value) => value !== ''),
      gender: fc.constantFrom('' as const, 'f' as const, 'm' as const),
      title: fc.record({ en: word('abc'), ru: word('абв'), zh: word('甲乙') }),
      country: fc.constantFrom('', 'CN', 'RU', 'KZ'),
      email: fc.constantFrom('', 'a@example.org', 'a@example.org, b@example.org'),
      phone: fc.constantFrom('', '+7 812 000-00-01', '010-1'),
      messenger: line,
      languages: line,
      note: text,
      position: fc.record({ en: line, ru: line, zh: line }),
      isEmployed: fc.boolean(),
    })
    .map(({ latin, cyrillic, han, alias, position, isEmployed, ...rest }) => {
      const made = makePerson({ ...rest, names: { latin, cyrillic, han } });
      made.aliases = [{ id: crypto.randomUUID(), text: alias }];
      if (isEmployed) {
        made.affiliations = [{ id: crypto.randomUUID(), organizationId: '', position, from: null, to: null }];
      }
      return made;
    });

  /** What a file carries: not the ids of a person's lists, nor who entered a name. */
  const carried = (people: Person[]) =>
    people
      .map(({ aliases, affiliations, ...rest }) => ({
        ...rest,
        aliases: aliases.map((alias) => alias.text),
        positions: affiliations.map(({ position }) => position),
      }))
      .sort((a, b) => a.id.localeCompare(b.id));

  test.each<ExchangeFormat>(['csv', 'xlsx', 'vcard4', 'vcard3'])(
    '%s: the same here, equal elsewhere',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(person, { minLength: 1, maxLength: 6 }),
          fc.constantFrom('en', 'ru', 'zh'),
          async (people, language) => {
            const here = openTestBackend();
            const there = openTestBackend();
            const institute = makeOrganization();
            await here.backend.client.organizations.create(institute);
            for (const one of people) {
              for (const affiliation of one.affiliations) affiliation.organizationId = institute.id;
              await here.backend.client.people.create(one);
            }
            const file = await here.backend.client.exchange.export({ kind: 'people', format, language });
            expect(new Set(fatesOf((await preview(here.backend.client, file)).rows))).toEqual(new Set(['same']));
            await importFile(there.backend.client, file);
            expect(carried(await readPeople(there.backend.client))).toEqual(
              carried(await readPeople(here.backend.client)),
            );
            await here.backend.close();
            await there.backend.close();
          },
        ),
        { numRuns: 8 },
      );
    },
  );

  const readPeople = async (client: Client): Promise<Person[]> =>
    Promise.all((await client.people.list()).map(({ id }) => client.people.get({ id })));

  test.each<ExchangeFormat>(['csv', 'xlsx', 'vcard4', 'vcard3'])('organisations as %s', async (format) => {
    const here = openTestBackend().backend.client;
    const there = openTestBackend().backend.client;
    const institute = makeOrganization({
      abbreviation: { en: 'IAR', ru: 'ИПЗ', zh: '' },
      aliases: [{ id: crypto.randomUUID(), text: 'Records; Applied' }],
      city: { ...emptyText(), ru: 'Пермь', en: 'Perm' },
      note: 'Two\nlines',
    });
    await here.organizations.create(institute);
    const file = await here.exchange.export({ kind: 'organizations', format, language: 'ru' });
    expect(fatesOf((await preview(here, file, 'organizations')).rows)).toEqual(['same']);
    await importFile(there, file, 'organizations');
    const copy = await there.organizations.get({ id: institute.id });
    expect({ ...copy, aliases: copy.aliases.map((alias) => alias.text) }).toEqual({
      ...institute,
      aliases: ['Records; Applied'],
    });
  });

  test('lines of a card have at most 75 octets and whole characters', async () => {
    const { client } = openTestBackend().backend;
    await client.people.create(makePerson({ note: '王文丽 Ху Идун '.repeat(40) }));
    const file = await client.exchange.export({ kind: 'people', format: 'vcard4', language: 'zh' });
    const bytes = Buffer.from(await file.arrayBuffer());
    for (const textLine of bytes.toString('latin1').split('\r\n')) expect(textLine.length).toBeLessThanOrEqual(75);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toContain('\uFFFD');
  });
});
