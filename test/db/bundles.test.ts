import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Backend } from '../../electron/backend.ts';
import { commit } from '../../electron/context.ts';
import { makeSharedFolder, openSharedBackend, openTestBackend } from '../support/backend.ts';
import { makeBundle, takeBundle } from '../support/bundles.ts';
import { refusalOf } from '../support/circulated.ts';
import { dump } from '../support/dump.ts';
import { randomRecord } from '../support/random-record.ts';
import { readSealed, readZip } from '../support/read-zip.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

const toFile = (record: MeetingRecord): File => new File([JSON.stringify(record)], 'meeting.json');
const scanBytes = new Uint8Array(2 * 1024 * 1024 + 17).map((_, index) => (index * 31) % 251);

/** Records with every part of the follow-up. */
const full = fc.sample(
  randomRecord.filter(
    ({ entries, agreements, meeting, followUp }) =>
      followUp !== undefined &&
      agreements.length === 2 &&
      meeting.sides.length > 0 &&
      meeting.status === 'draft' &&
      (['action', 'decision', 'proposal'] as const).every((kind) => entries.some((entry) => entry.kind === kind)),
  ),
  { numRuns: 2, seed: 9 },
);

/** Three meetings: agreed ones with versions, scans and documents; two with all that came of them; all of one event. */
async function prepare(backend: Backend) {
  const client = withQuickDocuments(backend);
  const talks = await addTalks(client, { date: '2026-11-20' });
  const agreed = talks.meeting.id;
  const document = new File(['Programme of the visit'], 'Программа визита.txt');
  const add = (meetingId: string, kind: 'document' | 'scan', file: File, more: object = {}) =>
    client.attachments.add({
      id: newId(),
      meetingId,
      agendaItemId: null,
      versionId: null,
      kind,
      language: null,
      file,
      ...more,
    });
  await add(agreed, 'document', document, { agendaItemId: talks.item.id });
  await agreeAll(client, agreed);
  await add(agreed, 'scan', new File([scanBytes], 'Scan.pdf'), { language: 'ru' });
  const [one, other] = full as [MeetingRecord, MeetingRecord];
  for (const record of [one, other]) await client.records.import({ file: toFile(record) });
  await add(one.meeting.id, 'document', new File(['one'], 'CON.txt'));
  await client.agreements.addFile({
    id: newId(),
    agreementId: one.agreements[0]!.id,
    kind: 'scan',
    language: null,
    file: new File(['signed'], '签署.pdf'),
  });
  await client.meetings.setParent({ id: other.meeting.id, parentId: one.meeting.id });
  await tie(backend, one, other);
  return { client, agreed, one, other, ids: [agreed, one.meeting.id, other.meeting.id] };
}

/** What leads from one meeting to another: a decision that takes the place of an earlier one, a link, an action under review. */
async function tie({ client, context }: Backend, one: MeetingRecord, other: MeetingRecord): Promise<void> {
  const find = (record: MeetingRecord, kind: string): string => record.entries.find((entry) => entry.kind === kind)!.id;
  await client.links.add({ kind: 'decision-action', fromId: find(one, 'decision'), toId: find(other, 'action') });
  commit(context, { name: 'meeting.update', label: '' }, (write) => {
    write.insert('action_review', { meeting_id: other.meeting.id, entry_id: find(one, 'action'), order_index: 0 });
  });
}

describe('a bundle taken to another laptop', () => {
  const here = openSharedBackend(makeSharedFolder());
  let made: Awaited<ReturnType<typeof prepare>>;
  let bundle: File;
  beforeAll(async () => {
    made = await prepare(here());
    bundle = await makeBundle(made.client, made.ids);
  });

  test('brings every row, byte for byte, in one change set, and undo takes all of it back', async () => {
    const { backend } = openTestBackend();
    const before = dump(backend.context.connection);
    const { preview, result } = await takeBundle(backend.client, bundle);
    expect(preview.meetings.map(({ state }) => state)).toEqual(['new', 'new', 'new']);
    expect(preview.meetings.map(({ date }) => date)).toEqual([...preview.meetings.map(({ date }) => date)].sort());
    expect(result).toMatchObject({ added: 3, replaced: 0, copied: 0, skipped: 0, same: 0 });
    const rows = dump(backend.context.connection);
    expect(rows).toEqual(dump(here().context.connection));
    expect(Object.values(rows).flat().length).toBeGreaterThan(200);
    for (const table of ['version', 'side_agreement', 'attachment', 'agreement_file', 'record_link', 'action_review']) {
      expect(rows[table], table).not.toEqual([]);
    }
    const again = await makeBundle(backend.client, made.ids);
    const filesIn = async (file: File) =>
      new Map(
        (await readSealed(new Uint8Array(await file.arrayBuffer()))).map(({ path, bytes }) => [
          path,
          bytes.toString('hex'),
        ]),
      );
    const [sent, returned] = [await filesIn(bundle), await filesIn(again)];
    for (const path of sent.keys())
      if (/process|trilogue|pdf|docx|txt$/u.test(path)) {
        if (!path.endsWith('READ ME.txt')) expect(returned.get(path), path).toBe(sent.get(path));
      }
    expect(await backend.client.versions.verify({ meetingId: made.agreed })).toEqual([]);
    const undone = await backend.client.history.undo();
    expect(undone.name).toBe('bundle.import');
    expect(dump(backend.context.connection)).toEqual(before);
    await backend.client.history.redo();
    expect(dump(backend.context.connection)).toEqual(rows);
  });

  test('taken in again, and looked at where it was made, changes nothing', async () => {
    const { backend } = openTestBackend();
    await takeBundle(backend.client, bundle);
    const { client, context } = backend;
    const count = (): unknown => context.connection.sql('SELECT count(*) AS n FROM change_set');
    const before = [dump(context.connection), count()];
    const { preview, result } = await takeBundle(client, bundle, 'replace');
    expect(preview.meetings.map(({ state, differences, choices }) => [state, differences, choices])).toEqual(
      Array(3).fill(['same', [], []]),
    );
    expect(result).toEqual({ added: 0, replaced: 0, copied: 0, skipped: 0, same: 3, position: null });
    expect([dump(context.connection), count()]).toEqual(before);
    const there = await here().client.bundles.preview({ file: bundle, passphrase: null });
    expect(there.meetings.map(({ state }) => state)).toEqual(['same', 'same', 'same']);
  });

  test('says in words what differs, and replaces it under the same ids', async () => {
    const { backend } = openTestBackend();
    await takeBundle(backend.client, bundle);
    const { client, context } = backend;
    const { one } = made;
    const [first, second] = one.entries;
    await client.meetings.update({
      id: one.meeting.id,
      title: { en: 'Other title', ru: '', zh: '' },
      date: '2026-12-01',
    });
    await client.entries.saveText({ entryId: first!.id, language: 'ru', text: 'Иначе.', revision: 1 });
    await client.entries.remove({ ids: [second!.id] });
    const [attachment] = await client.attachments.list({ meetingId: one.meeting.id });
    await client.attachments.remove({ id: attachment!.id });
    const changed = dump(context.connection);

    const look = await client.bundles.preview({ file: bundle, passphrase: null });
    const meeting = look.meetings.find(({ meetingId }) => meetingId === one.meeting.id)!;
    expect(meeting).toMatchObject({ state: 'differs', choices: ['skip', 'replace', 'copy'], obstacle: null });
    const fields = meeting.differences.flatMap((difference) => (difference.kind === 'field' ? [difference] : []));
    expect(fields).toContainEqual({
      kind: 'field',
      field: 'title',
      here: { en: 'Other title', ru: '', zh: '' },
      inBundle: one.meeting.title,
    });
    expect(fields).toContainEqual({ kind: 'field', field: 'date', here: '2026-12-01', inBundle: one.meeting.date });
    const lists = meeting.differences.flatMap((difference) => (difference.kind === 'list' ? [difference.list] : []));
    expect(lists).toContain('attachments');
    expect(dump(context.connection)).toEqual(changed);

    // Nothing is replaced that nobody has chosen.
    expect(await client.bundles.import({ id: look.id, choices: [] })).toMatchObject({
      skipped: 1,
      same: 2,
      position: null,
    });
    expect(dump(context.connection)).toEqual(changed);

    const { result } = await takeBundle(client, bundle, 'replace');
    expect(result).toMatchObject({ replaced: 1, same: 2 });
    const after = await client.bundles.preview({ file: bundle, passphrase: null });
    expect(after.meetings.map(({ state, differences }) => [state, differences])).toEqual(Array(3).fill(['same', []]));
    await client.history.undo();
    expect(dump(context.connection)).toEqual(changed);
  });

  test('never replaces agreed minutes, but stands beside them as a copy', async () => {
    const { backend } = openTestBackend();
    const { client, context } = backend;
    await takeBundle(client, bundle);
    const file = await withAnotherTitle(bundle, made.agreed);
    const before = dump(context.connection);
    const preview = await client.bundles.preview({ file, passphrase: null });
    const meeting = preview.meetings.find(({ meetingId }) => meetingId === made.agreed)!;
    expect(meeting).toMatchObject({ state: 'differs', choices: ['skip', 'copy'], obstacle: 'agreed' });
    const refusal = await refusalOf(
      client.bundles.import({ id: preview.id, choices: [{ meetingId: made.agreed, choice: 'replace' }] }),
    );
    expect(refusal).toEqual({ error: 'CHOICE_LAPSED', meetingId: made.agreed });
    expect(dump(context.connection)).toEqual(before);

    await client.bundles.import({ id: preview.id, choices: [{ meetingId: made.agreed, choice: 'copy' }] });
    const copy = (await client.meetings.list()).find(({ title }) => title.en.endsWith(' (copy)'))!;
    expect(copy).toMatchObject({
      status: 'draft',
      title: { en: 'Changed (copy)', ru: 'Изменено (копия)', zh: '已改（副本）' },
    });
    const idsOf = (rows: Record<string, unknown[]>): Set<string> =>
      new Set(JSON.stringify(rows).match(/[0-9a-f]{8}-[0-9a-f-]{27}/gu));
    const known = idsOf(before);
    const detail = await client.meetings.get({ id: copy.id });
    const own = [detail.meeting.sides, detail.attendance, detail.agenda, detail.entries, detail.agreements].flat();
    expect(own.filter(({ id }) => known.has(id))).toEqual([]);
    expect(own.length).toBeGreaterThan(5);
    expect((await client.attachments.list({ meetingId: copy.id })).map(({ name }) => name).sort()).toEqual([
      'Scan.pdf',
      'Программа визита.txt',
    ]);
    expect((await client.meetings.get({ id: made.agreed })).meeting.status).toBe('agreed');
    await client.history.undo();
    expect(dump(context.connection)).toEqual(before);
  });
});

/** The bundle as somebody else's program might have made it, with another title and sound hashes. */
async function withAnotherTitle(bundle: File, meetingId: string): Promise<File> {
  const { repack } = await import('../support/repack-bundle.ts');
  return repack(bundle, (path, text) => {
    if (!path.endsWith('.trilogue.json')) return text;
    const record = JSON.parse(text) as MeetingRecord;
    if (record.meeting.id !== meetingId || path.includes('/versions/')) return text;
    record.meeting.title = { en: 'Changed', ru: 'Изменено', zh: '已改' };
    return JSON.stringify(record);
  });
}

describe('under a passphrase', () => {
  test('opens with it alone', async () => {
    const { backend } = openTestBackend();
    const { meeting } = await addTalks(backend.client);
    const bundle = await makeBundle(backend.client, [meeting.id], 'correct horse battery');
    expect(bundle.name).toMatch(/\.trilogue\.zip\.age$/u);
    expect(Buffer.from(await bundle.slice(0, 30).arrayBuffer()).toString('latin1')).toMatch(
      /^age-encryption.org\/v1\n/u,
    );
    const other = openTestBackend().backend;
    const look = (passphrase: string | null) => refusalOf(other.client.bundles.preview({ file: bundle, passphrase }));
    expect(await look(null)).toEqual({ error: 'BUNDLE_REFUSED', reason: 'passphrase-needed', file: '' });
    expect(await look('correct horse batterz')).toEqual({
      error: 'BUNDLE_REFUSED',
      reason: 'passphrase-wrong',
      file: '',
    });
    const { preview, result } = await takeBundle(other.client, bundle, null, 'correct horse battery');
    expect(preview.isEncrypted).toBe(true);
    expect(result.added).toBe(1);
    expect(dump(other.context.connection)).toEqual(dump(backend.context.connection));
    // The key is derived three times, each a second of work on purpose.
  }, 120_000);
});

test('the file names of its zip open everywhere', async () => {
  const { backend } = openTestBackend();
  const { meeting } = await addTalks(backend.client, { title: { en: '', ru: '', zh: '' } });
  const entries = await readZip(new Uint8Array(await (await makeBundle(backend.client, [meeting.id])).arrayBuffer()));
  expect(entries.map(({ path }) => path)).toContain('READ ME.txt');
});
