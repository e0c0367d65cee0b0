import { implement, type ImplementerInternalWithMiddlewares, ORPCError } from '@orpc/server';
import { type Contract, contract } from '#shared/contract/contract.ts';
import type { Context } from './context.ts';
import { BackupFailed } from './db/backups/backups.ts';
import { ConnectionClosed } from './db/connection.ts';
import { MinutesLocked } from './db/locks.ts';
import { StoreError } from './db/store-error.ts';
import { isDocumentFailure } from './documents/engine.ts';
import { FileUnreadable } from './exchange/file-unreadable.ts';

/** Namespaces whose calls answer while there is no data file that can be read. */
const worksWithout = new Set(['app', 'backups']);
const storeDamaged = (): ORPCError<'STORE_DAMAGED', undefined> => new ORPCError('STORE_DAMAGED', { status: 503 });

/**
 * A field that came without a value was not sent: spread over a record it would take the record's own value away.
 */
function dropEmptyFields(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [name, value] of Object.entries(input)) if (value === undefined) Reflect.deleteProperty(input, name);
}

/** What the caller is told of whatever was thrown. */
function explain(error: unknown, { log, dataFolder }: Context): Error {
  if (error instanceof ORPCError) return error;
  // Whoever asked has gone.
  if (error instanceof Error && error.name === 'AbortError') return error;
  if (error instanceof ConnectionClosed) return new ORPCError('SERVICE_UNAVAILABLE');
  if (error instanceof MinutesLocked) return new ORPCError('LOCKED', { status: 423 });
  if (isDocumentFailure(error)) {
    log.bug(error);
    return new ORPCError('DOCUMENT_FAILED', { status: 500, data: { reason: error.reason } });
  }
  if (error instanceof FileUnreadable) {
    log.bug(error);
    return new ORPCError('FILE_UNREADABLE', { status: 422, data: { reason: error.reason } });
  }
  if (error instanceof BackupFailed) {
    log.bug(error);
    return new ORPCError('BACKUP_FAILED', { status: 507, data: { reason: error.reason } });
  }
  const sqliteCode = error instanceof Error && 'code' in error ? error.code : undefined;
  if (sqliteCode === 'SQLITE_CONSTRAINT_PRIMARYKEY') return new ORPCError('DUPLICATE_ID', { status: 409 });
  if (sqliteCode === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new ORPCError('DANGLING_REFERENCE', { status: 409 });
  const { code } = StoreError.from(error, dataFolder);
  if (code === 'damaged') {
    log.bug(error);
    return storeDamaged();
  }
  if (code === 'disk-full' || code === 'folder-unwritable' || code === 'folder-gone') {
    return new ORPCError('STORE_UNWRITABLE', { status: 507, data: { reason: code } });
  }
  return new ORPCError('INTERNAL_SERVER_ERROR', { data: { id: log.bug(error) } });
}

/** A handler that answers in steps fails when the middleware around its call has long returned. */
const isAnswerInSteps = (output: unknown): output is AsyncIteratorObject<unknown, unknown, undefined> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output;

async function* explainSteps(
  steps: AsyncIteratorObject<unknown, unknown, undefined>,
  context: Context,
): AsyncGenerator<unknown, unknown, undefined> {
  try {
    return yield* steps;
  } catch (error) {
    throw explain(error, context);
  }
}

const guarded = implement(contract)
  .$context<Context>()
  // Inputs are validated between the two that follow: behind the first, and so that the second has zod's own copy.
  .$config({ initialInputValidationIndex: -1 })
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      // All that comes from further in is an ORPCError: zod stumbled, say over a `length` that is no number.
      throw new ORPCError('BAD_REQUEST');
    }
  })
  .use(async ({ context, next, path, procedure }, input) => {
    // oRPC looks at inputs only where there is a schema for them.
    if (input !== undefined && procedure['~orpc'].inputSchema === undefined) throw new ORPCError('BAD_REQUEST');
    dropEmptyFields(input);
    const { store, connection } = context;
    const needsFile = !worksWithout.has(path[0] ?? '');
    if (needsFile && store.isReplacing) throw new ORPCError('SERVICE_UNAVAILABLE');
    if (needsFile && !store.isReadable) throw storeDamaged();
    try {
      // The whole call has the file that was open when it began: one that a restore has closed takes nothing any more.
      const answer = await next({ context: { connection } });
      return isAnswerInSteps(answer.output) ? { ...answer, output: explainSteps(answer.output, context) } : answer;
    } catch (error) {
      throw explain(error, context);
    }
  });

/**
 * Every handler starts here. Expected errors are ORPCErrors of the contract and pass; a full or read-only disk becomes
 * STORE_UNWRITABLE, a damaged data file STORE_DAMAGED; an id that is taken or leads nowhere becomes DUPLICATE_ID or DANGLING_REFERENCE; a change of agreed
 * minutes becomes LOCKED; an engine that gave up is logged and becomes DOCUMENT_FAILED, a file that
 * nobody could read FILE_UNREADABLE, a backup that did not come about BACKUP_FAILED; anything else is a bug: logged
 * with its stack, answered with the log's id and nothing more.
 */
export const os: ImplementerInternalWithMiddlewares<Contract, Context, Context> = guarded;
