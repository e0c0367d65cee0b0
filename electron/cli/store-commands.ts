import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { passphrase as passphraseSchema, minPassphraseLength } from '#shared/contract/backups.ts';
import type { Backend } from '../backend.ts';
import { readSidecar } from '../db/backups/folder.ts';
import { StoreError } from '../db/store-error.ts';
import { callStoreWorker, StoreJobFailed } from '../db/worker/call.ts';
import type { Log } from '../log.ts';
import { t } from './catalogue.ts';
import { type Command, dataOption as data } from './command.ts';
import { describeBackupRefusal } from './store-texts.ts';
import { CommandError } from './messages.ts';
import { hasData, readOptions, required, withBackend, withEmptyBackend } from './options.ts';
import { passphraseOption, readPassphrase } from './passphrase.ts';

/** The data file as a whole: its backups, its restore, its check. All of them work on files of any size, by path. */
export const storeCommands: Record<string, Command> = {
  'backup list': {
    run(words, log) {
      const { values } = readOptions(words, data);
      return withBackend(values.data, log, true, ({ client }) => client.backups.list());
    },
  },
  backup: { run: backup },
  'backup-folder': { run: setBackupFolder },
  restore: { run: restoreFile },
  check: {
    run(words, log) {
      const { values } = readOptions(words, data);
      return withBackend(values.data, log, true, check);
    },
  },
};

/** Makes a backup now; with `--out`, one file that may leave the laptop. */
async function backup(words: string[], log: Log) {
  const { values } = readOptions(words, { ...data, ...passphraseOption, out: { type: 'string' } });
  const phrase = readPassphrase(values['passphrase-file']);
  if (phrase !== null && !passphraseSchema.safeParse(phrase).success) {
    throw new CommandError(t('passphraseTooShort', { count: minPassphraseLength }), 2);
  }
  const out = resolve(required(values.out, 'out'));
  return withBackend(values.data, log, true, async ({ context: { backups, startHelper } }) => {
    const made = await backups.keep('asked');
    const path = backups.find(made.name) ?? '';
    try {
      const packed = await callStoreWorker(startHelper, { kind: 'pack', path, out, passphrase: phrase });
      if ('refused' in packed) throw new CommandError(describeBackupRefusal(packed.refused), 1);
      return { path: out, bytes: packed.sizeBytes, sha256: packed.sha256, isEncrypted: phrase !== null };
    } catch (error) {
      if (error instanceof StoreJobFailed) throw new CommandError(t('cannotWrite', { path: out }), 1);
      throw error;
    }
  });
}

/** Sets, shows or forgets the other folder to which each backup is copied. */
async function setBackupFolder(words: string[], log: Log) {
  const { values } = readOptions(words, {
    ...data,
    set: { type: 'string' },
    none: { type: 'boolean', default: false },
  });
  return withBackend(values.data, log, true, async ({ client, context: { backups } }) => {
    if (values.none) await backups.setSecondFolder(null);
    else if (values.set !== undefined) await backups.setSecondFolder(resolve(values.set));
    return { second: (await client.backups.list()).second };
  });
}

/** The file is a path, or the name of a backup out of `backup list`. */
async function restoreFile(words: string[], log: Log) {
  const options = { ...data, ...passphraseOption, 'dry-run': { type: 'boolean', default: false } } as const;
  const { values, positionals } = readOptions(words, options, 1);
  const named = positionals[0] ?? '';
  const phrase = readPassphrase(values['passphrase-file']);
  const { preview, restore } = await import('../features/backups/index.ts');
  const look = async (backend: Backend) => {
    const { context } = backend;
    const path = context.backups.find(named) ?? resolve(named);
    if (!existsSync(path)) throw new CommandError(t('noSuchFile', { path }), 1);
    if (isSame(path, context.store.place)) throw new CommandError(t('restoreItself', { path }), 2);
    const source = { path, sha256: await readSidecar(path), passphrase: phrase };
    const found = await preview(context, source).catch(nameFullDisk(backend));
    if ('refused' in found) throw new CommandError(describeBackupRefusal(found.refused), 1);
    const { id, ...previewed } = found;
    return { id, previewed };
  };
  // Neither a dry run nor a refused file may leave a new, empty database behind.
  if (!hasData(values.data)) {
    const { previewed } = await withEmptyBackend(log, look);
    if (values['dry-run']) return previewed;
  }
  return withBackend(values.data, log, false, async (backend) => {
    const { id, previewed } = await look(backend);
    if (values['dry-run']) return previewed;
    return { ...previewed, ...(await restore(backend.context, id).catch(nameFullDisk(backend))) };
  });
}

/** For steps that are no calls of the contract. */
const nameFullDisk =
  ({ context }: Backend) =>
  (error: unknown): never => {
    const failure = StoreError.from(error, context.dataFolder);
    throw failure.code === 'disk-full' ? failure : error;
  };

/** The data file is open in this process: it is only compared by name, never read. */
function isSame(path: string, place: string): boolean {
  return existsSync(place) && realpathSync(path) === realpathSync(place);
}

async function check({ client, context: { store } }: Backend) {
  if (store.condition === 'missing') throw new CommandError(t('store.missing', { place: store.place }), 1);
  const report = store.condition === 'damaged' ? null : await client.app.check();
  if (report?.integrity !== 'ok') throw new CommandError(t('store.damaged', { place: store.place }), 1);
  return report;
}
