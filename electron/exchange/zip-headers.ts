/*
 * The parts of a zip (APPNOTE.TXT 6.3.10) of the plainest kind: sizes and checksums stand before each file, nothing is
 * split, nothing needs ZIP64. Streaming writers put them behind the content, which older programs refuse for files
 * that are not compressed; what we write should open anywhere in twenty years.
 */

export const zipMethods = { store: 0, deflate: 8 } as const;
/** Names are UTF-8 (bit 11). */
const flags = 0x08_00;
const versionNeeded = 20;
/** As on Unix, where the rights of a file stand in the upper half of its attributes. */
const madeBy = (3 << 8) | versionNeeded;
const plainFile = (0o100644 << 16) >>> 0;

export interface ZipEntry {
  name: Buffer;
  method: number;
  /** As {@link zipTime} gives it. */
  time: number;
  crc: number;
  packedBytes: number;
  bytes: number;
  offset: number;
}

/** Ms since 1970 as a zip has them, in UTC, to two seconds: date in the upper, time in the lower sixteen bits; nothing is older than 1980. */
export function zipTime(atMs: number): number {
  const at = new Date(Math.max(atMs, Date.UTC(1980, 0, 1)));
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/** What local and central header have in common, from «version needed» to the length of the name. */
function writeFacts(header: Buffer, at: number, { method, time, crc, packedBytes, bytes, name }: ZipEntry): void {
  header.writeUInt16LE(versionNeeded, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt32LE(time, at + 6);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packedBytes, at + 14);
  header.writeUInt32LE(bytes, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

export function zipLocalHeader(entry: ZipEntry): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  writeFacts(header, 4, entry);
  return Buffer.concat([header, entry.name]);
}

export function zipCentralHeader(entry: ZipEntry): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02_01_4b_50, 0);
  header.writeUInt16LE(madeBy, 4);
  writeFacts(header, 6, entry);
  header.writeUInt32LE(plainFile, 38);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

/** The end of central directory record; the comment follows it. */
export function zipEnd(entries: number, offset: number, bytes: number, commentBytes = 0): Buffer<ArrayBuffer> {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(commentBytes, 20);
  return end;
}
