import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineInput, TimelineKind } from '#shared/contract/timeline.ts';
import { languageTags } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { LongTable } from '../../ui/long-table.tsx';
import type { TableColumn } from '../../ui/table-column.ts';
import { useDescription } from './descriptions.ts';
import { hrefOf, type TimelineData } from './events.ts';
import { kindKeys, laneKindKeys, useLaneName } from './labels.ts';
import { MarkShape } from './mark-shape.tsx';
import styles from './timeline.module.css';

export interface TimelineTableProps {
  data: TimelineData;
  lanes: TimelineInput['lanes'];
}

interface Row {
  key: string;
  kind: TimelineKind;
  id: string;
  date: string;
  endDate: string | null;
  lanes: readonly number[];
}

/** The same as the chart shows, the newest first. */
export function TimelineTable({ data, lanes }: TimelineTableProps): ReactElement {
  const { t } = useTranslation('timeline');
  const columns = useColumns(data, lanes);
  const rows = useMemo(() => toRows(data), [data]);
  return (
    <div className={styles.table}>
      <LongTable
        label={t('table')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        rowHref={({ kind, id }) => hrefOf(kind, id)}
        empty=""
      />
    </div>
  );
}

const rowId = ({ key }: Row): string => key;

function toRows({ count, kinds, ids, dates, endDates, lanesOf }: TimelineData): Row[] {
  const rows: Row[] = [];
  for (let event = count - 1; event >= 0; event--) {
    const kind = kinds[event] ?? 'meeting';
    const id = ids[event] ?? '';
    const [date, endDate] = [dates[event] ?? '', endDates[event] ?? null];
    rows.push({ key: `${kind} ${id}`, kind, id, date, endDate, lanes: lanesOf(event) });
  }
  return rows;
}

function useColumns(data: TimelineData, lanes: TimelineInput['lanes']): TableColumn<Row>[] {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const laneName = useLaneName(lanes);
  return useMemo(
    () => [
      {
        id: 'date',
        title: t('column.date'),
        share: 1.1,
        cell: ({ date, endDate }) =>
          endDate === null ? format.date(date) : t('days', { from: format.date(date), to: format.date(endDate) }),
      },
      {
        id: 'kind',
        title: t('column.kind'),
        share: 0.7,
        cell: ({ kind }) => (
          <span className={styles.kindCell}>
            <MarkShape kind={kind} />
            {t(kindKeys[kind])}
          </span>
        ),
      },
      {
        id: 'title',
        title: t('column.title'),
        isRowHeader: true,
        share: 2.4,
        cell: ({ kind, id }) => <Title kind={kind} id={id} />,
      },
      {
        id: 'meeting',
        title: t('column.meeting'),
        share: 1.6,
        cell: ({ kind, id }) => (kind === 'meeting' ? '' : <MeetingTitle kind={kind} id={id} />),
      },
      {
        id: 'lanes',
        title: t(laneKindKeys[lanes]),
        share: 1.6,
        cell: ({ lanes: indexes }) =>
          indexes.map((index, place) => {
            const lane = data.lanes[index];
            const name = lane && laneName(lane);
            return (
              name && (
                <span key={index} {...(name.language && { lang: languageTags[name.language] })}>
                  {place > 0 && '; '}
                  {name.text}
                </span>
              )
            );
          }),
      },
    ],
    [t, format, laneName, data, lanes],
  );
}

function Title({ kind, id }: { kind: TimelineKind; id: string }): ReactElement {
  const { t } = useTranslation(['timeline', 'common']);
  const description = useDescription(kind, id);
  if (description === undefined) return <></>;
  if (description === null) return <>{t('timeline:removed')}</>;
  return <FallbackText value={description.title} empty={t('common:unnamed')} />;
}

function MeetingTitle({ kind, id }: { kind: TimelineKind; id: string }): ReactElement {
  const { t } = useTranslation('common');
  const description = useDescription(kind, id);
  if (!description?.meeting) return <></>;
  return <FallbackText value={description.meeting.title} empty={t('unnamed')} />;
}
