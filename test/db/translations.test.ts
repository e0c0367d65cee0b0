import { ORPCError, safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Entry, EntryText } from '#shared/contract/entries.ts';
import { meetingRecord } from '#shared/contract/records.ts';
import type { TextCounts, TextPlace, Verdict } from '#shared/contract/translations.ts';
import { isReviewed, stateOf } from '#shared/domain/translations/state.ts';
import { changeSet } from '../../electron/db/changes.ts';
import { writeTranslations } from '../../electron/features/translations/index.ts';
import { openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeAgendaItem, makeEntry, makeMeeting } from '../support/records.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  const { error } = await safe(call);
  return error instanceof ORPCError ? error.code : error;
};
const unwritten: EntryText = { text: '', revision: 0, baseRevision: null, status: 'draft' };
const written = (text: string, revision = 1, baseRevision: number | null = null): EntryText => ({
  text,
  revision,
  baseRevision,
  status: 'draft',
});
const notNeeded: EntryText = { ...unwritten, isNotNeeded: true };

async function open(entries: Partial<Entry>[] = []) {
  const { client, context } = openTestBackend().backend;
  const meeting = makeMeeting({ title: { en: '', ru: 'Заседание', zh: '会议' }, workingLanguages: ['ru', 'zh'] });
  const item = { ...makeAgendaItem(meeting.id), title: { en: '', ru: 'Об открытии', zh: '' } };
  await client.meetings.create(meeting);
  await client.agenda.add(item);
  const rows = entries.map((entry, index) =>
    makeEntry(meeting.id, item.id, { orderKey: `a${String(index)}`, ...entry }),
  );
  if (rows.length > 0) await client.entries.add({ entries: rows });
  const read = async (id: string): Promise<Entry> => {
    const found = (await client.meetings.get({ id: meeting.id })).entries.find((entry) => entry.id === id);
    if (found === undefined) throw new Error('no such row');
    return found;
  };
  const place = (row: Entry | undefined, language: TextPlace['language']): TextPlace => ({
    kind: 'entry',
    id: row?.id ?? '',
    language,
  });
  /** As a page does it that has read the newest. */
  const settle = async (verdict: Verdict, ...places: TextPlace[]) => {
    const headings = await client.translations.headings({ meetingId: meeting.id });
    const texts = await Promise.all(
      places.map(async (asked) => {
        const found = asked.kind === 'entry' ? await read(asked.id) : headings.find(({ id }) => id === asked.id);
        if (found === undefined) throw new Error('no such text');
        const { texts: all, sourceLanguage } = found;
        return { ...asked, revision: all[asked.language].revision, sourceRevision: all[sourceLanguage].revision };
      }),
    );
    return client.translations.settle({ meetingId: meeting.id, verdict, texts });
  };
  const save = async (row: Entry | undefined, language: TextPlace['language'], text: string) => {
    const { texts } = await read(row?.id ?? '');
    await client.entries.saveText({ entryId: row?.id ?? '', language, text, revision: texts[language].revision });
  };
  const progress = async () => (await client.translations.progress({ meetingIds: [meeting.id] }))[0]?.languages;
  return { client, context, connection: context.connection, meeting, item, rows, read, place, settle, save, progress };
}

describe('a verdict', () => {
  test('of a review settles an outdated text; a source that changes leaves it behind, reviewed or not', async () => {
    const texts = { en: unwritten, ru: written('Один'), zh: written('一', 1, 1) };
    const { client, rows, read, place, settle, save } = await open([{ texts }]);
    const [row] = rows;
    const id = row?.id ?? '';
    await save(row, 'ru', 'Одна');
    expect(stateOf(await read(id), 'zh')).toBe('outdated');
    const { meetingId } = await read(id);
    expect(await client.translations.bases({ meetingId })).toEqual([{ ...place(row, 'zh'), baseText: 'Один' }]);
    await settle('reviewed', place(row, 'zh'), place(row, 'ru'), place(row, 'en'));
    const reviewed = await read(id);
    expect([isReviewed(reviewed, 'zh'), isReviewed(reviewed, 'ru'), isReviewed(reviewed, 'en')]).toEqual([
      true,
      true,
      false,
    ]);
    expect((await client.history.state()).undo?.name).toBe('text.reviewed');
    await save(row, 'ru', 'Один и один');
    expect(isReviewed(await read(id), 'zh')).toBe(false);
    await settle('right', place(row, 'zh'));
    expect(isReviewed(await read(id), 'zh')).toBe(true);
    await settle('draft', place(row, 'zh'));
    expect(await read(id)).toMatchObject({ texts: { zh: { status: 'draft', baseRevision: 3 } } });
    expect(await settle('draft', place(row, 'zh'))).toEqual({ position: 0 });
    expect(await settle('right', place(row, 'zh'))).toEqual({ position: 0 });
  });

  test('of many texts is one step, or none when one is not the one that was seen', async () => {
    const texts = { en: unwritten, ru: written('Один'), zh: written('一', 1, 1) };
    const { client, connection, meeting, rows, place, settle } = await open([{ texts }, { texts }]);
    const before = dump(connection);
    await settle('reviewed', ...rows.flatMap((row) => [place(row, 'ru'), place(row, 'zh')]));
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
    const seen = rows.map((row, index) => ({ ...place(row, 'zh'), revision: 1, sourceRevision: 1 - index }));
    expect(await codeOf(client.translations.settle({ meetingId: meeting.id, verdict: 'reviewed', texts: seen }))).toBe(
      'CONFLICT',
    );
    const stranger = { ...place(rows[0], 'zh'), id: newId(), revision: 1, sourceRevision: 1 };
    const asked = { meetingId: meeting.id, verdict: 'reviewed' as const, texts: [stranger] };
    expect(await codeOf(client.translations.settle(asked))).toBe('NOT_FOUND');
    expect(dump(connection)).toEqual(before);
  });

  test('of a text that need not be written holds until it is written', async () => {
    const { rows, read, place, settle, save, item } = await open([
      { texts: { en: unwritten, ru: written('Один'), zh: unwritten } },
    ]);
    const [row] = rows;
    const heading = { kind: 'agenda_title' as const, id: item.id, language: 'zh' as const };
    await settle('not_needed', place(row, 'zh'), place(row, 'ru'), heading);
    expect(stateOf(await read(row?.id ?? ''), 'zh')).toBe('not_needed');
    await settle('needed', heading);
    expect(await settle('needed', heading)).toEqual({ position: 0 });
    await save(row, 'zh', '一');
    await save(row, 'zh', '');
    expect(stateOf(await read(row?.id ?? ''), 'zh')).toBe('empty');
  });

  test('is kept when the row is cut, and of joined rows where it is true of both', async () => {
    const gap = { en: notNeeded, ru: written('Один'), zh: notNeeded };
    const { client, rows, read } = await open([
      { texts: gap },
      { texts: { en: notNeeded, ru: written('Два'), zh: unwritten } },
    ]);
    const [first, second] = rows;
    const half = makeEntry(first?.meetingId ?? '', first?.agendaItemId ?? '', {
      orderKey: 'a0V',
      texts: { ...gap, ru: written('н') },
    });
    await client.entries.split({ id: first?.id ?? '', language: 'ru', text: 'Оди', revision: 1, entry: half });
    expect((await read(half.id)).texts).toEqual(half.texts);
    expect((await read(first?.id ?? '')).texts).toMatchObject({ en: notNeeded, zh: notNeeded });
    await client.entries.merge({ id: first?.id ?? '', fromId: second?.id ?? '' });
    const joined = await read(first?.id ?? '');
    expect([stateOf(joined, 'en'), stateOf(joined, 'zh')]).toEqual(['not_needed', 'empty']);
  });
});

test('another source language of a row keeps what is known, and calls nothing reviewed that is not', async () => {
  const texts = {
    en: { ...written('One', 1, 2), status: 'reviewed' as const },
    ru: { ...written('Один', 2), status: 'reviewed' as const },
    zh: { ...written('一', 1, 1), status: 'reviewed' as const },
  };
  const { client, rows, read } = await open([{ texts }]);
  const id = rows[0]?.id ?? '';
  await client.entries.update({ changes: [{ id, sourceLanguage: 'en' }] });
  const english = await read(id);
  expect([isReviewed(english, 'en'), isReviewed(english, 'ru'), stateOf(english, 'zh')]).toEqual([
    true,
    true,
    'outdated',
  ]);
  await client.entries.update({ changes: [{ id, sourceLanguage: 'zh' }] });
  const chinese = await read(id);
  expect([isReviewed(chinese, 'en'), isReviewed(chinese, 'ru'), isReviewed(chinese, 'zh')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('progress counts every text by its state, and leaves out what is written in no language', async () => {
  const { client, meeting, rows, place, settle, save, progress } = await open([
    { texts: { en: unwritten, ru: written('Один'), zh: written('一', 1, 1) } },
    { texts: { en: notNeeded, ru: written('Два'), zh: written('二', 1, 1) } },
    { texts: { en: unwritten, ru: written(' '), zh: unwritten } },
  ]);
  await save(rows[1], 'ru', 'Двое');
  await settle('reviewed', place(rows[0], 'ru'), place(rows[0], 'zh'));
  const counts = (change: Partial<TextCounts>): TextCounts => ({
    total: 4,
    filled: 0,
    reviewed: 0,
    outdated: 0,
    empty: 0,
    notNeeded: 0,
    ...change,
  });
  // Two rows, the title of the meeting and that of the item.
  expect(await progress()).toEqual({
    en: counts({ empty: 3, notNeeded: 1 }),
    ru: counts({ filled: 4, reviewed: 1 }),
    zh: counts({ filled: 2, reviewed: 1, outdated: 1, empty: 1 }),
  });
  const asked = [newId(), meeting.id];
  expect((await client.translations.progress({ meetingIds: asked })).map(({ meetingId }) => meetingId)).toEqual([
    meeting.id,
  ]);
});

test('translations that come from elsewhere are drafts that are right for their source, and one step', async () => {
  const texts = { en: unwritten, ru: written('Один', 3), zh: { ...written('一', 1, 1), status: 'reviewed' as const } };
  const { client, connection, rows, read, place, item, meeting } = await open([{ texts }]);
  const heading = { kind: 'agenda_title' as const, id: item.id, language: 'zh' as const };
  const before = dump(connection);
  const write = (entry: string, title: string) =>
    changeSet(connection, { name: 'entry.text', label: '', atMs: 1 }, (set) =>
      writeTranslations(
        connection,
        set,
        [
          { ...place(rows[0], 'zh'), text: entry },
          { ...heading, text: title },
          { ...place(rows[0], 'en'), id: newId(), text: 'gone' },
        ],
        1,
      ),
    );
  expect(write('一个', '关于\n开幕').result).toBe(2);
  expect(write('一个', '关于 开幕')).toMatchObject({ result: 0, position: null });
  const row = await read(rows[0]?.id ?? '');
  expect([stateOf(row, 'zh'), row.texts.zh]).toMatchObject([
    'filled',
    { text: '一个', status: 'draft', baseRevision: 3 },
  ]);
  const headings = await client.translations.headings({ meetingId: meeting.id });
  expect(headings.find(({ id }) => id === item.id)?.texts.zh).toMatchObject({ text: '关于 开幕', revision: 1 });
  expect(() => write('一个', '长'.repeat(501))).toThrow('too long');
  await client.history.undo();
  expect(dump(connection)).toEqual(before);
});

describe('agreed minutes', () => {
  test('may be reviewed; nothing else of their texts changes', async () => {
    const { backend } = openTestBackend();
    const client = withQuickDocuments(backend);
    const { connection } = backend.context;
    const { meeting, entries, item } = await addTalks(client);
    const meetingId = meeting.id;
    await agreeAll(client, meetingId);
    const before = dump(connection);
    const [entry] = entries;
    const heading = { kind: 'agenda_title' as const, id: item.id };
    const sides = { language: 'ru' as const, revision: 0, sourceRevision: 0 };
    const row = {
      kind: 'entry' as const,
      id: entry?.id ?? '',
      language: 'ru' as const,
      revision: 1,
      sourceRevision: 1,
    };
    const calls = {
      'a title': () => client.translations.saveHeading({ ...heading, language: 'ru', text: 'Иное', revision: 0 }),
      'its source': () => client.translations.setHeadingSource({ ...heading, language: 'ru' }),
      'no need of a row': () =>
        client.translations.settle({
          meetingId,
          verdict: 'not_needed',
          texts: [{ ...row, language: 'zh', revision: 0 }],
        }),
    };
    const source = (await client.translations.headings({ meetingId })).find(({ id }) => id === item.id);
    expect(source?.sourceLanguage).not.toBe('ru');
    for (const [name, call] of Object.entries(calls)) expect(await codeOf(call()), name).toBe('LOCKED');
    expect(dump(connection)).toEqual(before);
    await client.translations.settle({ meetingId, verdict: 'reviewed', texts: [row, { ...heading, ...sides }] });
    const { en, ru } = (await client.translations.progress({ meetingIds: [meetingId] }))[0]?.languages ?? {};
    expect([en?.reviewed, ru?.reviewed]).toEqual([0, 2]);
    expect((await client.versions.state({ meetingId })).isCurrent).toBe(true);
    await client.history.undo();
    expect(dump(connection)).toEqual(before);
  });
});

describe('a record file', () => {
  test('carries the states of titles and what was found right, byte for byte; absent where there is nothing to say', async () => {
    const { client, connection, meeting, item, settle, rows } = await open([
      { texts: { en: notNeeded, ru: written('Один'), zh: unwritten } },
    ]);
    const meetingId = meeting.id;
    const exported = async (from = client): Promise<string> => (await from.records.export({ meetingId })).text();
    expect(await exported()).not.toMatch(/headingStates|acceptedFindings/u);
    await client.meetings.update({ id: meetingId, title: { en: '', ru: 'Встреча', zh: '会议' } });
    await client.translations.setHeadingSource({ kind: 'meeting_title', id: meetingId, language: 'zh' });
    await settle('not_needed', { kind: 'agenda_title', id: item.id, language: 'en' });
    const finding = { record_id: rows[0]?.id ?? '', language: 'zh' as const, code: 'quotes', detail: '"' };
    changeSet(connection, { name: 'entry.text', label: '', atMs: 1 }, (write) => {
      write.insert('accepted_finding', { meeting_id: meetingId, kind: 'entry', ...finding });
    });
    const bytes = await exported();
    const record = meetingRecord.parse(JSON.parse(bytes));
    expect(record.headingStates?.map(({ kind, sourceLanguage }) => [kind, sourceLanguage])).toEqual([
      ['meeting_title', 'zh'],
      ['agenda_title', undefined],
    ]);
    const other = openTestBackend().backend;
    const file = (content: unknown) =>
      new File([typeof content === 'string' ? content : JSON.stringify(content)], 'record.json');
    await other.client.records.import({ file: file(bytes) });
    expect(await exported(other.client)).toBe(bytes);
    expect(await other.client.translations.headings({ meetingId })).toEqual(
      await client.translations.headings({ meetingId }),
    );
    const shuffled = { ...record, headingStates: record.headingStates?.toReversed() };
    expect(await other.client.records.import({ file: file(shuffled) })).toMatchObject({ outcome: 'same' });
    const [first] = record.headingStates ?? [];
    const refused = [
      { ...record, headingStates: [{ ...first, id: newId() }] },
      { ...record, headingStates: [first, first] },
      {
        ...record,
        acceptedFindings: [{ kind: 'agenda_title', id: rows[0]?.id, language: 'zh', code: 'x', detail: '' }],
      },
    ];
    const codes = await Promise.all(
      refused.map(async (content) => {
        const { error } = await safe(other.client.records.preview({ file: file(content) }));
        return error instanceof ORPCError ? (error.data as { problems: { code: string }[] }).problems[0]?.code : error;
      }),
    );
    expect(codes).toEqual(['dangling-id', 'duplicate-id', 'dangling-id']);
    // What is said of a row or a meeting goes with it.
    await client.entries.remove({ ids: [rows[0]?.id ?? ''] });
    expect(dump(connection)['accepted_finding']).toEqual([]);
    await client.history.undo();
    await client.meetings.remove({ id: meetingId });
    expect(dump(connection)).toMatchObject({ accepted_finding: [], heading_text: [], heading_source: [] });
    await client.history.undo();
    expect(await exported()).toBe(bytes);
  });
});

test('minutes that are restored have the states of that day, under new revisions', async () => {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const { meeting, item, entries } = await addTalks(client);
  const meetingId = meeting.id;
  const heading = async () => (await client.translations.headings({ meetingId })).find(({ id }) => id === item.id);
  const place = { kind: 'agenda_title' as const, id: item.id };
  const settle = async (language: 'en' | 'ru', verdict: Verdict) => {
    const { texts, sourceLanguage } = (await heading()) ?? {};
    if (texts === undefined || sourceLanguage === undefined) throw new Error('no title');
    const revisions = { revision: texts[language].revision, sourceRevision: texts[sourceLanguage].revision };
    return client.translations.settle({ meetingId, verdict, texts: [{ ...place, language, ...revisions }] });
  };
  const [row] = entries;
  const rowPlace = {
    kind: 'entry' as const,
    id: row?.id ?? '',
    language: 'zh' as const,
    revision: 0,
    sourceRevision: 1,
  };
  await client.translations.settle({ meetingId, verdict: 'not_needed', texts: [rowPlace] });
  // English has moved on and Russian was read against it again; the Chinese is behind.
  await client.agenda.update({ ...item, title: { ...item.title, en: 'Opening of the talks' } });
  await settle('ru', 'reviewed');
  const stateNow = async () => {
    const found = await heading();
    return found && [stateOf(found, 'en'), stateOf(found, 'ru'), stateOf(found, 'zh'), isReviewed(found, 'ru')];
  };
  const then = await stateNow();
  expect(then).toEqual(['filled', 'filled', 'outdated', true]);
  await agreeAll(client, meetingId);
  await client.versions.amend({ id: newId(), meetingId, reason: 'A word.' });
  await client.agenda.update({ ...item, title: { en: 'Closing', ru: 'О закрытии', zh: '闭幕' } });
  await client.entries.saveText({ entryId: row?.id ?? '', language: 'zh', text: '建议。', revision: 0 });
  await client.translations.setHeadingSource({ ...place, language: 'ru' });
  await client.versions.dropAmendment({ meetingId });
  expect(await stateNow()).toEqual(then);
  expect(await heading()).toMatchObject({
    sourceLanguage: 'en',
    texts: { en: { text: 'Opening of the talks', revision: 3 } },
  });
  const found = (await client.meetings.get({ id: meetingId })).entries.find(({ id }) => id === row?.id);
  expect(found && stateOf(found, 'zh')).toBe('not_needed');
});
