import { createInflate, crc32 } from 'node:zlib';
import { type Letterhead, letterheadLimits } from '#shared/contract/letterheads.ts';

export type Picture = Omit<NonNullable<Letterhead['logo']>, 'sha256'>;
export type PictureProblem = 'not-a-picture' | 'too-many-pixels';

const pngSignature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');

/**
 * Reads a PNG (W3C, third edition) or a baseline or progressive JPEG (ITU-T T.81) from end to end: what passes here can
 * be drawn. A picture that is cut short, or damaged, is none. What a file calls itself does not count.
 */
export async function readPicture(bytes: Uint8Array): Promise<Picture | PictureProblem> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (buffer.subarray(0, 8).equals(pngSignature)) return await readPng(buffer);
    return buffer.length > 2 && buffer.readUInt16BE(0) === 0xffd8 ? readJpeg(buffer) : 'not-a-picture';
  } catch (error) {
    // Reading past the end: the file is shorter than it says.
    if (error instanceof RangeError) return 'not-a-picture';
    throw error;
  }
}

function measure(mediaType: Picture['mediaType'], width: number, height: number): Picture | PictureProblem {
  if (width === 0 || height === 0) return 'not-a-picture';
  const { logoPixels } = letterheadLimits;
  return width > logoPixels || height > logoPixels ? 'too-many-pixels' : { mediaType, width, height };
}

/** Samples per pixel and the depths they may have, by colour type. */
const colourTypes: Record<number, { samples: number; depths: readonly number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

async function readPng(buffer: Buffer): Promise<Picture | PictureProblem> {
  const data: Buffer[] = [];
  let header: Buffer | null = null;
  let hasPalette = false;
  for (let offset = pngSignature.length; ;) {
    const length = buffer.readUInt32BE(offset);
    const type = buffer.toString('latin1', offset + 4, offset + 8);
    const body = buffer.subarray(offset + 8, offset + 8 + length);
    const stated = buffer.readUInt32BE(offset + 8 + length);
    if (crc32(buffer.subarray(offset + 4, offset + 8 + length)) !== stated) return 'not-a-picture';
    if ((header === null) !== (type === 'IHDR')) return 'not-a-picture';
    if (type === 'IHDR') header = body;
    if (type === 'PLTE') hasPalette = true;
    if (type === 'IDAT') data.push(body);
    if (type === 'IEND') break;
    offset += 12 + length;
  }
  if (header?.length !== 13) return 'not-a-picture';
  const picture = measure('image/png', header.readUInt32BE(0), header.readUInt32BE(4));
  if (typeof picture === 'string') return picture;
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8);
  const kind = colourTypes[colour];
  const isKnown = kind?.depths.includes(depth) === true && compression === 0 && filter === 0 && interlace <= 1;
  if (!isKnown || (colour === 3 && !hasPalette)) return 'not-a-picture';
  const size = countBytes(picture, kind.samples * depth, interlace === 1);
  return (await inflatesTo(data, size)) ? picture : 'not-a-picture';
}

/** First column and row of each pass of Adam7, and the steps between its columns and rows (PNG, section 8.1). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of a picture before compression: rows of whole bytes, each behind the number of its filter. */
function countBytes({ width, height }: Picture, bitsPerPixel: number, isInterlaced: boolean): number {
  const ofRows = (columns: number, rows: number): number =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  if (!isInterlaced) return ofRows(width, height);
  return passes.reduce((sum, [column, row, right, down]) => {
    const columns = Math.max(0, Math.ceil((width - column) / right));
    return sum + ofRows(columns, Math.max(0, Math.ceil((height - row) / down)));
  }, 0);
}

/** Whether the compressed data is sound and has just this size, which may be 128 MB: nothing of it is kept. */
function inflatesTo(data: readonly Buffer[], size: number): Promise<boolean> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let count = 0;
    const end = (isSound: boolean): void => {
      inflate.destroy();
      resolve(isSound);
    };
    inflate.on('data', (chunk: Buffer) => {
      count += chunk.length;
      if (count > size) end(false);
    });
    inflate.on('end', () => {
      end(count === size);
    });
    inflate.on('error', () => {
      end(false);
    });
    for (const part of data) inflate.write(part);
    inflate.end();
  });
}

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Baseline, extended and progressive with Huffman coding: all that programs draw; and the other ways to code a frame. */
const drawnFrames = new Set([0xc0, 0xc1, 0xc2]);
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

function readJpeg(buffer: Buffer): Picture | PictureProblem {
  let frame: Buffer | null = null;
  let hasScan = false;
  for (let offset = 2; ;) {
    if (buffer.readUInt8(offset) !== 0xff) return 'not-a-picture';
    const marker = buffer.readUInt8(offset + 1);
    // Fill bytes before a marker (T.81, B.1.1.2).
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === endOfImage) break;
    if (otherFrames.has(marker) || (marker >= 0xd0 && marker <= 0xd8) || marker < 0xc0) return 'not-a-picture';
    const length = buffer.readUInt16BE(offset + 2);
    const body = buffer.subarray(offset + 4, offset + 2 + length);
    if (length < 2 || body.length !== length - 2) return 'not-a-picture';
    if (drawnFrames.has(marker)) {
      if (frame !== null) return 'not-a-picture';
      frame = body;
    }
    offset += 2 + length;
    if (marker !== startOfScan) continue;
    if (frame === null) return 'not-a-picture';
    hasScan = true;
    offset = skipScan(buffer, offset);
  }
  if (frame === null || !hasScan) return 'not-a-picture';
  const components = frame.readUInt8(5);
  if (frame.readUInt8(0) !== 8 || ![1, 3, 4].includes(components)) return 'not-a-picture';
  return measure('image/jpeg', frame.readUInt16BE(3), frame.readUInt16BE(1));
}

/** The first marker behind coded data: FF 00 is a byte of it, FF D0 to FF D7 restart it. */
function skipScan(buffer: Buffer, start: number): number {
  let offset = start;
  for (;;) {
    offset = buffer.indexOf(0xff, offset);
    if (offset === -1) throw new RangeError('no end of scan');
    const next = buffer.readUInt8(offset + 1);
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return offset;
    offset += 2;
  }
}
