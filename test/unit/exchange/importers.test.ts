import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../electron/exchange/csv.ts';
import { writeVcards } from '../../../electron/exchange/vcard-write.ts';
import { writeXlsx } from '../../../electron/exchange/xlsx.ts';
import { exporters, type Importer, importers } from '../../../electron/formats.ts';
import { projectFolder } from '../../support/project-folder.ts';

const table = [
  ['Family name (Latin)', 'Имя', '姓名'],
  ['Sample', 'Пример', '范例'],
];

/** A sound file for each importer, to be damaged. */
const samples: Record<keyof typeof importers, () => Uint8Array | Promise<Uint8Array>> = {
  record: () => readFileSync(join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json')),
  csv: () => writeCsv(table, false),
  xlsx: () => writeXlsx(table),
  vcard: () =>
    writeVcards([{ id: '01a1fc0d-d76e-7219-8118-add3cdac0b38', family_han: '范', given_han: '例' }], 'people', 4, 'zh'),
};

describe.each(Object.entries(importers))('the importer of %s', (name, importer: Importer<unknown>) => {
  const key = name as keyof typeof importers;

  test('reads its sample', async () => {
    expect(await importer.parse(await samples[key]())).not.toHaveProperty('problems');
  });

  test('answers any bytes with what they hold or with problems', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await importer.parse(bytes)).toBeTypeOf('object');
      }),
      { numRuns: 60 },
    );
  });

  test('answers damaged files as well', async () => {
    const sound = Uint8Array.from(await samples[key]());
    const damage = fc.array(fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255) }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(sound.length), async (places, cut) => {
        const bytes = sound.slice(0, cut % 3 === 0 ? cut : sound.length);
        for (const { at, byte } of places) if (at < bytes.length) bytes[at] = byte;
        expect(await importer.parse(bytes)).toBeTypeOf('object');
      }),
      { numRuns: 60 },
    );
  });
});

test('what is written can be told apart and opened again', () => {
  for (const { extension, mediaType } of Object.values(exporters)) {
    expect(extension).toMatch(/^[a-z.]+$/u);
    expect(mediaType).toMatch(/^[a-z]+\/[a-z.+-]+(?:; charset=utf-8)?$/u);
  }
  const read = new Set(Object.values(importers).flatMap(({ extensions }) => extensions));
  for (const { extension } of [exporters.csv, exporters.xlsx, exporters.vcard3, exporters.vcard4]) {
    expect(read).toContain(extension);
  }
});
