import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findUnlocked } from '../../../.config/complete-lock.ts';
import type { LockPackages } from '../../../.config/complete-lock.ts';

const root = join(import.meta.dirname, '../../..');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { packages } = readJson('package-lock.json') as { packages: LockPackages };
const manifest = readJson('package.json') as Record<string, Record<string, string> | undefined>;

test('every system can install from the lock file (if not: node .config/complete-lock.ts)', () => {
  expect(findUnlocked(packages).map(({ name }) => name)).toEqual([]);
});

test('the lock file and package.json name the same versions', () => {
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    expect(packages['']?.[kind]).toEqual(manifest[kind]);
  }
});

test('every dependency is pinned', () => {
  const ranges = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.values(manifest[kind] ?? {}),
  );
  expect(ranges.filter((range) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
});

test('the lock file names no place to download from', () => {
  expect(Object.values(packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
});

test('no package runs a script of its own while it is installed', () => {
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
});
