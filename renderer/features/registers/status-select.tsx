import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { type Action, actionStatuses } from '#shared/contract/entries.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Select } from '../../ui/select.tsx';

const statusKeys = {
  open: 'registers:statuses.open',
  in_progress: 'registers:statuses.inProgress',
  done: 'registers:statuses.done',
  cancelled: 'registers:statuses.cancelled',
} as const satisfies Record<Action['status'], string>;

export interface StatusSelectProps {
  item: ActionListItem;
  /** Called before the change is sent. */
  onChange?: (item: ActionListItem) => void;
}

/** Changes the status of an action item where it stands. */
export function StatusSelect({ item, onChange }: StatusSelectProps): ReactElement {
  const { t } = useTranslation(['registers', 'common']);
  const change = async (status: Action['status']) => {
    if (status === item.action.status) return;
    onChange?.(item);
    try {
      // Whatever another screen still has of this entry comes first.
      await flushAll();
      await api.entries.update({ changes: [{ id: item.entryId, action: { ...item.action, status } }] });
      const message = t('registers:statusChanged', { number: item.number, status: t(statusKeys[status]) });
      notify(message, { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Select
      label={t('registers:statusOf', { number: item.number })}
      isLabelHidden
      value={item.action.status}
      onChange={(status) => void change(status)}
      options={actionStatuses.map((status) => ({ id: status, label: t(statusKeys[status]) }))}
    />
  );
}
