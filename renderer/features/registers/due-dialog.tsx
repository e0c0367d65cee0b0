import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { emptyReport, ReportFields, sharedGroup } from '../follow-up/index.ts';
import styles from './actions-page.module.css';
import type { ActionDialogProps } from './report-dialog.tsx';
import { countBeforeMeeting } from './shared.ts';
import { useAssign } from './use-assign.ts';

const kinds = ['date', 'nextMeeting', 'none'] as const;
const kindKeys = {
  date: 'assign.due.date',
  nextMeeting: 'assign.due.nextMeeting',
  none: 'assign.due.none',
} as const satisfies Record<(typeof kinds)[number], string>;

/** Gives actions another date. */
export function DueDialog({ actions, onClose, ...after }: ActionDialogProps): ReactElement {
  const { t } = useTranslation('registers');
  const format = useFormat();
  const today = useToday();
  const [kind, setKind] = useState<(typeof kinds)[number]>('date');
  const [due, setDue] = useState(() => (actions.length === 1 ? (actions[0]?.due ?? null) : null));
  const [isMissing, setMissing] = useState(false);
  const [report, setReport] = useState(() => emptyReport(today));
  const assign = useAssign(actions, { onClose, ...after });
  const before = kind === 'date' && due !== null ? countBeforeMeeting(actions, due) : 0;
  const send = async () => {
    if (kind === 'date' && due === null) setMissing(true);
    else
      await assign({ due: { due: kind === 'date' ? due : null, dueAtNextMeeting: kind === 'nextMeeting' }, ...report });
  };
  return (
    <FormDialog
      title={t('assign.date', { count: actions.length, formatted: format.number(actions.length) })}
      submitLabel={t('assign.run')}
      onClose={onClose}
      onSubmit={send}
    >
      <RadioGroup
        label={t('column.due')}
        isInLine
        value={kind}
        onChange={setKind}
        options={kinds.map((id) => ({ id, label: t(kindKeys[id]) }))}
      />
      {kind === 'date' && (
        <DateField
          autoFocus
          label={t('assign.due.until')}
          value={due}
          onChange={(value) => {
            setMissing(false);
            setDue(value);
          }}
        />
      )}
      <p className={styles.problem} aria-live="polite">
        {isMissing && t('assign.due.missing')}
        {before > 0 && t('assign.due.beforeMeeting', { count: before, formatted: format.number(before) })}
      </p>
      <ReportFields value={report} onChange={setReport} groupId={sharedGroup(actions)} />
    </FormDialog>
  );
}
