import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { openBackend } from '../electron/backend.ts';
import { startBrowserDoor } from '../electron/browser/index.ts';
import { defaultDataFolder, sampleDataFolder } from '../electron/data-folder.ts';
import { sourceAssets } from '../electron/documents/assets.ts';
import { forkHelper } from '../electron/helper-process.ts';
import type { HelperEntry } from '../electron/helper-process.ts';
import { createLog } from '../electron/log.ts';
import { describeRenderer, root } from './parts.ts';

const helperSources: Record<HelperEntry, string> = {
  'documents-worker': 'electron/documents/worker/index.ts',
  'store-worker': 'electron/db/worker/index.ts',
  'files-worker': 'electron/exchange/worker/index.ts',
};

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    sample: { type: 'boolean', default: false },
    // Always the same, so that an open tab finds the back end again after it was restarted.
    port: { type: 'string', default: '5180' },
  },
});

const backend = openBackend({
  dataFolder: resolve(values.data ?? (values.sample ? sampleDataFolder() : defaultDataFolder())),
  startHelper: (entry) => forkHelper(join(root, helperSources[entry])),
  assets: sourceAssets(root),
  log: createLog((line) => process.stderr.write(`${line}\n`)),
});
if (values.sample) await backend.client.records.loadSample();

const bundler = await createServer({
  ...describeRenderer(),
  appType: 'spa',
  server: { middlewareMode: true, hmr: { host: '127.0.0.1', port: Number(values.port) + 1 } },
});
const door = await startBrowserDoor({
  backend,
  port: Number(values.port),
  // The bundler injects its client inline and connects to a socket of its own.
  contentSecurityPolicy: null,
  assets: (request, response) => {
    bundler.middlewares(request, response);
  },
});
const printAddress = (): void => void process.stdout.write(`Trilogue is open at ${door.issueUrl()}\n`);
printAddress();
process.stdin.on('data', printAddress);

let closing: Promise<void> | null = null;
async function close(): Promise<void> {
  process.stdin.pause();
  await Promise.all([door.close(), bundler.close()]);
  await backend.close();
}
// npm passes Ctrl+C on to a child that has had it from the terminal already.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void (closing ??= close()));
