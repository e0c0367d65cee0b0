import { inflateRawSync } from 'node:zlib';

/** Most bytes that the parts of one workbook or text may have together when unpacked, and most parts. */
const maxUnpackedBytes = 256 * 1024 * 1024;
const maxParts = 5_000;

interface Part {
  method: number;
  packed: Uint8Array;
  size: number;
}

/** Why an archive is refused; never leaves this folder. */
export class ArchiveError extends Error {
  readonly isTooLarge: boolean;

  constructor(message: string, isTooLarge = false) {
    super(message);
    this.name = 'ArchiveError';
    this.isTooLarge = isTooLarge;
  }
}

export interface Archive {
  names: string[];
  /** Bytes of the part when unpacked, as the archive states them; undefined if there is none of the name. */
  sizeOf(name: string): number | undefined;
  /** The unpacked part; undefined if there is none of the name. */
  read(name: string): Uint8Array | undefined;
}

/**
 * Opens a ZIP archive (PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16) without unpacking anything. The stated
 * sizes are summed first, and unpacking a part stops at its stated size: neither a bomb nor a lie about one gets
 * further. No encryption, no ZIP64: a file of 50 MB needs neither. Throws {@link ArchiveError}.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const parts = readDirectory(bytes, view);
    return {
      names: [...parts.keys()],
      sizeOf: (name) => parts.get(name)?.size,
      read(name) {
        const part = parts.get(name);
        return part && unpack(name, part);
      },
    };
  } catch (error) {
    if (error instanceof RangeError) throw new ArchiveError('offset');
    throw error;
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Part> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxParts) throw new ArchiveError('parts', true);
  let offset = view.getUint32(end + 16, true);
  let total = 0;
  const parts = new Map<string, Part>();
  for (let index = 0; index < count; index++) {
    if (view.getUint32(offset, true) !== 0x02014b50) throw new ArchiveError('directory');
    const nameLength = view.getUint16(offset + 28, true);
    const packedSize = view.getUint32(offset + 20, true);
    const size = view.getUint32(offset + 24, true);
    const local = view.getUint32(offset + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength));
    total += size;
    if (total > maxUnpackedBytes) throw new ArchiveError('size', true);
    // The local header has an extra field of its own length.
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packedSize > bytes.length) throw new ArchiveError('part');
    const method = view.getUint16(offset + 10, true);
    parts.set(name, { method, packed: bytes.subarray(start, start + packedSize), size });
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return parts;
}

/** The end record stands at the end, behind it a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let offset = last; offset >= Math.max(0, last - 0xffff); offset--) {
    if (view.getUint32(offset, true) === 0x06054b50) return offset;
  }
  throw new ArchiveError('end');
}

function unpack(name: string, { method, packed, size }: Part): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new ArchiveError('method');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new ArchiveError(name);
  }
}
