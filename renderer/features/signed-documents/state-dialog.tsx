import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import type { RecordReference } from '#shared/contract/follow-up.ts';
import { api } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { undo } from '../../app/history.ts';
import { notify } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { emptyReport, RecordField, ReportFields } from '../follow-up/index.ts';
import styles from './signed-documents.module.css';

export type EndState = AgreementDetail['state'];

const words = {
  terminated: { title: 'terminate.title', run: 'terminate.run', done: 'terminate.done' },
  replaced: { title: 'replace.title', run: 'replace.run', done: 'replace.done' },
  standing: { title: 'restore.title', run: 'restore.run', done: 'restore.done' },
} as const satisfies Record<EndState, Record<'title' | 'run' | 'done', string>>;

export interface StateDialogProps {
  detail: AgreementDetail;
  state: EndState;
  /** `YYYY-MM-DD` */
  today: string;
  onClose: () => void;
}

/** Takes a document out of force, or back into it: since when, who said so, and what replaced it. */
export function StateDialog({ detail, state, today, onClose }: StateDialogProps): ReactElement {
  const { t } = useTranslation(['signed-documents', 'common']);
  const [replacedBy, setReplacedBy] = useState<RecordReference | null>(null);
  const [report, setReport] = useState(() => emptyReport(today));
  const [problem, setProblem] = useState<string>();
  const key = words[state];
  const save = async () => {
    try {
      await flushAll();
      await api.agreements.setState({
        agreementId: detail.agreementId,
        state,
        replacedById: state === 'replaced' ? (replacedBy?.id ?? null) : null,
        ...report,
      });
      notify(t(key.done, { ns: 'signed-documents' }), { label: t('common:undo'), run: () => void undo() });
      onClose();
    } catch (error) {
      setProblem(describeError(error));
    }
  };
  return (
    <FormDialog
      title={t(key.title, { ns: 'signed-documents' })}
      submitLabel={t(key.run, { ns: 'signed-documents' })}
      onClose={onClose}
      onSubmit={save}
    >
      {state === 'replaced' && (
        <RecordField
          kind="agreement"
          label={t('signed-documents:replace.by')}
          hint={t('signed-documents:replace.hint')}
          exclude={[detail.agreementId]}
          value={replacedBy}
          onChange={setReplacedBy}
        />
      )}
      <ReportFields value={report} onChange={setReport} groupId={detail.meeting?.groupId ?? null} />
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </FormDialog>
  );
}
