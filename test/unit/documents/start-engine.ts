import { join } from 'node:path';
import { sourceAssets } from '../../../electron/documents/assets.ts';
import {
  createDocumentEngine,
  type DocumentEngine,
  type DocumentEngineOptions,
} from '../../../electron/documents/engine.ts';
import { forkHelper, type HelperProcess } from '../../../electron/helper-process.ts';

export const projectFolder = join(import.meta.dirname, '../../..');

export const startWorker = (): HelperProcess => forkHelper(join(projectFolder, 'electron/documents/worker/index.ts'));

/** The real engine with a real worker, run from source. */
export function startEngine(options: Partial<DocumentEngineOptions> = {}): DocumentEngine {
  return createDocumentEngine({ startHelper: startWorker, assets: sourceAssets(projectFolder), ...options });
}
