import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { safe } from '@orpc/client';
import { createRouterClient } from '@orpc/server';
import { v7 as newId } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import {
  documentKinds,
  documentOptions,
  type DocumentRequest,
  type UnsuitableReason,
  unsuitableReasons,
} from '#shared/contract/documents.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { documentTraits } from '#shared/domain/documents/traits.ts';
import { languages } from '#shared/domain/language.ts';
import type { Backend } from '../../electron/backend.ts';
import type { ChangedPages } from '../../electron/documents/messages.ts';
import { router } from '../../electron/router.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { makeOrganization } from '../support/records.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

const bytesOf = async (file: File): Promise<Buffer> => Buffer.from(await file.arrayBuffer());
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function openTalks() {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  return { backend, client, ...(await addTalks(client)) };
}

test('every kind in every language and format it suits: each file is in the journal with its own hash', async () => {
  const { client, meeting, institute } = await openTalks();
  const meetingId = meeting.id;
  const names = new Set<string>();
  let count = 0;
  for (const kind of documentKinds) {
    const formats = [...documentTraits[kind].formats];
    const organizationId = kind === 'extract' ? institute.id : null;
    const files = await client.documents.export({
      meetingId,
      kind,
      languages: [...languages],
      organizationId,
      formats,
    });
    expect(files.map(({ languages: of, format }) => `${of.join()} ${format}`)).toEqual(
      languages.flatMap((language) => formats.map((format) => `${language} ${format}`)),
    );
    const journal = (await client.documents.journal({ meetingId })).slice(0, files.length);
    for (const [index, { file, sha256, pages }] of files.entries()) {
      const bytes = await bytesOf(file);
      expect(bytes.length).toBeGreaterThan(100);
      expect(hashOf(bytes)).toBe(sha256);
      expect(journal[index]).toMatchObject({ kind, name: file.name, sha256, sizeBytes: bytes.length, pages });
      names.add(file.name);
    }
    count += files.length;
  }
  expect(names.size).toBe(count);
  expect(await client.documents.journal({ meetingId })).toHaveLength(count);
});

test('copies: a file per side, its own language first; one after another in the preview', async () => {
  const { backend, client, meeting } = await openTalks();
  const [chinese, russian] = meeting.sides.map(({ id }) => id);
  const options = {
    meetingId: meeting.id,
    languages: ['en' as const, 'ru' as const, 'zh' as const],
    layout: 'sequential' as const,
    alternat: 'keeper' as const,
    authenticity: { kind: 'prevails' as const, language: 'en' as const },
  };
  const files = await client.documents.export({ ...options, formats: ['pdf', 'md'] });
  expect(files.map(({ keeperSideId, languages: of, format }) => [keeperSideId, of[0], of.length, format])).toEqual([
    [chinese, 'zh', 3, 'pdf'],
    [chinese, 'zh', 3, 'md'],
    [russian, 'ru', 3, 'pdf'],
    [russian, 'ru', 3, 'md'],
  ]);
  expect(new Set(files.map(({ file }) => file.name)).size).toBe(4);
  const { files: shown, pages } = await backend.client.documents.preview(options);
  expect(shown.map(({ keeperSideId, firstPage }) => [keeperSideId, firstPage > 0])).toEqual([
    [chinese, false],
    [russian, true],
  ]);
  expect(shown[1]?.firstPage).toBeLessThan(pages.length);
  const byLanguage = await client.documents.export({
    ...options,
    layout: 'single',
    alternat: 'language',
    formats: ['md'],
  });
  expect(byLanguage).toHaveLength(6);
});

const withThird = (sides: Meeting['sides']): Meeting['sides'] => [
  ...sides,
  { ...sides[0]!, id: newId(), country: 'MN', name: { en: 'Mongolian side', ru: 'Монгольская сторона', zh: '蒙方' } },
];

const unsuitable: Record<UnsuitableReason, (ids: { organizationId: string }) => Partial<DocumentRequest>> = {
  'columns-need-languages': () => ({ languages: ['ru'], layout: 'columns' }),
  'columns-too-many': () => ({ languages: ['en', 'ru', 'zh'], layout: 'columns' }),
  'layout-not-for-kind': () => ({ kind: 'invitation', layout: 'columns', languages: ['en', 'ru'] }),
  'format-not-for-kind': () => ({ kind: 'agenda' }),
  'organization-needed': () => ({ kind: 'extract' }),
  'organization-not-in-meeting': ({ organizationId }) => ({ kind: 'extract', organizationId }),
  'copies-not-for-kind': () => ({ kind: 'actions', alternat: 'keeper' }),
  'copies-need-two-sides': () => ({ alternat: 'language' }),
  'language-not-chosen': () => ({ authenticity: { kind: 'sole', language: 'zh' } }),
};

test.each(unsuitableReasons)('refused, and nothing is made: %s', async (reason) => {
  const { client, meeting } = await openTalks();
  const stranger = makeOrganization();
  await client.organizations.create(stranger);
  if (reason === 'copies-need-two-sides') {
    await client.meetings.update({ id: meeting.id, sides: withThird(meeting.sides) });
  }
  const changes = unsuitable[reason]({ organizationId: stranger.id });
  const options = { meetingId: meeting.id, languages: ['en' as const], ...changes };
  const format = reason === 'format-not-for-kind' ? 'md' : 'pdf';
  const { error } = await safe(client.documents.export({ ...options, formats: [format] }));
  expect(error).toMatchObject({ code: 'OPTIONS_UNSUITABLE', defined: true, data: { reason } });
  if (reason !== 'format-not-for-kind') {
    expect((await safe(client.documents.preview(options))).error).toMatchObject({ data: { reason } });
  }
  expect(await client.documents.journal({ meetingId: meeting.id })).toEqual([]);
});

test('saved again byte by byte after the meeting changed, was undone and was removed', async () => {
  const { backend, client, meeting, entries } = await openTalks();
  const meetingId = meeting.id;
  const made = await client.documents.export({ meetingId, languages: ['ru'], formats: ['pdf', 'docx', 'md'] });
  const before = await Promise.all(made.map(({ file }) => bytesOf(file)));
  const journal = await client.documents.journal({ meetingId });
  const expectSame = async (): Promise<void> => {
    for (const [index, { id, name }] of journal.entries()) {
      const again = await client.documents.exportAgain({ id });
      expect([again.name, again.type]).toEqual([name, made[index]?.file.type]);
      expect((await bytesOf(again)).equals(before[index] ?? Buffer.alloc(0))).toBe(true);
    }
  };
  await client.entries.saveText({ entryId: entries[0]?.id ?? '', language: 'ru', text: 'Сказал другое.', revision: 1 });
  const [changed] = await client.documents.export({ meetingId, languages: ['ru'], formats: ['md'] });
  expect((await bytesOf(changed!.file)).equals(before[2]!)).toBe(false);
  await expectSame();
  await client.history.undo();
  await expectSame();
  await client.meetings.remove({ id: meetingId });
  expect(await client.documents.journal({ meetingId })).toHaveLength(4);
  await expectSame();
  // What is kept was changed from outside.
  backend.context.connection.sql(
    'UPDATE stored_file SET bytes = ? WHERE sha256 = ?',
    Buffer.from('x'),
    journal[0]!.sha256,
  );
  const { error } = await safe(client.documents.exportAgain({ id: journal[0]!.id }));
  expect(error).toMatchObject({ code: 'CONTENT_DAMAGED', data: { names: [journal[0]!.name] } });
  for (const call of [
    client.documents.exportAgain({ id: newId() }),
    client.documents.journal({ meetingId: newId() }),
    client.documents.options({ meetingId: newId() }),
    client.documents.actionsCalendar({ meetingId: newId(), language: 'en' }),
  ]) {
    await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('the journal tells the version with that text, and open pages of the new rows', async () => {
  const { client, meeting } = await openTalks();
  const meetingId = meeting.id;
  const controller = new AbortController();
  onTestFinished(() => {
    controller.abort();
  });
  const changes = await client.app.changes(undefined, { signal: controller.signal });
  const next = changes.next();
  await client.documents.export({ meetingId, languages: ['zh'], formats: ['md'] });
  expect((await next).value).toEqual({ position: 0, tables: ['export_log'] });
  await agreeAll(client, meetingId);
  await client.documents.export({ meetingId, languages: ['zh'], formats: ['md'] });
  const journal = await client.documents.journal({ meetingId });
  expect(journal.map(({ versionNumber }) => versionNumber)).toEqual([1, null]);
  expect(journal[0]?.name).toContain('v1');
  expect(journal[0]!.atMs).toBeGreaterThanOrEqual(journal[1]!.atMs);
});

test('a full disk: what could not be journalled is not handed out', async () => {
  const { backend, client, meeting } = await openTalks();
  const { connection } = backend.context;
  connection.pragma(`max_page_count = ${String(connection.pragma('page_count'))}`);
  const options = { meetingId: meeting.id, languages: [...languages], formats: ['pdf' as const, 'docx' as const] };
  expect((await safe(client.documents.export(options))).error).toMatchObject({
    code: 'STORE_UNWRITABLE',
    data: { reason: 'disk-full' },
  });
  expect(await client.documents.journal({ meetingId: meeting.id })).toEqual([]);
  connection.pragma('max_page_count = 1000000');
  expect(await client.documents.export(options)).toHaveLength(6);
});

test('options: usual ones first, then those of the last export as far as they still suit', async () => {
  const { client, meeting, institute } = await openTalks();
  const meetingId = meeting.id;
  await client.meetings.update({ id: meetingId, workingLanguages: ['zh', 'ru'] });
  const usual = documentOptions.parse({ meetingId, languages: ['zh', 'ru'], layout: 'sequential' });
  expect(await client.documents.options({ meetingId })).toEqual(usual);
  const letterhead = makeOrganization();
  await client.organizations.create(letterhead);
  const asked = documentOptions.parse({
    meetingId,
    languages: ['en', 'ru'],
    layout: 'columns',
    letterheadId: letterhead.id,
    alternat: 'keeper',
    authenticity: { kind: 'prevails', language: 'en' },
    isNonBinding: true,
  });
  await client.documents.export({ ...asked, formats: ['md'] });
  await client.documents.actionsCalendar({ meetingId, language: 'ru' });
  expect(await client.documents.options({ meetingId })).toEqual(asked);
  await client.organizations.remove({ id: letterhead.id });
  await client.meetings.update({ id: meetingId, sides: withThird(meeting.sides) });
  expect(await client.documents.options({ meetingId })).toEqual({ ...asked, letterheadId: null, alternat: 'off' });
  const extract = { meetingId, kind: 'extract' as const, languages: ['ru' as const] };
  await client.documents.export({ ...extract, organizationId: institute.id, formats: ['docx'] });
  expect(await client.documents.options({ meetingId })).toMatchObject({
    kind: 'extract',
    organizationId: institute.id,
  });
});

test('dated actions go out as a calendar, and into the journal', async () => {
  const { client, meeting, entries } = await openTalks();
  const meetingId = meeting.id;
  const file = await client.documents.actionsCalendar({ meetingId, language: 'ru' });
  expect(file.type).toBe('text/calendar; charset=utf-8');
  const text = (await bytesOf(file)).toString('utf8');
  expect(text).toContain(`UID:${entries[2]?.id ?? ''}`);
  expect(await client.documents.journal({ meetingId })).toMatchObject([
    { kind: 'actions_calendar', format: 'ics', languages: ['ru'], name: file.name, pages: null },
  ]);
  await client.entries.remove({ ids: [entries[2]?.id ?? ''] });
  expect((await safe(client.documents.actionsCalendar({ meetingId, language: 'ru' }))).error).toMatchObject({
    code: 'NOT_FOUND',
    data: { kind: 'action' },
  });
});

test('names follow the pattern of the settings; one that names no difference is told apart by numbers', async () => {
  const { client, meeting } = await openTalks();
  const meetingId = meeting.id;
  await client.settings.update({ fileNamePattern: '{kind}' });
  const options = { meetingId, kind: 'actions' as const, formats: ['pdf' as const] };
  const files = await client.documents.export({ ...options, languages: ['en', 'ru', 'en'] });
  expect(new Set(files.map(({ file }) => file.name)).size).toBe(2);
  await client.settings.update({ fileNamePattern: '{date}' });
  const same = await client.documents.export({ ...options, languages: ['en', 'ru'] });
  expect(same.map(({ file }) => file.name)).toEqual([`${meeting.date}.pdf`, `${meeting.date} 2.pdf`]);
});

/** An engine that makes pages when it is told to; each has the text of the document on it. */
function withSlowPages(backend: Backend): { client: Client; begun: string[]; finish: () => void } {
  const begun: string[] = [];
  let finish = (): void => {};
  const renderChangedPages = (document: unknown): Promise<ChangedPages> => {
    begun.push(JSON.stringify(document));
    const pages = { pages: [{ hash: 'a', svg: `<svg>${JSON.stringify(document)}</svg>` }], places: [] };
    return new Promise((resolve) => {
      finish = () => {
        resolve(pages);
      };
    });
  };
  const documents = { ...backend.context.documents, renderChangedPages };
  const client = createRouterClient(router, { context: { ...backend.context, documents } });
  return {
    client,
    begun,
    finish: () => {
      finish();
    },
  };
}

test('typing faster than pages are made: one preview with the newest text for all who wait, none for who has gone', async () => {
  const { backend, meeting, entries } = await openTalks();
  const { client, begun, finish } = withSlowPages(backend);
  const options = { meetingId: meeting.id, languages: ['ru' as const] };
  const type = (text: string, revision: number) =>
    client.entries.saveText({ entryId: entries[0]?.id ?? '', language: 'ru', text, revision });
  const first = client.documents.preview(options);
  await expect.poll(() => begun.length, { timeout: 10_000 }).toBe(1);
  const waiting = [];
  for (const [index, text] of ['Раз.', 'Раз, два.', 'Раз, два, три.'].entries()) {
    await type(text, index + 1);
    waiting.push(client.documents.preview(options));
  }
  const controller = new AbortController();
  const gone = safe(client.documents.preview({ ...options, languages: ['zh'] }, { signal: controller.signal }));
  const other = client.documents.preview({ ...options, languages: ['en'] });
  controller.abort();
  // All of them have arrived, and wait.
  await setImmediate();
  finish();
  expect((await first).pages[0]?.svg).not.toContain('Раз');
  await expect.poll(() => begun.length, { timeout: 10_000 }).toBe(2);
  finish();
  const answers = await Promise.all(waiting);
  for (const { pages } of answers) expect(pages[0]?.svg).toContain('Раз, два, три.');
  expect((await gone).error).not.toBeNull();
  await expect.poll(() => begun.length, { timeout: 10_000 }).toBe(3);
  finish();
  expect((await other).pages).toHaveLength(1);
  expect(begun).toHaveLength(3);
});

test('the real pages: known ones are not sent again, and every place leads to a row of the meeting', async () => {
  const { backend, meeting, entries, item, heads } = await openTalks();
  const { client } = backend;
  const options = { meetingId: meeting.id, languages: ['ru' as const, 'zh' as const], layout: 'sequential' as const };
  const whole = await client.documents.preview(options);
  expect(whole.pages.every(({ svg }) => svg?.startsWith('<svg') === true)).toBe(true);
  const places = whole.places.map(({ ref, language }) => `${language} ${ref.kind} ${ref.id}`);
  for (const language of ['ru', 'zh']) {
    expect(places).toContain(`${language} agenda ${item.id}`);
    for (const { id } of entries) expect(places).toContain(`${language} entry ${id}`);
    for (const { id } of heads) expect(places).toContain(`${language} attendance ${id}`);
  }
  for (const { page, left, top } of whole.places) {
    expect(page).toBeLessThan(whole.pages.length);
    for (const part of [left, top]) expect(part >= 0 && part < 1).toBe(true);
  }
  const known = whole.pages.map(({ hash }) => hash);
  const again = await client.documents.preview({ ...options, known });
  expect(again).toEqual({ ...whole, pages: known.map((hash) => ({ hash })) });
  // A text that no other language borrows.
  await client.entries.saveText({ entryId: entries[1]?.id ?? '', language: 'ru', text: 'Иначе.', revision: 1 });
  const edited = await client.documents.preview({ ...options, known });
  expect(edited.pages.filter(({ svg }) => svg !== undefined)).toHaveLength(1);
});
