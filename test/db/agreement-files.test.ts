import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { planArchive } from '../../electron/features/archive/plan.ts';
import { makeAgreement } from '../support/agreements.ts';
import { type Client, openTestBackend } from '../support/backend.ts';
import { dump } from '../support/dump.ts';
import { makeMeeting } from '../support/records.ts';

const large = Buffer.from(Uint8Array.from({ length: 2_300_000 }, (_, index) => (index * 7) % 251));
const bytesOf = async (file: File): Promise<Buffer> => Buffer.from(await file.arrayBuffer());

function open() {
  const { client, context } = openTestBackend().backend;
  const agreement = makeAgreement();
  const add = (file: File, more: Partial<Parameters<Client['agreements']['addFile']>[0]> = {}) =>
    client.agreements.addFile({ id: newId(), agreementId: agreement.id, kind: 'scan', language: null, file, ...more });
  const states = async () =>
    (await client.agreements.verifyFiles({ agreementId: agreement.id })).map(({ state }) => state);
  return { client, connection: context.connection, agreement, add, states };
}

test('a file is kept with its hash, read back byte by byte, renamed, removed and brought back', async () => {
  const { client, connection, agreement, add, states } = open();
  await client.agreements.add(agreement);
  const scan = await add(new File([large], 'Signed copy.pdf'));
  expect(scan).toMatchObject({
    name: 'Signed copy.pdf',
    mediaType: 'application/pdf',
    sizeBytes: large.length,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
  });
  expect(await add(new File(['Text'], '.docx'), { kind: 'text', language: 'ru' })).toMatchObject({ kind: 'text' });
  expect((await bytesOf(await client.agreements.downloadFile({ id: scan.id }))).equals(large)).toBe(true);
  const renamed = await client.agreements.updateFile({ id: scan.id, name: 'Annex 1', kind: 'annex', language: 'zh' });
  expect(renamed).toEqual({ ...scan, name: 'Annex 1.pdf', kind: 'annex', language: 'zh' });
  const detail = await client.agreements.get({ id: agreement.id, today: '2026-11-21' });
  expect(detail).toMatchObject({ files: 2, fileList: [renamed, { kind: 'text' }] });
  expect(await states()).toEqual(['sound', 'sound']);
  const before = dump(connection);
  await client.agreements.removeFile({ id: scan.id });
  expect(await states()).toEqual(['sound']);
  await client.history.undo();
  await client.agreements.remove({ id: agreement.id });
  expect((await safe(client.agreements.downloadFile({ id: scan.id }))).error).toMatchObject({ code: 'NOT_FOUND' });
  await client.history.undo();
  expect(dump(connection)).toEqual(before);
  expect((await bytesOf(await client.agreements.downloadFile({ id: scan.id }))).equals(large)).toBe(true);
});

test('what was changed or taken away behind our back is said, and nothing of it is handed out', async () => {
  const { client, connection, agreement, add, states } = open();
  await client.agreements.add(agreement);
  const scan = await add(new File([large], 'scan.pdf'));
  await add(new File(['Text'], 'text.txt'), { kind: 'text' });
  const of = 'stored_file WHERE sha256 = ?';
  const damages = {
    'one byte differs': [
      `UPDATE stored_file SET bytes = zeroblob(length(bytes)) WHERE position = 1 AND sha256 = ?`,
      'changed',
    ],
    'the end is missing': [`DELETE FROM ${of} AND position = 2`, 'changed'],
    'there is a piece too many': [
      `INSERT INTO stored_file SELECT sha256, 3, bytes FROM ${of} AND position = 0`,
      'changed',
    ],
    'all is missing': [`DELETE FROM ${of}`, 'missing'],
  } as const;
  for (const [what, [damage, state]] of Object.entries(damages)) {
    connection.sql(damage, scan.sha256);
    expect(await states(), what).toEqual([state, 'sound']);
    const { error } = await safe(client.agreements.downloadFile({ id: scan.id }));
    expect(error, what).toMatchObject({ code: 'CONTENT_DAMAGED', data: { names: ['scan.pdf'] } });
    // It stays in the list, and the same file given once more heals it.
    expect((await client.agreements.get({ id: agreement.id, today: '2026-11-21' })).fileList).toHaveLength(2);
    const again = await add(new File([large], 'again.pdf'));
    expect(await states(), what).toEqual(['sound', 'sound', 'sound']);
    await client.agreements.removeFile({ id: again.id });
  }
});

test('the archive of a meeting holds the files of what was signed there, and is not made when one is damaged', async () => {
  const { client, connection, agreement, add } = open();
  const meeting = makeMeeting();
  await client.meetings.create(meeting);
  await client.agreements.add({ ...agreement, meetingId: meeting.id, orderKey: 'a1' });
  await client.agreements.add(makeAgreement({ meetingId: meeting.id }));
  await client.agreements.add(makeAgreement());
  const scan = await add(new File([large], 'scan.pdf'), { language: 'zh' });
  const files = planArchive(connection, meeting.id)?.flatMap((planned) => planned.files) ?? [];
  expect(files.filter(({ what }) => what === 'signed_document')).toEqual([
    {
      path: expect.stringMatching(/\/signed documents\/Document 2 – scan\.pdf$/u) as string,
      what: 'signed_document',
      language: 'zh',
      version: null,
      agendaItem: null,
      source: { kept: scan },
    },
  ]);
  connection.sql('DELETE FROM stored_file WHERE sha256 = ? AND position = 1', scan.sha256);
  const archive = async (): Promise<void> => {
    for await (const event of await client.archive.create({ meetingId: meeting.id }))
      expect(event.type).toBe('progress');
  };
  expect((await safe(archive())).error).toMatchObject({ code: 'CONTENT_DAMAGED', data: { names: ['scan.pdf'] } });
});

test('a file of nothing, and one of an agreement that is not there, are refused', async () => {
  const { client, agreement, add } = open();
  const file = new File(['Text'], 'text.txt');
  expect((await safe(add(file))).error).toMatchObject({ code: 'NOT_FOUND', data: { kind: 'agreement' } });
  await client.agreements.add(agreement);
  expect((await safe(add(new File([], 'empty.pdf')))).error).toMatchObject({ code: 'ATTACHMENT_EMPTY' });
  for (const call of [
    () => client.agreements.updateFile({ id: newId(), name: 'x' }),
    () => client.agreements.removeFile({ id: newId() }),
    () => client.agreements.downloadFile({ id: newId() }),
    () => client.agreements.verifyFiles({ agreementId: newId() }),
  ]) {
    expect((await safe<unknown>(call())).error).toMatchObject({ code: 'NOT_FOUND' });
  }
});
