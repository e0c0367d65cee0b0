import { ORPCError } from '@orpc/client';
import i18next from 'i18next';
import { api } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { describeChange } from '../../app/history.ts';
import { notices, notify } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';

/** Takes one merge back completely, or says what came after it. `seq` names its change set. */
export async function undoMerge(seq: number): Promise<void> {
  try {
    await flushAll();
    await api.duplicates.undoMerge({ seq });
    notify(i18next.getFixedT(null, 'duplicates')('mergeUndone'));
  } catch (error) {
    notices.add({ message: explain(error), kind: 'problem' });
  }
}

function explain(error: unknown): string {
  const t = i18next.getFixedT(null, 'duplicates');
  if (!(error instanceof ORPCError) || error.code !== 'CHANGED_SINCE') return describeError(error);
  const what = describeChange((error.data as { changedBy: string }).changedBy);
  return what === null ? describeError(error) : t('mergeChangedSince', { what });
}
