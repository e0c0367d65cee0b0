import { createLog, logUncaught } from './log.ts';

/*
 * The helper's end of a conversation with the process that started it: Electron gives a utility process a `parentPort`,
 * a forked Node has `process.send`.
 */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };

export function tellParent(message: unknown): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else process.send?.(message);
}

/** Without a parent nobody is left to ask: the helper ends. */
export function hearParent(receive: (message: unknown) => void): void {
  logUncaught(createLog((line) => process.stderr.write(`${line}\n`)));
  if (parentPort !== undefined) {
    parentPort.on('message', ({ data }) => {
      receive(data);
    });
    return;
  }
  process.on('message', receive);
  process.on('disconnect', () => process.exit(0));
}
