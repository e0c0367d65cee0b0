import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MemorySuggestion } from '#shared/contract/memory.ts';
import type { Language } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { queryClient } from '../../app/query-client.ts';
import { type Target, targetOf } from './target.ts';
import { isForInsertion } from './use-marks.ts';
import type { Workbench } from './workbench.ts';

const suggestionsFor = ({ meetingId }: Workbench, { sourceText, source }: Target) =>
  query.memory.suggest.queryOptions({ input: { text: sourceText, language: source, exceptMeetingId: meetingId } });

/** Texts of the memory like the source on screen, best first; undefined while they are being looked for. */
export function useSuggestions(
  workbench: Workbench,
  target: Target,
): { suggestions: MemorySuggestion[] | undefined; error: unknown } {
  const { data, error } = useQuery({
    ...suggestionsFor(workbench, target),
    enabled: !target.isSource && target.sourceText.trim() !== '',
  });
  return { suggestions: target.sourceText.trim() === '' ? [] : data, error };
}

/** Shift+F7: puts the best one that has the language of the text at the caret. */
export function useMatchCommand(workbench: Workbench, onTaken: (text: string) => void): void {
  const { t } = useTranslation('assist');
  const takeBest = async (target: Target) => {
    const { place } = target;
    const found = target.sourceText.trim() === '' ? [] : await queryClient.query(suggestionsFor(workbench, target));
    const now = workbench.place.get();
    if (now?.id !== place.id || now.language !== place.language) return;
    const best = bestFor(found, place.language);
    if (best === null) {
      notify(t('memory.noneToTake'));
      return;
    }
    workbench.put(place, best);
    onTaken(best);
  };
  useCommand(
    'review.match',
    () => {
      const target = targetOf(workbench);
      if (target) takeBest(target).catch(notifyError);
    },
    { isEnabled: () => isForInsertion(workbench) },
  );
}

/** The text of the best suggestion that has the language; null where none has. */
export function bestFor(suggestions: readonly MemorySuggestion[], language: Language): string | null {
  return suggestions.map(({ texts }) => texts[language]).find((text) => text.trim() !== '') ?? null;
}
