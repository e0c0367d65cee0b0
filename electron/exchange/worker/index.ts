import { importers } from '../../formats.ts';
import { hearParent, tellParent } from '../../helper-port.ts';
import type { FileJob, FromFilesWorker } from './messages.ts';

/** So many items are sent at once: whoever takes them has other calls to answer. */
const itemsAtOnce = 500;

let answer: (message: unknown) => void = begin;
hearParent((message) => {
  answer(message);
});

/** Questions are put one after the other, whoever asks: what is read ahead must not meet what is sent. */
function ask(message: FromFilesWorker): Promise<unknown> {
  const answered = asked.then(
    () =>
      new Promise((resolve) => {
        answer = resolve;
        tellParent(message);
      }),
  );
  asked = answered;
  return answered;
}

let asked: Promise<unknown> = Promise.resolve();

function begin(message: unknown): void {
  void work(message as FileJob).then((last) => {
    answer = begin;
    tellParent(last);
  });
}

async function work(job: FileJob): Promise<FromFilesWorker> {
  try {
    return { kind: 'done', result: await read(job) };
  } catch (error) {
    return { kind: 'failed', trace: traceOf(error) };
  }
}

async function read(job: FileJob): Promise<unknown> {
  if (job.importer === null) return passOn(encrypt(job.passphrase));
  if (job.importer === 'tmx') return passOn(importers.tmx.stream(readPieces()));
  if (job.importer === 'bundle') return passOn(importers.bundle.stream(readPieces(), job));
  const parsed: object = await importers[job.importer].parse(await readWhole(), job.encoding);
  return sendLists(parsed);
}

async function* encrypt(passphrase: string): AsyncGenerator<Uint8Array[], null> {
  const { encryptAge } = await import('../age.ts');
  for await (const piece of encryptAge(readPieces(), passphrase)) yield [piece];
  return null;
}

async function* readPieces(): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = (await ask({ kind: 'more' })) as Uint8Array | null;
    if (piece === null) return;
    yield piece;
  }
}

async function readWhole(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readPieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function passOn<Result>(steps: AsyncGenerator<unknown[], Result>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
    await ask({ kind: 'items', key: '', items: step.value });
  }
}

/** The result without its long lists, which are sent in parts. */
async function sendLists(result: object): Promise<object> {
  const rest: Record<string, unknown> = { ...result };
  for (const [key, list] of Object.entries(result) as [string, unknown][]) {
    if (!Array.isArray(list) || list.length <= itemsAtOnce) continue;
    for (let start = 0; start < list.length; start += itemsAtOnce) {
      await ask({ kind: 'items', key, items: list.slice(start, start + itemsAtOnce) });
    }
    rest[key] = [];
  }
  return rest;
}

/** Messages may quote the file. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [error.name, ...frames].join('\n');
}
