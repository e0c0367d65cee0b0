import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { hashFileSync } from '../backups/seal-file.ts';
import { type Connection, openCopy } from '../connection.ts';
import { applyMigrations } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import { applicationId, isReadableHeader } from '../opening.ts';
import { StoreError } from '../store-error.ts';
import { tableKeys } from '../table-keys.ts';
import type { StoreJob, StoreResults } from './messages.ts';
import { Refused } from './refused.ts';
import { unpackTo } from './unpack.ts';

type StageJob = Extract<StoreJob, { kind: 'stage' }>;

/**
 * Takes a file that may come from anybody and makes of it a data file of the newest version, which may be put in the place
 * of the present one: its SHA-256 is compared before anything in it is read, its pages are checked before anything is
 * asked of them, and nothing in it may act by itself.
 */
export async function stage(job: StageJob): Promise<StoreResults['stage']> {
  const decrypted = `${job.out}.zip.part`;
  const bare = `${job.out}.part`;
  try {
    let source = job.path;
    let head = await readHead(source);
    if (startsWith(head, ageHead)) {
      await decryptTo(source, decrypted, job.passphrase);
      source = decrypted;
      head = await readHead(source);
    }
    if (startsWith(head, zipHead)) await unpackTo(source, bare);
    else if (startsWith(head, sqliteHead)) await copyBare(job, source, bare);
    else throw new Refused('not-a-backup');
    await chmod(bare, 0o600);
    if (!isReadableHeader(await readHead(bare))) throw new Refused('damaged');
    const schemaVersion = makeCurrent(bare);
    await syncFile(bare);
    await rename(bare, job.out);
    return { schemaVersion, sizeBytes: (await stat(job.out)).size };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason };
    if (StoreError.from(error, '').code === 'damaged') return { refused: 'damaged' };
    throw error;
  } finally {
    for (const path of [decrypted, bare, `${bare}-wal`, `${bare}-shm`, `${bare}-journal`])
      await rm(path, { force: true });
  }
}

const ageHead = 'age-encryption.org/';
const zipHead = 'PK\u0003\u0004';
const sqliteHead = 'SQLite format 3\0';

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const startsWith = (head: Buffer, text: string): boolean => head.toString('latin1', 0, text.length) === text;

/** The age format authenticates each of its blocks, and that the last one is the last. */
async function decryptTo(path: string, out: string, passphrase: string | null): Promise<void> {
  if (passphrase === null) throw new Refused('passphrase-needed');
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const file = Readable.toWeb(createReadStream(path)) as unknown as globalThis.ReadableStream<Uint8Array>;
  const plain = await decrypter.decrypt(file).catch((error: unknown) => {
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched');
    throw new Refused(isWrong ? 'passphrase-wrong' : 'damaged', { cause: error });
  });
  const readable = Readable.fromWeb(plain as ReadableStream);
  const readFailed = new Promise<never>((_resolve, reject) => {
    readable.once('error', (error) => {
      // What the file system says, say of a full disk, is not the backup's fault.
      reject('syscall' in error ? error : new Refused('damaged', { cause: error }));
    });
  });
  const written = pipeline(readable, createWriteStream(out, { mode: 0o600 }));
  await Promise.race([written, readFailed]);
}

/** A data file as it lay in a folder brings the journal that lies beside it; a backup has its SHA-256 instead. */
async function copyBare({ sha256 }: StageJob, from: string, to: string): Promise<void> {
  await copyFile(from, to);
  if (sha256 !== null) {
    if (hashFileSync(to).sha256 !== sha256) throw new Refused('damaged');
    return;
  }
  const journal = await stat(`${from}-wal`).catch(() => null);
  if (journal !== null && journal.size > 0) await copyFile(`${from}-wal`, `${to}-wal`);
}

/** Answers the version that the file had. */
function makeCurrent(path: string): number {
  const connection = openCopy(path);
  try {
    connection.pragma('synchronous = OFF');
    if (connection.pragma('application_id') !== applicationId) throw new Refused('not-a-backup');
    const version = Number(connection.pragma('user_version'));
    if (version > migrations.length) throw new Refused('newer-version');
    if (version < 1) throw new Refused('not-a-backup');
    if (connection.pragma('integrity_check') !== 'ok') throw new Refused('damaged');
    refuseActing(connection);
    migrateAsStated(connection);
    if (connection.sql('PRAGMA foreign_key_check').length > 0) throw new Refused('damaged');
    refuseIncomplete(connection);
    // Of the machine that made the backup: nothing is open here.
    connection.sql('DELETE FROM live_session');
    return version;
  } finally {
    connection.close();
  }
}

/** Our files have neither triggers nor views: they would act whenever something is read or written. */
function refuseActing(connection: Connection): void {
  const found = connection.sql("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')");
  if (found.length > 0) throw new Refused('not-a-backup');
}

function migrateAsStated(connection: Connection): void {
  try {
    applyMigrations(connection, migrations);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR')) throw error;
    throw new Refused('not-a-backup', { cause: error });
  }
}

function refuseIncomplete(connection: Connection): void {
  const present = new Set(
    connection.sql<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name),
  );
  if (!Object.keys(tableKeys).every((name) => present.has(name))) throw new Refused('not-a-backup');
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
