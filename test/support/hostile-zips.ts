import { crc32, deflateRawSync } from 'node:zlib';

export interface HostileEntry {
  name: string | Buffer;
  bytes?: Uint8Array;
  /** What the headers say instead of the truth. */
  says?: number;
  /** Upper half of the attributes: kind and rights on Unix. */
  mode?: number;
  isEncrypted?: boolean;
  /** A checksum instead of the true one. */
  crc?: number;
}

/** A zip as no program of good will writes it. */
export function makeZip(entries: readonly HostileEntry[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes = Buffer.from('x'), says, mode = 0, isEncrypted = false, crc = crc32(bytes) } of entries) {
    const nameBytes = Buffer.from(name);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x08_00 | (isEncrypted ? 1 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(says ?? bytes.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt16LE(mode, 8);
    place.writeUInt32LE(offset, 10);
    // Made on Unix, where attributes have a mode.
    directory.push(Buffer.of(0x50, 0x4b, 1, 2, 20, 3), fields, place, nameBytes);
    const local = Buffer.concat([Buffer.of(0x50, 0x4b, 3, 4), fields, nameBytes, packed]);
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, list, end]));
}
