import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { GroupListItem } from '#shared/contract/groups.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { LanguageMarks } from '../../ui/language-marks.tsx';
import { ListFrame } from '../../ui/list-frame.tsx';
import { useTextColumn } from '../../ui/text-column.tsx';

export function GroupsPage(): ReactElement {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const columns = useGroupColumns();
  const { data, error } = useQuery(query.groups.list.queryOptions());
  if (error) throw error;

  const newGroup = (
    <Button
      kind="primary"
      onPress={() => void navigate({ to: '/groups/$groupId', params: { groupId: newId() }, search: { new: true } })}
    >
      <Plus aria-hidden />
      {t('newGroup')}
    </Button>
  );
  return (
    <Page title={t('title')}>
      <ListFrame
        label={t('title')}
        name="groups"
        rows={data}
        columns={columns}
        rowId={rowId}
        rowHref={rowHref}
        filterText={filterText}
        defaultSort={{ column: 'name', direction: 'ascending' }}
        empty={{ text: t('empty'), action: newGroup }}
        extra={data?.length ? newGroup : undefined}
      />
    </Page>
  );
}

const rowId = (row: GroupListItem) => row.id;
const rowHref = (row: GroupListItem) => `/groups/${row.id}`;
const filterText = (row: GroupListItem) => Object.values(row.name).join(' ');

function useGroupColumns(): TableColumn<GroupListItem>[] {
  const { t } = useTranslation('groups');
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
      {
        id: 'members',
        title: t('column.members'),
        isNumber: true,
        cell: (row) => format.number(row.memberCount),
        compare: (a, b) => a.memberCount - b.memberCount,
      },
      {
        id: 'meetings',
        title: t('column.meetings'),
        isNumber: true,
        cell: (row) => format.number(row.meetingCount),
        compare: (a, b) => a.meetingCount - b.meetingCount,
      },
      {
        id: 'lastMeeting',
        title: t('column.lastMeeting'),
        cell: (row) => (row.lastMeeting === null ? t('noMeeting') : format.date(row.lastMeeting)),
        compare: (a, b) => (a.lastMeeting ?? '').localeCompare(b.lastMeeting ?? ''),
      },
      { id: 'languages', title: t('column.languages'), cell: (row) => <LanguageMarks value={row.name} /> },
    ],
    [t, format, textColumn],
  );
}
