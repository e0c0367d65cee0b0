import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../electron/db/store-error.ts';
import { createLog } from '../../electron/log.ts';
import { makeFolder, openTestBackend } from '../support/backend.ts';
import { injectFault } from '../support/injection.ts';
import { longText, type MinutesStore, takeMinutes } from '../support/minutes-store.ts';
import { makeAgendaItem, makeEntry, makeMeeting } from '../support/records.ts';
import { projectFolder } from '../support/project-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { startStore } from '../support/store-client.ts';
import { hasTool, needsTracing } from '../support/tools.ts';
import { reportTrials } from '../support/trials.ts';

/*
 * Promise: a disk that is full, read-only, failing or gone is named as what it is; nothing is acknowledged meanwhile and
 * nothing acknowledged is lost; what is typed is taken again as soon as the cause is removed, without a new start.
 */
const unwritable = (reason: string) => ({ code: 'STORE_UNWRITABLE', data: { reason } });
let trials = 0;
afterAll(() => {
  reportTrials('P3', trials);
});

/** What a new run finds after this one was cut off. */
async function reopenText(folder: string, { store, meeting }: MinutesStore): Promise<string | undefined> {
  await store.kill();
  const { client } = openTestBackend(folder).backend;
  expect((await client.app.check()).integrity).toBe('ok');
  return (await client.meetings.get({ id: meeting.id })).entries[0]?.texts.zh.text;
}

describe('a limit for files, as of a quota', () => {
  beforeEach(({ skip }) => {
    skip(!hasTool('prlimit'), 'needs prlimit (Linux)');
  });

  test('a backup under a passphrase that does not fit is not called damaged', async () => {
    const folder = makeFolder();
    const { backend } = openTestBackend(folder);
    backend.context.connection.execute(
      'CREATE TABLE filler (content BLOB); INSERT INTO filler VALUES (randomblob(5e6))',
    );
    await backend.close();
    const packed = join(makeFolder(), 'packed');
    const secret = join(makeFolder(), 'passphrase');
    writeFileSync(secret, 'three plain words\n');
    const options = ['--passphrase-file', secret, '--data'];
    expect((await runCli(['backup', '--out', packed, ...options, folder])).stderr).toBe('');
    const other = makeFolder();
    const cli = join(projectFolder, 'dist/cli/index.js');
    const words = ['--fsize=3000000:', process.execPath, cli, 'restore', packed, ...options, other];
    const { status, stderr } = spawnSync('prlimit', words, {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_GB' },
    });
    expect(stderr).toMatch(/is full\. Free some space/u);
    expect(status).toBe(1);
    expect(readdirSync(other)).toEqual([]);
    trials++;
  });

  /** The WAL is the file that grows. */
  const fill = (folder: string, { store }: MinutesStore): void => {
    store.limit(statSync(join(folder, 'trilogue.db-wal')).size + 8_192);
  };

  test('is said, nothing is half written, reading goes on, and saving resumes when there is room', async () => {
    const folder = makeFolder();
    const minutes = await takeMinutes(folder);
    const { store, meeting, item, entry, save, readText } = minutes;
    expect(await save('已保存', 0)).toMatchObject({ result: { revision: 1 } });
    fill(folder, minutes);
    const group = newId();
    for (const first of ['一', '二', '三']) {
      expect(await save(longText(first), 1, group)).toMatchObject(unwritable('disk-full'));
    }
    expect(await readText()).toMatchObject({ text: '已保存', revision: 1 });
    const other = makeEntry(meeting.id, item.id);
    const texts = { ...other.texts, zh: { ...other.texts.zh, text: longText('四'), revision: 1 } };
    expect(await store.call('entries.add', { entries: [{ ...other, texts }] })).toMatchObject(unwritable('disk-full'));
    store.limit(null);
    expect(await save(longText('一'), 1, group)).toMatchObject({ result: { revision: 2 } });
    expect(await save(longText('二'), 2, group)).toMatchObject({ result: { revision: 3 } });
    expect(await store.call('app.check')).toMatchObject({ result: { integrity: 'ok', counts: { entry: 1 } } });
    // What was acknowledged after the trouble survives the hardest end.
    expect(await reopenText(folder, minutes)).toBe(longText('二'));
    expect(entry.id).not.toBe(other.id);
    trials++;
  });

  test('does not keep the program from closing, and what was saved is there at the next start', async () => {
    const folder = makeFolder();
    const minutes = await takeMinutes(folder);
    const { store, meeting, save } = minutes;
    await store.call('minutes.begin', { meetingId: meeting.id, windowId: newId() });
    await save(longText('一'), 0);
    fill(folder, minutes);
    expect(await save(longText('二').repeat(3), 1)).toMatchObject(unwritable('disk-full'));
    expect(await store.call('close')).toMatchObject({ result: null });
    expect(await reopenText(folder, minutes)).toBe(longText('一'));
    trials++;
  });
});

/* Root alone may mount: in a namespace of the process's own, looked into from outside through /proc. */
const canMount = hasTool('unshare', ['-m', 'true']);
const ownDisk = (folder: string, options: string): string[] => {
  const script = 'mount -t tmpfs -o "$1" none "$0" && shift && exec "$@"';
  return ['unshare', '-m', 'sh', '-c', script, folder, options];
};
const seenFromOutside = (folder: string, { store }: MinutesStore): string =>
  `/proc/${String(store.child.pid)}/root${folder}`;

describe('a disk of its own', () => {
  beforeEach(({ skip }) => {
    skip(!canMount, 'needs root and unshare, to mount a disk that nobody else sees');
  });

  test('that is really full is said, and saving resumes when something is removed', async () => {
    const folder = makeFolder();
    const minutes = await takeMinutes(folder, ownDisk(folder, 'size=8m'));
    const { save, readText } = minutes;
    expect(await save('已保存', 0)).toMatchObject({ result: { revision: 1 } });
    const ballast = join(seenFromOutside(folder, minutes), 'ballast');
    fillDisk(ballast);
    for (const first of ['一', '二', '三']) {
      expect(await save(longText(first), 1)).toMatchObject(unwritable('disk-full'));
    }
    expect(await readText()).toMatchObject({ text: '已保存', revision: 1 });
    rmSync(ballast);
    expect(await save(longText('四'), 1)).toMatchObject({ result: { revision: 2 } });
    // A copy of the files as they lie there is what a new run would find.
    const copy = makeFolder();
    cpSync(seenFromOutside(folder, minutes), copy, { recursive: true });
    expect(await reopenText(copy, minutes)).toBe(longText('四'));
    trials++;
  });

  test('that is read-only is said at the start, and is used again when it can be written', async () => {
    const folder = makeFolder();
    const disk = makeFolder();
    const first = await takeMinutes(disk);
    await first.save('已保存', 0);
    await first.store.kill();
    const mount = (mode: string): string[] => {
      const script = 'mount --bind "$1" "$0" && mount -o remount,bind,"$2" "$0" && shift 2 && exec "$@"';
      return ['unshare', '-m', 'sh', '-c', script, folder, disk, mode];
    };
    await expect(startStore(folder, mount('ro'))).rejects.toThrow('folder-unwritable');
    const second = await startStore(folder, mount('rw'));
    const { result } = await second.call('meetings.get', { id: first.meeting.id });
    expect(result).toMatchObject({ entries: [{ texts: { zh: { text: '已保存' } } }] });
    await second.kill();
    trials++;
  });

  test('that is pulled out while it is in use takes nothing that counts as saved', async () => {
    const folder = makeFolder();
    const minutes = await takeMinutes(folder, ownDisk(folder, 'size=8m'));
    const { store, save } = minutes;
    expect(await save('已保存', 0)).toMatchObject({ result: { revision: 1 } });
    const kept = makeFolder();
    cpSync(seenFromOutside(folder, minutes), kept, { recursive: true });
    execFileSync('nsenter', ['-t', String(store.child.pid), '-m', 'umount', '-l', folder]);
    // The system would go on writing into the file that it has open, which nobody can ever read again.
    for (const first of ['一', '二']) expect(await save(longText(first), 1)).toMatchObject(unwritable('folder-gone'));
    expect(readdirSync(folder)).toEqual([]);
    expect(await reopenText(kept, minutes)).toBe('已保存');
    trials++;
  });
});

describe('a data folder that is moved away while it is in use', () => {
  test('is said, nothing is made in its place, and saving resumes when it is back', async () => {
    const parent = makeFolder();
    const [folder, elsewhere] = [join(parent, 'data'), join(parent, 'elsewhere')];
    mkdirSync(folder);
    const minutes = await takeMinutes(folder);
    const { store, save, readText } = minutes;
    expect(await save('已保存', 0)).toMatchObject({ result: { revision: 1 } });
    renameSync(folder, elsewhere);
    expect(await save('二', 1)).toMatchObject(unwritable('folder-gone'));
    expect(await store.call('settings.update', { secretaryName: 'A' })).toMatchObject(unwritable('folder-gone'));
    expect(await store.call('history.undo')).toMatchObject(unwritable('folder-gone'));
    expect(await store.call('backups.make')).toMatchObject({ code: 'BACKUP_FAILED' });
    expect(await readText()).toMatchObject({ text: '已保存', revision: 1 });
    expect(existsSync(folder)).toBe(false);
    renameSync(elsewhere, folder);
    expect(await save('二', 1)).toMatchObject({ result: { revision: 2 } });
    expect(await reopenText(folder, minutes)).toBe('二');
    trials++;
  });

  test('or removed: what is written into a file without a name is not acknowledged', async () => {
    const folder = join(makeFolder(), 'data');
    const minutes = await takeMinutes(folder);
    const { store, save } = minutes;
    expect(await save('已保存', 0)).toMatchObject({ result: { revision: 1 } });
    rmSync(folder, { recursive: true });
    expect(await save('二', 1)).toMatchObject(unwritable('folder-gone'));
    // Another folder under the same name is not ours.
    mkdirSync(folder);
    for (const name of ['trilogue.db', 'trilogue.db-wal']) writeFileSync(join(folder, name), '');
    expect(await save('二', 1)).toMatchObject(unwritable('folder-gone'));
    await store.kill();
    trials++;
  });
});

test.for([
  ['EROFS', 'folder-unwritable'],
  ['EIO', 'folder-unwritable'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
] as const)('a disk that answers every write with %s is said, and saving resumes', async ([code, reason], { skip }) => {
  needsTracing(skip);
  const folder = makeFolder();
  const minutes = await takeMinutes(folder);
  const { save } = minutes;
  expect(await save('已保存', 0)).toMatchObject({ result: { revision: 1 } });
  const end = await injectFault(minutes.store.child.pid, { calls: ['pwrite64', 'ftruncate', 'fsync'], code });
  expect(await save(longText('一'), 1)).toMatchObject(unwritable(reason));
  await end();
  expect(await save(longText('二'), 1)).toMatchObject({ result: { revision: 2 } });
  expect(await reopenText(folder, minutes)).toBe(longText('二'));
  trials++;
});

test('the log does not bring the program down where the disk takes no log either', () => {
  const log = createLog(() => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  });
  expect(log.bug(new Error('a bug'))).toMatch(/^[0-9a-f]{8}$/u);
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
    () => client.history.undo(),
    () => client.minutes.begin({ meetingId: meeting.id, windowId: newId() }),
    () => client.minutes.tellTime(time),
  ]) {
    await expect(call()).rejects.toMatchObject(unwritable('folder-unwritable'));
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

/** Until not another byte fits. */
function fillDisk(ballast: string): void {
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4096'], { stdio: 'ignore' });
}
