import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './parts.ts';

/** The fields of a lock file's entry that matter here (lockfileVersion 3). */
export interface LockEntry {
  version?: string;
  dev?: boolean;
  license?: string;
  optionalDependencies?: Record<string, string>;
  [field: string]: unknown;
}
export type LockPackages = Record<string, LockEntry>;

const systems = ['darwin', 'win32', 'linux', 'android', 'freebsd'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64'];

function isLocked(packages: LockPackages, from: string, name: string): boolean {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (`${place === '' ? '' : `${place}/`}node_modules/${name}` in packages) return true;
    if (place === '') return false;
  }
}

/** Optional packages that a locked package names and the lock file lacks. */
export function findUnlocked(packages: LockPackages): { name: string; version: string; parent: LockEntry }[] {
  return Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, path, name))
      .map(([name, version]) => ({ name, version, parent })),
  );
}

function describeEntry(name: string, version: string, parent: LockEntry): LockEntry {
  const words = name.split(/[-/]/);
  const system = systems.find((candidate) => words.includes(candidate));
  const processor = processors.find((candidate) => words.includes(candidate));
  if (system === undefined || processor === undefined) throw new Error(`cannot tell the system of ${name}`);
  const isMusl = words.some((word) => word.startsWith('musl'));
  return {
    version,
    cpu: [processor],
    ...(parent.dev === true && { dev: true }),
    ...(parent.license !== undefined && { license: parent.license }),
    ...(system === 'linux' && { libc: [isMusl ? 'musl' : 'glibc'] }),
    optional: true,
    os: [system],
  };
}

/*
 * Where a registry has not got other systems' native files, npm leaves them out of the lock file that it writes, and
 * `npm ci` then refuses the file as incomplete. To be run after each change of the dependencies.
 */
if (import.meta.main) {
  const path = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: LockPackages };
  const { '': project = {}, ...others } = lock.packages;
  for (const { name, version, parent } of findUnlocked(lock.packages)) {
    others[`node_modules/${name}`] = describeEntry(name, version, parent);
  }
  const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = { '': project, ...Object.fromEntries(sorted) };
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
