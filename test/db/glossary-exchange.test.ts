import { safe } from '@orpc/client';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Concept, GlossaryPreview, GlossaryProblem, ShownConcept } from '#shared/contract/glossary.ts';
import { glossaryFormats, glossaryLimits, termStatuses } from '#shared/contract/glossary.ts';
import { languages } from '#shared/domain/language.ts';
import { writeXlsx } from '../../electron/exchange/xlsx.ts';
import { type Client, makeSharedFolder, openSharedBackend, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeOrganization } from '../support/records.ts';

const fileOf = (content: BlobPart, name = 'glossary.csv'): File => new File([content], name);
const csv = (...lines: string[]): File => fileOf(lines.join('\n'));

async function preview(client: Client, file: File): Promise<GlossaryPreview> {
  for await (const event of await client.glossary.preview({ file })) if (event.type === 'result') return event.preview;
  throw new Error('it ended without a result');
}

const fatesOf = async (client: Client, file: File) =>
  (await preview(client, file)).rows.map(({ fate, changes }) => [fate, ...changes].join(' '));

/** Code, line, column and detail of each problem; the preview and the import say the same. */
async function problemsOf(client: Client, file: File): Promise<string[]> {
  const read = async (call: Promise<unknown>): Promise<GlossaryProblem[]> => {
    const { error } = await safe(call);
    return (error as { data?: { problems: GlossaryProblem[] } } | null)?.data?.problems ?? [];
  };
  const problems = await read(client.glossary.import({ file }));
  expect(await read(preview(client, file))).toEqual(problems);
  return problems.map(({ code, line, column, detail }) => `${code} ${line} ${column} ${detail}`.trimEnd());
}

const all = async (client: Client): Promise<ShownConcept[]> =>
  (await client.glossary.list({ query: '', limit: 1_000 })).concepts;
const termsOf = ({ shownTerms }: ShownConcept): string[] =>
  shownTerms.map(({ text, status }) => `${{ preferred: '', allowed: '~', forbidden: '-' }[status]}${text}`);

/** Without ids of terms, which no file has. */
const plain = (concepts: readonly ShownConcept[]) =>
  concepts
    .map(({ terms, ...concept }) => ({ ...concept, terms: terms.map(({ language, text, status }) => ({ language, text, status })) }))
    .sort((a, b) => a.id.localeCompare(b.id)); // prettier-ignore

const word = fc.string({
  unit: fc.constantFrom(...Array.from('aZяЁ术é|\\=+-@\'"«;,.()*$_x0041 ＝\u00A0𠮷\t')),
  maxLength: 12,
});
const localized = (text: fc.Arbitrary<string>) => fc.record({ en: text, ru: text, zh: text });
const paragraph = fc.array(word, { maxLength: 3 }).map((lines) => lines.join('\n'));
const concept: fc.Arbitrary<Concept> = fc.record({
  id: fc.uuid({ version: 7 }),
  link: fc.constant(null),
  area: localized(word),
  definition: localized(paragraph),
  source: word,
  note: paragraph,
  terms: fc
    .array(
      fc.record({
        id: fc.uuid({ version: 7 }),
        language: fc.constantFrom(...languages),
        text: word,
        status: fc.constantFrom(...termStatuses),
      }),
      { maxLength: 8 },
    )
    .map((terms) => [...terms, { id: newId(), language: 'en' as const, text: 'term', status: 'preferred' as const }]),
});

describe('round trip', () => {
  test.each(glossaryFormats)('what goes out as %s comes back equal, and changes nothing where it came from', async (format) => {
    const here = openTestBackend().backend.client;
    const there = openTestBackend().backend.client;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(concept, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
        fc.constantFrom(...languages),
        async (concepts, language) => {
          for (const one of concepts) await here.glossary.save(one);
          const file = await here.glossary.export({ format, language });
          expect((await preview(here, file)).counts).toMatchObject({ create: 0, update: 0 });
          expect((await here.glossary.import({ file })).position).toBe(0);
          await there.glossary.import({ file });
          expect(plain(await all(there))).toEqual(plain(await all(here)));
        },
      ),
      { numRuns: 8 },
    );
  }); // prettier-ignore

  test('linked concepts go out for reading; other names than the register has are refused', async () => {
    const { client, context } = openTestBackend().backend;
    const organization = makeOrganization({
      abbreviation: { en: 'IAR', ru: '', zh: '' },
      aliases: [{ id: newId(), text: 'Applied Records' }],
    });
    await client.organizations.create(organization);
    const [shown] = await all(client);
    const before = dump(context.connection);
    const file = await client.glossary.export({ format: 'csv', language: 'ru' });
    expect(await fatesOf(client, file)).toEqual(['same']);
    const text = await file.text();
    const renamed = fileOf(text.replace('Институт прикладных записей', 'Институт записей'));
    expect(await problemsOf(client, renamed)).toEqual(['linked_term 2 preferred_ru Институт прикладных записей']);
    expect(await problemsOf(client, fileOf(text.replace('IAR | ', '')))).toEqual(['linked_term 2 allowed_en IAR']);
    expect(dump(context.connection)).toEqual(before);

    // An alias may be forbidden, and terms may be added.
    const head = 'id,preferred_en,allowed_en,forbidden_en';
    await client.glossary.import({
      file: csv(head, `${shown!.id},Institute of Applied Records,IAR | IApR,Applied Records`),
    });
    expect(termsOf((await all(client))[0]!).slice(0, 4)).toEqual([
      'Institute of Applied Records', '~IAR', '~IApR', '-Applied Records',
    ]); // prettier-ignore
    expect(await all(client)).toMatchObject([{ isStored: true, link: { recordId: organization.id } }]);
    // On another machine without the organisation, it is a concept like any other, until the organisation comes.
    const there = openTestBackend().backend.client;
    await there.glossary.import({ file: await client.glossary.export({ format: 'xlsx', language: 'zh' }) });
    expect(await all(there)).toMatchObject([{ id: shown!.id, link: null }]);
    await there.organizations.create(organization);
    expect((await all(there)).map(termsOf)).toEqual((await all(client)).map(termsOf));
    expect(await all(there)).toMatchObject([{ id: shown!.id, link: { recordId: organization.id } }]);
  });
});

describe('import', () => {
  test('heads in three languages, other encodings, several terms in a cell; one change set, undone at once', async () => {
    const { client, context } = openTestBackend().backend;
    const before = dump(context.connection);
    const file = csv(
      'Список терминов;;;;',
      '№;Русский;Русский: не употреблять;英文;Комментарий',
      '1;дорожная карта;"мэп\nроадмап";roadmap | road map;план',
      '2;=СУММ(1);;-5;',
    );
    expect(await fatesOf(client, file)).toEqual(['create', 'create']);
    const { counts, position } = await client.glossary.import({ file });
    expect([counts, position > 0]).toEqual([{ create: 2, update: 0, same: 0 }, true]);
    expect((await all(client)).map(termsOf)).toEqual([
      ['-5', '=СУММ(1)'],
      ['roadmap', 'road map', 'дорожная карта', '-мэп', '-роадмап'],
    ]);
    expect((await client.history.undo()).name).toBe('glossary.import');
    expect(dump(context.connection)).toEqual(before);
    const utf16 = new Uint8Array(Buffer.from('\uFEFFen\tru\tcomment\nmeeting\tзаседание\t\n', 'utf16le'));
    expect((await client.glossary.import({ file: fileOf(utf16, 'omegat.txt') })).counts.create).toBe(1);
    const sheet = await writeXlsx([['中文', 'en'], ['会议', 'meeting']]); // prettier-ignore
    expect((await client.glossary.import({ file: fileOf(sheet) })).counts).toEqual({ create: 1, update: 0, same: 0 });
  });

  test('a row with an id says what the concept shall be; without columns things stay', async () => {
    const { client } = openTestBackend().backend;
    const [known, unknown] = [newId(), newId()];
    await client.glossary.import({
      file: csv('id,en,allowed_en,ru,definition_en,note', `${known},a | b,c,а,Meaning,n`),
    });
    const [first] = await all(client);
    const file = csv('ID,en,ru,definition_en', `${known.toUpperCase()},b,,`, `${unknown},x,,`);
    expect(await fatesOf(client, file)).toEqual(['update preferred_en preferred_ru definition_en', 'create']);
    await client.glossary.import({ file });
    const changed = await client.glossary.get({ id: known });
    expect([termsOf(changed), changed.note, changed.definition.en]).toEqual([['b', '~c'], 'n', '']);
    expect(changed.terms[0]!.id).toBe(first!.terms.find(({ text }) => text === 'b')!.id);
    expect(await client.glossary.get({ id: unknown })).toMatchObject({ shownTerms: [{ text: 'x' }] });
  });

  test('a row without an id adds to the concept that has its terms in two languages', async () => {
    const { client } = openTestBackend().backend;
    await client.glossary.import({ file: csv('en,ru,zh', 'roadmap,дорожная карта,路线图', 'bank,банк,') });
    const file = csv(
      'id,en,ru,zh,note',
      'T-1,Roadmap,Дорожная карта,路线图,',
      '2,roadmap,дорожная карта,路線圖,n',
      '3,bank,банка,银行,',
      '4,jar,,,',
      '5,jar,,,',
    );
    expect(await fatesOf(client, file)).toEqual(['same', 'update allowed_zh note', 'create', 'create', 'same']);
    await client.glossary.import({ file });
    expect((await all(client)).map(termsOf)).toEqual([
      ['bank', 'банк'],
      ['bank', 'банка', '银行'],
      ['jar'],
      ['roadmap', 'дорожная карта', '路线图', '~路線圖'],
    ]);
    expect((await preview(client, file)).counts).toEqual({ create: 0, update: 0, same: 5 });
  });

  test('a term that is a regular expression is a term', async () => {
    const { client } = openTestBackend().backend;
    await client.glossary.import({ file: csv('en,ru', '(a|b)*,"[а-я]+"', '.*,\\d{4}', '$&,^') });
    expect((await all(client)).map(termsOf).flat()).toEqual(
      expect.arrayContaining(['(a|b)*', '[а-я]+', '.*', '\\d{4}', '$&', '^']),
    );
  });
});

describe('bad input is refused with its place, and nothing is changed', () => {
  const id = newId();
  const backend = openSharedBackend(makeSharedFolder());
  beforeAll(() => backend().client.glossary.import({ file: csv('en', 'known') }));

  test.each<[string, () => File | Promise<File>, string[]]>([
    ['empty', () => fileOf(''), ['empty 0']],
    ['heads only', () => csv('en,ru'), ['empty 0']],
    ['no heads', () => csv('meeting,заседание'), ['unknown_columns 1  meeting | заседание']],
    ['an unknown column', () => csv('en,ru,Xyz qw', 'a,б,', 'a,б,в'), ['unknown_columns 1 Xyz qw Xyz qw']],
    ['a column twice', () => csv('en,English', 'a,b'), ['unknown_columns 1 English English']],
    ['another language', () => csv('en,de,comment', 'a,b,c'), ['wrong_language 1 de de']],
    ['a row without a term', () => csv('en,ru,note', 'a,б,', ',,only a note'), ['no_term 3']],
    ['an id twice', () => csv('id,en', `${id},a`, `${id},b`), [`duplicate_id 3 id ${id}`]],
    ['two statuses', () => csv('en,forbidden_en', 'a,b', 'a,a'), ['wrong_status 3 forbidden_en a']],
    ['a long term', () => csv('en', 'a', 'b'.repeat(501)), [`too_long 3 preferred_en ${'b'.repeat(200)}`]],
    ['a control character', () => csv('en,ru', 'a,б\u0007'), ['control_character 2 B U+0007']],
    ['an unclosed quote', () => csv('en,ru', '"a,б'), ['broken_csv 2  CSV_QUOTE_NOT_CLOSED']],
    ['broken bytes', () => fileOf(Buffer.concat([Buffer.from('en,ru\nмир и труд,май\n'), Buffer.from([0xff])])), ['broken_encoding 3 A utf-8']],
    ['another file', () => fileOf('%PDF-1.7', 'a.pdf'), ['unknown_format 0  a.pdf']],
    ['a broken workbook', () => fileOf('PK\u0003\u0004 nothing', 'a.xlsx'), ['broken_xlsx 0']],
    ['too many bytes', () => fileOf(new Uint8Array(glossaryLimits.bytes + 1)), [`too_large 0  ${glossaryLimits.bytes}`]],
    ['too many rows', () => csv('en', ...Array.from({ length: glossaryLimits.concepts + 1 }, (_, n) => `t${n}`)), [`too_many_rows ${glossaryLimits.concepts + 2}`]],
  ])('%s', async (_, make, expected) => {
    const { client, context } = backend();
    const before = dump(context.connection);
    const problems = await problemsOf(client, await make());
    expect(problems.map((problem) => (problem.startsWith('broken_xlsx') ? 'broken_xlsx 0' : problem))).toEqual(expected);
    expect(dump(context.connection)).toEqual(before);
  }); // prettier-ignore

  test('at most twenty problems are told', async () => {
    const { client } = backend();
    const file = csv('en,note', ...Array.from({ length: 60 }, () => ',n'));
    expect(await problemsOf(client, file)).toHaveLength(20);
  });
});
