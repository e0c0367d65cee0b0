import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { makeFastFolder } from '../support/crash-images.ts';
import type { EightHours } from '../support/eight-hours.ts';
import { projectFolder } from '../support/project-folder.ts';
import { isFull, reportTrials, trialCount } from '../support/trials.ts';

/*
 * Promise: eight hours of minutes do not make the program grow: 20,000 rows, in short a twentieth of them. Memory stays
 * below one and a half of what it was when a tenth was done, the journal below 8 MB.
 */
const entries = trialCount(1_000, 20_000);
const backups = trialCount(4, 32);
const mb = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`;

test('eight hours of minutes leave the program as it was', { timeout: 1_200_000 }, async () => {
  // In short, memory is looked at and not the disk.
  const folder = isFull ? mkdtempSync(join(tmpdir(), 'trilogue-hours-')) : makeFastFolder();
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const script = join(projectFolder, 'test/support/eight-hours.ts');
  const words = ['--expose-gc', script, folder, String(entries), String(backups)];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  const hours = JSON.parse(stdout) as EightHours;
  const memory = `memory ${mb(hours.warmBytes)}, at most ${mb(hours.maxBytes)}, journal at most ${mb(hours.maxWalBytes)}`;
  const saving = `a save p50 ${hours.p50Ms.toFixed(1)} ms, p99 ${hours.p99Ms.toFixed(1)} ms`;
  reportTrials('P23', entries, `${memory}; ${saving}; ${String(hours.backups)} backups`);
  expect(hours.logged).toEqual([]);
  expect(hours.entries).toBe(entries);
  expect(hours.maxBytes).toBeLessThan(hours.warmBytes * 1.5);
  expect(hours.maxWalBytes).toBeLessThan(8 * 1024 ** 2);
});
