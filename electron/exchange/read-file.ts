import type { Encoding } from '#shared/contract/exchange.ts';
import type { BundleProblem, BundleReading, ContentPiece, ParsedBundle } from '../features/bundles/parse.ts';
import { importers, type WholeImporterName } from '../formats.ts';
import { HelperFailure, openHelper, type OpenHelper } from '../helper-call.ts';
import type { StartHelper } from '../helper-process.ts';
import { FileUnreadable } from './file-unreadable.ts';
import type { TmxTally, TmxUnit } from './tmx-parser.ts';
import type { TmxRefusal } from './tmx-problem.ts';
import type { FileJob, FromFilesWorker } from './worker/messages.ts';

/** What is in the file, or `problems`. */
export type ParsedBy<Name extends WholeImporterName> = Awaited<ReturnType<(typeof importers)[Name]['parse']>>;

interface ReadOptions {
  encoding?: Encoding | undefined;
  signal?: AbortSignal | undefined;
}

/** For each step of the helper. */
const limits = { deadlineMs: 30_000, memoryBytes: 512 * 1024 ** 2 };
const pieceBytes = 1024 ** 2;

/**
 * Reads a file from anywhere in a helper process, which holds no data of ours and is ended when it takes too long or too
 * much memory. Every file that comes in is read here, by {@link streamTmx} or {@link streamBundle}; backups in the store
 * worker. Rejects with {@link FileUnreadable}, or the reason of `signal`.
 */
export async function readFile<Name extends WholeImporterName>(
  startHelper: StartHelper,
  importer: Name,
  file: Blob,
  options: ReadOptions = {},
): Promise<ParsedBy<Name>> {
  const helper = openHelper(startHelper, 'files-worker', { ...limits, signal: options.signal });
  try {
    return (await readWith(helper, { importer, encoding: options.encoding }, file)) as ParsedBy<Name>;
  } finally {
    helper.close();
  }
}

/** As {@link readFile} in a helper that is open, and stays so unless the file ends it. */
export async function readWith(helper: OpenHelper, job: FileJob, file: Blob): Promise<unknown> {
  const lists = new Map<string, unknown[]>();
  const parts = readParts(helper, job, file);
  for (;;) {
    const part = await parts.next();
    if (part.done === true) {
      return lists.size === 0 ? part.value : { ...(part.value as object), ...Object.fromEntries(lists) };
    }
    const { key, items } = part.value;
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    for (const item of items) list.push(item);
  }
}

/** Units of a translation memory as they are read, and what was found beside them; the file is never held whole. */
export async function* streamTmx(
  startHelper: StartHelper,
  file: Blob,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ units: TmxUnit[]; doneBytes: number }, TmxTally | TmxRefusal> {
  const helper = openHelper(startHelper, 'files-worker', { ...limits, signal });
  try {
    const parts = readParts(helper, { importer: 'tmx' }, file);
    for (;;) {
      const part = await parts.next();
      if (part.done === true) return part.value as TmxTally | TmxRefusal;
      yield { units: part.value.items as TmxUnit[], doneBytes: part.value.doneBytes };
    }
  } finally {
    helper.close();
  }
}

/** A bundle holds whole files; the key of an encrypted one alone takes 256 MB. */
const bundleLimits = { ...limits, memoryBytes: 768 * 1024 ** 2 };

/** What a bundle says, after the content of the wanted files. */
export async function* streamBundle(
  startHelper: StartHelper,
  file: Blob,
  reading: BundleReading,
  signal?: AbortSignal,
): AsyncGenerator<ContentPiece, ParsedBundle | { problems: BundleProblem[] }> {
  const helper = openHelper(startHelper, 'files-worker', { ...bundleLimits, signal });
  try {
    const parts = readParts(helper, { importer: 'bundle', ...reading }, file);
    for (;;) {
      const part = await parts.next();
      if (part.done === true) return part.value as ParsedBundle | { problems: BundleProblem[] };
      yield* part.value.items as ContentPiece[];
    }
  } finally {
    helper.close();
  }
}

/** Our own file under a passphrase, as `age` opens it; made in a helper because the key takes a second. */
export async function* encryptFile(
  startHelper: StartHelper,
  file: Blob,
  passphrase: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ pieces: Uint8Array<ArrayBuffer>[]; doneBytes: number }, void, void> {
  const helper = openHelper(startHelper, 'files-worker', { ...bundleLimits, signal });
  try {
    for await (const { items, doneBytes } of readParts(helper, { importer: null, passphrase }, file)) {
      yield { pieces: items as Uint8Array<ArrayBuffer>[], doneBytes };
    }
  } finally {
    helper.close();
  }
}

interface Part {
  key: string;
  items: unknown[];
  doneBytes: number;
}

async function* readParts(helper: OpenHelper, job: FileJob, file: Blob): AsyncGenerator<Part, unknown> {
  // The features refuse it before, in words of their own.
  if (job.importer !== null && file.size > importers[job.importer].maxBytes) throw new FileUnreadable('memory');
  let doneBytes = 0;
  let said: FileJob | Uint8Array | null = job;
  for (;;) {
    const heard = await askFor(helper, said);
    switch (heard.kind) {
      case 'more': {
        const piece = file.slice(doneBytes, doneBytes + pieceBytes);
        said = piece.size === 0 ? null : new Uint8Array(await piece.arrayBuffer());
        doneBytes += piece.size;
        break;
      }
      case 'items':
        yield { key: heard.key, items: heard.items, doneBytes };
        said = null;
        break;
      case 'done':
        return heard.result;
      case 'failed':
        throw new FileUnreadable('crash', heard.trace);
    }
  }
}

async function askFor(helper: OpenHelper, message: FileJob | Uint8Array | null): Promise<FromFilesWorker> {
  try {
    return (await helper.ask(message)) as FromFilesWorker;
  } catch (error) {
    if (error instanceof HelperFailure) throw new FileUnreadable(error.reason);
    throw error;
  }
}
