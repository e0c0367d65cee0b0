import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { type Action, actionStatuses } from '#shared/contract/entries.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify } from '../../app/notify.ts';
import { useToday } from '../../app/today.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { actionStatusKeys, attempt, emptyReport, ReportFields, sharedGroup } from '../follow-up/index.ts';

const unchanged = 'unchanged';

export interface ActionDialogProps {
  actions: readonly ActionListItem[];
  onClose: () => void;
  /** Called before the change is sent. */
  onChange: (entryIds: readonly string[]) => void;
  /** Called when the change is made. */
  onDone?: () => void;
}

/** Says how actions stand: since when, who said so, at which meeting. */
export function ReportDialog({ actions, onClose, onChange, onDone }: ActionDialogProps): ReactElement {
  const { t } = useTranslation(['registers', 'common']);
  const format = useFormat();
  const today = useToday();
  const [status, setStatus] = useState<Action['status'] | typeof unchanged>('done');
  const [report, setReport] = useState(() => emptyReport(today));
  const send = () =>
    attempt(async () => {
      const entryIds = actions.map(({ entryId }) => entryId);
      onChange(entryIds);
      const { changed } = await api.actions.report({
        entryIds,
        status: status === unchanged ? null : status,
        ...report,
      });
      onClose();
      onDone?.();
      const message = t('registers:report.done', { count: changed, formatted: format.number(changed) });
      notify(message, { label: t('common:undo'), run: () => void undo() });
    });
  return (
    <FormDialog
      title={t('registers:report.title', { count: actions.length, formatted: format.number(actions.length) })}
      submitLabel={t('registers:report.run')}
      onClose={onClose}
      onSubmit={send}
    >
      <Select
        label={t('registers:column.status')}
        value={status}
        onChange={setStatus}
        options={[
          ...actionStatuses.map((id) => ({ id, label: t(actionStatusKeys[id]) })),
          { id: unchanged, label: t('registers:report.unchanged') },
        ]}
      />
      <ReportFields value={report} onChange={setReport} groupId={sharedGroup(actions)} />
    </FormDialog>
  );
}
