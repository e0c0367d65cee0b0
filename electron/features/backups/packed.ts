import { openAsBlob } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BackupRefusal, maxBackupBytes } from '#shared/contract/backups.ts';
import type { Context } from '../../context.ts';
import { BackupFailed, type Backups } from '../../db/backups/backups.ts';
import { packedFolder } from '../../db/backups/folder.ts';
import { parseBackupName } from '../../db/backups/naming.ts';
import { callStoreWorker } from '../../db/worker/call.ts';

const keptMs = 10 * 60_000;

interface Packed {
  path: string;
  name: string;
}

/** What was packed and not fetched yet, by its id. */
const kept = new WeakMap<Backups, Map<string, Packed>>();

/** Packs a backup into one file that may leave the laptop, and keeps that for a while. Throws {@link BackupFailed}. */
export async function packBackup(
  { backups, startHelper, dataFolder, newId }: Context,
  path: string,
  passphrase: string | null,
): Promise<{ id: string; name: string; sizeBytes: number } | { refused: BackupRefusal }> {
  if ((await stat(path)).size > maxBackupBytes) return { refused: 'too-large' };
  const folder = packedFolder(dataFolder);
  const id = newId();
  const out = join(folder, id);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const result = await callStoreWorker(startHelper, { kind: 'pack', path, out, passphrase });
    if ('refused' in result) return result;
    const name = `${stemOf(path)}.zip${passphrase === null ? '' : '.age'}`;
    const register = kept.get(backups) ?? new Map<string, Packed>();
    kept.set(backups, register.set(id, { path: out, name }));
    forgetLater(backups, id, out);
    return { id, name, sizeBytes: result.sizeBytes };
  } catch (error) {
    throw BackupFailed.from(error);
  }
}

/** The file, once; undefined if it is not there any more. Its bytes are read as they are sent. */
export async function takePacked({ backups }: Context, id: string): Promise<File | undefined> {
  const packed = kept.get(backups)?.get(id);
  if (packed === undefined) return undefined;
  kept.get(backups)?.delete(id);
  forgetLater(backups, id, packed.path);
  const type = packed.name.endsWith('.zip') ? 'application/zip' : 'application/octet-stream';
  return new File([await openAsBlob(packed.path)], packed.name, { type });
}

function forgetLater(backups: Backups, id: string, path: string): void {
  setTimeout(() => {
    kept.get(backups)?.delete(id);
    // What is left all the same is swept at the next start.
    rm(path, { force: true }).catch(() => undefined);
  }, keptMs).unref();
}

/** `Trilogue 2026-11-21 10-15`, by the clock here. */
function stemOf(path: string): string {
  const at = new Date(parseBackupName(basename(path))?.atMs ?? 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `Trilogue ${date} ${two(at.getHours())}-${two(at.getMinutes())}`;
}
