import { request } from 'node:http';
import { safe } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, onTestFinished, test } from 'vitest';
import { maxAttachmentBytes } from '#shared/contract/attachments.ts';
import { startBrowserDoor } from '../../electron/browser/index.ts';
import { putContent, readContent } from '../../electron/features/attachments/index.ts';
import { type Client, openTestBackend, transports } from '../support/backend.ts';
import { addTalks, agreeAll, withQuickDocuments } from '../support/talks.ts';

type Place = Partial<Parameters<Client['attachments']['add']>[0]> & { meetingId: string; file: File };
const add = (client: Client, place: Place) =>
  client.attachments.add({
    id: newId(),
    agendaItemId: null,
    versionId: null,
    kind: 'document',
    language: null,
    ...place,
  });

/** Three pieces, the last of them short. */
const large = new Uint8Array(2 * 1024 * 1024 + 5).map((_, index) => (index * 7) % 253);
const bytesOf = async (file: File): Promise<Buffer> => Buffer.from(await file.arrayBuffer());

describe.each(Object.keys(transports))('%s', (name) => {
  test('a file is kept, read back byte by byte, renamed, removed and brought back', async () => {
    const { backend } = openTestBackend();
    const client = await transports[name]!(backend);
    const { meeting, item } = await addTalks(client);
    const meetingId = meeting.id;
    const kept = await add(client, {
      meetingId,
      agendaItemId: item.id,
      file: new File([large], 'План 计划.pdf', { type: 'text/html' }),
    });
    // What a file says of itself is not believed.
    expect(kept).toMatchObject({ name: 'План 计划.pdf', mediaType: 'application/pdf', sizeBytes: large.length });
    const read = await client.attachments.download({ id: kept.id });
    expect([read.name, read.type]).toEqual(['План 计划.pdf', 'application/pdf']);
    expect((await bytesOf(read)).equals(large)).toBe(true);
    await client.attachments.update({ id: kept.id, name: 'Plan', language: 'ru' });
    expect(await client.attachments.list({ meetingId })).toMatchObject([{ name: 'Plan.pdf', language: 'ru' }]);
    await client.attachments.remove({ id: kept.id });
    expect(await client.attachments.list({ meetingId })).toEqual([]);
    await client.history.undo();
    expect((await bytesOf(await client.attachments.download({ id: kept.id }))).equals(large)).toBe(true);
  });
});

describe('what is refused', () => {
  test('an empty file, one that is too large, and places that are not of the meeting', async () => {
    const { client } = openTestBackend().backend;
    const { meeting, item } = await addTalks(client);
    const other = await addTalks(client);
    const meetingId = meeting.id;
    const refusal = async (place: Place) => (await safe(add(client, place))).error;
    expect(await refusal({ meetingId, file: new File([], 'a.pdf') })).toMatchObject({ code: 'ATTACHMENT_EMPTY' });
    // A scan of 500 MB that nobody has to hold.
    const huge = Object.defineProperty(new File(['x'], 'scan.pdf'), 'size', { value: 500 * 1024 ** 2 });
    expect(await refusal({ meetingId, kind: 'scan', file: huge })).toMatchObject({
      code: 'ATTACHMENT_TOO_LARGE',
      data: { sizeBytes: 500 * 1024 ** 2, maxBytes: maxAttachmentBytes },
    });
    const file = new File(['x'], 'x.txt');
    for (const place of [
      { meetingId: newId(), file },
      { meetingId, agendaItemId: other.item.id, file },
      { meetingId, agendaItemId: item.id, kind: 'scan' as const, file },
      { meetingId, kind: 'scan' as const, versionId: newId(), file },
    ]) {
      expect(await refusal(place)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await client.attachments.list({ meetingId })).toEqual([]);
  });

  test('a request that says it is longer than any file, before its body is read', async () => {
    const { backend } = openTestBackend();
    const door = await startBrowserDoor({ backend, port: 0, assets: (_request, response) => response.end() });
    onTestFinished(() => door.close());
    const url = new URL(door.issueUrl());
    const session = await fetch(`${url.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: url.hash.replace('#code=', '') }),
    });
    const { token } = (await session.json()) as { token: string };
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const outgoing = request(
        `${url.origin}/rpc/attachments/add`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'multipart/form-data; boundary=x',
            'content-length': String(500 * 1024 ** 2),
          },
        },
        (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        },
      );
      outgoing.on('error', reject);
      outgoing.write('--x\r\n');
    });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain('PAYLOAD_TOO_LARGE');
  });
});

test('agreed minutes keep their documents; scans come and go; files of a version stay', async () => {
  const { backend } = openTestBackend();
  const client = withQuickDocuments(backend);
  const { meeting } = await addTalks(client);
  const meetingId = meeting.id;
  const document = await add(client, { meetingId, file: new File(['x'], 'x.txt') });
  const versionId = await agreeAll(client, meetingId);
  const scan = await add(client, { meetingId, kind: 'scan', versionId, file: new File(['scan'], 'scan.pdf') });
  const [record] = (await client.attachments.list({ meetingId })).filter(({ kind }) => kind === 'version_record');
  for (const refused of [
    add(client, { meetingId, file: new File(['y'], 'y.txt') }),
    client.attachments.update({ id: document.id, name: 'other.txt' }),
    client.attachments.remove({ id: document.id }),
    client.attachments.update({ id: record!.id, name: 'other.json' }),
    client.attachments.remove({ id: record!.id }),
  ]) {
    expect((await safe(refused)).error).toMatchObject({ code: 'LOCKED' });
  }
  expect(await client.attachments.update({ id: scan.id, name: 'signed copy' })).toMatchObject({
    name: 'signed copy.pdf',
  });
  await client.attachments.remove({ id: scan.id });
});

test('content that lost its end, or was changed, is never handed out; the same file heals it', async () => {
  const { backend } = openTestBackend();
  const { client } = backend;
  const { connection } = backend.context;
  const { meeting } = await addTalks(client);
  const { id, sha256 } = await add(client, { meetingId: meeting.id, file: new File([large], 'a.pdf') });
  const damages: [string, () => unknown][] = [
    [
      'the last piece is missing',
      () => connection.sql('DELETE FROM stored_file WHERE sha256 = ? AND position = 2', sha256),
    ],
    ['all pieces are missing', () => connection.sql('DELETE FROM stored_file WHERE sha256 = ?', sha256)],
    [
      'one byte differs',
      () =>
        connection.sql(
          'UPDATE stored_file SET bytes = zeroblob(length(bytes)) WHERE sha256 = ? AND position = 1',
          sha256,
        ),
    ],
    [
      'there is a piece too many',
      () =>
        connection.sql('INSERT INTO stored_file (sha256, position, bytes) VALUES (?, 3, ?)', sha256, Buffer.from('z')),
    ],
  ];
  for (const [what, damage] of damages) {
    damage();
    const { error } = await safe(client.attachments.download({ id }));
    expect(error, what).toMatchObject({ code: 'CONTENT_DAMAGED', data: { names: ['a.pdf'] } });
    expect(readContent(connection, sha256), what).toBeUndefined();
    await add(client, { meetingId: meeting.id, file: new File([large], 'again.pdf') });
    expect((await bytesOf(await client.attachments.download({ id }))).equals(large), what).toBe(true);
  }
});

test('the same content is kept once, and goes with a transaction that fails', async () => {
  const { backend } = openTestBackend();
  const { connection } = backend.context;
  const count = (): number => connection.sql<{ n: number }>('SELECT count(*) AS n FROM stored_file')[0]!.n;
  expect(putContent(connection, large)).toBe(putContent(connection, large));
  expect(count()).toBe(3);
  expect(() =>
    connection.transaction(() => {
      putContent(connection, new TextEncoder().encode('half done'));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(count()).toBe(3);
  await Promise.resolve();
});

test('other calls are answered while a large file is written', async () => {
  const { client } = openTestBackend().backend;
  const { meeting } = await addTalks(client);
  const file = new File([new Uint8Array(24 * 1024 ** 2)], 'big.pdf');
  const order: string[] = [];
  const adding = add(client, { meetingId: meeting.id, file }).then(() => order.push('kept'));
  for (let answers = 0; answers < 3; answers++) {
    await client.meetings.list();
    await new Promise(setImmediate);
    order.push('answered');
  }
  await adding;
  expect(order).toEqual(['answered', 'answered', 'answered', 'kept']);
});
