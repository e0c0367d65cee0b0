import { ORPCError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/domain/language.ts';
import { sweepOrphans } from '../../electron/features/memory/index.ts';
import { makeFolder, openTestBackend, transports } from '../support/backend.ts';
import { allUnits, ask, countUnits, importFile, openAgreed } from '../support/memory.ts';
import { addTalks, agreeAll } from '../support/talks.ts';
import { makeTmx, tmxFile } from '../support/tmx.ts';

const seminar = {
  en: 'The sides agreed to hold a joint seminar on new materials in spring.',
  ru: 'Стороны договорились провести весной совместный семинар по новым материалам.',
  zh: '双方商定春季共同举办新材料研讨会。',
};
const older = { en: 'The sides agreed on the budget.', ru: 'Стороны согласовали бюджет.', zh: '双方商定了预算。' };

const manyUnits = (): string =>
  makeTmx(
    Array.from({ length: 3_000 }, (_, index) => ({
      texts: { en: `unit ${String(index)} of many`, ru: `единица ${String(index)}`, zh: `${String(index)}号` },
    })),
  );

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

describe('exact matches', () => {
  async function openDraft() {
    const { backend } = openTestBackend();
    const { client } = backend;
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
    const read = async () =>
      (await client.meetings.get({ id: meetingId })).entries.find(({ id }) => id === speech.id)?.texts;
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
