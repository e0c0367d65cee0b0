import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeKind } from '#shared/contract/exchange.ts';
import { Page } from '../../app/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Arrival } from './arrival.tsx';
import styles from './exchange.module.css';
import { fieldsOf, hasName, useFieldNames } from './fields.ts';
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
  const { t } = useTranslation('exchange');
  const nameOf = useFieldNames();
  const state = useImport(kind);
  const { inspection, preview, run } = state;
  const isLocked = run.isRunning;
  return (
    <>
      <FileSection state={state} isLocked={isLocked} />
      {inspection && run.result === null && (
        <MappingSection
          columns={inspection.format === 'vcard' ? [] : inspection.columns}
          fields={fieldsOf[kind]}
          nameOf={nameOf}
          mapping={state.mapping}
          onMap={state.map}
          lack={
            hasName(state.mapping) ? null : kind === 'people' ? t('columns.noName') : t('columns.noOrganizationName')
          }
          preview={preview}
          isLocked={isLocked}
        />
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
