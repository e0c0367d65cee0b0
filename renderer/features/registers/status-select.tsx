import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Action, actionStatuses } from '#shared/contract/entries.ts';
import { api } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { actionStatusKeys } from '../../app/record-words.ts';
import { flushAll } from '../../app/saving.ts';
import { todayHere } from '../../app/today.ts';
import { Select } from '../../ui/select.tsx';
import { emptyReport } from '../follow-up/index.ts';

export interface StatusSelectProps {
  entryId: string;
  /** As printed. */
  number: string;
  status: Action['status'];
  /** At which meeting the status is said; absent: outside one. */
  meetingId?: string;
  /** Called before the change is sent. */
  onChange?: (entryId: string) => void;
}

/** Changes the status of an action item where it stands; its history says since when. */
export function StatusSelect({ entryId, number, status, meetingId, onChange }: StatusSelectProps): ReactElement {
  const { t } = useTranslation(['registers', 'common']);
  const change = async (next: Action['status']) => {
    if (next === status) return;
    onChange?.(entryId);
    try {
      // Whatever another screen still has of this entry comes first.
      await flushAll();
      const report = { ...emptyReport(todayHere()), meetingId: meetingId ?? null };
      await api.actions.report({ entryIds: [entryId], status: next, ...report });
      const message = t('registers:statusChanged', { number, status: t(actionStatusKeys[next]) });
      notify(message, { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Select
      label={t('registers:statusOf', { number })}
      isLabelHidden
      value={status}
      onChange={(next) => void change(next)}
      options={actionStatuses.map((id) => ({ id, label: t(actionStatusKeys[id]) }))}
    />
  );
}
