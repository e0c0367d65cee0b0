import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 as newId } from 'uuid';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { StoreError } from '../../electron/db/store-error.ts';
import { createLog } from '../../electron/log.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makeAgendaItem, makeEntry, makeMeeting } from '../support/records.ts';

interface Answer {
  result?: unknown;
  code?: string;
  data?: unknown;
}

/** A back end in a process whose files cannot grow beyond a limit that this test sets: the nearest to a full disk without one. */
function startStore(folder: string) {
  const child = spawn(process.execPath, [join(projectFolder, 'test/support/store-process.ts'), folder], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async call(path: string, input?: unknown): Promise<Answer> {
      child.stdin.write(`${JSON.stringify({ path: path.split('.'), input })}\n`);
      const { value } = await lines.next();
      return JSON.parse(value ?? 'null') as Answer;
    },
    /** Bytes that a file may have; null takes the limit away. The hard limit stays, so that nobody needs to be root. */
    limit(bytes: number | null) {
      execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes === null ? 'unlimited' : String(bytes)}:`]);
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
    get log() {
      return log;
    },
  };
}

const unwritable = { code: 'STORE_UNWRITABLE', data: { reason: 'disk-full' } };
/** About as much as two pages of a book: does not fit into what is left. */
const longText = (first: string): string => first.repeat(6_000);

describe.runIf(process.platform === 'linux')('a disk that is full while minutes are taken', () => {
  async function takeMinutes() {
    const folder = makeFolder();
    const store = startStore(folder);
    const meeting = makeMeeting();
    const item = makeAgendaItem(meeting.id);
    const entry = makeEntry(meeting.id, item.id);
    await store.call('meetings.create', meeting);
    await store.call('agenda.add', item);
    await store.call('entries.add', { entries: [entry] });
    const save = (text: string, revision: number, group?: string) =>
      store.call('entries.saveText', { entryId: entry.id, language: 'zh', text, revision, ...(group && { group }) });
    const readText = async () => {
      const { result } = await store.call('meetings.get', { id: meeting.id });
      return (result as MeetingDetail).entries[0]?.texts.zh;
    };
    const fill = () => {
      // The WAL is the file that grows.
      store.limit(statSync(join(folder, 'trilogue.db-wal')).size + 8_192);
    };
    return { folder, store, meeting, item, entry, save, readText, fill };
  }

  test('is said, nothing is half written, reading goes on, and saving resumes when there is room', async () => {
    const { folder, store, meeting, item, entry, save, readText, fill } = await takeMinutes();
    expect(await save('已保存', 0)).toMatchObject({ result: { revision: 1 } });
    fill();
    const group = newId();
    for (const first of ['一', '二', '三']) expect(await save(longText(first), 1, group)).toEqual(unwritable);
    expect(await readText()).toMatchObject({ text: '已保存', revision: 1 });
    const other = makeEntry(meeting.id, item.id);
    const texts = { ...other.texts, zh: { ...other.texts.zh, text: longText('四'), revision: 1 } };
    expect(await store.call('entries.add', { entries: [{ ...other, texts }] })).toEqual(unwritable);
    store.limit(null);
    expect(await save(longText('一'), 1, group)).toMatchObject({ result: { revision: 2 } });
    expect(await save(longText('二'), 2, group)).toMatchObject({ result: { revision: 3 } });
    expect(await store.call('app.check')).toMatchObject({ result: { integrity: 'ok', counts: { entry: 1 } } });
    // What was acknowledged after the trouble survives the hardest end.
    await store.kill();
    const { client } = openTestBackend(folder).backend;
    const [text] = (await client.meetings.get({ id: meeting.id })).entries;
    expect([text?.id, text?.texts.zh.text]).toEqual([entry.id, longText('二')]);
    expect((await client.app.check()).integrity).toBe('ok');
  });

  test('does not keep the program from closing, and what was saved is there at the next start', async () => {
    const { folder, store, meeting, save, fill } = await takeMinutes();
    await store.call('minutes.begin', { meetingId: meeting.id, windowId: newId() });
    await save(longText('一'), 0);
    fill();
    expect(await save(longText('二').repeat(3), 1)).toEqual(unwritable);
    expect(await store.call('close')).toEqual({ result: null });
    await store.kill();
    const { client } = openTestBackend(folder).backend;
    const [entry] = (await client.meetings.get({ id: meeting.id })).entries;
    expect(entry?.texts.zh.text).toBe(longText('一'));
    expect((await client.app.check()).integrity).toBe('ok');
  });

  test('does not bring the program down by its own log', () => {
    const log = createLog(() => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    });
    expect(log.bug(new Error('a bug'))).toMatch(/^[0-9a-f]{8}$/u);
  });
});

test('undo, clocks and open screens say it too', async () => {
  const { client, context } = openTestBackend().backend;
  const meeting = makeMeeting();
  const item = makeAgendaItem(meeting.id);
  await client.meetings.create(meeting);
  await client.agenda.add(item);
  const time = { agendaItemId: item.id, counterId: newId(), seconds: 5 };
  context.connection.pragma('query_only = ON');
  for (const call of [
    client.history.undo(),
    client.minutes.begin({ meetingId: meeting.id, windowId: newId() }),
    client.minutes.tellTime(time),
  ]) {
    await expect(call).rejects.toMatchObject({ code: 'STORE_UNWRITABLE', data: { reason: 'folder-unwritable' } });
  }
  context.connection.pragma('query_only = OFF');
  expect(await client.minutes.tellTime(time)).toEqual({ seconds: 5 });
});

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_IOERR_FSYNC', 'folder-unwritable'],
  ['SQLITE_READONLY_DBMOVED', 'folder-unwritable'],
  ['EROFS', 'folder-unwritable'],
  ['SQLITE_IOERR_READ', 'unknown'],
  ['SQLITE_CORRUPT_INDEX', 'damaged'],
])('%s is %s', (code, reason) => {
  expect(StoreError.from(Object.assign(new Error(code), { code }), '').code).toBe(reason);
});
