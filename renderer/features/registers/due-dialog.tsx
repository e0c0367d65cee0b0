import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { DateField } from '../../ui/date-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { ReportDialog, sharedGroup } from '../follow-up/index.ts';
import styles from './actions-page.module.css';
import { countBeforeMeeting } from './shared.ts';
import type { ActionDialogProps } from './status-dialog.tsx';
import { useAssign } from './use-assign.ts';

const kinds = ['date', 'nextMeeting', 'none'] as const;
const kindKeys = {
  date: 'assign.due.date',
  nextMeeting: 'assign.due.nextMeeting',
  none: 'assign.due.none',
} as const satisfies Record<(typeof kinds)[number], string>;

/** Gives actions another date. */
export function DueDialog({ actions, onChange, ...dialog }: ActionDialogProps): ReactElement {
  const { t } = useTranslation('registers');
  const format = useFormat();
  const [kind, setKind] = useState<(typeof kinds)[number]>('date');
  const [due, setDue] = useState(() => (actions.length === 1 ? (actions[0]?.due ?? null) : null));
  const assign = useAssign({ actions, onChange });
  const before = kind === 'date' && due !== null ? countBeforeMeeting(actions, due) : 0;
  return (
    <ReportDialog
      {...dialog}
      title={t('assign.date', { count: actions.length, formatted: format.number(actions.length) })}
      submitLabel={t('assign.run')}
      groupId={sharedGroup(actions)}
      missing={kind === 'date' && due === null ? t('assign.due.missing') : null}
      onSubmit={(report) =>
        assign({ due: { due: kind === 'date' ? due : null, dueAtNextMeeting: kind === 'nextMeeting' }, ...report })
      }
    >
      <RadioGroup
        label={t('column.due')}
        isInLine
        value={kind}
        onChange={setKind}
        options={kinds.map((id) => ({ id, label: t(kindKeys[id]) }))}
      />
      {kind === 'date' && <DateField autoFocus label={t('assign.due.until')} value={due} onChange={setDue} />}
      <p className={styles.problem} aria-live="polite">
        {before > 0 && t('assign.due.beforeMeeting', { count: before, formatted: format.number(before) })}
      </p>
    </ReportDialog>
  );
}
