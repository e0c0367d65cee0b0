import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { attendanceFates, type AttendanceRow } from '#shared/contract/attendance-import.ts';
import { useFormat } from '../../../../app/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { Facts, Section } from '../../../../ui/section.tsx';
import { BulkDecision, FileRows, FileText, Progress, Refusal, Suspicion } from '../../../exchange/index.ts';
import { type Decision, outcomeOf, possibleDecisions } from './decisions.ts';
import { useAttendanceWords } from './fates.ts';
import styles from './import.module.css';
import type { AttendanceImport, Preview } from './use-attendance-import.ts';

const forSuspected = ['known', 'guest', 'register', 'skip'] as const satisfies readonly Decision[];
const forGuests = ['guest', 'register'] as const satisfies readonly Decision[];

export interface ImportPreviewProps {
  state: AttendanceImport;
  preview: Preview;
}

/** What becomes of each line, the doubtful ones to decide, and the import itself. */
export function ImportPreview({ state, preview }: ImportPreviewProps): ReactElement {
  const { t } = useTranslation('attendance-import');
  const format = useFormat();
  const words = useAttendanceWords();
  const { run } = state;
  const suspected = preview.rows.filter(({ fate }) => fate === 'suspected');
  const guests = preview.rows.filter(({ fate }) => fate === 'guest');
  const outcomes = preview.rows.map((row) => outcomeOf(row, state.decisions));
  const wanted = outcomes.filter((outcome) => outcome !== null && outcome !== 'skip').length;
  const choices = (decisions: readonly Decision[]) => decisions.map((id) => ({ id, label: words.decision(id) }));
  return (
    <Section title={t('preview.title')}>
      <Facts
        facts={attendanceFates
          .filter((fate) => preview.counts[fate] > 0)
          .map((fate) => ({ term: words.fates[fate].label, value: format.number(preview.counts[fate]) }))}
      />
      {suspected.length > 0 && !run.isRunning && (
        <BulkDecision
          label={t('decide.allSuspected')}
          choices={choices(forSuspected)}
          onDecide={(decision) => state.decide(suspected, decision)}
        />
      )}
      {guests.length > 0 && !run.isRunning && (
        <BulkDecision
          label={t('decide.allGuests')}
          choices={choices(forGuests)}
          onDecide={(decision) => state.decide(guests, decision)}
        />
      )}
      <FileRows
        rows={preview.rows}
        counts={preview.counts}
        fates={words.fates}
        first="suspected"
        details={(row) => <Details row={row} state={state} />}
      />
      <div>
        <Button kind="primary" isDisabled={wanted === 0} onPress={() => !run.isRunning && run.start()}>
          {t('run.button', { count: wanted, formatted: format.number(wanted) })}
        </Button>
        <p className={styles.muted}>{wanted === 0 ? t('run.nothing') : t('run.hint')}</p>
      </div>
      {run.isRunning && <Progress label={t('run.running')} progress={null} onCancel={run.cancel} />}
      {run.error !== null && <Refusal error={run.error} />}
    </Section>
  );
}

function Details({ row, state }: { row: AttendanceRow; state: AttendanceImport }): ReactElement {
  const { t } = useTranslation('attendance-import');
  const words = useAttendanceWords();
  const outcome = outcomeOf(row, state.decisions);
  return (
    <>
      {row.organization !== '' && row.organization !== row.label && (
        <div className={styles.muted}>
          <FileText text={row.organization} />
        </div>
      )}
      {outcome !== null && (
        <Suspicion
          label={row.label}
          record={row.person}
          match={row.match}
          choices={possibleDecisions(row).map((id) => ({ id, label: words.decision(id) }))}
          decision={outcome}
          onDecide={(decision) => state.decide([row], decision)}
          isLocked={state.run.isRunning}
        />
      )}
      {row.fate === 'attending' && row.person && <FileText text={row.person.label} />}
      {row.fate === 'empty' && t('preview.empty')}
    </>
  );
}
