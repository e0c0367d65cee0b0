import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { letterheadLimits } from '#shared/contract/letterheads.ts';
import { readPicture } from '../../../electron/features/letterheads/picture.ts';
import { jpegs, makePalettePng, makePng } from '../../support/pictures.ts';

/** A PNG of 5 × 3 pixels, one bit each, in seven passes (Adam7). */
const interlaced = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAADAQAAAAEESsjDAAAAEklEQVQI12NoYADBBwwHgHAHAB1mBJkmtb3lAAAAAElFTkSuQmCC',
  'base64',
);

test.each([
  ['a PNG', makePng(37, 21), { mediaType: 'image/png', width: 37, height: 21 }],
  ['an interlaced PNG', interlaced, { mediaType: 'image/png', width: 5, height: 3 }],
  ['a JPEG', jpegs.baseline, { mediaType: 'image/jpeg', width: 24, height: 12 }],
  ['a progressive JPEG', jpegs.progressive, { mediaType: 'image/jpeg', width: 24, height: 12 }],
] as const)('%s is measured', async (_what, bytes, picture) => {
  expect(await readPicture(bytes)).toEqual(picture);
});

test.each([
  ['PNG', makePng(24, 12)],
  ['JPEG', jpegs.baseline],
  ['progressive JPEG', jpegs.progressive],
] as const)('a %s that is cut short anywhere is no picture', async (_what, bytes) => {
  for (let length = 0; length < bytes.length; length++) {
    expect(await readPicture(bytes.subarray(0, length)), String(length)).toBe('not-a-picture');
  }
});

test('a PNG with a byte changed anywhere is no picture', async () => {
  const bytes = makePng(24, 12);
  for (let place = 0; place < bytes.length; place++) {
    const changed = Buffer.from(bytes);
    changed[place] = bytes[place]! ^ 0xff;
    expect(await readPicture(changed), String(place)).toBe('not-a-picture');
  }
});

const pixels: [string, Uint8Array] = ['IDAT', deflateSync(Buffer.alloc(4 * 5))];
const colours: [string, Uint8Array] = ['PLTE', Buffer.from([1, 2, 3])];

test.each([
  ['as it is', [colours, pixels], { mediaType: 'image/png', width: 4, height: 4 }],
  ['absent', [pixels], 'not-a-picture'],
  ['behind the pixels', [pixels, colours], 'not-a-picture'],
  ['twice', [colours, colours, pixels], 'not-a-picture'],
  ['empty', [['PLTE', Buffer.alloc(0)], pixels], 'not-a-picture'],
  ['of one colour and a bit', [['PLTE', Buffer.alloc(4)], pixels], 'not-a-picture'],
  ['of too many colours', [['PLTE', Buffer.alloc(257 * 3)], pixels], 'not-a-picture'],
  ['with something essential that nobody knows', [colours, ['ABCD', Buffer.alloc(1)], pixels], 'not-a-picture'],
  [
    'with a note',
    [colours, ['tEXt', Buffer.from('Comment\0x')], pixels],
    { mediaType: 'image/png', width: 4, height: 4 },
  ],
] as [string, [string, Uint8Array][], unknown][])('a palette %s', async (_what, chunks, answer) => {
  expect(await readPicture(makePalettePng(...chunks))).toEqual(answer);
});

const side = letterheadLimits.logoPixels;
test.each([
  ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-picture'],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'not-a-picture'],
  ['nothing to see', makePng(0, 5), 'not-a-picture'],
  ['pixels that are no compressed data', makePng(4, 4, Buffer.from('nothing of the kind')), 'not-a-picture'],
  ['a row with a filter that does not exist', makePng(4, 4, deflateSync(Buffer.alloc(4 * 13, 9))), 'not-a-picture'],
  ['printing colours', jpegs.cmyk, 'printing-colours'],
  ['too few pixels', makePng(40, 40, deflateSync(Buffer.alloc(100))), 'not-a-picture'],
  ['more pixels than there is room for', makePng(4, 4, deflateSync(Buffer.alloc(50_000_000))), 'not-a-picture'],
  ['the widest', makePng(side, 1), { mediaType: 'image/png', width: side, height: 1 }],
  ['wider', makePng(side + 1, 1), 'too-many-pixels'],
  ['a bomb that says what it is', makePng(2 ** 31 - 1, 2 ** 31 - 1, deflateSync(Buffer.alloc(10))), 'too-many-pixels'],
] as const)('%s', async (_what, bytes, answer) => {
  expect(await readPicture(bytes)).toEqual(answer);
});
