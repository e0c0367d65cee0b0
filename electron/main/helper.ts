import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import { heapLimitMb, helperEnvironment, sayLine } from '../helper-process.ts';
import type { HelperProcess, StartHelper } from '../helper-process.ts';
import { passOnLog } from '../log.ts';

/** Starts a helper as Electron's utility process: the fuse that would let the app run as plain Node is off. */
function startUtilityProcess(modulePath: string, serviceName: string): HelperProcess {
  const child = utilityProcess.fork(modulePath, [], {
    env: helperEnvironment(),
    execArgv: [`--max-old-space-size=${heapLimitMb}`],
    serviceName,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  passOnLog(child.stderr as Readable | null, sayLine);
  return {
    get pid() {
      return child.pid;
    },
    postMessage: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) =>
      void child.once('exit', (code) => {
        listener(code, null);
      }),
    kill: () => {
      // `kill()` of Electron asks politely, and a loop in native code does not hear it.
      if (child.pid === undefined) child.kill();
      else process.kill(child.pid, 'SIGKILL');
    },
  };
}

/** @param distFolder absolute path of dist/, where each helper has a folder of its own */
export function createHelperStarter(distFolder: string): StartHelper {
  return (entry) => startUtilityProcess(join(distFolder, entry, 'index.js'), `Trilogue ${entry}`);
}
