import { createInflate, crc32 } from 'node:zlib';
import { type Letterhead, letterheadLimits } from '#shared/contract/letterheads.ts';

export type Picture = Omit<NonNullable<Letterhead['logo']>, 'sha256'>;
export type PictureProblem = 'not-a-picture' | 'too-many-pixels' | 'printing-colours';

/** As it comes out of the helper that read the file. */
export interface PictureRefusal {
  problems: [PictureProblem];
}

/** As {@link readPicture}. */
export async function parsePicture(bytes: Uint8Array): Promise<Picture | PictureRefusal> {
  const picture = await readPicture(bytes);
  return typeof picture === 'string' ? { problems: [picture] } : picture;
}

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

/** Capitals first: without them there is no picture (PNG, section 5.4). */
const essential = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);
const isPalette = ({ length }: Buffer): boolean => length > 0 && length % 3 === 0 && length <= 256 * 3;

async function readPng(buffer: Buffer): Promise<Picture | PictureProblem> {
  const data: Buffer[] = [];
  let header: Buffer | null = null;
  let hasPalette = false;
  let last = '';
  for (let offset = pngSignature.length; ;) {
    const length = buffer.readUInt32BE(offset);
    const type = buffer.toString('latin1', offset + 4, offset + 8);
    const body = buffer.subarray(offset + 8, offset + 8 + length);
    const stated = buffer.readUInt32BE(offset + 8 + length);
    if (crc32(buffer.subarray(offset + 4, offset + 8 + length)) !== stated) return 'not-a-picture';
    if ((header === null) !== (type === 'IHDR')) return 'not-a-picture';
    // Decoders stop, and one of them crashes, at what is out of place.
    const isEssential = type < 'a';
    if (isEssential && !essential.has(type)) return 'not-a-picture';
    if (type === 'IHDR') header = body;
    if (type === 'PLTE') {
      if (hasPalette || data.length > 0 || !isPalette(body)) return 'not-a-picture';
      hasPalette = true;
    }
    if (type === 'IDAT') {
      if (data.length > 0 && last !== 'IDAT') return 'not-a-picture';
      data.push(body);
    }
    if (type === 'IEND') break;
    last = type;
    offset += 12 + length;
  }
  if (header?.length !== 13) return 'not-a-picture';
  const picture = measure('image/png', header.readUInt32BE(0), header.readUInt32BE(4));
  if (typeof picture === 'string') return picture;
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8);
  const kind = colourTypes[colour];
  const isKnown = kind?.depths.includes(depth) === true && compression === 0 && filter === 0 && interlace <= 1;
  if (!isKnown || (colour === 3 && !hasPalette)) return 'not-a-picture';
  const rows = listRows(picture, kind.samples * depth, interlace === 1);
  return (await inflatesTo(data, rows)) ? picture : 'not-a-picture';
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

/** Bytes of each row of a picture before compression, without the number of its filter, which stands before it. */
function* listRows({ width, height }: Picture, bitsPerPixel: number, isInterlaced: boolean): Generator<number, void> {
  for (const [column, row, right, down] of isInterlaced ? passes : ([[0, 0, 1, 1]] as const)) {
    const columns = Math.max(0, Math.ceil((width - column) / right));
    const rows = columns === 0 ? 0 : Math.max(0, Math.ceil((height - row) / down));
    for (let count = 0; count < rows; count++) yield Math.ceil((columns * bitsPerPixel) / 8);
  }
}

const lastFilter = 4;

/** Whether the compressed data is sound and has just these rows, which may be 128 MB: nothing of them is kept. */
function inflatesTo(data: readonly Buffer[], rows: Generator<number, void>): Promise<boolean> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let left = 0;
    const end = (isSound: boolean): void => {
      inflate.destroy();
      resolve(isSound);
    };
    inflate.on('data', (chunk: Buffer) => {
      for (let at = 0; at < chunk.length;) {
        if (left === 0) {
          const filter = chunk[at] ?? 0;
          const next = rows.next();
          if (next.done === true || filter > lastFilter) {
            end(false);
            return;
          }
          left = next.value;
          at += 1;
        }
        const step = Math.min(left, chunk.length - at);
        left -= step;
        at += step;
      }
    });
    inflate.on('end', () => {
      end(left === 0 && rows.next().done === true);
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
  if (components === 4) return 'printing-colours';
  if (frame.readUInt8(0) !== 8 || (components !== 1 && components !== 3)) return 'not-a-picture';
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
