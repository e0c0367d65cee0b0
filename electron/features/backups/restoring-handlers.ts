import { maxBackupBytes } from '#shared/contract/backups.ts';
import { os } from '../../implement.ts';
import { readSidecar } from '../../db/backups/folder.ts';
import { discard, preview, restore, type Source } from './staged.ts';

export const restoringHandlers = {
  preview: os.backups.preview.handler(async ({ context, input, errors }) => {
    let source: Source;
    if ('file' in input) {
      if (input.file.size > maxBackupBytes) throw errors.BACKUP_REFUSED({ data: { reason: 'too-large' } });
      source = input;
    } else {
      const path = context.backups.find(input.name);
      if (path === undefined) throw errors.NOT_FOUND({ data: { kind: 'backup' } });
      source = { path, sha256: await readSidecar(path), passphrase: null };
    }
    const found = await preview(context, source);
    if ('refused' in found) throw errors.BACKUP_REFUSED({ data: { reason: found.refused } });
    return found;
  }),

  restore: os.backups.restore.handler(async ({ context, input, errors }) => {
    const restored = await restore(context, input.id);
    if (restored === undefined) throw errors.NOT_FOUND({ data: { kind: 'backup' } });
    return restored;
  }),

  discard: os.backups.discard.handler(async ({ context, input }) => {
    await discard(context.store, input.id);
    return null;
  }),
};
