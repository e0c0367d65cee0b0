import { fork } from 'node:child_process';
import { passOnLog } from './log.ts';

/**
 * A process of our own that may be ended at any moment. Under Electron it is a utilityProcess, elsewhere a forked Node;
 * whoever needs one gets the starter from the door (design, section 6). Messages are structured clones, bytes included.
 */
export interface HelperProcess {
  readonly pid: number | undefined;
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** `signal` is null where the platform does not say, or the process ended by itself. Called once. */
  onExit(listener: (code: number | null, signal: string | null) => void): void;
  /** Ends it without asking (SIGKILL): a loop in native code hears nothing softer. */
  kill(): void;
}

/** The entry points that exist, by the name of their folder in dist/. */
export type HelperEntry = 'documents-worker' | 'store-worker' | 'files-worker';
export type StartHelper = (entry: HelperEntry) => HelperProcess;

/** Heap limit of a helper, in MB. What Typst itself allocates is outside of it and watched by the parent. */
export const heapLimitMb = 512;

/** What a helper needs of our environment: where its temporary files and system libraries are, nothing personal. */
const passedVariables = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LD_LIBRARY_PATH', 'ELECTRON_RUN_AS_NODE'];

/** The environment of a helper: few variables, and every proxy pointing to the discard port, so that nothing reaches the network. */
export function helperEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of passedVariables) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'https_proxy', 'http_proxy', 'all_proxy']) {
    environment[name] = 'http://127.0.0.1:9';
  }
  return environment;
}

/** What a helper says goes where this process says things. */
export const sayLine = (line: string): void => void process.stderr.write(`${line}\n`);

/** Starts a Node module as a helper. For the terminal, the browser door and tests. */
export function forkHelper(modulePath: string): HelperProcess {
  const child = fork(modulePath, [], {
    env: helperEnvironment(),
    execArgv: [`--max-old-space-size=${heapLimitMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  passOnLog(child.stderr, sayLine);
  const exitListeners: ((code: number | null, signal: string | null) => void)[] = [];
  let exit: { code: number | null; signal: string | null } | null = null;
  const end = (code: number | null, signal: string | null): void => {
    if (exit !== null) return;
    exit = { code, signal };
    for (const listener of exitListeners) listener(code, signal);
  };
  child.on('exit', end);
  // A module that cannot be started, or a message sent to a process that has just ended.
  child.on('error', () => {
    child.kill('SIGKILL');
    end(null, null);
  });
  return {
    pid: child.pid,
    postMessage: (message) => void child.send(message as object, (error) => error === null || end(null, null)),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      exitListeners.push(listener);
      if (exit !== null) listener(exit.code, exit.signal);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
