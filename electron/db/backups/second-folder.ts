import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, BackupList } from '#shared/contract/backups.ts';
import type { StartHelper } from '../../helper-process.ts';
import { callStoreWorker } from '../worker/call.ts';
import { removeBackup } from './folder.ts';
import { partEnding } from './naming.ts';
import type { SecondFolder } from './state.ts';

type Problem = NonNullable<BackupList['second']>['problem'];

/**
 * Copies a backup (if any) to the second folder, and removes what we had put there and no longer keep. Answers what is to be
 * remembered; never throws. The folder is not made: where a stick is not plugged in, there is none.
 */
export async function copyToSecond(
  second: SecondFolder,
  { from, backup, kept, atMs }: { from: string; backup: Backup | null; kept: ReadonlySet<string>; atMs: number },
  startHelper: StartHelper,
  signal: AbortSignal,
): Promise<SecondFolder> {
  const copied = new Set(second.copied);
  try {
    const present = new Set(await readdir(second.folder));
    if (backup !== null && !(present.has(backup.name) && copied.has(backup.name))) {
      const job = { kind: 'copy' as const, from: join(from, backup.name), to: join(second.folder, backup.name) };
      await callStoreWorker(startHelper, job, { signal });
      copied.add(backup.name);
    }
    for (const name of copied) {
      if (kept.has(name)) continue;
      await removeBackup(second.folder, name);
      copied.delete(name);
    }
    const lastAtMs = backup === null ? second.lastAtMs : atMs;
    return { ...second, copied: [...copied], lastAtMs, problem: null };
  } catch (error) {
    // A helper that was ended leaves half a copy.
    const half = backup && join(second.folder, `${backup.name}${partEnding}`);
    if (half !== null) await rm(half, { force: true }).catch(() => undefined);
    return { ...second, copied: [...copied], problem: problemOf(error) };
  }
}

const problems: Record<string, Problem> = {
  ENOENT: 'unreachable',
  ENOTDIR: 'unreachable',
  EIO: 'unreachable',
  ENODEV: 'unreachable',
  ENXIO: 'unreachable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
};

function problemOf(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return problems[code] ?? 'failed';
}
