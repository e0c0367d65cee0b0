import type { FromWorker, ToWorker } from '../messages.ts';
import { type CompileJob, createCompiler } from './compiler.ts';

/** What Electron gives a utility process; a forked Node has `process.send` instead. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };

let compile: CompileJob | null = null;

function answer(message: FromWorker): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else process.send?.(message);
}

/** Typst quotes the text it stumbles over, and the log must never hold a user's text. */
function withoutQuotations(message: string): string {
  return message.replace(/`[^`]*`/gu, '`…`').slice(0, 1000);
}

function receive(message: ToWorker): void {
  if (message.kind === 'setup') {
    compile = createCompiler(message.assets);
    return;
  }
  const { id, job } = message;
  try {
    if (compile === null) throw new Error('a job before the setup');
    const result = compile(job);
    answer({ kind: 'done', id, result, rssBytes: process.memoryUsage.rss() });
  } catch (error) {
    // The binding throws strings of diagnostics as well as errors.
    const text = error instanceof Error ? error.message : String(error);
    answer({ kind: 'failed', id, message: withoutQuotations(text), rssBytes: process.memoryUsage.rss() });
  }
}

if (parentPort !== undefined) parentPort.on('message', ({ data }) => receive(data as ToWorker));
else {
  process.on('message', (message) => receive(message as ToWorker));
  // The parent is gone: nobody is left to ask.
  process.on('disconnect', () => process.exit(0));
}
