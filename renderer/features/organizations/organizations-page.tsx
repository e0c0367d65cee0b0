import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { OrganizationListItem } from '#shared/contract/organizations.ts';
import { chooseText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { LanguageMarks } from '../../ui/language-marks.tsx';
import { ListFrame } from '../../ui/list-frame.tsx';
import { ContactsTabs } from '../contacts/index.ts';
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
        empty={{ text: t('empty'), action: newOrganization }}
        extra={data?.length ? newOrganization : undefined}
      />
    </Page>
  );
}

const rowId = (row: OrganizationListItem) => row.id;
const rowHref = (row: OrganizationListItem) => `/organizations/${row.id}`;
const filterText = (row: OrganizationListItem) =>
  [row.name, row.abbreviation, row.city].flatMap((text) => [text.en, text.ru, text.zh]).join(' ');

function useOrganizationColumns(): TableColumn<OrganizationListItem>[] {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const language = useUiLanguage();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('column.name'),
        isRowHeader: true,
        cell: (row) => <FallbackText value={row.name} empty={t('unnamed')} />,
        compare: byText((row) => row.name, language, format),
      },
      {
        id: 'abbreviation',
        title: t('column.abbreviation'),
        cell: (row) => <FallbackText value={row.abbreviation} />,
        compare: byText((row) => row.abbreviation, language, format),
      },
      {
        id: 'kind',
        title: t('column.kind'),
        cell: (row) => t(kindKeys[row.kind]),
        compare: (a, b) => format.compare(t(kindKeys[a.kind]), t(kindKeys[b.kind])),
      },
      {
        id: 'country',
        title: t('column.country'),
        cell: (row) => format.country(row.country),
        compare: (a, b) => format.compare(format.country(a.country), format.country(b.country)),
      },
      {
        id: 'city',
        title: t('column.city'),
        cell: (row) => <FallbackText value={row.city} />,
        compare: byText((row) => row.city, language, format),
      },
      {
        id: 'people',
        title: t('column.people'),
        isNumber: true,
        cell: (row) => format.number(row.peopleCount),
        compare: (a, b) => a.peopleCount - b.peopleCount,
      },
      { id: 'languages', title: t('column.languages'), cell: (row) => <LanguageMarks value={row.name} /> },
    ],
    [t, format, language],
  );
}

function byText(pick: (row: OrganizationListItem) => LocalizedText, language: Language, format: Format) {
  return (a: OrganizationListItem, b: OrganizationListItem) =>
    format.compare(chooseText(pick(a), language).text, chooseText(pick(b), language).text);
}
