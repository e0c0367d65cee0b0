import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import type { ReportValues } from '../follow-up/index.ts';
import type { ActionDialogProps } from './status-dialog.tsx';

type Input = Parameters<typeof api.actions.assign>[0];
type Assignment = Pick<Input, 'owners' | 'due'> & ReportValues;

/** Gives the actions another owner or date, and answers whether the minutes say so as well. */
export function useAssign({
  actions,
  onChange,
}: Pick<ActionDialogProps, 'actions' | 'onChange'>): (assignment: Assignment) => Promise<string> {
  const { t } = useTranslation('registers');
  const format = useFormat();
  return async (assignment) => {
    const entryIds = actions.map(({ entryId }) => entryId);
    onChange(entryIds);
    const { changed, inMinutes } = await api.actions.assign({ entryIds, ...assignment });
    const besides = changed - inMinutes;
    return [
      t('assign.done', { count: changed, formatted: format.number(changed) }),
      besides === 0
        ? t('assign.inMinutes')
        : t('assign.besides', { count: besides, formatted: format.number(besides) }),
    ].join(' ');
  };
}
