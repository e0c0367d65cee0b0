import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copiedFonts, packageListName, parts, root } from './parts.ts';

/** A package whose code or fonts are in dist/, or lie beside it in the installer. */
export interface ShippedPackage {
  /** Below the root, as in the lock file. */
  path: string;
  name: string;
  version: string;
  /** SPDX expression, as the package itself says. */
  licence: string;
}

/** Native modules that stay outside the bundles, see `externalModules`. */
const native = ['node_modules/better-sqlite3', 'node_modules/@myriaddreamin/typst-ts-node-compiler'];

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(path, 'utf8')) as Value;
}

/** Of a build that has been made; by name. Throws when a part has no list. */
export async function listShipped(distFolder = join(root, 'dist')): Promise<ShippedPackage[]> {
  const bundled = await Promise.all(
    parts.map(({ folder }) => readJson<string[]>(join(distFolder, folder, packageListName))),
  );
  const fonts = copiedFonts.map(({ from }) => from.split(/[\\/]/u).slice(0, 3).join('/'));
  const paths = [...new Set([...bundled.flat(), ...fonts, ...native])].sort();
  return Promise.all(
    paths.map(async (path) => {
      const { name, version, license } = await readJson<{ name: string; version: string; license?: string }>(
        join(root, path, 'package.json'),
      );
      return { path, name, version, licence: license ?? '' };
    }),
  );
}

/** The texts that the licences ask to be passed on, one package after the other. */
export async function composeLicences(shipped: readonly ShippedPackage[]): Promise<string> {
  const texts = await Promise.all(
    shipped.map(async ({ path, name, version, licence }) => {
      const files = (await readdir(join(root, path)))
        .filter((file) => /^(?:licen[cs]e|notice|ofl)/iu.test(file))
        .sort();
      const contents = await Promise.all(files.map((file) => readFile(join(root, path, file), 'utf8')));
      return [`${name} ${version} (${licence})`, ...contents.map((text) => text.trim())].join('\n\n');
    }),
  );
  return `Trilogue contains the following packages.\n\n${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

interface Bom {
  bomFormat: string;
  specVersion: string;
  components: { name: string; version: string; purl: string; scope?: string; licenses?: unknown[] }[];
}

/** Everything of the lock file as CycloneDX; `scope` tells what is shipped (required) from the tools (excluded). */
export async function composeBom(shipped: readonly ShippedPackage[]): Promise<Bom> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // After a build NODE_ENV says production, and npm would leave out what the bundles are made of.
  const everything = ['dev', 'optional', 'peer'].flatMap((kind) => ['--include', kind]);
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', ...everything];
  const { stdout } = await promisify(execFile)(npm, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const bom = JSON.parse(stdout) as Bom;
  const known = new Set(shipped.map(({ name, version }) => `${name}@${version}`));
  const components = bom.components.map((component) => ({
    ...component,
    scope: known.has(`${component.name}@${component.version}`) ? 'required' : 'excluded',
  }));
  return { ...bom, components };
}

/** Writes dist/LICENCES.txt and dist/bom.cdx.json, which are packed with the application. */
export async function writeLicences(distFolder = join(root, 'dist')): Promise<void> {
  if (!existsSync(distFolder)) throw new Error('there is no build');
  const shipped = await listShipped(distFolder);
  await writeFile(join(distFolder, 'LICENCES.txt'), await composeLicences(shipped));
  await writeFile(join(distFolder, 'bom.cdx.json'), `${JSON.stringify(await composeBom(shipped), null, 2)}\n`);
}
