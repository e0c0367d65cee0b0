import type { ChangeSetSummary } from '#shared/contract/history.ts';
import type { Context } from '../../context.ts';
import { applyHistory, ChangedSince, historyState } from '../../db/changes.ts';
import { os } from '../../implement.ts';

export const historyHandlers = {
  state: os.history.state.handler(({ context }) => historyState(context.connection)),

  undo: os.history.undo.handler(async ({ context, errors }) => {
    const { undo } = historyState(context.connection);
    if (undo === null) throw errors.NOTHING_TO_UNDO();
    try {
      return await apply(context, undo, 'undo');
    } catch (error) {
      if (error instanceof ChangedSince) throw errors.CHANGED_SINCE({ data: { changedBy: error.changedBy } });
      throw error;
    }
  }),

  redo: os.history.redo.handler(async ({ context, errors }) => {
    const { redo } = historyState(context.connection);
    if (redo === null) throw errors.NOTHING_TO_UNDO();
    try {
      return await apply(context, redo, 'redo');
    } catch (error) {
      if (error instanceof ChangedSince) throw errors.CHANGED_SINCE({ data: { changedBy: error.changedBy } });
      throw error;
    }
  }),
};

async function apply(context: Context, target: ChangeSetSummary, kind: 'undo' | 'redo'): Promise<ChangeSetSummary> {
  // Not before the first undo: the index brings the readings of all characters, and the page asks for the state at its start.
  const { indexAlongside } = await import('../../search-index/index.ts');
  const { position, tables } = applyHistory(context.connection, target, kind, context.clock(), indexAlongside);
  if (position !== null) context.events.publish('change', { position, tables });
  return target;
}
