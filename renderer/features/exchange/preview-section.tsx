import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExchangeKind, type ExchangePreview, type PreviewRow, rowFates } from '#shared/contract/exchange.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './exchange.module.css';
import { decisions, fateKeys } from './fates.ts';
import { Pager, pageSize } from './pager.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { Progress } from './progress.tsx';
import { Refusal } from './refusal.tsx';
import type { Import } from './use-import.ts';

export interface PreviewSectionProps {
  state: Import;
  preview: ExchangePreview;
  kind: ExchangeKind;
}

type Filter = 'all' | PreviewRow['fate'];

/** What the import will do with each row, the doubtful ones to decide, and the import itself. */
export function PreviewSection({ state, preview, kind }: PreviewSectionProps): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const { run } = state;
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
        <div className={styles.bulk} role="group" aria-label={t('decide.all')}>
          <span>{t('decide.all')}</span>
          {decisions.map(({ id, key }) => (
            <Button key={id} onPress={() => state.decide(suspected, id)}>
              {t(key)}
            </Button>
          ))}
        </div>
      )}
      <Rows state={state} preview={preview} />
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

function Rows({ state, preview }: Omit<PreviewSectionProps, 'kind'>): ReactElement {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>(preview.counts.suspected > 0 ? 'suspected' : 'all');
  const [page, setPage] = useState(0);
  const shown = filter === 'all' ? preview.rows : preview.rows.filter(({ fate }) => fate === filter);
  return (
    <>
      <div className={styles.filterBar}>
        <Select
          label={t('preview.filter')}
          value={filter}
          onChange={(wanted) => {
            setFilter(wanted);
            setPage(0);
          }}
          options={[
            { id: 'all', label: t('preview.all', { number: format.number(preview.rows.length) }) },
            ...rowFates
              .filter((fate) => preview.counts[fate] > 0)
              .map((fate) => ({
                id: fate,
                label: t('preview.some', { fate: t(fateKeys[fate]), number: format.number(preview.counts[fate]) }),
              })),
          ]}
        />
        <Pager page={page} count={shown.length} onPage={setPage} />
      </div>
      <PreviewRows rows={shown.slice(page * pageSize, (page + 1) * pageSize)} state={state} />
    </>
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
