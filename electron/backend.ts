import { createRouterClient, type RouterClient } from '@orpc/server';
import { v7 as newId } from 'uuid';
import type { Context } from './context.ts';
import { openConnection } from './db/connection.ts';
import { migrate } from './db/migrate.ts';
import { migrations } from './db/migrations/index.ts';
import { createDocumentEngine } from './documents/engine.ts';
import type { DocumentAssets } from './documents/messages.ts';
import { createEvents } from './events.ts';
import { liveSessionsOf } from './features/minutes/index.ts';
import type { StartHelper } from './helper-process.ts';
import type { Log } from './log.ts';
import { router } from './router.ts';
import { keepIndexCurrent } from './search-index/schedule.ts';
import { version } from './version.ts';

export interface BackendOptions {
  dataFolder: string;
  /** How this door starts helper processes. */
  startHelper: StartHelper;
  assets: DocumentAssets;
  log: Log;
  clock?: () => number;
}

/** The whole back end over one data folder. */
export interface Backend {
  readonly context: Context;
  /** The same calls as over a transport, in this process. */
  readonly client: RouterClient<typeof router>;
  /** Ends the helpers and closes the file with its WAL folded in. */
  close(): Promise<void>;
}

/** Opens (or creates) the data folder; throws StoreError with the reason in `code`. */
export function openBackend(options: BackendOptions): Backend {
  const connection = openConnection(options.dataFolder);
  try {
    migrate(connection, options.dataFolder, migrations);
  } catch (error) {
    connection.close();
    throw error;
  }
  const documents = createDocumentEngine({ startHelper: options.startHelper, assets: options.assets });
  const context: Context = {
    connection,
    documents,
    events: createEvents(),
    log: options.log,
    clock: options.clock ?? Date.now,
    newId: () => newId(),
    version,
    dataFolder: options.dataFolder,
  };
  const liveSessions = liveSessionsOf(connection);
  const index = keepIndexCurrent(context);
  return {
    context,
    client: createRouterClient(router, { context }),
    async close() {
      await documents.close();
      try {
        await index.close();
        liveSessions.end();
      } catch (error) {
        // On a full disk neither can be written; the file is closed all the same, and the next run does both.
        options.log.bug(error);
      }
      connection.close();
    },
  };
}
