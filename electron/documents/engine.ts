import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import type { HelperProcess, StartHelper } from '../helper-process.ts';
import { residentBytes } from '../resident-bytes.ts';
import type { HandOverDocument } from './docx/hand-over.ts';
import {
  type ChangedPages,
  type DocumentAssets,
  type DocumentJob,
  type DocumentResult,
  type FromWorker,
  isLayoutJob,
  type RenderedPages,
  type ToWorker,
} from './messages.ts';

/** `engine`: the engine refused the document or ended by itself. */
export type DocumentFailureReason = 'deadline' | 'memory' | 'engine';

export class DocumentFailure extends Error {
  readonly reason: DocumentFailureReason;

  constructor(reason: DocumentFailureReason, message: string) {
    super(message);
    this.name = 'DocumentFailure';
    this.reason = reason;
  }
}

export function isDocumentFailure(error: unknown): error is DocumentFailure {
  return error instanceof DocumentFailure;
}

/** All calls reject with {@link DocumentFailure}. Jobs run one at a time, in the order of the calls. */
export interface DocumentEngine {
  renderPdf(document: MinutesDocument): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number }>;
  /** By docx/index.ts, in the same helper: thirty pages take half a second, in which the back end has to answer. */
  renderDocx(document: MinutesDocument, template?: Uint8Array | null): Promise<Uint8Array<ArrayBuffer>>;
  /** By docx/hand-over.ts, in the same helper. */
  renderHandOver(document: HandOverDocument): Promise<Uint8Array<ArrayBuffer>>;
  /** The same pages as standalone SVG texts. */
  renderPages(document: MinutesDocument): Promise<RenderedPages>;
  /** As {@link renderPages}, but what the caller has by its hash stays in the helper: a page weighs 150 KB. */
  renderChangedPages(document: MinutesDocument, known: readonly string[]): Promise<ChangedPages>;
  /** Ends the worker; what is under way is rejected. Resolves when the process is gone. */
  close(): Promise<void>;
}

export interface DocumentEngineOptions {
  startHelper: StartHelper;
  assets: DocumentAssets;
  /** For one job, the start of the worker included. */
  deadlineMs?: number;
  memoryLimitBytes?: number;
  /**
   * The binding keeps 3 MB per edit and 10 per cold compile for ever (measured): a new process after so many jobs, or
   * after twice as many where it takes long to get ready.
   */
  recycleAfter?: number;
}

const memoryPollMs = 100;

interface Worker {
  process: HelperProcess;
  jobs: number;
  rssBytes: number;
  exited: Promise<void>;
}

/** The process that will take over; `isReady` when it has drawn what the present one drew last. */
interface Successor {
  worker: Worker;
  isReady: boolean;
}

/** Jobs are counted from 1. */
const rehearsalId = 0;

interface PendingJob {
  id: number;
  resolve: (result: DocumentResult) => void;
  reject: (failure: DocumentFailure) => void;
}

/**
 * Owns the child process in which Typst runs: started with the first job, replaced by a rehearsed one after
 * {@link DocumentEngineOptions.recycleAfter} jobs, ended when a job exceeds its deadline or its memory (a loop in native code can be stopped in no other way).
 */
export function createDocumentEngine(options: DocumentEngineOptions): DocumentEngine {
  const { deadlineMs = 30_000, memoryLimitBytes = 1.5 * 1024 ** 3, recycleAfter = 50 } = options;
  let worker: Worker | null = null;
  let successor: Successor | null = null;
  let pending: PendingJob | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let lastId = 0;
  let isClosed = false;

  function fail(reason: DocumentFailureReason, message: string): void {
    const job = pending;
    pending = null;
    job?.reject(new DocumentFailure(reason, message));
  }

  async function stop(): Promise<void> {
    const stopped = [worker, successor?.worker ?? null];
    worker = null;
    successor = null;
    for (const each of stopped) each?.process.kill();
    await Promise.all(stopped.map((each) => each?.exited ?? Promise.resolve()));
  }

  /** Typing goes on while a new process loads its fonts and sets the pages for the first time, which takes a second. */
  function prepareSuccessor(job: DocumentJob): void {
    const prepared: Successor = { worker: start(), isReady: false };
    successor = prepared;
    prepared.worker.process.postMessage({ kind: 'job', id: rehearsalId, job } satisfies ToWorker);
  }

  async function recycle(): Promise<void> {
    if (worker === null) return;
    if (worker.rssBytes > memoryLimitBytes || worker.jobs >= recycleAfter * 2) await stop();
    else if (successor?.isReady === true) {
      const retired = worker;
      worker = successor.worker;
      successor = null;
      retired.process.kill();
      await retired.exited;
    }
  }

  function start(): Worker {
    const helper = options.startHelper('documents-worker');
    let markExited = (): void => {};
    const started: Worker = {
      process: helper,
      jobs: 0,
      rssBytes: 0,
      exited: new Promise((resolve) => {
        markExited = resolve;
      }),
    };
    helper.onExit((code, signal) => {
      markExited();
      if (successor?.worker === started) successor = null;
      if (worker !== started) return;
      worker = null;
      // V8 and Rust both abort when an allocation fails; 134 is that signal as an exit code.
      const isAbort = signal === 'SIGABRT' || code === 134;
      fail(isAbort ? 'memory' : 'engine', `document worker ended: code ${code}, signal ${signal}`);
    });
    helper.onMessage((message) => {
      if (worker === started) receive(started, message as FromWorker);
      else if (successor?.worker === started) successor.isReady = true;
    });
    helper.postMessage({ kind: 'setup', assets: options.assets } satisfies ToWorker);
    return started;
  }

  function receive(from: Worker, message: FromWorker): void {
    from.rssBytes = message.rssBytes;
    if (pending?.id !== message.id) return;
    if (message.kind === 'failed') {
      fail('engine', message.message);
      return;
    }
    const job = pending;
    pending = null;
    job.resolve(message.result);
  }

  async function watchMemory(watched: Worker): Promise<void> {
    const rssBytes = await residentBytes(watched.process.pid);
    if (rssBytes === null || rssBytes <= memoryLimitBytes || worker !== watched || pending === null) return;
    void stop();
    fail('memory', `document worker holds ${rssBytes} bytes`);
  }

  async function run(job: DocumentJob): Promise<DocumentResult> {
    if (isClosed) throw new DocumentFailure('engine', 'document engine is closed');
    await recycle();
    const used = (worker ??= start());
    // Only Typst leaves something behind.
    if (isLayoutJob(job)) used.jobs += 1;
    lastId += 1;
    const id = lastId;
    const answer = new Promise<DocumentResult>((resolve, reject) => {
      pending = { id, resolve, reject };
    });
    const deadline = setTimeout(() => {
      void stop();
      fail('deadline', `no document after ${deadlineMs} ms`);
    }, deadlineMs);
    const poll = setInterval(() => void watchMemory(used), memoryPollMs);
    used.process.postMessage({ kind: 'job', id, job } satisfies ToWorker);
    try {
      return await answer;
    } finally {
      clearTimeout(deadline);
      clearInterval(poll);
      const isDue = used.jobs >= recycleAfter && worker === used && successor === null;
      if (isDue && isLayoutJob(job)) prepareSuccessor(job);
    }
  }

  function enqueue(job: DocumentJob): Promise<DocumentResult> {
    const result = queue.then(() => run(job));
    queue = result.catch(() => undefined);
    return result;
  }

  return {
    async renderPdf(document) {
      const result = await enqueue({ kind: 'pdf', document });
      if (result.kind !== 'pdf') throw new DocumentFailure('engine', `unexpected answer: ${result.kind}`);
      return { bytes: new Uint8Array(result.bytes), pageCount: result.pageCount };
    },
    async renderDocx(document, template = null) {
      const result = await enqueue({ kind: 'docx', document, template });
      if (result.kind !== 'docx') throw new DocumentFailure('engine', `unexpected answer: ${result.kind}`);
      return new Uint8Array(result.bytes);
    },
    async renderHandOver(document) {
      const result = await enqueue({ kind: 'hand-over', document });
      if (result.kind !== 'docx') throw new DocumentFailure('engine', `unexpected answer: ${result.kind}`);
      return new Uint8Array(result.bytes);
    },
    async renderPages(document) {
      const result = await enqueue({ kind: 'svg', document });
      if (result.kind !== 'svg') throw new DocumentFailure('engine', `unexpected answer: ${result.kind}`);
      return { pages: result.pages, places: result.places };
    },
    async renderChangedPages(document, known) {
      const result = await enqueue({ kind: 'changed', document, known });
      if (result.kind !== 'changed') throw new DocumentFailure('engine', `unexpected answer: ${result.kind}`);
      return { pages: result.pages, places: result.places };
    },
    async close() {
      isClosed = true;
      const stopped = stop();
      fail('engine', 'document engine is closed');
      await stopped;
    },
  };
}
