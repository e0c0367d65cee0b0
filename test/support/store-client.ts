import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectFolder } from './project-folder.ts';
import type { StoreAnswer } from './store-messages.ts';

export interface Answer {
  result?: unknown;
  code?: string;
  data?: unknown;
}

/** A back end in a process of its own (test/support/store-process.ts), seen from outside. */
export interface StoreClient {
  readonly child: ChildProcess;
  /** Rejects when the process ends before it answers. */
  call(path: string, input?: unknown): Promise<Answer>;
  /** Every state of the records that it has told so far. */
  readonly states: readonly string[];
  /** Bytes that a file may have; null takes the limit away. The hard limit stays, so that nobody needs to be root. */
  limit(bytes: number | null): void;
  /** Ends the input and waits for the process; answers its exit code. */
  end(): Promise<number | null>;
  kill(): Promise<void>;
  readonly log: string;
}

/** The process ended, by itself or not. */
export class StoreEnded extends Error {}

/** `under`: a command that starts another one, such as strace with its options. */
export async function startStore(folder: string, under: readonly string[] = []): Promise<StoreClient> {
  const words = [...under, process.execPath, join(projectFolder, 'test/support/store-process.ts'), folder];
  const child = spawn(words[0] ?? '', words.slice(1), { stdio: ['pipe', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  // A process that has ended takes no call; that it has is said by the missing answer.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const states: string[] = [];
  const read = async (): Promise<StoreAnswer> => {
    const line: IteratorResult<string, undefined> = await lines.next();
    if (line.done === true) throw new StoreEnded(`the store process has ended: ${log}`);
    return JSON.parse(line.value) as StoreAnswer;
  };
  const readAnswer = async (): Promise<Answer> => {
    for (;;) {
      const line = await read();
      if (line.kind === 'answer') return line;
      states.push(line.state);
    }
  };
  const first = await read();
  if (first.kind === 'state') states.push(first.state);
  return {
    child,
    states,
    call(path, input) {
      child.stdin.write(`${JSON.stringify({ path: path.split('.'), input })}\n`);
      return readAnswer();
    },
    limit(bytes) {
      execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes === null ? 'unlimited' : String(bytes)}:`]);
    },
    async end() {
      child.stdin.end();
      const [code] = (await closed) as [number | null];
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    get log() {
      return log;
    },
  };
}
