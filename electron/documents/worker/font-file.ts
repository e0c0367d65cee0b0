/** Reading and renaming TrueType files; only what the worker needs of ISO/IEC 14496-22. */

/** Typst also searches the system's fonts, which must not be taken for ours: same families, other cuts. Names of equal length. */
const ownNames: [installed: string, own: string][] = [
  ['PT Serif', 'TL Serif'],
  ['PT Sans', 'TL Sans'],
  ['Noto Serif SC', 'Trio Serif SC'],
  ['Noto Sans SC', 'Trio Sans SC'],
];

function findTable(font: Buffer, tag: string): { offset: number; length: number } {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) {
      return { offset: font.readUInt32BE(record + 8), length: font.readUInt32BE(record + 12) };
    }
  }
  throw new Error(`font without a ${tag} table`);
}

/** Gives the font, in memory, a family name of our own. The outlines and the PostScript name stay. Changes `font`. */
export function renameFamily(font: Buffer): void {
  const { offset, length } = findTable(font, 'name');
  const names = font.subarray(offset, offset + length);
  for (const [installed, own] of ownNames) {
    for (const encode of [toUtf16BigEndian, (text: string) => Buffer.from(text, 'latin1')]) {
      const needle = encode(installed);
      for (let at = names.indexOf(needle); at !== -1; at = names.indexOf(needle, at + needle.length))
        encode(own).copy(names, at);
    }
  }
}

function toUtf16BigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** Ranges of code points that the font can draw, first and last included. */
export function readCoverage(font: Buffer): [first: number, last: number][] {
  const start = findTable(font, 'cmap').offset;
  const count = font.readUInt16BE(start + 2);
  const ranges: [number, number][] = [];
  for (let index = 0; index < count; index += 1) {
    const table = start + font.readUInt32BE(start + 4 + index * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 12) ranges.push(...readSegmentedCoverage(font, table));
    if (format === 4) ranges.push(...readSegmentMapping(font, table));
  }
  return ranges;
}

/** Subtable format 12: groups of code points and glyphs. */
function readSegmentedCoverage(font: Buffer, table: number): [number, number][] {
  const count = font.readUInt32BE(table + 12);
  return Array.from({ length: count }, (_, index): [number, number] => {
    const group = table + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

/** Subtable format 4: segments of the basic plane, in which single code points may still have no glyph. */
function readSegmentMapping(font: Buffer, table: number): [number, number][] {
  const doubled = font.readUInt16BE(table + 6);
  const ranges: [number, number][] = [];
  for (let at = 0; at < doubled; at += 2) {
    const end = font.readUInt16BE(table + 14 + at);
    const first = font.readUInt16BE(table + 16 + doubled + at);
    const delta = font.readUInt16BE(table + 16 + doubled * 2 + at);
    const rangeAt = table + 16 + doubled * 3 + at;
    const rangeOffset = font.readUInt16BE(rangeAt);
    for (let code = first; code <= end && code < 0xffff; code += 1) {
      const raw = rangeOffset === 0 ? code : font.readUInt16BE(rangeAt + rangeOffset + (code - first) * 2);
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}
