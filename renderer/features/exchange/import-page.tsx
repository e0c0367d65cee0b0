import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeKind } from '#shared/contract/exchange.ts';
import { Page } from '../../app/page.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './exchange.module.css';
import { FileSection } from './file-section.tsx';
import { MappingSection } from './mapping-section.tsx';
import { PreviewSection } from './preview-section.tsx';
import { ResultSection } from './result-section.tsx';
import { useImport } from './use-import.ts';

const route = getRouteApi('/contacts/import');

/** Brings a file of contacts or organisations in: file, columns, preview, result, one below the other. */
export function ImportPage(): ReactElement {
  const { t } = useTranslation('exchange');
  const { kind = 'people' }: { kind?: ExchangeKind } = route.useSearch();
  const navigate = useNavigate();
  const list = kind === 'people' ? '/contacts' : '/organizations';
  return (
    <Page title={t('title')} back={{ href: list, label: t('backToList') }}>
      <p className={styles.muted}>{t('intro')}</p>
      <div className={styles.narrow}>
        <Select
          label={t('kind.label')}
          value={kind}
          onChange={(wanted) => void navigate({ to: '/contacts/import', search: { kind: wanted }, replace: true })}
          options={[
            { id: 'people', label: t('kind.people') },
            { id: 'organizations', label: t('kind.organizations') },
          ]}
        />
      </div>
      <Steps key={kind} kind={kind} />
    </Page>
  );
}

function Steps({ kind }: { kind: ExchangeKind }): ReactElement {
  const state = useImport(kind);
  const { inspection, preview, run } = state;
  const isLocked = run.isRunning;
  return (
    <>
      <FileSection state={state} isLocked={isLocked} />
      {inspection && run.result === null && (
        <MappingSection state={state} inspection={inspection} kind={kind} isLocked={isLocked} />
      )}
      {preview.result && run.result === null && (
        <Arrival>
          <PreviewSection state={state} preview={preview.result.preview} kind={kind} />
        </Arrival>
      )}
      {run.result && (
        <Arrival>
          <ResultSection result={run.result} kind={kind} />
        </Arrival>
      )}
    </>
  );
}

/** A step that appears takes the focus, so that the keyboard goes on there and a screen reader hears of it. */
function Arrival({ children }: { children: ReactNode }): ReactElement {
  const step = useRef<HTMLDivElement>(null);
  useEffect(() => step.current?.focus(), []);
  return (
    <div ref={step} tabIndex={-1} className={styles.arrival}>
      {children}
    </div>
  );
}
