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
import { Page } from '../../app/page.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import frameStyles from '../../ui/list-frame.module.css';
import { SearchField } from '../../ui/search-field.tsx';
import { RegisterTabs } from '../registers/index.ts';
import { ExportMenu } from './export-menu.tsx';
import styles from './glossary.module.css';
import { useConceptColumns } from './use-concept-columns.tsx';

/** So many are there at once, whatever the length of the glossary; the others follow. */
const firstConcepts = 300;
/** As many as the back end gives at once. */
const mostConcepts = 20_000;
const rowId = (row: ShownConcept) => row.id;
const rowHref = (row: ShownConcept) => `/registers/glossary/${row.id}`;

interface View {
  query: string;
  /** null: as the back end has them, by their first term. */
  sort: SortDescriptor | null;
}
/** The register keeps its place while one concept is looked at. */
let remembered: View = { query: '', sort: null };

/** All concepts with their terms in three languages. */
export function GlossaryPage(): ReactElement {
  const { t } = useTranslation('glossary');
  const [view, setView] = useState(remembered);
  const first = useQuery(
    calls.glossary.list.queryOptions({
      input: { query: view.query, limit: firstConcepts },
      placeholderData: keepPreviousData,
    }),
  );
  const isLong = !first.isPlaceholderData && first.data !== undefined && first.data.total > firstConcepts;
  const all = useQuery(
    calls.glossary.list.queryOptions({ input: { query: view.query, limit: mostConcepts }, enabled: isLong }),
  );
  const error = first.error ?? all.error;
  if (error) throw error;
  const data = isLong ? (all.data ?? first.data) : first.data;
  const update = (change: Partial<View>) => {
    remembered = { ...remembered, ...change };
    setView(remembered);
  };
  const isEmpty = data?.total === 0 && view.query === '' && !first.isPlaceholderData;
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
        <Register
          view={view}
          concepts={data?.concepts}
          total={data?.total ?? 0}
          isComplete={!isLong || all.data !== undefined}
          onView={update}
        />
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
  /** All of them that the back end gives are here. */
  isComplete: boolean;
  onView: (change: Partial<View>) => void;
}

function Register({ view, concepts, total, isComplete, onView }: RegisterProps): ReactElement {
  const { t } = useTranslation(['glossary', 'common']);
  const format = useFormat();
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
      {isComplete && concepts && total > concepts.length && (
        <p className={styles.note}>{t('glossary:tooMany', { shown: format.number(concepts.length) })}</p>
      )}
      <div className={frameStyles.scroll}>
        <DataTable
          label={t('glossary:title')}
          rows={concepts ?? []}
          columns={columns}
          rowId={rowId}
          rowHref={rowHref}
          {...(view.sort && { sort: view.sort })}
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
