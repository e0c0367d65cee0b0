import { seeded } from './seeded.ts';
import { readZip, type ZippedEntry } from './read-zip.ts';
import { repack } from './repack-bundle.ts';
import { zipParts } from '../../electron/documents/docx/zip.ts';

/** Whatever some reader may stumble over. */
const stumblingBlocks = [
  '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>',
  '&a;',
  '&#0;',
  '&#x110000;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<?x?>',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '\r',
  '\r\n',
  '\n\n',
  '\0',
  '\u0007',
  '\u2028',
  '\ufeff',
  '\ufffd',
  '=cmd|/c calc!A1',
  '__proto__',
  '{"__proto__":{"x":1}}',
  'null',
  '1e400',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  'ENCODING=QUOTED-PRINTABLE:=',
  ' r="ZZZ9999999"',
  'TargetMode="External"',
  '../../x',
  '/../',
];
const openings = ['<w:p>', '<x>', '<tu>', '<sub>', '[', '{"a":', '"', '(', 'BEGIN:VCARD\n', ';', '&amp;', '<si><t>'];
const numbers = ['0', '-1', '99999999999999999999', '4294967296', '1e308', '0.1', '00', '2147483648', 'NaN'];
const encodings = ['utf16le', 'latin1', 'utf8', 'hex', 'base64'] as const;

type Dice = () => number;
const pick = <Item>(dice: Dice, items: readonly Item[]): Item => items[Math.floor(dice() * items.length)]!;
const place = (dice: Dice, length: number): number => Math.floor(dice() * (length + 1));

type Change = (bytes: Buffer, dice: Dice, other: Buffer) => Buffer;

const insert = (bytes: Buffer, at: number, inserted: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);

const changes: Record<string, Change> = {
  flip(bytes, dice) {
    const changed = Buffer.from(bytes);
    for (let count = 1 + place(dice, 8); count > 0 && changed.length > 0; count--) {
      const at = Math.floor(dice() * changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(dice() * 8));
    }
    return changed;
  },
  cut(bytes, dice) {
    const start = place(dice, bytes.length);
    const end = start + place(dice, dice() < 0.5 ? 40 : bytes.length - start);
    return dice() < 0.4 ? bytes.subarray(0, start) : Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  repeat(bytes, dice) {
    const start = place(dice, bytes.length);
    const part = bytes.subarray(start, start + 1 + place(dice, 400));
    const times = Math.min(1 + place(dice, 2_000), Math.floor(50_000 / Math.max(1, part.length)));
    return insert(bytes, start, Buffer.concat(Array.from({ length: times }, () => part)));
  },
  splice(bytes, dice, other) {
    const start = place(dice, other.length);
    return insert(bytes, place(dice, bytes.length), other.subarray(start, start + place(dice, 4_000)));
  },
  nest(bytes, dice) {
    const opening = pick(dice, openings).repeat(10 ** (1 + Math.floor(dice() * 3.1)));
    return insert(bytes, place(dice, bytes.length), Buffer.from(opening));
  },
  number(bytes, dice) {
    const text = bytes.toString('latin1');
    const found = [...text.matchAll(/\d+/gu)];
    if (found.length === 0) return bytes;
    const { index, 0: digits } = pick(dice, found);
    const number = dice() < 0.1 ? '9'.repeat(5_000) : pick(dice, numbers);
    return Buffer.from(`${text.slice(0, index)}${number}${text.slice(index + digits.length)}`, 'latin1');
  },
  recode(bytes, dice) {
    const text = bytes.toString(dice() < 0.5 ? 'utf8' : 'latin1');
    const recoded = Buffer.from(text, pick(dice, encodings));
    return dice() < 0.5
      ? recoded
      : insert(
          recoded,
          0,
          pick(
            dice,
            [
              [0xff, 0xfe],
              [0xfe, 0xff],
              [0xef, 0xbb, 0xbf],
            ].map((mark) => Buffer.from(mark)),
          ),
        );
  },
  stumble(bytes, dice) {
    let changed = bytes;
    for (let count = 1 + place(dice, 3); count > 0; count--) {
      changed = insert(changed, place(dice, changed.length), Buffer.from(pick(dice, stumblingBlocks)));
    }
    return changed;
  },
};

const longest = 300_000;

/** The parts of each sound zip, read once. */
const partsOf = new WeakMap<Uint8Array, Promise<ZippedEntry[]>>();
function readParts(sound: Uint8Array): Promise<ZippedEntry[]> {
  const parts = partsOf.get(sound) ?? readZip(sound);
  partsOf.set(sound, parts);
  return parts;
}

/**
 * The so manieth damaged file made of sound ones, always the same for the same seed: bits flipped, parts cut out,
 * repeated and put elsewhere, nested, numbers made huge, encodings changed. In half of the zips it is one of the parts that
 * is damaged, and the zip as such is sound: else nobody would look further than at its checksum.
 */
export async function mutate(
  sound: readonly Uint8Array[],
  seed: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; how: string }> {
  const dice = seeded(seed);
  const whole = pick(dice, sound);
  const start = Buffer.from(whole);
  const other = Buffer.from(pick(dice, sound));
  if (start.subarray(0, 2).toString('latin1') !== 'PK' || dice() < 0.5) return damage(start, other, dice);
  const entries = await readParts(whole);
  const one = pick(dice, entries);
  if (/\/.*\.json$/u.test(one.path)) return damageBundled(start, one, other, dice);
  const { bytes, how } = damage(one.bytes, pick(dice, entries).bytes, dice);
  const parts = Object.fromEntries(entries.map(({ path, bytes: part }) => [path, path === one.path ? bytes : part]));
  return { bytes: await zipParts(parts), how: `${one.path}: ${how}` };
}

/** The manifest of a bundle names the hash of each file: it is made to fit. */
async function damageBundled(
  bundle: Buffer,
  { path: damaged, bytes }: ZippedEntry,
  other: Buffer,
  dice: Dice,
): ReturnType<typeof mutate> {
  const { bytes: content, how } = damage(bytes, other, dice);
  const text = Buffer.from(content).toString('utf8');
  const file = await repack(new File([new Uint8Array(bundle)], ''), (path, was) => (path === damaged ? text : was));
  return { bytes: new Uint8Array(await file.arrayBuffer()), how: `${damaged}: ${how}` };
}

function damage(start: Buffer, other: Buffer, dice: Dice): { bytes: Uint8Array<ArrayBuffer>; how: string } {
  const names: string[] = [];
  let bytes = start;
  for (let count = 1 + Math.floor(dice() * dice() * 4); count > 0; count--) {
    const name = pick(dice, Object.keys(changes));
    names.push(name);
    bytes = changes[name]!(bytes, dice, other).subarray(0, longest);
  }
  return { bytes: new Uint8Array(bytes), how: names.join(' ') };
}
