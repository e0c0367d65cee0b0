import { afterAll, describe, expect, test } from 'vitest';
import { FileUnreadable } from '../../electron/exchange/file-unreadable.ts';
import { readWith } from '../../electron/exchange/read-file.ts';
import { type ImporterName, importers } from '../../electron/formats.ts';
import { openHelper, type OpenHelper } from '../../electron/helper-call.ts';
import { mutate } from '../support/mutate.ts';
import { seedOf } from '../support/seeded.ts';
import { jobs, soundFiles } from '../support/sound-files.ts';
import { reportTrials, trialCount } from '../support/trials.ts';
import { startBuiltHelper } from '../support/worker-starter.ts';

/*
 * P17. Files made of sound ones and damaged are read by the importers in real helper processes (a helper reads many, by the
 * code that otherwise reads one).
 */
const filesPerFormat = trialCount(15, 5_000);
/** Less than the product grants (30 s): the promise. */
const limits = { deadlineMs: 10_000, memoryBytes: 512 * 1024 ** 2 };
const filesPerHelper = 500;
/** Named by each failure; the same one gives the same files. */
const seed = seedOf(20_261_121);

const names = Object.keys(importers) as ImporterName[];

/** One for all formats: starting it takes longer than reading a file. */
let helper: OpenHelper | null = null;
let readByHelper = 0;
const closeHelper = (): void => {
  helper?.close();
  helper = null;
};
const takeHelper = (): OpenHelper => {
  if (readByHelper++ % filesPerHelper === 0) closeHelper();
  return (helper ??= openHelper(startBuiltHelper, 'files-worker', limits));
};
afterAll(closeHelper);

describe.each(names)('%s', (name) => {
  test('reads what is sound', async () => {
    for (const sound of await soundFiles[name]()) {
      const read = (await readWith(takeHelper(), jobs[name], new Blob([new Uint8Array(sound)]))) as {
        problems?: unknown[];
      };
      expect(read.problems ?? []).toEqual([]);
    }
  });

  test(`reads or refuses ${String(filesPerFormat)} damaged files`, { timeout: 1_800_000 }, async () => {
    const sound = await soundFiles[name]();
    const faults: string[] = [];
    let refused = 0;
    let slowestMs = 0;
    for (let index = 0; index < filesPerFormat; index++) {
      const { bytes, how } = await mutate(sound, seed + index);
      const startMs = performance.now();
      try {
        const read = await readWith(takeHelper(), jobs[name], new Blob([bytes]));
        if (typeof read !== 'object' || read === null) faults.push(`seed ${String(seed + index)}, ${how}: no answer`);
        else if ('problems' in read && (read.problems as unknown[]).length > 0) refused += 1;
      } catch (error) {
        if (!(error instanceof FileUnreadable)) throw error;
        faults.push(`seed ${String(seed + index)}, ${how}: ${error.reason} ${error.stack ?? ''}`);
        closeHelper();
      }
      slowestMs = Math.max(slowestMs, performance.now() - startMs);
    }
    reportTrials('P17', filesPerFormat, `${name}: ${String(refused)} refused, slowest ${slowestMs.toFixed(0)} ms`);
    expect(faults).toEqual([]);
    // Else nothing was damaged, or everything so much that nobody looked into it.
    expect(refused).toBeGreaterThan(filesPerFormat / 10);
  });
});
