import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify } from '../../app/notify.ts';
import { attempt, type ReportValues } from '../follow-up/index.ts';
import type { ActionDialogProps } from './report-dialog.tsx';

type Input = Parameters<typeof api.actions.assign>[0];
type Assignment = Pick<Input, 'owners' | 'due'> & ReportValues;

/** Gives the actions another owner or date, and says whether the minutes say so as well. */
export function useAssign(
  actions: readonly ActionListItem[],
  { onClose, onChange, onDone }: Omit<ActionDialogProps, 'actions'>,
): (assignment: Assignment) => Promise<void> {
  const { t } = useTranslation(['registers', 'common']);
  const format = useFormat();
  return (assignment) =>
    attempt(async () => {
      const entryIds = actions.map(({ entryId }) => entryId);
      onChange(entryIds);
      const { changed, inMinutes } = await api.actions.assign({ entryIds, ...assignment });
      onClose();
      onDone?.();
      const message = [
        t('registers:assign.done', { count: changed, formatted: format.number(changed) }),
        inMinutes === changed
          ? t('registers:assign.inMinutes')
          : t('registers:assign.besides', {
              count: changed - inMinutes,
              formatted: format.number(changed - inMinutes),
            }),
      ].join(' ');
      notify(message, { label: t('common:undo'), run: () => void undo() });
    });
}
