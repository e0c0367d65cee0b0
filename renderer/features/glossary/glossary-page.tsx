import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SortDescriptor } from 'react-aria-components';
import { v7 as newId } from 'uuid';
import type { ShownConcept } from '#shared/contract/glossary.ts';
import { query as calls } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import frameStyles from '../../ui/list-frame.module.css';
import { SearchField } from '../../ui/search-field.tsx';
import { RegisterTabs } from '../registers/index.ts';
import { ExportMenu } from './export-menu.tsx';
import styles from './glossary.module.css';
import { useConceptColumns } from './use-concept-columns.tsx';

/** As many as the back end gives at once. */
const mostConcepts = 20_000;
const rowId = (row: ShownConcept) => row.id;
const rowHref = (row: ShownConcept) => `/registers/glossary/${row.id}`;

interface View {
  query: string;
  sort: SortDescriptor | null;
}
/** The register keeps its place while one concept is looked at. */
let remembered: View = { query: '', sort: null };

/** All concepts with their terms in three languages. */
export function GlossaryPage(): ReactElement {
  const { t } = useTranslation('glossary');
  const [view, setView] = useState(remembered);
  const { data, error, isPlaceholderData } = useQuery(
    calls.glossary.list.queryOptions({
      input: { query: view.query, limit: mostConcepts },
      placeholderData: keepPreviousData,
    }),
  );
  if (error) throw error;
  const update = (change: Partial<View>) => {
    remembered = { ...remembered, ...change };
    setView(remembered);
  };
  const isEmpty = data?.total === 0 && view.query === '' && !isPlaceholderData;
  return (
    <Page title={t('title')}>
      <RegisterTabs />
      {isEmpty ? (
        <div className={frameStyles.empty}>
          <p>{t('empty')}</p>
          <div className={styles.actions}>
            <NewConcept />
            <ImportLink />
          </div>
        </div>
      ) : (
        <Register view={view} concepts={data?.concepts} total={data?.total ?? 0} onView={update} />
      )}
    </Page>
  );
}

interface RegisterProps {
  view: View;
  /** undefined while they are being read for the first time. */
  concepts: ShownConcept[] | undefined;
  /** Of all that were found. */
  total: number;
  onView: (change: Partial<View>) => void;
}

function Register({ view, concepts, total, onView }: RegisterProps): ReactElement {
  const { t } = useTranslation(['glossary', 'common']);
  const format = useFormat();
  const uiLanguage = useUiLanguage();
  const columns = useConceptColumns();
  return (
    <div className={frameStyles.frame}>
      <div className={frameStyles.bar}>
        <SearchField label={t('glossary:search')} asked={view.query} onAsk={(query) => onView({ query })} />
        <span className={frameStyles.count} role="status">
          {concepts && t('glossary:count', { count: total, formatted: format.number(total) })}
        </span>
        <div className={frameStyles.extra}>
          <ImportLink />
          <ExportMenu />
          <NewConcept />
        </div>
      </div>
      {concepts && total > concepts.length && (
        <p className={styles.note}>{t('glossary:tooMany', { shown: format.number(concepts.length) })}</p>
      )}
      <div className={frameStyles.scroll}>
        <DataTable
          label={t('glossary:title')}
          rows={concepts ?? []}
          columns={columns}
          rowId={rowId}
          rowHref={rowHref}
          sort={view.sort ?? { column: uiLanguage, direction: 'ascending' }}
          onSort={(sort) => onView({ sort })}
          view={view.query}
          empty={concepts === undefined ? t('common:loading') : t('glossary:nothingFound')}
        />
      </div>
    </div>
  );
}

function NewConcept(): ReactElement {
  const { t } = useTranslation('glossary');
  const navigate = useNavigate();
  return (
    <Button
      kind="primary"
      onPress={() =>
        void navigate({
          to: '/registers/glossary/$conceptId',
          params: { conceptId: newId() },
          search: { new: true },
        })
      }
    >
      <Plus aria-hidden />
      {t('newConcept')}
    </Button>
  );
}

function ImportLink(): ReactElement {
  const { t } = useTranslation('glossary');
  return (
    <ButtonLink href="/registers/glossary/import">
      <FileUp aria-hidden />
      {t('import.open')}
    </ButtonLink>
  );
}
