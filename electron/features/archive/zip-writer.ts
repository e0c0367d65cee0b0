import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/*
 * Writes a zip (APPNOTE.TXT 6.3.10) of the plainest kind: sizes and checksums stand before each file, nothing is
 * split, nothing needs ZIP64. Streaming writers put them behind the content, which older programs refuse for files
 * that are not compressed; an archive should open anywhere in twenty years.
 */

const deflate = promisify(deflateRaw);

const methods = { store: 0, deflate: 8 } as const;
/** Names are UTF-8 (bit 11). */
const flags = 0x08_00;
const versionNeeded = 20;
/** As on Unix, where the rights of a file stand in the upper half of its attributes. */
const madeBy = (3 << 8) | versionNeeded;
const plainFile = (0o100644 << 16) >>> 0;

interface Entry {
  name: Buffer;
  method: number;
  time: number;
  crc: number;
  packedBytes: number;
  bytes: number;
  offset: number;
}

export interface ZippedFile {
  /** With `/` between folders. */
  path: string;
  /** When it was last changed; written in UTC, to two seconds. */
  atMs: number;
  /** The content in pieces; with `packs` they are compressed together. */
  pieces: readonly Uint8Array<ArrayBuffer>[];
  crc: number;
  bytes: number;
  packs: boolean;
}

/** CRC-32 of what came before, taken on over one more piece; 0 to begin with. */
export const continueCrc = (crc: number, piece: Uint8Array): number => crc32(piece, crc);

/** Collects files; pieces are taken up as they are, without copying. */
export class ZipWriter {
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #entries: Entry[] = [];
  readonly #hash = createHash('sha256');
  #offset = 0;

  async add({ path, atMs, pieces, crc, bytes, packs }: ZippedFile): Promise<void> {
    const packed = packs ? [await deflate(Buffer.concat(pieces))] : pieces;
    const packedBytes = packed.reduce((sum, { length }) => sum + length, 0);
    const isWorth = packedBytes < bytes;
    const entry: Entry = {
      name: Buffer.from(path),
      method: isWorth ? methods.deflate : methods.store,
      time: dosTime(atMs),
      crc,
      packedBytes: isWorth ? packedBytes : bytes,
      bytes,
      offset: this.#offset,
    };
    this.#entries.push(entry);
    this.#write(localHeader(entry));
    for (const piece of isWorth ? packed : pieces) this.#write(piece);
  }

  /** Ends the archive. */
  finish(): { chunks: Uint8Array<ArrayBuffer>[]; bytes: number; sha256: string } {
    const start = this.#offset;
    for (const entry of this.#entries) this.#write(centralHeader(entry));
    this.#write(endOfCentralDirectory(this.#entries.length, start, this.#offset - start));
    return { chunks: this.#chunks, bytes: this.#offset, sha256: this.#hash.digest('hex') };
  }

  #write(chunk: Uint8Array<ArrayBuffer>): void {
    this.#chunks.push(chunk);
    this.#hash.update(chunk);
    this.#offset += chunk.length;
  }
}

/** Date in the upper, time in the lower sixteen bits; nothing is older than 1980. */
function dosTime(atMs: number): number {
  const at = new Date(Math.max(atMs, Date.UTC(1980, 0, 1)));
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/** What local and central header have in common, from «version needed» to the length of the name. */
function writeFacts(header: Buffer, at: number, { method, time, crc, packedBytes, bytes, name }: Entry): void {
  header.writeUInt16LE(versionNeeded, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt32LE(time, at + 6);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packedBytes, at + 14);
  header.writeUInt32LE(bytes, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function localHeader(entry: Entry): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  writeFacts(header, 4, entry);
  return Buffer.concat([header, entry.name]);
}

function centralHeader(entry: Entry): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02_01_4b_50, 0);
  header.writeUInt16LE(madeBy, 4);
  writeFacts(header, 6, entry);
  header.writeUInt32LE(plainFile, 38);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

function endOfCentralDirectory(entries: number, offset: number, bytes: number): Buffer<ArrayBuffer> {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
