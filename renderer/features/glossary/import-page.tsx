import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { glossaryFates, type GlossaryPreview } from '#shared/contract/glossary.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import { flushAll } from '../../app/saving.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { Arrival, fateWords, FileRows, ReadFileSection, UndoImport, useStream } from '../exchange/index.ts';
import styles from './glossary.module.css';
import { GlossaryRefusal, refuseTooLargeGlossary } from './glossary-refusal.tsx';
import { useColumnNames } from './column-names.ts';

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
  const { t } = useTranslation('glossary');
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
  const choose = (chosen: File | null) => {
    setFile(chosen);
    run.reset();
    if (chosen !== null) preview.start(chosen);
  };
  return (
    <Page title={t('import.title')} back={{ href: '/registers/glossary', label: t('concept.back') }}>
      <p className={styles.note}>{t('import.intro')}</p>
      <ReadFileSection
        file={file}
        onFile={choose}
        reading={preview}
        words={{ kinds: t('import.kinds'), reading: t('import.reading') }}
        accept=".xlsx,.csv"
        isLocked={run.isPending}
        refusal={preview.error !== null && <GlossaryRefusal error={preview.error} />}
      />
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
  const { t } = useTranslation('glossary');
  return (
    <Section title={t('import.resultTitle')}>
      <p role="status">{t('import.done')}</p>
      <CountFacts counts={counts} keys={doneKeys} />
      <div className={styles.actions}>
        <ButtonLink href="/registers/glossary" kind="primary">
          {t('import.toGlossary')}
        </ButtonLink>
        <UndoImport position={position} />
      </div>
    </Section>
  );
}
