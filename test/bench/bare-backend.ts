import { type Backend, openBackend } from '../../electron/backend.ts';
import { createLog } from '../../electron/log.ts';

/** A back end over a real file, without the helper in which documents are made. */
export function openBareBackend(dataFolder: string): Backend {
  return openBackend({
    dataFolder,
    startHelper: () => {
      throw new Error('no document is made here');
    },
    assets: { fontFiles: [], templateFolder: '' },
    log: createLog((line) => process.stderr.write(`${line}\n`)),
  });
}
