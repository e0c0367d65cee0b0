import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { type Action, actionStatuses } from '#shared/contract/entries.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { actionStatusKeys } from '../../app/record-words.ts';
import { Select } from '../../ui/select.tsx';
import { ReportDialog, sharedGroup } from '../follow-up/index.ts';

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
export function StatusDialog({ actions, onChange, ...dialog }: ActionDialogProps): ReactElement {
  const { t } = useTranslation(['registers', 'common']);
  const format = useFormat();
  const [status, setStatus] = useState<Action['status'] | typeof unchanged>('done');
  return (
    <ReportDialog
      {...dialog}
      title={t('report.title', { count: actions.length, formatted: format.number(actions.length) })}
      submitLabel={t('report.run')}
      groupId={sharedGroup(actions)}
      onSubmit={async (report) => {
        const entryIds = actions.map(({ entryId }) => entryId);
        onChange(entryIds);
        const { changed } = await api.actions.report({
          entryIds,
          status: status === unchanged ? null : status,
          ...report,
        });
        return t('report.done', { count: changed, formatted: format.number(changed) });
      }}
    >
      <Select
        label={t('column.status')}
        value={status}
        onChange={setStatus}
        options={[
          ...actionStatuses.map((id) => ({ id, label: t(actionStatusKeys[id]) })),
          { id: unchanged, label: t('report.unchanged') },
        ]}
      />
    </ReportDialog>
  );
}
