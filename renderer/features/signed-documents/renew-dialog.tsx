import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import { api } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { emptyReport, ReportFields } from '../follow-up/index.ts';
import { proposeEnd } from './days.ts';
import styles from './signed-documents.module.css';

export interface RenewDialogProps {
  detail: AgreementDetail;
  /** `YYYY-MM-DD` */
  today: string;
  onClose: () => void;
}

/** Keeps a document in force until a later day. */
export function RenewDialog({ detail, today, onClose }: RenewDialogProps): ReactElement {
  const { t } = useTranslation(['signed-documents', 'common']);
  const format = useFormat();
  const [validTo, setValidTo] = useState(() => proposeEnd(detail.terms, detail.validTo));
  const [isEndless, setEndless] = useState(false);
  const [report, setReport] = useState(() => emptyReport(today));
  const [problem, setProblem] = useState<string>();
  const renew = async () => {
    if (!isEndless && validTo === null) {
      setProblem(t('signed-documents:renew.needed'));
      return;
    }
    try {
      await flushAll();
      await api.agreements.renew({
        id: newId(),
        agreementId: detail.agreementId,
        validTo: isEndless ? null : validTo,
        ...report,
      });
      notify(t('signed-documents:renew.done'), { label: t('common:undo'), run: () => void undo() });
      onClose();
    } catch (error) {
      setProblem(describeError(error));
    }
  };
  return (
    <FormDialog
      title={t('signed-documents:renew.title')}
      submitLabel={t('signed-documents:renew.run')}
      onClose={onClose}
      onSubmit={renew}
    >
      {detail.validTo !== null && <p>{t('signed-documents:renew.present', { date: format.date(detail.validTo) })}</p>}
      {!isEndless && (
        <DateField autoFocus label={t('signed-documents:renew.until')} value={validTo} onChange={setValidTo} />
      )}
      <Checkbox label={t('signed-documents:renew.endless')} value={isEndless} onChange={setEndless} />
      <ReportFields value={report} onChange={setReport} groupId={detail.meeting?.groupId ?? null} />
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </FormDialog>
  );
}
