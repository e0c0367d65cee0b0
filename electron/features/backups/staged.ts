import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupRefusal, RestorePreview } from '#shared/contract/backups.ts';
import type { Context } from '../../context.ts';
import { BackupFailed } from '../../db/backups/backups.ts';
import { callStoreWorker } from '../../db/worker/call.ts';
import { HelperFailure } from '../../helper-call.ts';
import type { Store } from '../../store.ts';

/** A file that was read, checked and brought to the newest version, and waits to be restored or discarded. */
interface Staged {
  id: string;
  path: string;
}

/** One at a time: they are as large as the data file. */
const staged = new WeakMap<Store, Staged>();

const readingLimits = { deadlineMs: 10 * 60_000, memoryBytes: 768 * 1024 * 1024 };

export type Source =
  /** One of our own backups, or a file that the terminal names; `sha256` null where none lies beside it. */
  | { path: string; sha256: string | null; passphrase: string | null }
  /** What a page sends. */
  | { file: File; passphrase: string | null };

/** Reads a file in a helper process and says what restoring it would do. Answers why it is refused where it is. */
export async function preview(context: Context, source: Source): Promise<RestorePreview | { refused: BackupRefusal }> {
  const { store, startHelper } = context;
  const folder = join(context.dataFolder, 'restoring');
  const id = context.newId();
  const out = join(folder, `${id}.db`);
  const upload = join(folder, `${id}.upload`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await discard(store);
  try {
    const read = 'file' in source ? { path: upload, sha256: null, passphrase: source.passphrase } : source;
    if ('file' in source) await writeFile(upload, source.file.stream(), { mode: 0o600 });
    const made = await callStoreWorker(startHelper, { kind: 'stage', ...read, out }, readingLimits);
    if ('refused' in made) return made;
    const present = await keepPresent(context);
    const damaged = store.condition === 'damaged' ? store.place : null;
    const compared = await callStoreWorker(
      startHelper,
      { kind: 'compare', staged: out, present, damaged },
      readingLimits,
    );
    staged.set(store, { id, path: out });
    return { id, ...compared, schemaVersion: made.schemaVersion };
  } catch (error) {
    await rm(out, { force: true });
    if (error instanceof HelperFailure) return { refused: error.reason === 'crash' ? 'damaged' : error.reason };
    throw error;
  } finally {
    await rm(upload, { force: true });
  }
}

/** Absolute path of a backup of now; null where the data file cannot be read, which may become known by it. */
async function keepPresent({ store, backups }: Context): Promise<string | null> {
  if (!store.isReadable) return null;
  try {
    return backups.find((await backups.keep('before_restore')).name) ?? null;
  } catch (error) {
    if (!(error instanceof BackupFailed && error.reason === 'damaged')) throw error;
    store.foundDamage();
    return null;
  }
}

/** Restores what was staged; undefined if it is not there any more. */
export async function restore(context: Context, id: string): Promise<{ undoName: string | null } | undefined> {
  const { store } = context;
  const known = staged.get(store);
  if (known?.id !== id) return undefined;
  // From here on nobody else may discard it.
  staged.delete(store);
  const undoName = await store.replaceWith(known.path).catch((error: unknown) => {
    staged.set(store, known);
    throw error;
  });
  context.events.publish('change', { position: 0, tables: [], isRestored: true });
  return { undoName };
}

/** Nothing where there is nothing, or something else by now. */
export async function discard(store: Store, id?: string): Promise<void> {
  const known = staged.get(store);
  if (known === undefined || (id !== undefined && known.id !== id)) return;
  staged.delete(store);
  await rm(known.path, { force: true });
}
