import { useQuery } from '@tanstack/react-query';
import { FileUp, Plus } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonListItem } from '#shared/contract/people.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { LanguageMarks } from '../../ui/language-marks.tsx';
import { ListFrame } from '../../ui/list-frame.tsx';
import { useTextColumn } from '../../ui/text-column.tsx';
import { ExportButton } from '../exchange/index.ts';
import { ContactsTabs } from './contacts-tabs.tsx';
import { personSortText } from './person-order.ts';
import { useNewPerson } from './use-new-person.ts';

export function PeoplePage(): ReactElement {
  const { t } = useTranslation('contacts');
  const columns = usePeopleColumns();
  const { data, error } = useQuery(query.people.list.queryOptions());
  const openNewPerson = useNewPerson();
  if (error) throw error;

  const newPerson = (
    <Button kind="primary" onPress={openNewPerson}>
      <Plus aria-hidden />
      {t('newPerson')}
    </Button>
  );
  const importLink = (
    <ButtonLink href="/contacts/import?kind=people">
      <FileUp aria-hidden />
      {t('import')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')}>
      <ContactsTabs current="/contacts" />
      <ListFrame
        label={t('people')}
        name="people"
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
              {newPerson}
              {importLink}
            </>
          ),
        }}
        extra={
          data?.length ? (
            <>
              {importLink}
              <ExportButton kind="people" />
              {newPerson}
            </>
          ) : undefined
        }
      />
    </Page>
  );
}

const rowId = (row: PersonListItem) => row.id;
const rowHref = (row: PersonListItem) => `/contacts/${row.id}`;
const filterText = (row: PersonListItem) =>
  [row.name, row.position, row.organization]
    .flatMap((text) => [text.en, text.ru, text.zh])
    .concat(row.email, row.keys)
    .join(' ');

function usePeopleColumns(): TableColumn<PersonListItem>[] {
  const { t } = useTranslation('contacts');
  const format = useFormat();
  const language = useUiLanguage();
  const textColumn = useTextColumn();
  return useMemo(
    () => [
      textColumn({
        id: 'name',
        title: t('column.name'),
        isRowHeader: true,
        share: 2,
        text: (row) => row.name,
        empty: t('unnamed'),
        sortText: (row) => personSortText(row, language),
      }),
      textColumn({
        id: 'position',
        title: t('column.position'),
        share: 2,
        text: (row) => row.position,
      }),
      textColumn({
        id: 'organization',
        title: t('column.organization'),
        share: 3,
        text: (row) => row.organization,
      }),
      {
        id: 'country',
        title: t('column.country'),
        cell: (row) => format.country(row.country),
        sortText: (row) => format.country(row.country),
      },
      { id: 'languages', title: t('column.languages'), cell: (row) => <LanguageMarks value={row.name} /> },
    ],
    [t, format, language, textColumn],
  );
}
