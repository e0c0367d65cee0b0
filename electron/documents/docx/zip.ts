import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { openZip } from '../../exchange/zip-limits.ts';

const deflate = promisify(deflateRaw);
/** Names are UTF-8 (bit 11). */
const flags = 0x08_00;
/** What we wrote ourselves may be of any size, and pack as well as it can. */
const ours = { packedBytes: Infinity, files: Infinity, fileBytes: Infinity, totalBytes: Infinity, ratio: Infinity };
const deflated = 8;
const version = 20;
/** 1 January 1980, the oldest that an entry can carry: the same document gives the same bytes. */
const date = (1 << 5) | 1;

/** Unpacks what the library packed; the parts may be changed in place. */
export async function unzipParts(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const zip = await openZip(bytes, ours);
  const entries = zip.names.map(async (name) => [name, (await zip.read(name)) ?? new Uint8Array()] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** The parts as a zip (PKWARE APPNOTE 6.3.10), the content types first, as Word expects them. Packs off the thread. */
export async function zipParts(parts: Record<string, Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries = await Promise.all(
    names.map(async (name) => {
      const content = parts[name] ?? new Uint8Array();
      return { name: Buffer.from(name), content, packed: await deflate(content), crc: crc32(content) };
    }),
  );
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, packed, crc } of entries) {
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(version, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(deflated, 4);
    fields.writeUInt16LE(date, 8);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.of(0x50, 0x4b, 1, 2, version, 0), fields, place, name);
    const local = [Buffer.of(0x50, 0x4b, 3, 4), fields, name, packed];
    for (const chunk of local) offset += chunk.length;
    chunks.push(...local);
  }
  const directoryLength = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...chunks, ...directory, end]));
}

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
