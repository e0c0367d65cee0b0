import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findElectron, runDownload } from '../../../.config/electron-runtime.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-runtime-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the runtime on disk', () => {
  async function lay(files: Record<string, string>): Promise<void> {
    await mkdir(join(folder, 'dist'));
    for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  }
  const complete = {
    'package.json': '{ "version": "45.4.1" }',
    'path.txt': 'electron',
    'dist/version': 'v45.4.1\n',
    'dist/electron': '',
  };

  test('is found when it is whole', async () => {
    await lay(complete);
    expect(await findElectron(folder)).toBe(join(folder, 'dist', 'electron'));
  });

  test.each(['path.txt', 'dist/version', 'dist/electron'])('is not there without %s', async (missing) => {
    await lay(Object.fromEntries(Object.entries(complete).filter(([path]) => path !== missing)));
    expect(await findElectron(folder)).toBeNull();
  });

  test('of another version is not taken', async () => {
    await lay({ ...complete, 'dist/version': '44.0.0' });
    expect(await findElectron(folder)).toBeNull();
  });
});

describe('a download', () => {
  const limits = { stallLimitMs: 700, overallLimitMs: 20_000 };

  async function download(script: string): Promise<boolean> {
    const path = join(folder, 'install.cjs');
    await writeFile(path, script);
    return runDownload(path, limits);
  }

  test('that ends well is taken', async () => {
    expect(await download('')).toBe(true);
  });

  test('that fails is told at once', async () => {
    expect(await download('process.exit(1)')).toBe(false);
  });

  test('from which nothing arrives is ended', async () => {
    expect(await download('setInterval(() => {}, 1000)')).toBe(false);
  });

  test('from which something keeps arriving is waited for, and its rest is removed', async () => {
    const fill = `
      const { appendFileSync, writeFileSync } = require('node:fs');
      writeFileSync(${JSON.stringify(join(folder, 'where'))}, process.env.TMPDIR);
      let left = 8;
      const timer = setInterval(() => {
        appendFileSync(process.env.TMPDIR + '/part', 'x'.repeat(1000));
        if (--left === 0) clearInterval(timer);
      }, 200);`;
    expect(await download(fill)).toBe(true);
    const { readFile } = await import('node:fs/promises');
    const temporary = await readFile(join(folder, 'where'), 'utf8');
    await expect(readdir(temporary)).rejects.toThrow(/ENOENT/);
  });
});
