import { safe } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { HandOverFate, HandOverPreview, HandOverRow } from '#shared/contract/hand-overs.ts';
import { emptyText } from '#shared/domain/language.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { cellsOf, editRows, fileBytes, toFile, translate, typed, withCell } from '../support/hand-over-docx.ts';
import { makeAgendaItem, makeEntry, makeMeeting } from '../support/records.ts';

const sources = ['The sides agreed.', 'Deadline: 1 October.', 'Next meeting in Nanjing.'] as const;

async function open() {
  const { backend } = openTestBackend();
  const { client, context } = backend;
  const meeting = makeMeeting({ title: { ...emptyText(), en: 'Fourth meeting' } });
  await client.meetings.create(meeting);
  const item = { ...makeAgendaItem(meeting.id), title: { ...emptyText(), en: 'Materials' } };
  await client.agenda.add(item);
  const unwritten = { text: '', revision: 0, baseRevision: null, status: 'draft' as const };
  const entries = sources.map((text, index) =>
    makeEntry(meeting.id, item.id, {
      orderKey: `a${String(index)}`,
      kind: 'decision',
      sourceLanguage: 'en',
      texts: { en: { ...unwritten, text, revision: 1 }, ru: unwritten, zh: unwritten },
    }),
  );
  await client.entries.add({ entries });
  const meetingId = meeting.id;
  const handOut = async (scope: 'all' | 'open' = 'all') => {
    const { file, rows } = await client.handOvers.export({
      meetingId,
      sourceLanguage: 'en',
      targetLanguage: 'ru',
      scope,
    });
    return { bytes: await fileBytes(file), rows, name: file.name };
  };
  const read = (bytes: Uint8Array<ArrayBuffer>) => client.handOvers.read({ meetingId, file: toFile(bytes) });
  const take = async (bytes: Uint8Array<ArrayBuffer>, preview: HandOverPreview, taken: string[] = []) =>
    client.handOvers.apply({
      meetingId,
      file: toFile(bytes),
      taken,
      stamp: preview.stamp,
    });
  const textOf = async (index: number, language: 'en' | 'ru' = 'ru') =>
    (await client.meetings.get({ id: meetingId })).entries[index]!.texts[language];
  const save = async (index: number, language: 'en' | 'ru', text: string) =>
    client.entries.saveText({
      entryId: entries[index]!.id,
      language,
      text,
      revision: (await textOf(index, language)).revision,
    });
  return { client, context, meeting, meetingId, item, entries, handOut, read, take, textOf, save };
}

function count(rows: readonly HandOverRow[]): Record<HandOverFate, number> {
  const counts = { change: 0, conflict: 0, 'source-changed': 0, same: 0, empty: 0, 'left-out': 0, gone: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}

const failure = async (call: Promise<unknown>) =>
  (await safe(call)).error as { code?: string; data?: { problems?: unknown } } | null;

describe('round trip', () => {
  test('what the translator wrote comes back by its row, in one step that undo takes back', async () => {
    const { client, context, handOut, read, take, textOf } = await open();
    const { bytes, rows, name } = await handOut();
    expect(rows).toBe(5);
    expect(name).toMatch(/\(EN-RU\)\.docx$/u);
    const back = await translate(bytes, {
      'Fourth meeting': 'Четвёртое заседание',
      Materials: 'Материалы',
      [sources[0]]: 'Стороны договорились.\nО чём – ниже.',
      [sources[2]]: 'Следующее заседание в Нанкине.',
    });
    const preview = await read(back);
    expect(preview.rows.map(({ fate, back: text, number }) => [fate, number, text])).toEqual([
      ['change', '', 'Четвёртое заседание'],
      ['change', '1', 'Материалы'],
      ['change', '1.1', 'Стороны договорились.\nО чём – ниже.'],
      ['empty', '1.2', ''],
      ['change', '1.3', 'Следующее заседание в Нанкине.'],
    ]);
    const before = dump(context.connection);
    const { changed, position } = await take(back, preview);
    expect(changed).toBe(4);
    expect(position).toBeGreaterThan(0);
    expect(await textOf(0)).toMatchObject({ text: 'Стороны договорились.\nО чём – ниже.', status: 'draft' });
    expect(await textOf(1)).toMatchObject({ text: '' });
    expect((await client.history.state()).undo?.name).toBe('handOver.import');
    expect(count((await read(back)).rows)).toMatchObject({ same: 4, empty: 1 });
    await client.history.undo();
    expect(dump(context.connection).entry_text).toEqual(before.entry_text);
    expect(count((await read(back)).rows)).toMatchObject({ change: 4, empty: 1 });
  });

  test('rows in another order and rows that are missing are no obstacle', async () => {
    const { handOut, read } = await open();
    const { bytes } = await handOut();
    const turned = await editRows(await translate(bytes, { [sources[1]]: 'Срок: 1 октября.' }), ([head, ...rows]) => [
      head!,
      ...rows.slice(1).toReversed(),
    ]);
    const { rows } = await read(turned);
    expect(rows.map(({ fate }) => fate)).toEqual(['left-out', 'empty', 'empty', 'change', 'empty']);
    expect(rows[3]!.back).toBe('Срок: 1 октября.');
  });

  test('only open texts go out when these are asked for', async () => {
    const { client, handOut, save, textOf, entries, meetingId } = await open();
    await save(0, 'ru', 'Стороны договорились.');
    const { revision } = await textOf(0);
    await client.translations.settle({
      meetingId,
      verdict: 'reviewed',
      texts: [{ kind: 'entry', id: entries[0]!.id, language: 'ru', revision, sourceRevision: 1 }],
    });
    expect((await handOut('open')).rows).toBe(4);
    expect((await handOut('all')).rows).toBe(5);
  });
});

describe('what happened meanwhile', () => {
  test('a text edited here is a conflict, and taken only when somebody says so', async () => {
    const { handOut, read, take, save, textOf } = await open();
    const { bytes } = await handOut();
    await save(0, 'ru', 'Наш перевод.');
    const back = await translate(bytes, { [sources[0]]: 'Их перевод.', [sources[1]]: 'Срок.' });
    const preview = await read(back);
    const conflict = preview.rows.find(({ fate }) => fate === 'conflict')!;
    expect(conflict).toMatchObject({ then: '', now: 'Наш перевод.', back: 'Их перевод.' });
    expect(await take(back, preview)).toMatchObject({ changed: 1 });
    expect((await textOf(0)).text).toBe('Наш перевод.');
    const again = await read(back);
    expect(await take(back, again, [conflict.code])).toMatchObject({ changed: 1 });
    expect((await textOf(0)).text).toBe('Их перевод.');
  });

  test('a source edited here is told; taken, the text is outdated against what was translated', async () => {
    const { client, meetingId, handOut, read, take, save, textOf, entries } = await open();
    const { bytes } = await handOut();
    await save(0, 'en', 'The sides did not agree.');
    const back = await translate(bytes, { [sources[0]]: 'Стороны договорились.' });
    const preview = await read(back);
    const row = preview.rows.find(({ fate }) => fate === 'source-changed')!;
    expect(row).toMatchObject({ sourceThen: sources[0], sourceNow: 'The sides did not agree.' });
    await take(back, preview, [row.code]);
    expect(await textOf(0)).toMatchObject({ text: 'Стороны договорились.', baseRevision: 1 });
    const bases = await client.translations.bases({ meetingId });
    expect(bases).toEqual([{ kind: 'entry', id: entries[0]!.id, language: 'ru', baseText: sources[0] }]);
  });

  test('a source that was changed and changed back is the one that was translated', async () => {
    const { handOut, read, take, save, textOf } = await open();
    const { bytes } = await handOut();
    await save(0, 'en', 'Something else.');
    await save(0, 'en', sources[0]);
    const back = await translate(bytes, { [sources[0]]: 'Стороны договорились.' });
    const preview = await read(back);
    expect(count(preview.rows)).toMatchObject({ change: 1, 'source-changed': 0 });
    await take(back, preview);
    expect(await textOf(0)).toMatchObject({ baseRevision: (await textOf(0, 'en')).revision });
  });

  test('a translation that is translated further depends on what the row was taken down in', async () => {
    const { client, meetingId, entries, read, take, save } = await open();
    await save(0, 'ru', 'Стороны договорились.');
    const chinese = async () =>
      (await client.meetings.get({ id: meetingId })).entries.find(({ id }) => id === entries[0]!.id)!.texts.zh;
    const { file } = await client.handOvers.export({
      meetingId,
      sourceLanguage: 'ru',
      targetLanguage: 'zh',
      scope: 'all',
    });
    const back = await translate(await fileBytes(file), {
      'Стороны договорились.': '双方达成一致。',
      [sources[1]]: '期限：10月1日。',
    });
    const before = await read(back);
    expect(count(before.rows)).toMatchObject({ change: 2, 'source-changed': 0 });
    // Where there is no Russian text, the row goes out in its own language.
    expect(before.rows.map(({ sourceLanguage }) => sourceLanguage)).toEqual(['en', 'en', 'ru', 'en', 'en']);
    await save(0, 'en', 'The sides did not agree.');
    const preview = await read(back);
    const row = preview.rows.find(({ fate }) => fate === 'source-changed')!;
    expect(row).toMatchObject({ sourceThen: 'Стороны договорились.', sourceNow: 'Стороны договорились.' });
    await take(back, preview, [row.code]);
    expect(await chinese()).toMatchObject({ text: '双方达成一致。', baseRevision: 1 });
  });

  test('a heading that changed meanwhile is outdated, too', async () => {
    const { client, meetingId, item, handOut, read, take } = await open();
    const { bytes } = await handOut();
    await client.agenda.update({ id: item.id, title: { ...item.title, en: 'New materials' } });
    const back = await translate(bytes, { Materials: 'Материалы' });
    const preview = await read(back);
    const row = preview.rows.find(({ fate }) => fate === 'source-changed')!;
    await take(back, preview, [row.code]);
    const bases = await client.translations.bases({ meetingId });
    expect(bases).toEqual([{ kind: 'agenda_title', id: item.id, language: 'ru', baseText: 'Materials' }]);
  });

  test('a row that was deleted is gone, and the rest is taken', async () => {
    const { client, entries, handOut, read, take } = await open();
    const { bytes } = await handOut();
    await client.entries.remove({ ids: [entries[0]!.id] });
    const back = await translate(bytes, { [sources[0]]: 'Стороны договорились.', [sources[1]]: 'Срок.' });
    const preview = await read(back);
    expect(count(preview.rows)).toMatchObject({ gone: 1, change: 1 });
    expect(await take(back, preview)).toMatchObject({ changed: 1 });
  });

  test('what the translator wrote into the source is told and not taken', async () => {
    const { handOut, read } = await open();
    const { bytes } = await handOut();
    const back = await editRows(bytes, (rows) =>
      rows.map((row) => (row.includes(`>${sources[1]}<`) ? withCell(row, 1, typed('Deadline: 2 October.')) : row)),
    );
    const row = (await read(back)).rows.find(({ sourceBack, sourceThen }) => sourceBack !== sourceThen)!;
    expect(row).toMatchObject({ fate: 'empty', sourceThen: sources[1], sourceBack: 'Deadline: 2 October.' });
  });
});

describe('nothing is half applied', () => {
  test('an edit after the preview stops everything', async () => {
    const { client, handOut, read, take, save, textOf } = await open();
    const { bytes } = await handOut();
    const back = await translate(bytes, { [sources[0]]: 'Стороны договорились.', [sources[1]]: 'Срок.' });
    const preview = await read(back);
    await save(0, 'ru', 'Наш перевод.');
    expect((await failure(take(back, preview)))?.code).toBe('CONFLICT_SINCE');
    // As many of each fate, and yet not what was seen.
    const seen = await read(back);
    await save(0, 'ru', 'Другой наш перевод.');
    const code = seen.rows.find(({ fate }) => fate === 'conflict')!.code;
    expect((await failure(take(back, seen, [code])))?.code).toBe('CONFLICT_SINCE');
    expect((await failure(take(back, await read(back), ['AAAA2222'])))?.code).toBe('CONFLICT_SINCE');
    expect(await textOf(0)).toMatchObject({ text: 'Другой наш перевод.' });
    expect(await textOf(1)).toMatchObject({ text: '' });
    expect((await client.history.state()).undo?.name).toBe('entry.text');
  });

  test('agreed minutes are not changed', async () => {
    const { client, context, meetingId, handOut, read, take } = await open();
    const { bytes } = await handOut();
    const back = await translate(bytes, { [sources[0]]: 'Стороны договорились.' });
    const preview = await read(back);
    context.connection.sql("UPDATE meeting SET status = 'agreed' WHERE id = ?", meetingId);
    expect((await failure(take(back, preview)))?.code).toBe('LOCKED');
    expect((await client.meetings.get({ id: meetingId })).entries[0]!.texts.ru.text).toBe('');
  });

  test('one bad row refuses all of them, and each is named', async () => {
    const { client, meetingId, handOut, read } = await open();
    const { bytes } = await handOut();
    const back = await editRows(await translate(bytes, { [sources[0]]: 'Стороны договорились.' }), (rows) => [
      ...rows,
      rows[3]!,
      withCell(rows[2]!, 0, typed('Z9Z9Z9Z9')),
      withCell(rows[2]!, 0, typed('')),
    ]);
    const refused = await failure(read(back));
    expect(refused?.code).toBe('HAND_OVER_REFUSED');
    expect(refused?.data?.problems).toMatchObject([
      { code: 'doubled-id', row: 7 },
      { code: 'unknown-id', row: 8, detail: 'Z9Z9Z9Z9' },
      { code: 'missing-id', row: 9, detail: 'Materials' },
    ]);
    expect(cellsOf('<w:tc></w:tc>')).toHaveLength(1);
    expect((await client.meetings.get({ id: meetingId })).entries[0]!.texts.ru.text).toBe('');
  });

  test('a file of another meeting is refused by its name', async () => {
    const { client, handOut } = await open();
    const { bytes } = await handOut();
    const other = makeMeeting();
    await client.meetings.create(other);
    const call = client.handOvers.read({ meetingId: other.id, file: toFile(bytes) });
    expect((await failure(call))?.data?.problems).toEqual([
      { code: 'other-meeting', row: 0, detail: 'Fourth meeting' },
    ]);
  });

  test('a meeting without anything to translate gives nothing', async () => {
    const { client, meetingId } = await open();
    const call = client.handOvers.export({ meetingId, sourceLanguage: 'ru', targetLanguage: 'en', scope: 'all' });
    expect((await failure(call))?.code).toBe('NOTHING_TO_HAND_OVER');
  });
});
