import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, Plus } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { OrganizationListItem } from '#shared/contract/organizations.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { LanguageMarks } from '../../ui/language-marks.tsx';
import { ListFrame } from '../../ui/list-frame.tsx';
import { useTextColumn } from '../../ui/text-column.tsx';
import { ContactsTabs } from '../contacts/index.ts';
import { ExportButton } from '../exchange/index.ts';
import { kindKeys } from './kinds.ts';

export function OrganizationsPage(): ReactElement {
  const { t } = useTranslation('organizations');
  const navigate = useNavigate();
  const columns = useOrganizationColumns();
  const { data, error } = useQuery(query.organizations.list.queryOptions());
  if (error) throw error;

  const newOrganization = (
    <Button
      kind="primary"
      onPress={() =>
        void navigate({
          to: '/organizations/$organizationId',
          params: { organizationId: newId() },
          search: { new: true },
        })
      }
    >
      <Plus aria-hidden />
      {t('newOrganization')}
    </Button>
  );
  const importLink = (
    <ButtonLink href="/contacts/import?kind=organizations">
      <FileUp aria-hidden />
      {t('import')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')}>
      <ContactsTabs current="/organizations" />
      <ListFrame
        label={t('title')}
        name="organizations"
        rows={data}
        columns={columns}
        rowId={rowId}
        rowHref={rowHref}
        filterText={filterText}
        defaultSort={{ column: 'name', direction: 'ascending' }}
        empty={{
          text: t('empty'),
          action: (
            <>
              {newOrganization}
              {importLink}
            </>
          ),
        }}
        extra={
          data?.length ? (
            <>
              {importLink}
              <ExportButton kind="organizations" />
              {newOrganization}
            </>
          ) : undefined
        }
      />
    </Page>
  );
}

const rowId = (row: OrganizationListItem) => row.id;
const rowHref = (row: OrganizationListItem) => `/organizations/${row.id}`;
const filterText = (row: OrganizationListItem) =>
  [row.name, row.abbreviation, row.city]
    .flatMap((text) => [text.en, text.ru, text.zh])
    .concat(row.aliases)
    .join(' ');

function useOrganizationColumns(): TableColumn<OrganizationListItem>[] {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const textColumn = useTextColumn();
  return useMemo(
    () => [
      textColumn({
        id: 'name',
        title: t('column.name'),
        isRowHeader: true,
        text: (row) => row.name,
        empty: t('unnamed'),
      }),
      textColumn({ id: 'abbreviation', title: t('column.abbreviation'), text: (row) => row.abbreviation }),
      {
        id: 'kind',
        title: t('column.kind'),
        cell: (row) => t(kindKeys[row.kind]),
        sortText: (row) => t(kindKeys[row.kind]),
      },
      {
        id: 'country',
        title: t('column.country'),
        cell: (row) => format.country(row.country),
        sortText: (row) => format.country(row.country),
      },
      textColumn({ id: 'city', title: t('column.city'), text: (row) => row.city }),
      {
        id: 'people',
        title: t('column.people'),
        isNumber: true,
        cell: (row) => format.number(row.peopleCount),
        compare: (a, b) => a.peopleCount - b.peopleCount,
      },
      { id: 'languages', title: t('column.languages'), cell: (row) => <LanguageMarks value={row.name} /> },
    ],
    [t, format, textColumn],
  );
}
