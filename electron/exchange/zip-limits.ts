import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';

/** How much of a stranger's zip is read, all in bytes but `files` and `ratio`. */
export interface ZipLimits {
  packedBytes: number;
  files: number;
  fileBytes: number;
  totalBytes: number;
  /** Most bytes that come of one packed byte; files of at most {@link harmlessBytes} may pack better. */
  ratio: number;
}

const MiB = 1024 * 1024;

export const zipLimits: ZipLimits = {
  packedBytes: 50 * MiB,
  files: 2_000,
  fileBytes: 50 * MiB,
  totalBytes: 200 * MiB,
  ratio: 200,
};

const harmlessBytes = MiB;

/** `unsafe`: a name that leads out of the folder or means something to a system, a link, or two files of one name. */
export type ZipFault = 'not-a-zip' | 'too-large' | 'encrypted' | 'unsafe' | 'damaged';

/** Why a zip is refused. `detail` may hold a name out of the file: whoever shows it cleans it. */
export class ZipError extends Error {
  readonly fault: ZipFault;
  readonly detail: string;

  constructor(fault: ZipFault, detail: string) {
    super(`the zip is refused: ${fault}`);
    this.name = 'ZipError';
    this.fault = fault;
    this.detail = detail;
  }
}

export interface Zip {
  /** In the order of the zip; folders are not among them. */
  readonly names: readonly string[];
  /** Bytes of the unpacked file; undefined if there is none of the name. */
  sizeOf(name: string): number | undefined;
  /** The unpacked file, its checksum compared; undefined if there is none of the name. Throws {@link ZipError}. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** As {@link read}, in pieces that are not held together. */
  readPieces(name: string): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>;
}

/**
 * Opens a stranger's zip in memory; nothing is ever unpacked to a disk. Everything that its directory states is held
 * against `limits` before a byte is unpacked, and unpacking a file ends where it gets longer than stated, so that
 * neither a bomb nor a lie about one gets further. Throws {@link ZipError}.
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): Promise<Zip> {
  if (bytes.byteLength > limits.packedBytes) throw new ZipError('too-large', 'packed');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names come as bytes: yauzl's own check of them does not tell one fault from another, and lets most of ours pass.
  const zip = await fromBufferPromise(buffer, { decodeStrings: false }).catch((error: unknown) => {
    throw new ZipError('not-a-zip', messageOf(error));
  });
  const entries = await readDirectory(zip, limits);
  const readPieces = async function* (name: string): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
    const entry = entries.get(name);
    if (entry !== undefined) yield* unpack(zip, entry, name);
  };
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entries.get(name)?.uncompressedSize,
    async read(name) {
      if (!entries.has(name)) return undefined;
      const pieces: Uint8Array[] = [];
      for await (const piece of readPieces(name)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    readPieces,
  };
}

async function readDirectory(zip: ZipFile, limits: ZipLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.files) throw new ZipError('too-large', 'files');
  const entries = new Map<string, Entry>();
  const taken = new Set<string>();
  let total = 0;
  for await (const entry of eachEntry(zip)) {
    const name = nameOf(entry);
    if (entry.isEncrypted()) throw new ZipError('encrypted', name);
    if (!isPlain(entry)) throw new ZipError('unsafe', `link ${name}`);
    const fault = findNameFault(name);
    if (fault !== null) throw new ZipError('unsafe', `${fault} ${name}`);
    if (name.endsWith('/')) {
      if (entry.uncompressedSize > 0) throw new ZipError('damaged', name);
      continue;
    }
    const key = name.normalize('NFC').toLowerCase();
    if (taken.has(key)) throw new ZipError('unsafe', `twice ${name}`);
    taken.add(key);
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > limits.fileBytes) throw new ZipError('too-large', `file ${name}`);
    if (total > limits.totalBytes) throw new ZipError('too-large', 'total');
    const allowed = Math.max(entry.compressedSize * limits.ratio, harmlessBytes);
    if (entry.uncompressedSize > allowed) throw new ZipError('too-large', `ratio ${name}`);
    entries.set(name, entry);
  }
  return entries;
}

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry, void, void> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged', messageOf(error));
  }
}

async function* unpack(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  let crc = 0;
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Buffer<ArrayBuffer>>) {
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    throw new ZipError('damaged', `${name}: ${messageOf(error)}`);
  }
  if (crc !== entry.crc32) throw new ZipError('damaged', `${name}: checksum`);
}

function nameOf(entry: Entry): string {
  try {
    return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  } catch (error) {
    throw new ZipError('damaged', messageOf(error));
  }
}

const fileTypeMask = 0o17_0000;
const fileTypes = new Set([0, 0o10_0000, 0o04_0000]);

/** A file or a folder; what was zipped on Unix has its kind in the upper half of the attributes. */
const isPlain = (entry: Entry): boolean => fileTypes.has((entry.externalFileAttributes >>> 16) & fileTypeMask);

const longestName = 1_000;
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
const specialKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What is wrong with a name, null if nothing is. Folders end with a slash. Names never become paths of a disk, but they
 * are shown, kept and one day exported again.
 */
export function findNameFault(name: string): string | null {
  if (name === '' || name.length > longestName) return 'length';
  // Also the signs that turn the direction of writing: «gpj.exe» that shows as «exe.jpg».
  if (/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFD]/u.test(name)) return 'sign';
  if (/[\\:]/u.test(name) || name.startsWith('/')) return 'path';
  const parts = name.replace(/\/$/u, '').split('/');
  for (const part of parts) {
    if (part === '' || part === '.' || part === '..') return 'path';
    if (/[. ]$/u.test(part)) return 'ending';
    if (devices.test(part)) return 'device';
    if (specialKeys.has(part)) return 'key';
  }
  return null;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');
