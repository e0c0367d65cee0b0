import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withBuildLock } from './build-lock.ts';
import { copiedFonts, copiedResources, parts, root } from './parts.ts';
import type { Part } from './parts.ts';

const distFolder = join(root, 'dist');
const stampFile = join(distFolder, 'stamps.json');
type Stamps = Record<string, string>;

/** A change in any of these can change every part. */
const commonSources = ['package.json', 'package-lock.json', '.config/parts.ts', '.config/build.ts'];

async function listFiles(path: string): Promise<string[]> {
  const entry = await stat(path).catch(() => null);
  if (entry === null) return [];
  if (entry.isFile()) return [path];
  const children = await readdir(path, { withFileTypes: true, recursive: true });
  return children.filter((child) => child.isFile()).map((child) => join(child.parentPath, child.name));
}

/** Path, size and time of every source stand in for their content: reading all of it would cost more than it saves. */
async function hashSources(sources: string[]): Promise<string> {
  const files = (await Promise.all(sources.map((source) => listFiles(join(root, source))))).flat().sort();
  const states = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file);
      return `${relative(root, file)}\t${String(size)}\t${String(mtimeMs)}`;
    }),
  );
  return createHash('sha256').update(states.join('\n')).digest('hex');
}

async function readStamps(): Promise<Stamps> {
  try {
    return JSON.parse(await readFile(stampFile, 'utf8')) as Stamps;
  } catch {
    return {};
  }
}

/** Makes the new folder beside the old one and swaps them, so that a failed build leaves the last good one in place. */
async function replaceFolder(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const target = join(distFolder, folder);
  const temporary = join(distFolder, `.next-${folder}`);
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  await fill(temporary);
  await rm(target, { recursive: true, force: true });
  await rename(temporary, target);
}

async function buildPart(part: Part): Promise<void> {
  if (!existsSync(part.entry)) throw new Error(`cannot build dist/${part.folder}: ${part.entry} is missing`);
  const { build } = await import('vite');
  await replaceFolder(part.folder, async (temporary) => {
    // A test runner's NODE_ENV would put React's development build into the page.
    process.env.NODE_ENV = 'production';
    await build(part.toConfig(temporary));
  });
}

async function copyFonts(): Promise<void> {
  await replaceFolder('fonts', async (temporary) => {
    for (const { from, to } of copiedFonts) await cp(join(root, from), join(temporary, relative('fonts', to)));
  });
}

async function copyResources(): Promise<void> {
  await replaceFolder('resources', async (temporary) => {
    for (const folder of copiedResources) {
      const source = join(root, 'resources', folder);
      if (existsSync(source)) await cp(source, join(temporary, folder), { recursive: true });
    }
  });
}

interface Work {
  folder: string;
  sources: string[];
  run: () => Promise<void>;
}

const works: Work[] = [
  { folder: 'fonts', sources: ['.config/parts.ts'], run: copyFonts },
  { folder: 'resources', sources: copiedResources.map((folder) => `resources/${folder}`), run: copyResources },
  ...parts.map((part) => ({
    folder: part.folder,
    sources: part.sources,
    run: () => buildPart(part),
  })),
];

async function findStale(folders: string[]): Promise<{ work: Work; stamp: string }[]> {
  const stamps = await readStamps();
  const wanted = works.filter((work) => folders.includes(work.folder));
  const current = await Promise.all(
    wanted.map(async (work) => ({ work, stamp: await hashSources([...work.sources, ...commonSources]) })),
  );
  return current.filter(
    ({ work, stamp }) => stamps[work.folder] !== stamp || !existsSync(join(distFolder, work.folder)),
  );
}

async function rebuild(folders: string[]): Promise<void> {
  const stale = await findStale(folders);
  const failures: unknown[] = [];
  for (const { work, stamp } of stale) {
    process.stderr.write(`building dist/${work.folder}\n`);
    try {
      await work.run();
      await writeFile(stampFile, JSON.stringify({ ...(await readStamps()), [work.folder]: stamp }, null, 2));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
}

const everything = works.map((work) => work.folder);
/** What the terminal door needs, and what the browser door needs on top of it. */
export const terminalFolders = ['fonts', 'resources', 'cli', 'documents-worker', 'store-worker', 'files-worker'];
export const browserFolders = [...terminalFolders, 'renderer'];

/**
 * Rebuilds those of the named folders of dist/ that are older than their sources. Speaks on stderr alone: stdout
 * belongs to the CLI.
 */
export async function ensureBuilt(folders: string[] = everything): Promise<void> {
  if ((await findStale(folders)).length === 0) return;
  await mkdir(distFolder, { recursive: true });
  await withBuildLock(() => rebuild(folders));
}

if (import.meta.main) await ensureBuilt();
