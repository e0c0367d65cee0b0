import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { projectFolder } from './project-folder.ts';

/** Runs the built preload over a window and an `electron` that write down what it does with them. */
export function runPreload() {
  const ipc: string[][] = [];
  const posted: unknown[][] = [];
  let listener: (event: { source: unknown; data: unknown }) => void = () => undefined;
  let receive: (event: object) => void = () => undefined;
  const electron = {
    ipcRenderer: {
      send: (...args: string[]) => ipc.push(['send', ...args]),
      on: (channel: string, heard: (event: object) => void) => {
        ipc.push(['on', channel]);
        receive = heard;
      },
    },
  };
  const window: Record<string, unknown> = {
    location: { origin: 'app://trilogue' },
    addEventListener: (type: string, heard: typeof listener) => {
      if (type !== 'message') throw new Error(`it listens to ${type}`);
      listener = heard;
    },
    postMessage: (...args: unknown[]) => posted.push(args),
  };
  const context = createContext({
    window,
    module: { exports: {} },
    exports: {},
    require: (name: string) => {
      if (name !== 'electron') throw new Error(`it asks for ${name}`);
      return electron;
    },
  });
  const known = new Set([...Object.keys(context), ...Object.keys(window)]);
  runInContext(readFileSync(join(projectFolder, 'dist/preload/index.cjs'), 'utf8'), context);
  return {
    ipc,
    posted,
    /** What the page finds that was not there before. */
    globals: [...Object.keys(context), ...Object.keys(window)].filter((name) => !known.has(name)),
    hear: (data: unknown, source: unknown = window): void => {
      listener({ source, data });
    },
    arrive: (ports: unknown[]): void => {
      receive({ ports, sender: electron, senderId: 1 });
    },
  };
}
