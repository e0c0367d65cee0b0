import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live/context.ts';
import { entryKindKeys } from '../entry-kinds.ts';

/** The name of a row, e.g. «Decision 3.1», «Speech, item 2». */
export function useEntryNames(): (entryId: string) => string {
  const { t } = useTranslation(['minutes', 'live']);
  const { session } = useLive();
  return useCallback(
    (entryId) => {
      const { entries, numbers, agenda } = session.state.get();
      const entry = entries.get(entryId);
      if (entry === undefined) return '';
      const kind = t(entryKindKeys[entry.kind], { ns: 'minutes' });
      const number = numbers.get(entryId);
      if (number !== undefined) return `${kind} ${number}`;
      const item = agenda.findIndex(({ id }) => id === entry.agendaItemId) + 1;
      return t('live:find.underItem', { kind, item });
    },
    [session, t],
  );
}
