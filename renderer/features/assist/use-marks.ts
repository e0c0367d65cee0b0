import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TextPlace } from '#shared/contract/translations.ts';
import { query } from '../../app/api.ts';
import { useCommand } from '../../app/commands.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { queryClient } from '../../app/query-client.ts';
import { insertTerm } from './insert-term.ts';
import { type Target, targetOf } from './target.ts';
import { conceptsIn, type FoundConcept, nextTerm } from './term-use.ts';
import type { Workbench } from './workbench.ts';

const marksOf = (meetingId: string, { kind, id }: TextPlace) =>
  query.glossary.marks.queryOptions({ input: { meetingId, texts: [{ kind, id }] } });

/** The concepts in the source of a text; undefined while they are being looked for. Read again whenever something was saved. */
export function useMarks(workbench: Workbench, target: Target): { found: FoundConcept[] | undefined; error: unknown } {
  const { data, error } = useQuery(marksOf(workbench.meetingId, target.place));
  return { found: data && conceptsIn(data), error };
}

/** F7: inserts the next preferred term that the text at the caret lacks. */
export function useTermCommand(workbench: Workbench, onInserted: (term: string) => void): void {
  const { t } = useTranslation('assist');
  const insertNext = async ({ place }: Target) => {
    // Read already as a rule: the pane shows them.
    const marks = await queryClient.query(marksOf(workbench.meetingId, place));
    // The caret may have gone on meanwhile, and more may have been typed.
    const now = targetOf(workbench);
    if (now?.place.id !== place.id || now.place.language !== place.language) return;
    const term = nextTerm(conceptsIn(marks), place.language, now.text);
    if (term === null) {
      notify(t('terms.noneLeft'));
      return;
    }
    insertTerm(workbench, place, term);
    onInserted(term);
  };
  useCommand(
    'review.term',
    () => {
      const target = targetOf(workbench);
      if (target) insertNext(target).catch(notifyError);
    },
    { isEnabled: () => isForInsertion(workbench) },
  );
}

/** The caret is in a text that may be written and is no source. */
export function isForInsertion(workbench: Workbench): boolean {
  return !workbench.isReadOnly && targetOf(workbench)?.isSource === false;
}
