import { readSidecar } from '../../db/backups/folder.ts';
import { callStoreWorker } from '../../db/worker/call.ts';
import { os } from '../../implement.ts';
import { packBackup, takePacked } from './packed.ts';

export const keepingHandlers = {
  list: os.backups.list.handler(({ context }) => context.backups.list()),

  make: os.backups.make.handler(({ context }) => context.backups.keep('asked')),

  verify: os.backups.verify.handler(async ({ context, input, errors }) => {
    const path = context.backups.find(input.name);
    if (path === undefined) throw errors.NOT_FOUND({ data: { kind: 'backup' } });
    const expected = await readSidecar(path);
    const { sha256 } = await callStoreWorker(context.startHelper, { kind: 'hash', path });
    return { state: sha256 === expected ? ('sound' as const) : ('damaged' as const) };
  }),

  pack: os.backups.pack.handler(async ({ context, input, errors }) => {
    const path = context.backups.find(input.name ?? (await context.backups.keep('asked')).name);
    if (path === undefined) throw errors.NOT_FOUND({ data: { kind: 'backup' } });
    const packed = await packBackup(context, path, input.passphrase);
    if ('refused' in packed) throw errors.BACKUP_REFUSED({ data: { reason: packed.refused } });
    return packed;
  }),

  download: os.backups.download.handler(async ({ context, input, errors }) => {
    const file = await takePacked(context, input.id);
    if (file === undefined) throw errors.NOT_FOUND({ data: { kind: 'backup' } });
    return file;
  }),

  remove: os.backups.remove.handler(async ({ context, input }) => ({
    removed: await context.backups.remove(input.names),
  })),
};
