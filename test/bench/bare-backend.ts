import { join } from 'node:path';
import { type Backend, openBackend } from '../../electron/backend.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { projectFolder } from '../support/project-folder.ts';

/** A back end over a real file, which makes no documents: they need assets. */
export function openBareBackend(dataFolder: string): Backend {
  return openBackend({
    isBackedUp: false,
    dataFolder,
    startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
    assets: { fontFiles: [], templateFolder: '' },
    log: createLog((line) => process.stderr.write(`${line}\n`)),
  });
}
