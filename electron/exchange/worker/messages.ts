import type { Encoding } from '#shared/contract/exchange.ts';
import type { BundleReading } from '../../features/bundles/parse.ts';
import type { WholeImporterName } from '../../formats.ts';

/*
 * How a file gets into the files worker and what it holds out of it, one message at a time: the worker asks, the
 * process that owns the data answers, until the worker has said `done` or `failed`. Then it may be given the next file.
 */

/** The first message of each file. */
export type FileJob =
  | { importer: WholeImporterName; encoding: Encoding | undefined }
  | { importer: 'tmx' }
  | ({ importer: 'bundle' } & BundleReading)
  /** Nothing of a stranger: our own file goes in, and comes out under the passphrase as items. */
  | { importer: null; passphrase: string };

export type FromFilesWorker =
  /** Answered by the next piece of the file, null behind the last. */
  | { kind: 'more' }
  /** Some items of the list `key` of the result; answered by anything when the next may come. */
  | { kind: 'items'; key: string; items: unknown[] }
  /** The result without its long lists, which came before. */
  | { kind: 'done'; result: unknown }
  /** Something that no importer should do. `trace`: name of the error and its stack, without its message. */
  | { kind: 'failed'; trace: string };
