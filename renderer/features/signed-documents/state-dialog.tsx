import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import type { RecordReference } from '#shared/contract/follow-up.ts';
import { api } from '../../app/api.ts';
import { RecordField, ReportDialog } from '../follow-up/index.ts';

export type EndState = AgreementDetail['state'];

const words = {
  terminated: { title: 'terminate.title', run: 'terminate.run', done: 'terminate.done' },
  replaced: { title: 'replace.title', run: 'replace.run', done: 'replace.done' },
  standing: { title: 'restore.title', run: 'restore.run', done: 'restore.done' },
} as const satisfies Record<EndState, Record<'title' | 'run' | 'done', string>>;

export interface StateDialogProps {
  detail: AgreementDetail;
  state: EndState;
  onClose: () => void;
}

/** Takes a document out of force, or back into it: since when, who said so, and what replaced it. */
export function StateDialog({ detail, state, onClose }: StateDialogProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const [replacedBy, setReplacedBy] = useState<RecordReference | null>(null);
  const key = words[state];
  return (
    <ReportDialog
      title={t(key.title)}
      submitLabel={t(key.run)}
      groupId={detail.meeting?.groupId ?? null}
      onClose={onClose}
      onSubmit={async (report) => {
        await api.agreements.setState({
          agreementId: detail.agreementId,
          state,
          replacedById: state === 'replaced' ? (replacedBy?.id ?? null) : null,
          ...report,
        });
        return t(key.done);
      }}
    >
      {state === 'replaced' && (
        <RecordField
          kind="agreement"
          label={t('replace.by')}
          hint={t('replace.hint')}
          exclude={[detail.agreementId]}
          value={replacedBy}
          onChange={setReplacedBy}
        />
      )}
    </ReportDialog>
  );
}
