import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { composeBom, composeLicences, listShipped, type ShippedPackage } from '../../.config/licences.ts';
import { projectFolder } from '../support/project-folder.ts';
import { isFull, reportTrials } from '../support/trials.ts';

/*
 * Promise 21: what Trilogue is made of is known to the last package, is what the lock file says, may be passed on, and
 * runs nothing of its own while it is installed.
 */
interface LockEntry {
  version?: string;
  license?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  resolved?: string;
}

const lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockEntry>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

/** May be shipped inside an application under the MIT licence. */
const permissive = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1',
];
const publicDomain = ['CC0-1.0', 'Unlicense'];
/** Of tools, which nobody receives from us. */
const forTools = [...permissive, ...publicDomain, 'MPL-2.0', 'Python-2.0', 'CC-BY-4.0', 'WTFPL'];

function isCovered(expression: string, allowed: readonly string[]): boolean {
  const alternatives = expression.replace(/[()]/gu, '').split(' OR ');
  return alternatives.some((parts) => parts.split(' AND ').every((licence) => allowed.includes(licence)));
}

describe('what Trilogue is made of', () => {
  let shipped: ShippedPackage[] = [];
  beforeAll(async () => {
    shipped = await listShipped();
  });

  test('each package has a licence that allows what is done with it', async () => {
    expect(shipped.filter(({ licence }) => !isCovered(licence, [...permissive, ...publicDomain]))).toEqual([]);
    expect(locked.filter(([, { license }]) => !isCovered(license ?? '', forTools)).map(([path]) => path)).toEqual([]);
    const text = await composeLicences(shipped);
    for (const { name, version } of shipped) expect(text).toContain(`${name} ${version} (`);
    reportTrials('P21', locked.length, `${shipped.length} packages are shipped`);
  });

  test('what is in the bundles is what the lock file names', () => {
    expect(shipped.length).toBeGreaterThan(30);
    expect(shipped.filter(({ path, version }) => lock.packages[path]?.version !== version)).toEqual([]);
  });

  test('each package that is shipped has the hash of its contents in the lock file', () => {
    const bundled = locked.filter(([path]) => shipped.some((one) => one.path === path));
    expect(bundled.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  });

  test('no package runs anything while it is installed', () => {
    expect(readFileSync(join(projectFolder, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/mu);
    // Those that would like to: a new one is looked at before it is added here.
    expect(locked.filter(([, entry]) => entry.hasInstallScript === true).map(([path]) => path)).toEqual([
      'node_modules/@swc/core',
      'node_modules/electron-winstaller',
    ]);
  });

  test('the bill of materials (CycloneDX) names them all, and which are shipped', async () => {
    const bom = await composeBom(shipped);
    expect(bom.bomFormat).toBe('CycloneDX');
    const named = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
    for (const { name, version } of shipped) expect(named).toContain(`${name}@${version}`);
    for (const tool of ['vite', 'electron', 'vitest', 'typescript']) {
      expect(named).toContain(`${tool}@${lock.packages[`node_modules/${tool}`]?.version ?? ''}`);
    }
    const required = bom.components.filter(({ scope }) => scope === 'required');
    const wanted = new Set(shipped.map(({ name, version }) => `${name}@${version}`));
    expect(new Set(required.map(({ name, version }) => `${name}@${version}`))).toEqual(wanted);
    expect(bom.components.filter(({ purl }) => !purl.startsWith('pkg:npm/'))).toEqual([]);
  });

  test('no advisory of high severity is known for any of them', async (context) => {
    context.skip(!isFull, 'asks npm over the network: only in full');
    const args = ['audit', '--json', '--audit-level', 'high', '--package-lock-only'];
    // Where nobody answers, that is known soon.
    args.push('--fetch-timeout=8000', '--fetch-retries=0');
    const { stdout } = await promisify(execFile)('npm', args, {
      cwd: projectFolder,
      maxBuffer: 64 * 1024 * 1024,
    }).catch((error: unknown) => error as { stdout: string });
    const answer = JSON.parse(stdout || '{}') as {
      metadata?: { vulnerabilities: { high: number; critical: number } };
    };
    if (answer.metadata === undefined)
      return context.skip('npm audit has no answer here: its service cannot be reached');
    expect(answer.metadata.vulnerabilities).toMatchObject({ high: 0, critical: 0 });
  });
});
