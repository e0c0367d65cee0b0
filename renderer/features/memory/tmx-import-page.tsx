import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { TmxReport } from '#shared/contract/memory.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import { flushAll } from '../../app/saving.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Arrival, Progress, ReadFileSection, type Stream, UndoImport, useStream } from '../exchange/index.ts';
import styles from './memory.module.css';
import { ReportSection } from './report-section.tsx';
import { refuseTooLargeTmx, TmxRefusal } from './tmx-refusal.tsx';
import { countedInBytes, type TmxResult } from './tmx-events.ts';

/** Brings a translation memory in: file, what of it would be taken, result, one below the other. */
export function TmxImportPage(): ReactElement {
  const { t } = useTranslation('memory');
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
  const choose = (chosen: File | null) => {
    setFile(chosen);
    run.reset();
    if (chosen !== null) inspection.start(chosen);
  };
  return (
    <Page title={t('import.title')} back={{ href: '/registers/memory', label: t('import.back') }}>
      <p className={styles.note}>{t('import.intro')}</p>
      <ReadFileSection
        file={file}
        onFile={choose}
        reading={inspection}
        words={{ kinds: t('import.kinds'), reading: t('import.reading') }}
        accept=".tmx"
        isLocked={run.isRunning}
        refusal={inspection.error !== null && <TmxRefusal error={inspection.error} />}
      />
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
  const { t } = useTranslation('memory');
  const format = useFormat();
  return (
    <Section title={t('import.resultTitle')}>
      <p role="status">{t('import.done', { count: report.units, formatted: format.number(report.units) })}</p>
      <div className={styles.actions}>
        <ButtonLink href="/registers/memory" kind="primary">
          {t('import.toMemory')}
        </ButtonLink>
        <UndoImport position={position} />
      </div>
    </Section>
  );
}
