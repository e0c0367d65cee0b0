import { hearParent, tellParent } from '../../helper-port.ts';
import type { DocumentAssets, DocumentJob, DocumentResult, FromWorker, ToWorker } from '../messages.ts';
import type { CompileJob } from './compiler.ts';

let assets: DocumentAssets | null = null;
let compile: CompileJob | null = null;

const answer = (message: FromWorker): void => {
  tellParent(message);
};

/** Typst quotes the text it stumbles over, and the log must never hold a user's text. */
function withoutQuotations(message: string): string {
  return message.replace(/`[^`]*`/gu, '`…`').slice(0, 1000);
}

/** The fonts are read when the first pages are asked for, the DOCX library when the first DOCX is. */
async function work(job: DocumentJob): Promise<DocumentResult> {
  if (assets === null) throw new Error('a job before the setup');
  if (job.kind === 'docx') {
    const { renderDocx } = await import('../docx/index.ts');
    return { kind: 'docx', bytes: await renderDocx(job.document, job.template) };
  }
  if (job.kind === 'hand-over') {
    const { renderHandOver } = await import('../docx/hand-over.ts');
    return { kind: 'docx', bytes: await renderHandOver(job.document) };
  }
  if (compile === null) {
    const { createCompiler } = await import('./compiler.ts');
    compile = createCompiler(assets);
  }
  return compile(job);
}

async function receive(message: ToWorker): Promise<void> {
  if (message.kind === 'setup') {
    ({ assets } = message);
    return;
  }
  const { id, job } = message;
  try {
    const result = await work(job);
    answer({ kind: 'done', id, result, rssBytes: process.memoryUsage.rss() });
  } catch (error) {
    // The binding throws strings of diagnostics as well as errors.
    const text = error instanceof Error ? error.message : String(error);
    answer({ kind: 'failed', id, message: withoutQuotations(text), rssBytes: process.memoryUsage.rss() });
  }
}

hearParent((message) => void receive(message as ToWorker));
