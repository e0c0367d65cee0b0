import { join, resolve } from 'node:path';
import { serveBuiltPage, startBrowserDoor } from '../browser/index.ts';
import { defaultDataFolder, sampleDataFolder } from '../data-folder.ts';
import type { Log } from '../log.ts';
import { t } from './catalogue.ts';
import { CommandError } from './messages.ts';
import { distFolder, openBuiltBackend, readOptions } from './options.ts';

/**
 * Serves a browser on this machine until Ctrl+C. First line on stdout: `{"url": …}`; each Enter prints a fresh one,
 * because a code is good once and for 60 s.
 */
export async function serve(words: string[], log: Log): Promise<undefined> {
  const { values } = readOptions(words, {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    sample: { type: 'boolean', default: false },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CommandError(t('wrongValue', { value: values.port, option: 'port', possible: '0 … 65535' }), 2);
  }
  const backend = openBuiltBackend(
    resolve(values.data ?? (values.sample ? sampleDataFolder() : defaultDataFolder())),
    log,
  );
  try {
    if (values.sample && backend.context.store.isReadable) await backend.client.records.loadSample();
    const door = await startBrowserDoor({ backend, port, assets: serveBuiltPage(join(distFolder, 'renderer')) });
    const printUrl = (): void => void process.stdout.write(`${JSON.stringify({ url: door.issueUrl() })}\n`);
    const asked = untilAsked();
    printUrl();
    process.stderr.write(`${t('serving')}\n`);
    process.stdin.on('data', printUrl);
    await asked;
    process.stdin.pause();
    await door.close();
  } finally {
    await backend.close();
  }
  return undefined;
}

/** Keeps listening: npm passes on a Ctrl+C that the terminal has sent here already, and a second one would kill it while it closes. */
function untilAsked(): Promise<void> {
  return new Promise((finish) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        finish();
      });
  });
}
