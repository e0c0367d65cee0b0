import type { Backups } from './db/backups/backups.ts';
import type { Connection } from './db/connection.ts';
import { type Alongside, changeSet, type ChangeSetHead, type Write } from './db/changes.ts';
import type { DocumentEngine } from './documents/engine.ts';
import type { Events } from './events.ts';
import type { StartHelper } from './helper-process.ts';
import type { Log } from './log.ts';
import type { Store } from './store.ts';

/** What every handler receives. */
export interface Context {
  /** That of {@link Store} when the call began; closed by a restore, and throws StoreError `damaged` while there is none. */
  readonly connection: Connection;
  readonly store: Store;
  readonly backups: Backups;
  readonly startHelper: StartHelper;
  readonly documents: DocumentEngine;
  readonly events: Events;
  readonly log: Log;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly version: string;
  readonly dataFolder: string;
}

/**
 * Writes one change set and, after its commit, tells the open pages. Answers what `work` answered. `alongside` brings
 * derived data up to date in the same transaction.
 */
export function commit<Result>(
  context: Context,
  head: Omit<ChangeSetHead, 'atMs'>,
  work: (write: Write) => Result,
  alongside?: Alongside,
): Result {
  return commitAt(context, head, work, alongside).result;
}

/** As {@link commit}, with the number of the change set; 0 when nothing differed and so nothing was written. */
export function commitAt<Result>(
  context: Context,
  head: Omit<ChangeSetHead, 'atMs'>,
  work: (write: Write) => Result,
  alongside?: Alongside,
): { result: Result; position: number } {
  const { result, position, tables } = changeSet(
    context.connection,
    { ...head, atMs: context.clock() },
    work,
    alongside,
  );
  if (position !== null) context.events.publish('change', { position, tables });
  return { result, position: position ?? 0 };
}
