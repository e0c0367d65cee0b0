import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingListItem } from '#shared/contract/meetings.ts';
import { desktop, query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { Page } from '../../app/page.tsx';
import { meetingStatusKeys } from '../../app/record-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { LanguageMarks } from '../../ui/language-marks.tsx';
import { ListFrame } from '../../ui/list-frame.tsx';
import { useTextColumn } from '../../ui/text-column.tsx';
import { ExportBundleButton } from '../bundles/index.ts';
import { ImportDialog } from '../settings/index.ts';
import styles from './meetings-page.module.css';
import { NewMeetingButton } from './new-meeting-button.tsx';
import { formatKeys, kindKeys } from './words.ts';

const statusTones = {
  planned: 'info',
  live: 'warning',
  draft: 'neutral',
  circulated: 'info',
  agreed: 'good',
  amended: 'good',
} as const satisfies Record<MeetingListItem['status'], string>;

export function MeetingsPage(): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const columns = useMeetingColumns();
  const [file, setFile] = useState<File | null>(null);
  const { data, error } = useQuery(query.meetings.list.queryOptions());
  if (error) throw error;
  const tools = (
    <>
      <Button onPress={() => void desktop.openFile('.json,application/json').then(setFile, notifyError)}>
        <FileInput aria-hidden />
        {t('meetings:importRecord')}
      </Button>
      {(data?.length ?? 0) > 0 && <ExportBundleButton />}
      <NewMeetingButton />
    </>
  );
  return (
    <Page title={t('meetings:title')}>
      <ListFrame
        label={t('meetings:title')}
        name="meetings"
        rows={data}
        columns={columns}
        rowId={rowId}
        rowHref={rowHref}
        filterText={filterText}
        defaultSort={{ column: 'date', direction: 'descending' }}
        empty={{ text: t('meetings:empty'), action: <div className={styles.tools}>{tools}</div> }}
        extra={data?.length ? tools : undefined}
      />
      {file && (
        <ImportDialog
          file={file}
          onClose={() => setFile(null)}
          onImported={() => {
            setFile(null);
            notify(t('meetings:imported'), { label: t('common:undo'), run: () => void undo() });
          }}
        />
      )}
    </Page>
  );
}

const rowId = (row: MeetingListItem) => row.id;
const rowHref = (row: MeetingListItem) => `/meetings/${row.id}`;
const filterText = (row: MeetingListItem) =>
  [row.title, row.group, row.city]
    .flatMap((text) => [text.en, text.ru, text.zh])
    .concat(row.date)
    .join(' ');

function useMeetingColumns(): TableColumn<MeetingListItem>[] {
  const { t } = useTranslation(['meetings']);
  const format = useFormat();
  const textColumn = useTextColumn();
  return useMemo(() => {
    const outcomes = (row: MeetingListItem) => {
      const words = [
        row.decisionCount > 0 && t('count.decisions', { count: row.decisionCount }),
        row.actionCount > 0 && t('count.actions', { count: row.actionCount }),
        row.proposalCount > 0 && t('count.proposals', { count: row.proposalCount }),
      ].filter((word) => word !== false);
      return words.join(' · ');
    };
    return [
      {
        id: 'date',
        title: t('column.date'),
        cell: (row) => <span className={styles.date}>{format.shortDate(row.date)}</span>,
        compare: (a, b) => a.date.localeCompare(b.date),
      },
      textColumn({
        id: 'title',
        title: t('column.title'),
        isRowHeader: true,
        text: (row) => row.title,
        cell: (row) => (
          <span className={styles.title}>
            <span>
              <FallbackText value={row.title} empty={t('untitled')} />
            </span>
            <span className={styles.detail}>
              <LanguageMarks value={row.title} />
              {outcomes(row) !== '' && <span>{outcomes(row)}</span>}
            </span>
          </span>
        ),
      }),
      textColumn({ id: 'group', title: t('column.group'), text: (row) => row.group }),
      {
        id: 'kind',
        title: t('column.kind'),
        cell: (row) => (
          <span className={styles.kind}>
            <span>{t(kindKeys[row.kind])}</span>
            <span className={styles.detail}>{t(formatKeys[row.format])}</span>
            <span className={styles.detail}>
              <FallbackText value={row.city} />
            </span>
          </span>
        ),
        compare: (a, b) => format.compare(t(kindKeys[a.kind]), t(kindKeys[b.kind])),
      },
      {
        id: 'status',
        title: t('column.status'),
        cell: (row) => <Badge tone={statusTones[row.status]}>{t(meetingStatusKeys[row.status])}</Badge>,
        compare: (a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status),
      },
    ];
  }, [t, format, textColumn]);
}

const statusOrder = Object.keys(meetingStatusKeys);
