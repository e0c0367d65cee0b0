import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { TmxReport } from '#shared/contract/memory.ts';
import { api, query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { Page } from '../../app/page.tsx';
import { flushAll } from '../../app/saving.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { Arrival, FileDrop, Progress, type Stream, useStream } from '../exchange/index.ts';
import styles from './memory.module.css';
import { ReportSection } from './report-section.tsx';
import { refuseTooLargeTmx, TmxRefusal } from './tmx-refusal.tsx';
import { countedInBytes, type TmxResult } from './tmx-events.ts';

/** Brings a translation memory in: file, what of it would be taken, result, one below the other. */
export function TmxImportPage(): ReactElement {
  const { t } = useTranslation(['memory', 'exchange']);
  const [file, setFile] = useState<File | null>(null);
  const inspection = useStream(async (chosen: File, options) => {
    refuseTooLargeTmx(chosen);
    await flushAll();
    return countedInBytes(await api.memory.inspectTmx({ file: chosen }, options));
  });
  const run = useStream(async (chosen: File, options) => {
    await flushAll();
    return countedInBytes(await api.memory.importTmx({ id: newId(), file: chosen }, options));
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    run.reset();
    inspection.start(chosen);
  };
  return (
    <Page title={t('memory:import.title')} back={{ href: '/registers/memory', label: t('memory:import.back') }}>
      <p className={styles.note}>{t('memory:import.intro')}</p>
      <Section title={t('exchange:file.title')}>
        <FileDrop
          accept=".tmx"
          kinds={t('memory:import.kinds')}
          isChosen={file !== null}
          isLocked={run.isRunning}
          onChoose={choose}
        />
        {file && <Facts facts={[{ term: t('exchange:file.name'), value: <span translate="no">{file.name}</span> }]} />}
        {inspection.isRunning && (
          <Progress
            label={t('memory:import.reading')}
            progress={inspection.progress}
            onCancel={() => {
              inspection.cancel();
              setFile(null);
            }}
          />
        )}
        {inspection.error !== null && <TmxRefusal error={inspection.error} />}
      </Section>
      {file && inspection.result && run.result === null && (
        <Arrival>
          <Inspected report={inspection.result.report} run={run} file={file} />
        </Arrival>
      )}
      {run.result && (
        <Arrival>
          <Result report={run.result.report} position={run.result.position} />
        </Arrival>
      )}
    </Page>
  );
}

interface InspectedProps {
  report: TmxReport;
  run: Stream<File, TmxResult>;
  file: File;
}

function Inspected({ report, run, file }: InspectedProps): ReactElement {
  const { t } = useTranslation('memory');
  const format = useFormat();
  return (
    <Section title={t('report.title')}>
      <ReportSection report={report} />
      {!run.isRunning && (
        <div>
          <Button kind="primary" isDisabled={report.units === 0} onPress={() => run.start(file)}>
            {t('import.run', { count: report.units, formatted: format.number(report.units) })}
          </Button>
          <p className={styles.note}>{report.units === 0 ? t('import.nothing') : t('import.hint')}</p>
        </div>
      )}
      {run.isRunning && <Progress label={t('import.running')} progress={run.progress} onCancel={run.cancel} />}
      {run.error !== null && <TmxRefusal error={run.error} />}
    </Section>
  );
}

/** What the import did, where it is to be seen, and the way back. */
function Result({ report, position }: { report: TmxReport; position: number }): ReactElement {
  const { t } = useTranslation(['memory', 'common']);
  const format = useFormat();
  const { data: history } = useQuery(query.history.state.queryOptions());
  const isLast = history?.undo?.seq === position;
  return (
    <Section title={t('memory:import.resultTitle')}>
      <p role="status">{t('memory:import.done', { count: report.units, formatted: format.number(report.units) })}</p>
      <div className={styles.actions}>
        <ButtonLink href="/registers/memory" kind="primary">
          {t('memory:import.toMemory')}
        </ButtonLink>
        {isLast && (
          <Button onPress={() => void undo()}>
            <Undo2 aria-hidden />
            {t('common:undo')}
          </Button>
        )}
      </div>
    </Section>
  );
}
