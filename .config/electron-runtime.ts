import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './parts.ts';

const packageFolder = join(root, 'node_modules/electron');
/** Nothing arrived for this long: packets are being dropped, or nothing answers. */
const stallLimitMs = 10_000;
const overallLimitMs = 180_000;

const executablePaths: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** A runtime that somebody keeps elsewhere, named by the variable that Electron's own package reads. */
async function findNamedElectron(): Promise<string | null> {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder === undefined || folder === '') return null;
  const executable = join(folder, executablePaths[process.platform] ?? 'electron');
  return (await stat(executable).catch(() => null))?.isFile() === true ? executable : null;
}

/** Path of Electron's executable if its runtime lies complete on disk, else null. Never imports the package: that would start a download. */
export async function findElectron(folder: string = packageFolder): Promise<string | null> {
  try {
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    const found = (await readFile(join(folder, 'dist/version'), 'utf8')).trim().replace(/^v/, '');
    if (found !== version) return null;
    const executable = join(folder, 'dist', await readFile(join(folder, 'path.txt'), 'utf8'));
    return (await stat(executable)).isFile() ? executable : null;
  } catch {
    return null;
  }
}

async function measureBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          (found) => found.size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

export interface FetchLimits {
  stallLimitMs: number;
  overallLimitMs: number;
}

/**
 * Runs a script that downloads into the temporary folder and unpacks into `watchedFolders`, as Electron's own
 * install.js does, and ends it when nothing grows there any more.
 *
 * @returns true when the script ended with exit code 0
 */
export async function runDownload(
  script: string,
  limits: FetchLimits,
  watchedFolders: string[] = [],
): Promise<boolean> {
  const temporary = await mkdtemp(join(tmpdir(), 'trilogue-electron-'));
  const child = spawn(process.execPath, [script], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  });
  const startedAtMs = performance.now();
  let lastProgressAtMs = startedAtMs;
  let lastBytes = 0;
  const watch = setInterval(() => {
    void Promise.all([temporary, ...watchedFolders].map(measureBytes)).then((sizes) => {
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      const nowMs = performance.now();
      if (bytes !== lastBytes) [lastBytes, lastProgressAtMs] = [bytes, nowMs];
      const isStalled = nowMs - lastProgressAtMs > limits.stallLimitMs;
      if (isStalled || nowMs - startedAtMs > limits.overallLimitMs) child.kill('SIGKILL');
    });
  }, 250);
  const endChild = (): void => void child.kill('SIGKILL');
  process.once('exit', endChild);
  try {
    return await new Promise<boolean>((resolve) => {
      child.once('error', () => {
        resolve(false);
      });
      child.once('exit', (code) => {
        resolve(code === 0);
      });
    });
  } finally {
    clearInterval(watch);
    process.removeListener('exit', endChild);
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Looks for the runtime on disk, else lets the package fetch it as long as bytes keep arriving. */
export async function obtainElectron(): Promise<string | null> {
  const present = (await findNamedElectron()) ?? (await findElectron());
  if (present !== null) return present;
  const limits = { stallLimitMs, overallLimitMs };
  const isFetched = await runDownload(join(packageFolder, 'install.js'), limits, [join(packageFolder, 'dist')]);
  return isFetched ? findElectron() : null;
}
