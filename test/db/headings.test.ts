import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { EntryText } from '#shared/contract/entries.ts';
import type { Heading } from '#shared/contract/translations.ts';
import { type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { isReviewed, stateOf, type TextState } from '#shared/domain/translations/state.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAgendaItem, makeMeeting } from '../support/records.ts';

const text = (en = '', ru = '', zh = ''): LocalizedText => ({ en, ru, zh });

async function open(title: LocalizedText = text('', 'Об испытаниях', '关于试验')) {
  const { client, context } = openTestBackend().backend;
  const meeting = makeMeeting({ workingLanguages: ['en', 'ru', 'zh'], title: text('', 'Заседание') });
  const item = { ...makeAgendaItem(meeting.id), title };
  await client.meetings.create(meeting);
  await client.agenda.add(item);
  const heading = async (): Promise<Heading> => {
    const found = (await client.translations.headings({ meetingId: meeting.id })).find(({ id }) => id === item.id);
    if (found === undefined) throw new Error('the item has a title');
    return found;
  };
  const states = async (): Promise<Record<Language, TextState>> => {
    const found = await heading();
    return { en: stateOf(found, 'en'), ru: stateOf(found, 'ru'), zh: stateOf(found, 'zh') };
  };
  const rename = (change: Partial<LocalizedText>) =>
    heading().then(({ texts }) =>
      client.agenda.update({
        ...item,
        title: { ...text(texts.en.text, texts.ru.text, texts.zh.text), ...change },
      }),
    );
  const type = async (language: Language, typed: string, group?: string) => {
    const { revision } = (await heading()).texts[language];
    return client.translations.saveHeading({
      kind: 'agenda_title',
      id: item.id,
      language,
      text: typed,
      revision,
      ...(group !== undefined && { group }),
    });
  };
  const settle = async (language: Language, verdict: 'reviewed' | 'right' | 'draft' | 'not_needed' | 'needed') => {
    const { texts, sourceLanguage } = await heading();
    const place = { kind: 'agenda_title' as const, id: item.id, language };
    const revisions = { revision: texts[language].revision, sourceRevision: texts[sourceLanguage].revision };
    return client.translations.settle({ meetingId: meeting.id, verdict, texts: [{ ...place, ...revisions }] });
  };
  const bases = () => client.translations.bases({ meetingId: meeting.id });
  return { client, connection: context.connection, meeting, item, heading, states, rename, type, settle, bases };
}

describe('a title that is changed in its form', () => {
  test('leaves the other languages behind, and says what they were written against', async () => {
    const { heading, states, rename, bases, item } = await open();
    expect(await heading()).toMatchObject({
      sourceLanguage: 'ru',
      texts: { ru: { revision: 0 }, zh: { revision: 0 } },
    });
    await rename({ ru: 'О летних испытаниях' });
    expect(await states()).toEqual({ en: 'empty', ru: 'filled', zh: 'outdated' });
    expect(await bases()).toEqual([{ kind: 'agenda_title', id: item.id, language: 'zh', baseText: 'Об испытаниях' }]);
    await rename({ ru: 'О зимних испытаниях' });
    expect((await bases())[0]?.baseText).toBe('Об испытаниях');
    await rename({ zh: '关于冬季试验' });
    expect(await states()).toEqual({ en: 'empty', ru: 'filled', zh: 'filled' });
    expect(await bases()).toEqual([]);
  });

  test('together with its translation leaves that one right', async () => {
    const { states, rename } = await open();
    await rename({ ru: 'О летних испытаниях', zh: '关于夏季试验' });
    expect(await states()).toEqual({ en: 'empty', ru: 'filled', zh: 'filled' });
  });

  test('keeps its source when an earlier working language is filled, and while it is empty', async () => {
    const { client, item, heading, states, rename } = await open();
    await rename({ en: 'On tests' });
    expect((await heading()).sourceLanguage).toBe('ru');
    await rename({ ru: '' });
    expect((await heading()).sourceLanguage).toBe('ru');
    await rename({ ru: 'О летних испытаниях' });
    expect((await heading()).sourceLanguage).toBe('ru');
    expect(await states()).toEqual({ en: 'outdated', ru: 'filled', zh: 'outdated' });
    // Nothing of it is left: what is written next begins anew.
    await rename({ en: '', ru: '', zh: '' });
    await client.agenda.update({ ...item, title: text('', '', '关于试验') });
    expect((await heading()).sourceLanguage).toBe('zh');
  });

  test('keeps its source when the meeting is held in other languages', async () => {
    const { client, meeting, heading } = await open(text('On tests', 'Об испытаниях'));
    expect((await heading()).sourceLanguage).toBe('en');
    await client.meetings.update({ ...meeting, workingLanguages: ['ru', 'zh'] });
    expect((await heading()).sourceLanguage).toBe('en');
  });

  test('keeps what was overwritten; undo and redo bring back every state', async () => {
    const { client, connection, rename, settle } = await open();
    const dumps = [dump(connection)];
    const step = async (work: () => Promise<unknown>): Promise<void> => {
      await work();
      dumps.push(dump(connection));
    };
    await step(() => rename({ ru: 'О летних испытаниях' }));
    await step(() => settle('zh', 'reviewed'));
    await step(() => settle('en', 'not_needed'));
    await step(() => rename({ en: 'On summer tests' }));
    for (let index = dumps.length - 2; index >= 0; index--) {
      await client.history.undo();
      expect(dump(connection)).toEqual(dumps[index]);
    }
    for (const after of dumps.slice(1)) {
      await client.history.redo();
      expect(dump(connection)).toEqual(after);
    }
    const kept = connection.sql<{ text: string }>(
      "SELECT text FROM heading_revision WHERE language = 'ru' ORDER BY revision",
    );
    expect(kept.map((row) => row.text)).toEqual(['Об испытаниях', 'О летних испытаниях']);
  });
});

describe('a title that is typed in the grid', () => {
  test('without a pause is one step, keeps its newest text, and stays the source while it is empty', async () => {
    const { client, connection, type, heading, states } = await open();
    const before = dump(connection);
    for (const typed of ['Об', '', 'О', 'О новом']) await type('ru', typed, 'one');
    expect(await heading()).toMatchObject({ sourceLanguage: 'ru', texts: { ru: { text: 'О новом' } } });
    expect(await states()).toEqual({ en: 'empty', ru: 'filled', zh: 'outdated' });
    const kept = connection.sql<{ text: string }>(
      "SELECT text FROM heading_revision WHERE language = 'ru' ORDER BY revision",
    );
    expect(kept.map((row) => row.text)).toEqual(['Об испытаниях', 'О новом']);
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
  });

  test('is one line, refused when it is too long, and in conflict with what somebody else wrote', async () => {
    const { client, type, heading, item } = await open();
    await type('zh', '关于\n试验');
    expect((await heading()).texts.zh.text).toBe('关于 试验');
    await expect(type('zh', '试'.repeat(501))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const stale = { kind: 'agenda_title' as const, id: item.id, language: 'zh' as const, revision: 0 };
    await expect(client.translations.saveHeading({ ...stale, text: '别的' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { revision: 1 },
    });
    // Sent again because its answer was lost.
    expect(await client.translations.saveHeading({ ...stale, text: '关于 试验' })).toMatchObject({
      revision: 1,
      position: 0,
    });
    await expect(client.translations.saveHeading({ ...stale, id: newId(), text: '别的' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('once more with the same words is still right', async () => {
    const { type, states } = await open();
    await type('ru', 'О новом');
    expect((await states()).zh).toBe('outdated');
    await type('zh', '关于试验');
    expect((await states()).zh).toBe('filled');
  });
});

test('what is said of a record goes with it and comes back with it', async () => {
  const { client, connection, meeting, item, rename, settle } = await open();
  await rename({ ru: 'О новом' });
  await settle('ru', 'reviewed');
  await client.translations.setHeadingSource({ kind: 'agenda_title', id: item.id, language: 'zh' });
  const before = dump(connection);
  expect([before['heading_text']?.length, before['heading_source']?.length]).toEqual([3, 1]);
  await client.agenda.remove({ id: item.id });
  expect(dump(connection)).toMatchObject({ heading_text: [], heading_source: [] });
  await client.history.undo();
  expect(dump(connection)).toEqual(before);
  await client.meetings.remove({ id: meeting.id });
  expect(dump(connection)).toMatchObject({ heading_text: [], heading_source: [], meeting: [] });
  await client.history.undo();
  expect(dump(connection)).toEqual(before);
});

describe('another source', () => {
  test('has translations that were in step, and others that are behind it', async () => {
    const { client, item, heading, states, rename, settle } = await open(text('On tests', 'Об испытаниях', '关于试验'));
    await rename({ en: 'On summer tests', ru: 'О летних испытаниях' });
    await settle('ru', 'reviewed');
    expect(await states()).toEqual({ en: 'filled', ru: 'filled', zh: 'outdated' });
    const set = (language: Language) =>
      client.translations.setHeadingSource({ kind: 'agenda_title', id: item.id, language });
    await set('ru');
    expect(await states()).toEqual({ en: 'filled', ru: 'filled', zh: 'outdated' });
    expect(isReviewed(await heading(), 'ru')).toBe(true);
    expect(await set('ru')).toEqual({ position: 0 });
    // Nobody knows whether the others say what the text that was behind says.
    await set('zh');
    expect(isReviewed(await heading(), 'ru')).toBe(false);
    expect((await states()).zh).toBe('filled');
  });
});

/* A model of one heading: what each language says, which one is the source, and which are behind it. */
interface Model {
  text: LocalizedText;
  source: Language | null;
  outdated: Set<Language>;
  reviewed: Set<Language>;
}

type Edit =
  | { kind: 'write'; change: Partial<LocalizedText> }
  | { kind: 'reviewed'; language: Language }
  | { kind: 'right'; language: Language }
  | { kind: 'undo' }
  | { kind: 'redo' };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      change: fc.record(
        { en: fc.constantFrom('', 'a', 'b'), ru: fc.constantFrom('', 'а', 'б'), zh: fc.constantFrom('', '甲', '乙') },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('reviewed' as const, 'right' as const), fc.constantFrom(...languages))
      .map(([kind, language]) => ({ kind, language })),
  },
  { weight: 2, arbitrary: fc.constantFrom({ kind: 'undo' as const }, { kind: 'redo' as const }) },
);

const without = (set: ReadonlySet<Language>, gone: readonly Language[]): Set<Language> =>
  new Set([...set].filter((language) => !gone.includes(language)));

/** Null when nothing is done by it. */
function apply(model: Model, step: Exclude<Edit, { kind: 'undo' | 'redo' }>): Model | null {
  const { text: from, outdated, reviewed } = model;
  if (step.kind !== 'write') {
    const { language } = step;
    const isDone = step.kind === 'right' ? !outdated.has(language) : reviewed.has(language) && !outdated.has(language);
    if (from[language] === '' || isDone) return null;
    return {
      ...model,
      outdated: without(outdated, [language]),
      reviewed: step.kind === 'right' ? reviewed : new Set([...reviewed, language]),
    };
  }
  const to = { ...from, ...step.change };
  const changed = new Set(languages.filter((language) => to[language] !== from[language]));
  if (changed.size === 0) return null;
  const filled = languages.filter((language) => to[language] !== '');
  const source = filled.length === 0 ? null : (model.source ?? filled[0] ?? null);
  const written = languages.filter((language) => to[language] !== '' && language !== source);
  const isBehind = (language: Language): boolean =>
    source !== null && !changed.has(language) && (changed.has(source) || outdated.has(language));
  return { text: to, source, outdated: new Set(written.filter(isBehind)), reviewed: without(reviewed, [...changed]) };
}

test('random edits, reviews, undo and redo leave the states that a simple model has', async () => {
  const { client } = openTestBackend().backend;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 14 }), async (steps) => {
      const meeting = makeMeeting({ workingLanguages: ['en', 'ru', 'zh'], title: text('Meeting') });
      const item = { ...makeAgendaItem(meeting.id), title: text('', 'а') };
      await client.meetings.create(meeting);
      await client.agenda.add(item);
      const read = async (): Promise<Heading | undefined> =>
        (await client.translations.headings({ meetingId: meeting.id })).find(({ id }) => id === item.id);
      let past: Model[] = [];
      let future: Model[] = [];
      let model: Model = { text: item.title, source: 'ru', outdated: new Set(), reviewed: new Set() };
      for (const step of steps) {
        if (step.kind === 'undo' || step.kind === 'redo') {
          const next = step.kind === 'undo' ? past.at(-1) : future.at(-1);
          if (next === undefined) continue;
          await client.history[step.kind]();
          if (step.kind === 'undo') [past, future] = [past.slice(0, -1), [...future, model]];
          else [past, future] = [[...past, model], future.slice(0, -1)];
          model = next;
        } else {
          const next = apply(model, step);
          const heading = await read();
          if (step.kind === 'write') await client.agenda.update({ ...item, title: { ...model.text, ...step.change } });
          else if (heading !== undefined) {
            const { texts, sourceLanguage } = heading;
            const revisions = {
              revision: texts[step.language].revision,
              sourceRevision: texts[sourceLanguage].revision,
            };
            const place = { kind: 'agenda_title' as const, id: item.id, language: step.language, ...revisions };
            await client.translations.settle({ meetingId: meeting.id, verdict: step.kind, texts: [place] });
          }
          if (next === null) continue;
          [past, future, model] = [[...past, model], [], next];
        }
        const heading = await read();
        if (model.source === null) {
          expect(heading).toBeUndefined();
          continue;
        }
        const said = (of: (language: Language) => unknown) =>
          Object.fromEntries(languages.map((name) => [name, of(name)]));
        expect(heading?.sourceLanguage).toBe(model.source);
        expect(said((name) => heading?.texts[name].text)).toEqual(model.text);
        const found = heading as Heading;
        expect(said((name) => stateOf(found, name))).toEqual(
          said((name) => (model.text[name] === '' ? 'empty' : model.outdated.has(name) ? 'outdated' : 'filled')),
        );
        expect(said((name) => found.texts[name].status satisfies EntryText['status'])).toEqual(
          said((name) => (model.reviewed.has(name) ? 'reviewed' : 'draft')),
        );
      }
    }),
    { numRuns: 25 },
  );
});
