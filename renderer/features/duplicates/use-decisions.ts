import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DuplicateKind } from '#shared/contract/duplicates.ts';
import { api } from '../../app/api.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import type { Decisions } from './review.tsx';
import { undoMerge } from './undo-merge.ts';
import type { Queue } from './use-queue.ts';

/** The two answers to «are these one?». Each goes on to the next pair and offers the way back. */
export function useDecisions(queue: Queue, onDecided: () => void): Decisions {
  const { t } = useTranslation(['duplicates', 'common']);
  const merge = useMutation({
    mutationFn: async (input: { kind: DuplicateKind; keepId: string; mergeId: string }) => {
      await flushAll();
      return api.duplicates.merge(input);
    },
    onError: notifyError,
    onSuccess: ({ seq }, { mergeId }) => {
      queue.settle(({ a, b }) => a.id === mergeId || b.id === mergeId);
      notify(t('duplicates:mergeDone'), { label: t('common:undo'), run: () => void undoMerge(seq) });
      onDecided();
    },
  });
  const distinct = useMutation({
    mutationFn: (input: { kind: DuplicateKind; aId: string; bId: string }) => api.duplicates.setDistinct(input),
    onError: notifyError,
    onSuccess: (_, input) => {
      const ids = [input.aId, input.bId];
      queue.settle(({ a, b }) => ids.includes(a.id) && ids.includes(b.id));
      const takeBack = () => void api.duplicates.forgetDistinct(input).catch(notifyError);
      notify(t('duplicates:distinctDone'), { label: t('common:undo'), run: takeBack });
      onDecided();
    },
  });
  // A second press belongs to the pair that is decided already.
  const isBusy = merge.isPending || distinct.isPending;
  return {
    merge: (kind, keepId, mergeId) => !isBusy && merge.mutate({ kind, keepId, mergeId }),
    setDistinct: (kind, aId, bId) => !isBusy && distinct.mutate({ kind, aId, bId }),
  };
}
