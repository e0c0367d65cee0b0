import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLicences } from '../../.config/licences.ts';
import { builtAssets } from '../../electron/documents/assets.ts';
import { makeStandInElectron } from '../support/stand-in-electron.ts';
import { reportTrials } from '../support/trials.ts';

/* P13, items 2 to 4, 18 and 19, in the package itself; and that the package has what the app opens. */

const root = join(import.meta.dirname, '../..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const manifest = readJson(join(root, 'package.json')) as { main: string; dependencies: Record<string, string> };
const { version: electronVersion } = readJson(join(root, 'node_modules/electron/package.json')) as { version: string };

/** The processes that the app starts, each from a folder of its own; every name that the sources know. */
const helpers = [
  ...(
    /export type HelperEntry = (.*);/u.exec(readFileSync(join(root, 'electron/helper-process.ts'), 'utf8'))?.[1] ?? ''
  ).matchAll(/'([a-z-]+)'/gu),
].map((match) => match[1]!);

/** The header of an asar: a tree of files, each with its size or a mark that it lies beside the archive. */
interface AsarEntry {
  files?: Record<string, AsarEntry>;
  size?: number;
  unpacked?: boolean;
}

let folder = '';
let resources = '';
/** Path inside the archive -> whether it lies unpacked beside it. */
const packed = new Map<string, boolean>();

/** Four 32-bit numbers, the fourth is the length of the JSON that follows (asar's README, «Format»). */
function readArchive(path: string): AsarEntry {
  const bytes = readFileSync(path);
  return JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as AsarEntry;
}

function collect(entry: AsarEntry, path: string): void {
  if (entry.files === undefined) packed.set(path, entry.unpacked === true);
  else for (const [name, child] of Object.entries(entry.files)) collect(child, path === '' ? name : `${path}/${name}`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-packaging-'));
  await writeLicences();
  await makeStandInElectron(join(folder, 'electron'), electronVersion);
  const args = [
    join(root, 'node_modules/electron-builder/cli.js'),
    ...['--linux', 'dir', '--x64', '--publish', 'never'],
    `-c.electronDist=${join(folder, 'electron')}`,
    `-c.directories.output=${join(folder, 'out')}`,
  ];
  await promisify(execFile)(process.execPath, args, { cwd: root }).catch((error: unknown) => {
    // The tool explains itself on stdout, which the error's own message leaves out.
    throw new Error((error as { stdout?: string }).stdout, { cause: error });
  });
  resources = join(folder, 'out/linux-unpacked/resources');
  collect(readArchive(join(resources, 'app.asar')), '');
}, 90_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package holds every file that the app opens', () => {
  const distFolder = '/dist';
  const { fontFiles, templateFolder } = builtAssets(distFolder);

  test('the entry that package.json names is one that the build makes', () => {
    expect(existsSync(join(root, manifest.main))).toBe(true);
    expect(packed.get(manifest.main)).toBe(false);
  });

  test.each([
    'package.json',
    'dist/LICENCES.txt',
    'dist/bom.cdx.json',
    'dist/preload/index.cjs',
    'dist/renderer/index.html',
    'dist/documents-worker/index.js',
    'dist/store-worker/index.js',
    'dist/files-worker/index.js',
    'dist/resources/icons/icon.png',
    ...fontFiles.map((path) => path.slice(1)),
  ])('%s', (path) => {
    expect(packed.has(path)).toBe(true);
  });

  test('what the page loads first', () => {
    const page = readFileSync(join(root, 'dist/renderer/index.html'), 'utf8');
    const wanted = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => `dist/renderer/${match[1]!}`);
    expect(wanted.length).toBeGreaterThan(1);
    expect(wanted.filter((path) => !packed.has(path))).toEqual([]);
  });

  test.each(['main', ...helpers, 'renderer'])(
    'everything that the build made in dist/%s, without source maps',
    async (part) => {
      const made = (await readdir(join(root, 'dist', part), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll('\\', '/'),
        );
      expect(made.filter((path) => !path.endsWith('.map') && !packed.has(path))).toEqual([]);
      expect([...packed.keys()].filter((path) => path.endsWith('.map'))).toEqual([]);
    },
  );

  test('every template and sample', async () => {
    const templates = (await readdir(join(root, 'resources/typst'))).map((name) => join(templateFolder, name).slice(1));
    const samples = (await readdir(join(root, 'resources/sample'))).map((name) => `dist/resources/sample/${name}`);
    expect(templates.length).toBeGreaterThan(0);
    expect(samples.length).toBeGreaterThanOrEqual(3);
    expect([...templates, ...samples].filter((path) => !packed.has(path.replaceAll('\\', '/')))).toEqual([]);
  });

  test.each([
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    'node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node',
  ])('%s, outside of the archive', (path) => {
    expect(packed.get(path)).toBe(true);
    expect(existsSync(join(resources, 'app.asar.unpacked', path))).toBe(true);
  });

  test('every package that stays outside of the bundles', () => {
    const missing = Object.keys(manifest.dependencies).filter(
      (name) => !packed.has(`node_modules/${name}/package.json`),
    );
    expect(missing).toEqual([]);
  });
});

test('the bundles import nothing that is not in the package', async () => {
  const outside = new Set<string>();
  for (const part of ['main', 'preload', ...helpers]) {
    for (const name of await readdir(join(root, 'dist', part))) {
      if (!/\.c?js$/.test(name)) continue;
      const text = readFileSync(join(root, 'dist', part, name), 'utf8');
      for (const match of text.matchAll(
        /^(?:import|export)\b[^'"\n]*["']([^"'.][^"']*)["'];?$|\bimport\("([^".][^"]*)"\)/gm,
      )) {
        outside.add(match[1] ?? match[2]!);
      }
    }
  }
  const known = [...outside].filter((name) => !isBuiltin(name));
  expect(known.sort()).toEqual(['electron', ...Object.keys(manifest.dependencies)].sort());
});

test('the package holds nothing else', () => {
  const allowed = [
    /^(package\.json|LICENSE|dist\/LICENCES\.txt|dist\/bom\.cdx\.json)$/,
    /^dist\/(main|preload|renderer|documents-worker|store-worker|files-worker|fonts|resources)\//,
    /^node_modules\/(better-sqlite3|@myriaddreamin)\//,
  ];
  expect([...packed.keys()].filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  expect(
    [...packed.keys()].filter((path) => /prebuilds\/(darwin|win32)|better-sqlite3\/(deps|src)\//.test(path)),
  ).toEqual([]);
});

describe('the fuses of the packed program', () => {
  /** Every fuse that this version of Electron has, by name. */
  const wanted: Record<keyof typeof FuseV1Options, FuseState> = {
    RunAsNode: FuseState.DISABLE,
    EnableCookieEncryption: FuseState.ENABLE,
    EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
    EnableNodeCliInspectArguments: FuseState.DISABLE,
    EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
    OnlyLoadAppFromAsar: FuseState.ENABLE,
    LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
    GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
    // As shipped: it decides how WebAssembly checks its bounds, not whether.
    WasmTrapHandlers: FuseState.ENABLE,
  };

  test.each(Object.entries(wanted))('%s is as it must be', async (name, state) => {
    const wire = await getCurrentFuseWire(join(folder, 'out/linux-unpacked/trilogue'));
    expect(wire[FuseV1Options[name as keyof typeof FuseV1Options]]).toBe(state);
    reportTrials('P13', 1);
  });

  test('there are no others', async () => {
    const names = Object.values(FuseV1Options).filter((value) => typeof value === 'string');
    expect(names.sort()).toEqual(Object.keys(wanted).sort());
    const wire = await getCurrentFuseWire(join(folder, 'out/linux-unpacked/trilogue'));
    const read = Object.keys(wire).filter((key) => key !== 'version' && key !== 'resetAdHocDarwinSignature');
    expect(read).toHaveLength(names.length);
  });
});

test('nothing in the package or in what makes it takes the sandbox away or opens a port for a debugger', () => {
  const recipes = [
    'electron-builder.yml',
    'package.json',
    ...readdirSync(join(root, '.config')).map((name) => `.config/${name}`),
  ];
  const built = ['main', 'preload'].flatMap((part) =>
    readdirSync(join(root, 'dist', part))
      .filter((name) => /js$/u.test(name))
      .map((name) => `dist/${part}/${name}`),
  );
  const texts = [...recipes, ...built].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const holding = texts.filter(({ text }) =>
    /--?no-sandbox|remote-debugging|disable-web-security|executableArgs|--inspect/u.test(text),
  );
  expect(holding.map(({ path }) => path)).toEqual([]);
  // An AppImage cannot have the sandbox on every Linux, so none is made.
  expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toMatch(/^linux:\n {2}target: deb$/mu);
  expect([...packed.keys()].filter((path) => /\.(?:desktop|sh)$/u.test(path))).toEqual([]);
  reportTrials('P13', texts.length);
});
