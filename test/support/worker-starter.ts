import { join } from 'node:path';
import { forkHelper, type StartHelper } from '../../electron/helper-process.ts';
import { projectFolder } from './project-folder.ts';

/** Helpers as the terminal and the browser door start them, from what was built. */
export const startBuiltHelper: StartHelper = (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js'));
