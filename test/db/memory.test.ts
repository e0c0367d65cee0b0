import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { allUnits, ask, decision, importFile, openAgreed, settle } from '../support/memory.ts';
import { agreeAll } from '../support/talks.ts';
import { makeTmx, tmxFile } from '../support/tmx.ts';

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

  test('of headings, too, which also stay while an amendment changes them', async () => {
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
    const unit = { en: texts.en.text, ru: texts.ru.text, zh: texts.zh.text };
    expect(await allUnits(client)).toContainEqual(unit);
    await client.versions.amend({ id: newId(), meetingId, reason: 'title' });
    const { revision } = texts[sourceLanguage];
    await client.translations.saveHeading({ kind, id, language: sourceLanguage, text: 'Another title', revision });
    expect(await allUnits(client)).toContainEqual(unit);
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
    const many = Array.from({ length: 12 }, (_, index) =>
      unit(`Повестка ${String(index)}`, `2019010${String(index % 9)}`),
    );
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
    const long = Array.from({ length: 7_000 }, (_, index) => `word${String(index % 900)}`)
      .join(' ')
      .slice(0, 49_000);
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

  test('finds the newest of thousands, too', async () => {
    const { client } = openTestBackend().backend;
    const dateOf = (index: number): string => String(20_200_101 + (index % 28));
    const units = Array.from({ length: 4_200 }, (_, index) => ({
      texts: { en: `Item ${String(index)}`, ru: `Пункт ${String(index)}`, zh: '' },
      date: dateOf(index),
    }));
    await importFile(client, tmxFile(makeTmx(units)));
    const { units: found, isMore } = await client.memory.concordance({ query: 'пункта', limit: 2 });
    expect(found.map(({ texts }) => texts.en)).toEqual(['Item 4199', 'Item 4171']);
    expect(isMore).toBe(true);
  });
});
