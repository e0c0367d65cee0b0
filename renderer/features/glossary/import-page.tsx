import { useMutation, useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { glossaryFates, type GlossaryPreview } from '#shared/contract/glossary.ts';
import { api, query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { Page } from '../../app/page.tsx';
import { flushAll } from '../../app/saving.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { Arrival, fateWords, FileDrop, FileRows, Progress, useStream } from '../exchange/index.ts';
import styles from './glossary.module.css';
import { GlossaryRefusal, refuseTooLargeGlossary } from './glossary-refusal.tsx';
import { useColumnNames } from './column-names.ts';

const accepted = '.xlsx,.csv';

type Fate = (typeof glossaryFates)[number];
type Counts = GlossaryPreview['counts'];

const fateKeys = { create: 'import.create', update: 'import.update', same: 'import.same' } as const satisfies Record<
  Fate,
  string
>;
const doneKeys = { create: 'import.created', update: 'import.updated', same: 'import.same' } as const satisfies Record<
  Fate,
  string
>;
const tones = { create: 'good', update: 'info', same: 'neutral' } as const;

/** Brings a table of terms in: file, preview, result, one below the other. */
export function GlossaryImportPage(): ReactElement {
  const { t } = useTranslation(['glossary', 'exchange']);
  const [file, setFile] = useState<File | null>(null);
  const preview = useStream(async (chosen: File, options) => {
    refuseTooLargeGlossary(chosen);
    await flushAll();
    return api.glossary.preview({ file: chosen }, options);
  });
  const run = useMutation({
    mutationFn: async (chosen: File) => {
      await flushAll();
      return api.glossary.import({ file: chosen });
    },
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    run.reset();
    preview.start(chosen);
  };
  return (
    <Page title={t('glossary:import.title')} back={{ href: '/registers/glossary', label: t('glossary:concept.back') }}>
      <p className={styles.note}>{t('glossary:import.intro')}</p>
      <Section title={t('exchange:file.title')}>
        <FileDrop
          accept={accepted}
          kinds={t('glossary:import.kinds')}
          isChosen={file !== null}
          isLocked={run.isPending}
          onChoose={choose}
        />
        {file && <Facts facts={[{ term: t('exchange:file.name'), value: <span translate="no">{file.name}</span> }]} />}
        {preview.isRunning && (
          <Progress
            label={t('glossary:import.reading')}
            progress={preview.progress}
            onCancel={() => {
              preview.cancel();
              setFile(null);
            }}
          />
        )}
        {preview.error !== null && <GlossaryRefusal error={preview.error} />}
      </Section>
      {file && preview.result && !run.data && (
        <Arrival key={file.name}>
          <Preview
            preview={preview.result.preview}
            isBusy={run.isPending}
            error={run.error}
            onImport={() => run.mutate(file)}
          />
        </Arrival>
      )}
      {run.data && (
        <Arrival>
          <Result counts={run.data.counts} position={run.data.position} />
        </Arrival>
      )}
    </Page>
  );
}

interface PreviewProps {
  preview: GlossaryPreview;
  isBusy: boolean;
  /** Why the import was refused after all. */
  error: unknown;
  onImport: () => void;
}

function Preview({ preview, isBusy, error, onImport }: PreviewProps): ReactElement {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const columnName = useColumnNames();
  const fates = useMemo(() => fateWords(glossaryFates, (fate) => t(fateKeys[fate]), tones), [t]);
  const wanted = preview.counts.create + preview.counts.update;
  return (
    <Section title={t('import.preview')}>
      <CountFacts counts={preview.counts} keys={fateKeys} />
      <FileRows
        rows={preview.rows}
        counts={preview.counts}
        fates={fates}
        first="update"
        details={({ fate, changes }) =>
          fate === 'update' && changes.length > 0
            ? t('import.changes', { columns: format.list(changes.map(columnName)) })
            : ''
        }
      />
      <div>
        <Button kind="primary" isDisabled={wanted === 0} onPress={() => !isBusy && onImport()}>
          {isBusy ? t('import.running') : t('import.run', { count: wanted, formatted: format.number(wanted) })}
        </Button>
        <p className={styles.note}>{wanted === 0 ? t('import.nothing') : t('import.hint')}</p>
      </div>
      {error !== null && <GlossaryRefusal error={error} />}
    </Section>
  );
}

function CountFacts({ counts, keys }: { counts: Counts; keys: typeof fateKeys | typeof doneKeys }): ReactElement {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  return (
    <Facts
      facts={glossaryFates
        .filter((fate) => counts[fate] > 0)
        .map((fate) => ({ term: t(keys[fate]), value: format.number(counts[fate]) }))}
    />
  );
}

/** What the import did, where it is to be seen, and the way back. */
function Result({ counts, position }: { counts: Counts; position: number }): ReactElement {
  const { t } = useTranslation(['glossary', 'common']);
  const { data: history } = useQuery(query.history.state.queryOptions());
  const isLast = history?.undo?.seq === position;
  return (
    <Section title={t('glossary:import.resultTitle')}>
      <p role="status">{t('glossary:import.done')}</p>
      <CountFacts counts={counts} keys={doneKeys} />
      <div className={styles.actions}>
        <ButtonLink href="/registers/glossary" kind="primary">
          {t('glossary:import.toGlossary')}
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
