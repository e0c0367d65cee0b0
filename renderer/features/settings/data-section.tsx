import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckReport } from '#shared/contract/app.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { notifyError } from '../../app/notify.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import styles from './settings.module.css';

/** `synchronous` as SQLite reads it back: 2 is FULL (sqlite.org/pragma.html#pragma_synchronous). */
const fullSynchronous = 2;

export function DataSection(): ReactElement {
  const { t } = useTranslation('settings');
  const { data: info } = useQuery(query.app.info.queryOptions());
  const check = useMutation(query.app.check.mutationOptions({ onError: notifyError }));
  return (
    <Section
      title={t('data')}
      actions={
        <Button isPending={check.isPending} onPress={() => check.mutate(undefined)}>
          {check.isPending ? t('checking') : t('check')}
        </Button>
      }
    >
      {info && (
        <Facts
          facts={[
            { term: t('dataFolder'), value: <span translate="no">{info.dataFolder}</span> },
            { term: t('version'), value: info.version },
            { term: t('schemaVersion'), value: info.schemaVersion },
          ]}
        />
      )}
      <div role="status" className={styles.report}>
        {check.data && <Report report={check.data} />}
      </div>
    </Section>
  );
}

function Report({ report }: { report: CheckReport }): ReactElement {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const isSound = report.integrity === 'ok';
  return (
    <>
      <p>
        <Badge tone={isSound ? 'good' : 'bad'}>
          {isSound ? t('report.sound') : t('report.damaged', { detail: report.integrity })}
        </Badge>{' '}
        {report.synchronous === fullSynchronous ? t('report.durable') : t('report.notDurable')}
      </p>
      <Facts
        facts={[
          { term: t('report.sqlite'), value: report.sqliteVersion },
          { term: t('report.journal'), value: report.journalMode },
        ]}
      />
      <details>
        <summary>{t('report.counts')}</summary>
        <Facts
          facts={Object.entries(report.counts).map(([table, count]) => ({ term: table, value: format.number(count) }))}
        />
      </details>
    </>
  );
}
