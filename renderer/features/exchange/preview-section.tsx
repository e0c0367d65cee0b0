import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExchangeKind, type ExchangePreview, rowFates } from '#shared/contract/exchange.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { BulkDecision } from './bulk-decision.tsx';
import styles from './exchange.module.css';
import { fateKeys, useDecisions } from './fates.ts';
import { PreviewRows } from './preview-rows.tsx';
import { Progress } from './progress.tsx';
import { Refusal } from './refusal.tsx';
import type { Import } from './use-import.ts';

export interface PreviewSectionProps {
  state: Import;
  preview: ExchangePreview;
  kind: ExchangeKind;
}

/** What the import will do with each row, the doubtful ones to decide, and the import itself. */
export function PreviewSection({ state, preview, kind }: PreviewSectionProps): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const { run } = state;
  const decisions = useDecisions();
  const suspected = preview.rows.filter(({ fate }) => fate === 'suspected');
  const wanted = countWanted(preview, state.decisions);
  return (
    <Section title={t('preview.title')}>
      <Facts
        facts={rowFates
          .filter((fate) => preview.counts[fate] > 0)
          .map((fate) => ({ term: t(fateKeys[fate]), value: format.number(preview.counts[fate]) }))}
      />
      {preview.newOrganizations.length > 0 && (
        <details>
          <summary>
            {t('preview.newOrganizations', {
              count: preview.newOrganizations.length,
              formatted: format.number(preview.newOrganizations.length),
            })}
          </summary>
          <ul className={styles.names}>
            {preview.newOrganizations.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ul>
        </details>
      )}
      {suspected.length > 0 && !run.isRunning && (
        <BulkDecision
          label={t('decide.all')}
          choices={decisions}
          onDecide={(decision) => state.decide(suspected, decision)}
        />
      )}
      <PreviewRows preview={preview} state={state} />
      <div>
        <Button kind="primary" isDisabled={wanted === 0} onPress={() => !run.isRunning && run.start(undefined)}>
          {kind === 'people'
            ? t('run.people', { count: wanted, formatted: format.number(wanted) })
            : t('run.organizations', { count: wanted, formatted: format.number(wanted) })}
        </Button>
        <p className={styles.muted}>{wanted === 0 ? t('run.nothing') : t('run.hint')}</p>
      </div>
      {run.isRunning && <Progress label={t('run.running')} progress={run.progress} onCancel={run.cancel} />}
      {run.error !== null && <Refusal error={run.error} />}
    </Section>
  );
}

/** The rows that the import will write. */
function countWanted({ counts, rows }: ExchangePreview, decided: Import['decisions']): number {
  const chosen = rows.filter(({ fate, line }) => {
    const decision = decided.get(line);
    return fate === 'suspected' && decision !== undefined && decision !== 'skip';
  });
  return counts.create + counts.update + chosen.length;
}
