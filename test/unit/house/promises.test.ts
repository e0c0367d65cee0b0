import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../support/project-folder.ts';
import { promises } from '../../support/promises.ts';

const readMe = readFileSync(join(projectFolder, 'README.md'), 'utf8');
const section = /^## What we promise$(.*?)^## /msu.exec(readMe)?.[1] ?? '';
const tests = ['fault', 'security']
  .map((folder) => join(projectFolder, 'test', folder))
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder))
  .filter((name) => /\.(?:test|spec)\.ts$/u.test(name));

describe('what README promises', () => {
  test.each(Object.keys(promises))('%s stands there and has a test of its own', (promise) => {
    expect(section).toMatch(new RegExp(`^\\| ${promise} +\\|`, 'mu'));
    const prefix = `p${promise.slice(1).padStart(2, '0')}-`;
    expect(tests.filter((name) => name.startsWith(prefix))).not.toEqual([]);
  });

  test('nothing more is promised than is proven', () => {
    const said = [...section.matchAll(/^\| (P\d+) +\|/gmu)].map(([, promise]) => promise);
    expect(said.sort()).toEqual(Object.keys(promises).sort());
  });

  test('each test of a promise belongs to one', () => {
    const known = Object.keys(promises).map((promise) => `p${promise.slice(1).padStart(2, '0')}-`);
    expect(tests.filter((name) => !known.some((prefix) => name.startsWith(prefix)))).toEqual([]);
  });
});
