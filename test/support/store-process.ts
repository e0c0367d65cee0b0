import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ORPCError } from '@orpc/client';
import { openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { projectFolder } from './project-folder.ts';
import { reviveInput, type StoreAnswer } from './store-messages.ts';
import { digestState } from './state-digest.ts';

/*
 * A back end as a process of its own, for limits that hold for a whole process, for being killed and for being watched.
 * Reads one call a line, `{"path": ["people", "list"], "input": …}`; answers each with a `StoreAnswer`. Tells the state
 * of the records in a line of its own once after the start and after each change. Its log goes to stderr.
 * Calls of this process only: `["close"]`, `["pragma"]` with an input such as `synchronous = NORMAL`.
 */
const backend = openBackend({
  dataFolder: process.argv[2] ?? '',
  startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
  assets: sourceAssets(projectFolder),
  log: createLog((line) => process.stderr.write(`${line}\n`)),
});
const { context } = backend;
const tell = (line: StoreAnswer): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const tellState = (): void => {
  tell({ kind: 'state', state: digestState(context.connection) });
};

async function call(path: string[], input: unknown): Promise<unknown> {
  if (path[0] === 'close') return backend.close();
  if (path[0] === 'pragma') return context.connection.pragma(String(input));
  const procedure = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], backend.client);
  return (procedure as (input: unknown) => Promise<unknown>)(reviveInput(input));
}

async function answer(line: string): Promise<StoreAnswer> {
  const { path, input } = JSON.parse(line) as { path: string[]; input: unknown };
  try {
    return { kind: 'answer', result: (await call(path, input)) ?? null };
  } catch (error) {
    if (!(error instanceof ORPCError)) return { kind: 'answer', code: String(error) };
    return { kind: 'answer', code: error.code as string, data: error.data as unknown };
  }
}

context.events.subscribe('change', tellState);
tellState();
for await (const line of createInterface({ input: process.stdin })) tell(await answer(line));
