import { createRouterClient, type RouterClient } from '@orpc/server';
import { v7 as newId } from 'uuid';
import type { Context } from './context.ts';
import { createBackups } from './db/backups/keeper.ts';
import { watchWholeness } from './db/check.ts';
import { StoreError } from './db/store-error.ts';
import { createDocumentEngine } from './documents/engine.ts';
import type { DocumentAssets } from './documents/messages.ts';
import { createEvents } from './events.ts';
import { liveSessionsOf } from './features/minutes/index.ts';
import type { StartHelper } from './helper-process.ts';
import type { Log } from './log.ts';
import { router } from './router.ts';
import { keepIndexCurrent } from './search-index/schedule.ts';
import { openStore } from './store.ts';
import { version } from './version.ts';

export interface BackendOptions {
  dataFolder: string;
  /** How this door starts helper processes. */
  startHelper: StartHelper;
  assets: DocumentAssets;
  log: Log;
  clock?: () => number;
  /** False: backups are made only when they are asked for. Tests and benches that close a thousand folders. */
  isBackedUp?: boolean;
}

/** The whole back end over one data folder. */
export interface Backend {
  readonly context: Context;
  /** The same calls as over a transport, in this process. */
  readonly client: RouterClient<typeof router>;
  /** Folds the journal into the data file, at once and without throwing: what finds no room there stays in the journal. */
  checkpoint(): void;
  /** Ends the helpers and closes the file with its WAL folded in. */
  close(): Promise<void>;
}

/**
 * Opens (or creates) the data folder. Throws StoreError with the reason in `code`, but not for a data file that is damaged
 * or gone: then only the calls of `app` and `backups` answer.
 */
export function openBackend(options: BackendOptions): Backend {
  const events = createEvents();
  const store = openStore({
    dataFolder: options.dataFolder,
    log: options.log,
    keepPresent: async () => (await backups.keep('before_restore')).name,
    onDamage: () => {
      events.publish('change', { position: 0, tables: [], isDamaged: true });
    },
  });
  const backups = createBackups({
    dataFolder: options.dataFolder,
    connection: () => store.connection,
    startHelper: options.startHelper,
    events,
    log: options.log,
    clock: options.clock ?? Date.now,
    isAutomatic: options.isBackedUp ?? true,
    onDamage: store.foundDamage,
  });
  const documents = createDocumentEngine({ startHelper: options.startHelper, assets: options.assets });
  const context: Context = {
    get connection() {
      return store.connection;
    },
    store,
    backups,
    startHelper: options.startHelper,
    documents,
    events,
    log: options.log,
    clock: options.clock ?? Date.now,
    newId: () => newId(),
    version,
    dataFolder: options.dataFolder,
  };
  store.onOpened((connection) => {
    const liveSessions = liveSessionsOf(connection);
    const index = keepIndexCurrent({ ...context, connection });
    const check = watchWholeness(connection, options.log, store.foundDamage);
    return async () => {
      await check.close();
      await index.close();
      liveSessions.end();
    };
  });
  return {
    context,
    client: createRouterClient(router, { context }),
    checkpoint() {
      try {
        store.connection.pragma('wal_checkpoint(TRUNCATE)');
      } catch (error) {
        // There is no data file open.
        if (error instanceof StoreError) return;
        options.log.bug(error);
      }
    },
    async close() {
      await documents.close();
      await backups.close();
      await store.close();
    },
  };
}
