import { join } from 'node:path';

/** Absolute path of the working copy that is being tested. */
export const projectFolder = join(import.meta.dirname, '..', '..');
