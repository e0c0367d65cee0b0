import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { crc32 } from 'node:zlib';
import {
  type ZipEntry,
  zipCentralHeader,
  zipEnd,
  zipLocalHeader,
  zipMethods,
  zipTime,
} from '../../exchange/zip-headers.ts';
import { parseBackupName, partEnding, sidecarEnding } from '../backups/naming.ts';
import { formatSidecar, parseSidecar } from '../backups/seal-file.ts';
import { syncFolder } from '../sync-folder.ts';
import type { StoreJob, StoreResults } from './messages.ts';
import { packComment, packCommentBytes, packedName } from './pack-format.ts';
import { readMeName, readMeText } from './read-me.ts';

type PackJob = Extract<StoreJob, { kind: 'pack' }>;
type Bytes = Uint8Array<ArrayBuffer>;

const blockBytes = 1024 * 1024;
/** A plain zip counts in 32 bits. */
const maxBytes = 0xff_00_00_00;

/** A backup that no longer has the SHA-256 beside it is refused: what leaves the laptop is sound. */
export async function pack({ path, out, passphrase }: PackJob): Promise<StoreResults['pack']> {
  const { size, mtimeMs } = await stat(path);
  if (size > maxBytes) return { refused: 'too-large' };
  const facts = await readFacts(path);
  if (facts.sha256 !== parseSidecar(await readFile(`${path}${sidecarEnding}`, 'utf8'))) return { refused: 'damaged' };
  const atMs = parseBackupName(basename(path))?.atMs ?? mtimeMs;
  const zip = Readable.from(writeZip(path, { ...facts, size, atMs }), { objectMode: true });
  const bytes = passphrase === null ? zip : await encrypt(zip, passphrase);
  return writeTo(out, bytes);
}

async function readFacts(path: string): Promise<{ sha256: string; crc: number }> {
  const hash = createHash('sha256');
  let crc = 0;
  for await (const block of createReadStream(path, { highWaterMark: blockBytes }) as AsyncIterable<Bytes>) {
    hash.update(block);
    crc = crc32(block, crc);
  }
  return { sha256: hash.digest('hex'), crc };
}

async function* writeZip(
  path: string,
  { sha256, crc, size, atMs }: { sha256: string; crc: number; size: number; atMs: number },
): AsyncGenerator<Bytes> {
  const whole = createHash('sha256');
  const entries: ZipEntry[] = [];
  let offset = 0;
  const count = (bytes: Bytes): Bytes => {
    whole.update(bytes);
    offset += bytes.length;
    return bytes;
  };
  const begin = (name: string, facts: { crc: number; bytes: number }): Bytes => {
    const entry: ZipEntry = {
      name: Buffer.from(name),
      method: zipMethods.store,
      time: zipTime(atMs),
      ...facts,
      packedBytes: facts.bytes,
      offset,
    };
    entries.push(entry);
    return count(zipLocalHeader(entry));
  };

  const readMe = Buffer.from(readMeText(atMs));
  const readMeHash = createHash('sha256').update(readMe).digest('hex');
  const sums = Buffer.from(formatSidecar(sha256, packedName) + formatSidecar(readMeHash, readMeName));
  for (const [name, content] of [
    [readMeName, readMe],
    ['SHA256SUMS', sums],
  ] as const) {
    yield begin(name, { crc: crc32(content), bytes: content.length });
    yield count(content);
  }
  yield begin(packedName, { crc, bytes: size });
  for await (const block of createReadStream(path, { highWaterMark: blockBytes }) as AsyncIterable<Bytes>) {
    yield count(block);
  }
  const directory = offset;
  for (const entry of entries) yield count(zipCentralHeader(entry));
  yield count(zipEnd(entries.length, directory, offset - directory, packCommentBytes));
  yield Buffer.from(packComment(whole.digest('hex')));
}

/** The age format (age-encryption.org/v1) with its scrypt recipient at the usual cost of 2^18. */
async function encrypt(zip: Readable, passphrase: string): Promise<Readable> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const sealed = await encrypter.encrypt(Readable.toWeb(zip));
  return Readable.fromWeb(sealed as NodeStream);
}

async function writeTo(out: string, bytes: AsyncIterable<Bytes>): Promise<{ sha256: string; sizeBytes: number }> {
  const part = `${out}${partEnding}`;
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    const file = await open(part, 'w', 0o600);
    try {
      for await (const block of bytes) {
        hash.update(block);
        sizeBytes += block.length;
        await file.writeFile(block);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, out);
    syncFolder(dirname(out));
    return { sha256: hash.digest('hex'), sizeBytes };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
