import { ORPCError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { TmxReport } from '#shared/contract/memory.ts';
import { type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import type { Backend } from '../../electron/backend.ts';
import { sweepOrphans } from '../../electron/features/memory/index.ts';
import { type Client, makeFolder, openTestBackend, transports } from '../support/backend.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';
import { makeTmx, tmxFile } from '../support/tmx.ts';

const decision = {
  en: 'To hold a seminar in spring.',
  ru: 'Провести семинар весной.',
  zh: '春季举办研讨会。',
};

async function openAgreed() {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const talks = await addTalks(client);
  const meetingId = talks.meeting.id;
  const [, row] = talks.entries;
  if (row === undefined) throw new Error('no decision');
  const review = (reviewed: readonly Language[]) => settle(client, meetingId, row.id, reviewed, 'reviewed');
  return { backend, client, talks, meetingId, entryId: row.id, review };
}

async function settle(
  client: Client,
  meetingId: string,
  id: string,
  wanted: readonly Language[],
  verdict: 'reviewed' | 'draft',
): Promise<void> {
  const entry = (await client.meetings.get({ id: meetingId })).entries.find((one) => one.id === id);
  if (entry === undefined) throw new Error('no entry');
  const sourceRevision = entry.texts[entry.sourceLanguage].revision;
  const texts = wanted.map((language) => ({
    kind: 'entry' as const,
    id,
    language,
    revision: entry.texts[language].revision,
    sourceRevision,
  }));
  await client.translations.settle({ meetingId, verdict, texts });
}

const allUnits = async (client: Client): Promise<LocalizedText[]> => {
  const text = await (await client.memory.exportTmx({ meetingId: null })).text();
  return [...text.matchAll(/<tu[ >].*?<\/tu>/gsu)].map(([unit]) => ({
    en: /xml:lang="en"><seg>(.*?)<\/seg>/su.exec(unit)?.[1] ?? '',
    ru: /xml:lang="ru"><seg>(.*?)<\/seg>/su.exec(unit)?.[1] ?? '',
    zh: /xml:lang="zh-CN"><seg>(.*?)<\/seg>/su.exec(unit)?.[1] ?? '',
  }));
};

async function importFile(client: Client, file: File, id = newId()): Promise<{ report: TmxReport; position: number }> {
  for await (const event of await client.memory.importTmx({ id, file })) {
    if (event.type === 'result') return event;
  }
  throw new Error('no result');
}

const ask = (client: Client, text: string, language: Language, exceptMeetingId: string | null = null) =>
  client.memory.suggest({ text, language, exceptMeetingId });

describe('units of meetings', () => {
  test('come when the minutes are agreed, with the texts that were reviewed, and go when that is undone', async () => {
    const { client, meetingId, review } = await openAgreed();
    await review(['en']);
    expect(await allUnits(client)).toEqual([]);
    await agreeAll(client, meetingId);
    expect(await allUnits(client)).toEqual([{ ...decision, zh: '' }]);
    expect((await client.memory.status()).meetingUnits).toBe(1);
    await client.history.undo();
    expect(await allUnits(client)).toEqual([]);
    await client.history.redo();
    expect(await allUnits(client)).toEqual([{ ...decision, zh: '' }]);
  });

  test('follow what is reviewed after the minutes were agreed', async () => {
    const { client, meetingId, entryId, review } = await openAgreed();
    await agreeAll(client, meetingId);
    expect(await allUnits(client)).toEqual([]);
    await review(['en', 'zh']);
    expect(await allUnits(client)).toEqual([decision]);
    await settle(client, meetingId, entryId, ['en'], 'draft');
    expect(await allUnits(client)).toEqual([{ ...decision, en: '' }]);
  });

  test('stay as they were agreed while an amendment is open, asked for before or not, and follow the new agreement', async () => {
    const { client, meetingId, entryId, review } = await openAgreed();
    await review(['en', 'zh']);
    await agreeAll(client, meetingId);
    await client.versions.amend({ id: newId(), meetingId, reason: 'date' });
    const write = async (language: Language, text: string): Promise<void> => {
      const entry = (await client.meetings.get({ id: meetingId })).entries.find(({ id }) => id === entryId);
      const revision = entry?.texts[language].revision ?? 0;
      await client.entries.saveText({ entryId, language, text, revision });
    };
    await write('ru', 'Провести семинар осенью.');
    await write('en', 'To hold a seminar in autumn.');
    expect(await allUnits(client)).toEqual([decision]);
    await review(['en']);
    expect(await allUnits(client)).toEqual([decision]);
    await agreeAll(client, meetingId);
    expect(await allUnits(client)).toEqual([
      { en: 'To hold a seminar in autumn.', ru: 'Провести семинар осенью.', zh: '' },
    ]);
  });

  test('of headings, too', async () => {
    const { client, meetingId } = await openAgreed();
    const [heading] = await client.translations.headings({ meetingId });
    if (heading === undefined) throw new Error('no heading');
    const { kind, id, sourceLanguage, texts } = heading;
    const wanted = languages.filter((language) => language !== sourceLanguage && texts[language].text !== '');
    await client.translations.settle({
      meetingId,
      verdict: 'reviewed',
      texts: wanted.map((language) => ({
        kind,
        id,
        language,
        revision: texts[language].revision,
        sourceRevision: texts[sourceLanguage].revision,
      })),
    });
    await agreeAll(client, meetingId);
    expect(await allUnits(client)).toContainEqual({ en: texts.en.text, ru: texts.ru.text, zh: texts.zh.text });
  });

  test('name their meeting, and are left out for the meeting itself', async () => {
    const { client, meetingId, talks, review } = await openAgreed();
    await review(['en', 'zh']);
    await agreeAll(client, meetingId);
    const [found] = await ask(client, decision.ru, 'ru');
    const { title, date } = talks.meeting;
    expect(found).toMatchObject({ texts: decision, score: 1, source: null, meeting: { id: meetingId, title, date } });
    expect(await ask(client, decision.ru, 'ru', meetingId)).toEqual([]);
  });

  test('are known when they come back in a file that was made of them', async () => {
    const { client, meetingId, review } = await openAgreed();
    await review(['en', 'zh']);
    await agreeAll(client, meetingId);
    const file = await client.memory.exportTmx({ meetingId });
    const { report, position } = await importFile(client, file);
    expect(report).toMatchObject({ units: 0, known: 1, tool: expect.stringContaining('Trilogue') as string });
    expect(position).toBe(0);
    expect((await client.memory.status()).sources).toEqual([]);
  });
});

const seminar = {
  en: 'The sides agreed to hold a joint seminar on new materials in spring.',
  ru: 'Стороны договорились провести весной совместный семинар по новым материалам.',
  zh: '双方商定春季共同举办新材料研讨会。',
};
const older = { en: 'The sides agreed on the budget.', ru: 'Стороны согласовали бюджет.', zh: '双方商定了预算。' };

describe('suggestions', () => {
  test.each(languages.flatMap((from) => languages.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'from %s to %s: the same words first, then what is like it, with its score',
    async (from, to) => {
      const { backend } = openTestBackend();
      const { client } = backend;
      const changed = {
        en: 'The sides agreed to hold a joint seminar on old materials in spring.',
        ru: 'Стороны договорились провести весной совместный семинар по старым материалам.',
        zh: '双方商定春季共同举办旧材料研讨会。',
      };
      await importFile(client, tmxFile(makeTmx([{ texts: older }, { texts: seminar }, { texts: changed }])));
      const found = await ask(client, `  ${seminar[from].toUpperCase().replaceAll(' ', '  ')}`, from);
      const length = from === 'zh' ? 16 : seminar[from].split(' ').length;
      expect(found.map(({ texts, score }) => [texts[to], score])).toEqual([
        [seminar[to], 1],
        [changed[to], 1 - 1 / length],
      ]);
    },
  );

  test('nothing that is less than seven tenths alike; a number is a word', async () => {
    const { client } = openTestBackend().backend;
    const texts = { en: 'One two three four five six seven eight nine 10', ru: 'Раз', zh: '' };
    await importFile(client, tmxFile(makeTmx([{ texts }])));
    const scoreOf = async (text: string) => (await ask(client, text, 'en')).map(({ score }) => score);
    expect(await scoreOf('One two three four five six seven eight nine 11')).toEqual([0.9]);
    expect(await scoreOf('One two three four five six seven a b c')).toEqual([0.7]);
    expect(await scoreOf('One two three four five six a b c d')).toEqual([]);
    expect(await scoreOf('')).toEqual([]);
    expect(await scoreOf('…')).toEqual([]);
  });

  test('the newest of what is equally good; what says the same only once; at most ten', async () => {
    const { client } = openTestBackend().backend;
    const unit = (ru: string, date: string, zh = '') => ({ texts: { en: 'Agenda', ru, zh }, date });
    const many = Array.from({ length: 12 }, (_, index) => unit(`Повестка ${String(index)}`, `2019010${String(index % 9)}`));
    const file = makeTmx([
      unit('Повестка', '20200101'),
      unit('Повестка дня', '20240501', '议程'),
      unit('Повестка дня', '20230101'),
      ...many,
    ]);
    await importFile(client, tmxFile(file));
    const found = await ask(client, 'agenda', 'en');
    expect(found.slice(0, 2).map(({ texts }) => texts)).toEqual([
      { en: 'Agenda', ru: 'Повестка дня', zh: '议程' },
      { en: 'Agenda', ru: 'Повестка', zh: '' },
    ]);
    expect(found).toHaveLength(10);
  });

  test('a text of the greatest length is answered, and finds itself', async () => {
    const { client } = openTestBackend().backend;
    const long = Array.from({ length: 7_000 }, (_, index) => `word${String(index % 900)}`).join(' ').slice(0, 49_000);
    await importFile(client, tmxFile(makeTmx([{ texts: { en: long, ru: 'Длинный текст', zh: '' } }])));
    expect((await ask(client, `${long} end`, 'en')).map(({ texts }) => texts.ru)).toEqual(['Длинный текст']);
  });
});

describe('concordance', () => {
  test('finds all words in any language and any word form, the newest first', async () => {
    const { client } = openTestBackend().backend;
    const units = [
      { texts: { en: 'Cooperation agreement', ru: 'Соглашение о сотрудничестве', zh: '合作协议' }, date: '20200101' },
      { texts: { en: 'Agreements of sides', ru: 'Соглашения сторон', zh: '各方协议' }, date: '20220101' },
      { texts: { en: 'Budget', ru: 'Бюджет', zh: '' } },
    ];
    await importFile(client, tmxFile(makeTmx(units)));
    const find = async (query: string, limit = 10) => {
      const { units: found, isMore } = await client.memory.concordance({ query, limit });
      return [...found.map(({ texts }) => texts.en), ...(isMore ? ['…'] : [])];
    };
    expect(await find('соглашением')).toEqual(['Agreements of sides', 'Cooperation agreement']);
    expect(await find('соглашений СОТРУДНИЧЕСТВО')).toEqual(['Cooperation agreement']);
    expect(await find('agreement 协议')).toEqual(['Agreements of sides', 'Cooperation agreement']);
    expect(await find('协议', 1)).toEqual(['Agreements of sides', '…']);
    expect(await find('作协')).toEqual(['Cooperation agreement']);
    expect(await find('бюджета agreement')).toEqual([]);
    expect(await find(' " OR * (')).toEqual([]);
  });
});

describe('files', () => {
  test('an import counts at once, is undone and redone as one, is removed and brought back', async () => {
    const { client } = openTestBackend().backend;
    const id = newId();
    const { report, position } = await importFile(client, tmxFile(makeTmx([{ texts: seminar }, { texts: older }])), id);
    expect(report).toMatchObject({ units: 2, known: 0, languages: { en: 2, ru: 2, zh: 2 } });
    expect(position).toBeGreaterThan(0);
    const isThere = async (): Promise<boolean> => (await ask(client, seminar.ru, 'ru')).length === 1;
    expect((await client.memory.status()).sources).toMatchObject([{ id, name: 'memory.tmx', units: 2 }]);
    expect(await isThere()).toBe(true);
    await client.history.undo();
    expect(await isThere()).toBe(false);
    expect(await allUnits(client)).toEqual([]);
    expect((await client.memory.concordance({ query: 'семинар', limit: 5 })).units).toEqual([]);
    await client.history.redo();
    expect(await isThere()).toBe(true);
    await client.memory.removeSource({ id });
    expect(await isThere()).toBe(false);
    await client.history.undo();
    expect(await isThere()).toBe(true);
    expect(await safe(client.memory.removeSource({ id: newId() }))).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('what an import that was undone has brought outlives a restart, for redo', async () => {
    const folder = makeFolder();
    const first = openTestBackend(folder).backend;
    await importFile(first.client, tmxFile(makeTmx([{ texts: seminar }])));
    await first.client.history.undo();
    await first.client.memory.status();
    await sweepOrphans(first.context);
    await first.close();
    const second = openTestBackend(folder).backend;
    await second.client.memory.status();
    await sweepOrphans(second.context);
    await second.client.history.redo();
    expect(await ask(second.client, seminar.en, 'en')).toHaveLength(1);
  });

  test('a unit is taken once, whether the memory has it or the file has it twice; after a removal it is new', async () => {
    const { client } = openTestBackend().backend;
    const id = newId();
    const twice = makeTmx([{ texts: seminar }, { texts: { ...seminar, en: `${seminar.en} ` } }]);
    expect((await importFile(client, tmxFile(twice), id)).report).toMatchObject({ units: 1, known: 1 });
    expect((await importFile(client, tmxFile(twice))).report).toMatchObject({ units: 0, known: 2 });
    await client.memory.removeSource({ id });
    expect((await importFile(client, tmxFile(twice))).report).toMatchObject({ units: 1, known: 1 });
    expect(await ask(client, seminar.en, 'en')).toHaveLength(1);
  });

  test('inspecting changes nothing', async () => {
    const { backend } = openTestBackend();
    const events = [];
    const file = tmxFile(makeTmx([{ texts: seminar }]));
    for await (const event of await backend.client.memory.inspectTmx({ file })) events.push(event);
    expect(events.at(-1)).toMatchObject({ type: 'result', position: 0, report: { units: 1 } });
    expect(countUnits(backend)).toBe(0);
  });

  test('an import that is cancelled leaves nothing to be seen, and then nothing at all', async () => {
    const { backend } = openTestBackend();
    const { client } = backend;
    const file = tmxFile(manyUnits());
    const steps = await client.memory.importTmx({ id: newId(), file });
    for await (const event of steps) if (event.type === 'progress' && countUnits(backend) > 0) break;
    expect((await client.memory.status()).sources).toEqual([]);
    expect(await ask(client, 'unit 1 of many', 'en')).toEqual([]);
    await sweepOrphans(backend.context);
    expect(countUnits(backend)).toBe(0);
  });

  test('a call that is aborted stops', async () => {
    const { backend } = openTestBackend();
    const abort = new AbortController();
    const steps = await backend.client.memory.importTmx(
      { id: newId(), file: tmxFile(manyUnits()) },
      { signal: abort.signal },
    );
    const read = (async () => {
      for await (const event of steps) if (event.type === 'progress') abort.abort();
    })();
    await expect(read).rejects.toThrow();
    expect((await backend.client.memory.status()).sources).toEqual([]);
    await sweepOrphans(backend.context);
    expect(countUnits(backend)).toBe(0);
  });

  test('what a crash has left is swept at the next start', async () => {
    const folder = makeFolder();
    const first = openTestBackend(folder).backend;
    await importFile(first.client, tmxFile(makeTmx([{ texts: seminar }])));
    // As if the program had ended before the file itself was noted.
    const { connection } = first.context;
    connection.sql("DELETE FROM change WHERE table_name = 'memory_source'");
    connection.sql('DELETE FROM memory_source');
    await first.close();
    const second = openTestBackend(folder).backend;
    expect(await ask(second.client, seminar.en, 'en')).toEqual([]);
    await sweepOrphans(second.context);
    expect(countUnits(second)).toBe(0);
    await importFile(second.client, tmxFile(makeTmx([{ texts: seminar }])));
    expect(await ask(second.client, seminar.en, 'en')).toHaveLength(1);
  });

  test.each(Object.entries(transports))('%s: a file is refused in words that name the place', async (_, connect) => {
    const { backend } = openTestBackend();
    const client = await connect(backend);
    const file = tmxFile('<?xml version="1.0"?>\n<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx/>');
    const { error } = await safe(importFile(client, file));
    expect(error instanceof ORPCError && [error.code, error.data]).toEqual([
      'TMX_REFUSED',
      { problems: [{ code: 'doctype', line: 2, detail: 'tmx [<!ENTITY a "b">]' }] },
    ]);
    expect((await client.memory.status()).sources).toEqual([]);
  });

  test('an index that is gone, or of another version, is built anew', async () => {
    const folder = makeFolder();
    const first = openTestBackend(folder).backend;
    await importFile(first.client, tmxFile(makeTmx([{ texts: seminar }, { texts: older }])));
    first.context.connection.sql('UPDATE memory_state SET version = 0');
    await first.close();
    const second = openTestBackend(folder).backend;
    expect(await ask(second.client, seminar.zh, 'zh')).toHaveLength(1);
  });
});

const manyUnits = (): string =>
  makeTmx(
    Array.from({ length: 3_000 }, (_, index) => ({
      texts: { en: `unit ${String(index)} of many`, ru: `единица ${String(index)}`, zh: `${String(index)}号` },
    })),
  );

const countUnits = ({ context }: Backend): number =>
  context.connection.sql<{ count: number }>('SELECT count(*) AS count FROM memory_unit')[0]?.count ?? 0;

describe('exact matches', () => {
  async function openDraft() {
    const { backend } = openTestBackend();
    const client: Client = backend.client;
    const talks = await addTalks(client);
    const meetingId = talks.meeting.id;
    const [speech] = talks.entries;
    if (speech === undefined) throw new Error('no speech');
    const proposal = { en: 'Proposed to discuss new materials.', ru: speech.texts.ru.text, zh: '提议讨论新材料。' };
    return { client, talks, meetingId, speech, proposal };
  }
  const placesOf = (id: string) => ({ kind: 'entry' as const, id });

  test('fill what is empty, from the newest unit that has the language, as drafts, in one change set', async () => {
    const { client, meetingId, speech, proposal } = await openDraft();
    const file = makeTmx([
      { texts: { ...proposal, ru: proposal.ru.replace(' ', '\n ') }, date: '20200101' },
      { texts: { ...proposal, en: 'He proposed to discuss new materials.', zh: '' }, date: '20240101' },
      { texts: { ...proposal, ru: proposal.ru.toUpperCase(), en: 'Not the same.' }, date: '20250101' },
    ]);
    await importFile(client, tmxFile(file));
    const matches = await client.memory.exactMatches({ meetingId });
    expect(matches).toMatchObject([
      { ...placesOf(speech.id), language: 'en', text: 'He proposed to discuss new materials.' },
      { ...placesOf(speech.id), language: 'zh', text: proposal.zh },
    ]);
    const texts = matches.map(({ kind, id, language, text }) => ({ kind, id, language, text }));
    const { filled, position } = await client.memory.fill({ meetingId, texts });
    expect(filled).toBe(2);
    expect(position).toBeGreaterThan(0);
    const read = async () => (await client.meetings.get({ id: meetingId })).entries.find(({ id }) => id === speech.id)?.texts;
    expect(await read()).toMatchObject({
      en: { text: 'He proposed to discuss new materials.', status: 'draft', baseRevision: 1 },
      zh: { text: proposal.zh, status: 'draft', baseRevision: 1 },
    });
    expect((await client.history.state()).undo?.name).toBe('memory.fill');
    expect(await client.memory.exactMatches({ meetingId })).toEqual([]);
    await client.history.undo();
    expect(await read()).toMatchObject({ en: { text: '' }, zh: { text: '' } });
  });

  test('pass over what is no longer empty, what is not needed, the source itself and what is nowhere', async () => {
    const { client, meetingId, speech, proposal } = await openDraft();
    await client.entries.saveText({ entryId: speech.id, language: 'en', text: 'Typed.', revision: 0 });
    await client.translations.settle({
      meetingId,
      verdict: 'not_needed',
      texts: [{ ...placesOf(speech.id), language: 'zh', revision: 0, sourceRevision: 1 }],
    });
    await importFile(client, tmxFile(makeTmx([{ texts: proposal }])));
    expect(await client.memory.exactMatches({ meetingId })).toEqual([]);
    const texts = [
      ...languages.map((language) => ({ ...placesOf(speech.id), language, text: 'Filled.' })),
      { ...placesOf(newId()), language: 'en' as const, text: 'Filled.' },
      { kind: 'meeting_title' as const, id: meetingId, language: 'en' as const, text: ' ' },
    ];
    expect(await client.memory.fill({ meetingId, texts })).toEqual({ position: 0, filled: 0 });
  });

  test('fill nothing of agreed minutes, and nothing of no meeting', async () => {
    const { client, meetingId, review, entryId } = await openAgreed();
    await review(['en']);
    await agreeAll(client, meetingId);
    const texts = [{ ...placesOf(entryId), language: 'zh' as const, text: 'x' }];
    expect(await safe(client.memory.fill({ meetingId, texts }))).toMatchObject({ error: { code: 'LOCKED' } });
    const missing = newId();
    const notFound = { error: { code: 'NOT_FOUND' } };
    expect(await safe(client.memory.fill({ meetingId: missing, texts }))).toMatchObject(notFound);
    expect(await safe(client.memory.exactMatches({ meetingId: missing }))).toMatchObject(notFound);
    expect(await safe(client.memory.exportTmx({ meetingId: missing }))).toMatchObject(notFound);
  });
});

test('a meeting that came with a record goes with it when the import is undone, and so do its units', async () => {
  const there = await openAgreed();
  await there.review(['en', 'zh']);
  await agreeAll(there.client, there.meetingId);
  const file = await there.client.records.export({ meetingId: there.meetingId });
  const { client } = openTestBackend().backend;
  await client.records.import({ file });
  expect(await allUnits(client)).toEqual([decision]);
  await client.history.undo();
  expect(await allUnits(client)).toEqual([]);
  await client.history.redo();
  expect(await allUnits(client)).toEqual([decision]);
});
