import { createInterface } from 'node:readline';
import { ORPCError } from '@orpc/client';
import { openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { createLog } from '../../electron/log.ts';
import { projectFolder } from './project-folder.ts';

/*
 * A back end as a process of its own, for limits that hold for a whole process and for being killed. Reads one call a
 * line, `{"path": ["people", "list"], "input": …}` or `{"path": ["close"]}`; answers each with `{"result": …}` or
 * `{"code": …, "data": …}`. Its log goes to stderr.
 */
const backend = openBackend({
  dataFolder: process.argv[2] ?? '',
  startHelper: () => {
    throw new Error('no helper is needed here');
  },
  assets: sourceAssets(projectFolder),
  log: createLog((line) => process.stderr.write(`${line}\n`)),
});

async function answer(line: string): Promise<unknown> {
  const { path, input } = JSON.parse(line) as { path: string[]; input: unknown };
  try {
    if (path[0] === 'close') {
      await backend.close();
      return { result: null };
    }
    const call = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], backend.client);
    return { result: await (call as (input: unknown) => Promise<unknown>)(input) };
  } catch (error) {
    return error instanceof ORPCError
      ? { code: error.code as string, data: error.data as unknown }
      : { code: String(error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(line))}\n`);
}
