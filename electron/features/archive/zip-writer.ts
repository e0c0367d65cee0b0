import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import {
  type ZipEntry,
  zipCentralHeader,
  zipEnd,
  zipLocalHeader,
  zipMethods as methods,
  zipTime,
} from '../../exchange/zip-headers.ts';

const deflate = promisify(deflateRaw);

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
  readonly #entries: ZipEntry[] = [];
  readonly #hash = createHash('sha256');
  #offset = 0;

  async add({ path, atMs, pieces, crc, bytes, packs }: ZippedFile): Promise<void> {
    const packed = packs ? [await deflate(Buffer.concat(pieces))] : pieces;
    const packedBytes = packed.reduce((sum, { length }) => sum + length, 0);
    const isWorth = packedBytes < bytes;
    const entry: ZipEntry = {
      name: Buffer.from(path),
      method: isWorth ? methods.deflate : methods.store,
      time: zipTime(atMs),
      crc,
      packedBytes: isWorth ? packedBytes : bytes,
      bytes,
      offset: this.#offset,
    };
    this.#entries.push(entry);
    this.#write(zipLocalHeader(entry));
    for (const piece of isWorth ? packed : pieces) this.#write(piece);
  }

  /** Ends the archive. */
  finish(): { chunks: Uint8Array<ArrayBuffer>[]; bytes: number; sha256: string } {
    const start = this.#offset;
    for (const entry of this.#entries) this.#write(zipCentralHeader(entry));
    this.#write(zipEnd(this.#entries.length, start, this.#offset - start));
    return { chunks: this.#chunks, bytes: this.#offset, sha256: this.#hash.digest('hex') };
  }

  #write(chunk: Uint8Array<ArrayBuffer>): void {
    this.#chunks.push(chunk);
    this.#hash.update(chunk);
    this.#offset += chunk.length;
  }
}
