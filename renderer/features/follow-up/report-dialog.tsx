import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../app/errors.ts';
import { undo } from '../../app/history.ts';
import { notify } from '../../app/notify.ts';
import { flushAll } from '../../app/saving.ts';
import { todayHere } from '../../app/today.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './follow-up.module.css';
import { ReportFields } from './report-fields.tsx';
import { emptyReport, type ReportValues } from './report-values.ts';

export interface ReportDialogProps {
  title: string;
  submitLabel: string;
  /** Whose meetings are offered; null: all. */
  groupId: string | null;
  /** What is still to be filled in: said instead of sending. */
  missing?: string | null;
  /** Makes the change; answers what to say of it. A refusal is shown here, and what was filled in stays. */
  onSubmit: (report: ReportValues) => Promise<string>;
  onClose: () => void;
  /** Called when it is done, before the dialog closes. */
  onDone?: (() => void) | undefined;
  /** What becomes different, above the fields of who reported it. */
  children: ReactNode;
}

/** Reports how something stands; what is done can be undone from the notice. */
export function ReportDialog(props: ReportDialogProps): ReactElement {
  const { title, submitLabel, groupId, missing = null, onSubmit, onClose, onDone, children } = props;
  const { t } = useTranslation('common');
  const [report, setReport] = useState(() => emptyReport(todayHere()));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const [isTried, setTried] = useState(false);
  const submit = async () => {
    if (isSending) return;
    setTried(true);
    setRefusal(null);
    if (missing !== null) return;
    setSending(true);
    try {
      // Whatever another screen still has of these records comes first.
      await flushAll();
      notify(await onSubmit(report), { label: t('undo'), run: () => void undo() });
      onDone?.();
      onClose();
    } catch (error) {
      setRefusal(describeError(error));
      setSending(false);
    }
  };
  return (
    <FormDialog title={title} submitLabel={submitLabel} onClose={onClose} onSubmit={submit}>
      {children}
      <ReportFields value={report} onChange={setReport} groupId={groupId} />
      <p role="alert" className={styles.refusal}>
        {refusal ?? (isTried && missing)}
      </p>
    </FormDialog>
  );
}
