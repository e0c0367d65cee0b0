import type { Encoding } from '#shared/contract/exchange.ts';
import { type ImporterName, importers, type WholeImporterName } from '../formats.ts';
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
 * much memory. Every file that comes in is read here or by {@link streamTmx}. Rejects with {@link FileUnreadable}, or the
 * reason of `signal`.
 */
export async function readFile<Name extends WholeImporterName>(
  startHelper: StartHelper,
  importer: Name,
  file: Blob,
  options: ReadOptions = {},
): Promise<ParsedBy<Name>> {
  const helper = openHelper(startHelper, 'files-worker', { ...limits, signal: options.signal });
  try {
    return (await readWith(helper, importer, file, options)) as ParsedBy<Name>;
  } finally {
    helper.close();
  }
}

/** As {@link readFile} in a helper that is open, and stays so unless the file ends it. */
export async function readWith(
  helper: OpenHelper,
  importer: ImporterName,
  file: Blob,
  options: ReadOptions = {},
): Promise<unknown> {
  const lists = new Map<string, unknown[]>();
  const parts = readParts(helper, importer, file, options);
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
    const parts = readParts(helper, 'tmx', file, {});
    for (;;) {
      const part = await parts.next();
      if (part.done === true) return part.value as TmxTally | TmxRefusal;
      yield { units: part.value.items as TmxUnit[], doneBytes: part.value.doneBytes };
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

async function* readParts(
  helper: OpenHelper,
  importer: ImporterName,
  file: Blob,
  { encoding }: ReadOptions,
): AsyncGenerator<Part, unknown> {
  // The features refuse it before, in words of their own.
  if (file.size > importers[importer].maxBytes) throw new FileUnreadable('memory');
  let doneBytes = 0;
  let said: FileJob | Uint8Array | null = { importer, encoding };
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
