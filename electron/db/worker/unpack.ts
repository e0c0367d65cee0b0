import { createHash, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';
import { packComment, packCommentBytes, packedName } from './pack-format.ts';
import { Refused } from './refused.ts';

const commentHead = packComment('');
/** A backup has three files in it. */
const maxEntries = 10;

/**
 * Takes the data file out of the container. That is first held against the SHA-256 at its end: a bit that has changed and
 * a piece that is missing are found before anything is read as a zip.
 */
export async function unpackTo(path: string, out: string): Promise<void> {
  await compareEnd(path);
  const entry = await findEntry(path);
  // Reading is cheap to start again, and the entry is found before anything is written.
  const zip = await openPromise(path, { autoClose: false });
  try {
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(out, { mode: 0o600 }));
  } finally {
    zip.close();
  }
}

async function compareEnd(path: string): Promise<void> {
  const { size } = await stat(path);
  const end = await readAt(path, Math.max(0, size - packCommentBytes), Math.min(size, packCommentBytes));
  if (!end.toString('latin1').startsWith(commentHead)) throw new Refused(await isOurs(path, size));
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { end: size - packCommentBytes - 1 })) hash.update(piece as Buffer);
  const stated = Buffer.from(end.toString('latin1', commentHead.length));
  const found = Buffer.from(hash.digest('hex'));
  if (stated.length !== found.length || !timingSafeEqual(stated, found)) throw new Refused('damaged');
}

/** One of our containers that was cut short, or a zip of somebody else. */
async function isOurs(path: string, size: number): Promise<'damaged' | 'not-a-backup'> {
  const head = await readAt(path, 0, Math.min(size, 64 * 1024));
  return head.includes(packedName) ? 'damaged' : 'not-a-backup';
}

async function readAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** It is stored as it is, so that nothing can unfold to more than the file itself. */
async function findEntry(path: string): Promise<Entry> {
  try {
    const zip = await openPromise(path, { autoClose: false });
    try {
      if (zip.entryCount > maxEntries) throw new Refused('not-a-backup');
      const found: Entry[] = [];
      for await (const entry of zip.eachEntry()) if (entry.fileName === packedName) found.push(entry);
      const [entry] = found;
      const isPlain = entry?.compressionMethod === 0 && !entry.isEncrypted();
      if (entry === undefined || found.length > 1 || !isPlain) throw new Refused('not-a-backup');
      return entry;
    } finally {
      zip.close();
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged', { cause: error });
  }
}
