import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SortDescriptor, useFilter } from 'react-aria-components';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { query } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import fieldStyles from '../../ui/field.module.css';
import frameStyles from '../../ui/list-frame.module.css';
import { Select } from '../../ui/select.tsx';
import {
  type ActionGroup,
  type DueState,
  groupActions,
  type Grouping,
  groupings,
  isOpen,
  todayHere,
} from './actions.ts';
import styles from './actions-page.module.css';
import { RegisterTabs } from './register-tabs.tsx';
import { MeetingLink, useActionColumns } from './use-action-columns.tsx';

const groupingKeys = {
  meeting: 'registers:grouping.meeting',
  owner: 'registers:grouping.owner',
  due: 'registers:grouping.due',
} as const satisfies Record<Grouping, string>;

const dueKeys = {
  overdue: 'due.groups.overdue',
  dated: 'due.groups.dated',
  nextMeeting: 'due.groups.nextMeeting',
  notNamed: 'due.groups.notNamed',
  closed: 'due.groups.closed',
} as const satisfies Record<DueState, string>;

interface View {
  filter: string;
  openOnly: boolean;
  grouping: Grouping;
  sort: SortDescriptor;
}
/** The register keeps its place while a meeting is looked at. */
let remembered: View = {
  filter: '',
  openOnly: true,
  grouping: 'meeting',
  sort: { column: 'number', direction: 'ascending' },
};

/** Action items of all meetings. */
export function ActionsPage(): ReactElement {
  const { t } = useTranslation('registers');
  const { data, error } = useQuery(query.actions.list.queryOptions());
  if (error) throw error;
  return (
    <Page title={t('actions')}>
      <RegisterTabs />
      {data?.length === 0 ? (
        <div className={frameStyles.empty}>
          <p>{t('empty')}</p>
        </div>
      ) : (
        <Register items={data} />
      )}
    </Page>
  );
}

function Register({ items }: { items: ActionListItem[] | undefined }): ReactElement {
  const { t } = useTranslation(['registers', 'common']);
  const format = useFormat();
  const language = useUiLanguage();
  const today = todayHere();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [view, setView] = useState(remembered);
  /** Rows closed here stay where they are until the view is changed: nothing jumps away from under the hand. */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const keep = useCallback((item: ActionListItem) => setKept((before) => new Set(before).add(item.entryId)), []);
  const columns = useActionColumns(view.grouping, today, keep);
  const update = (change: Partial<View>) => {
    remembered = { ...view, ...change };
    setView(remembered);
  };

  const shown = useMemo(() => {
    const filter = view.filter.trim();
    return (items ?? []).filter(
      (item) =>
        (!view.openOnly || isOpen(item) || kept.has(item.entryId)) &&
        (filter === '' || contains(searchText(item), filter)),
    );
  }, [items, view.filter, view.openOnly, kept, contains]);
  const groups = groupActions(shown, view.grouping, language, today, (a, b) => format.compare(a, b));

  return (
    <div className={frameStyles.frame}>
      <div className={frameStyles.bar}>
        <div className={frameStyles.filter}>
          <Search aria-hidden />
          <input
            type="search"
            className={fieldStyles.input}
            aria-label={t('common:list.filter')}
            placeholder={t('common:list.filter')}
            defaultValue={view.filter}
            spellCheck={false}
            onChange={(event) => update({ filter: event.currentTarget.value })}
          />
        </div>
        <span className={frameStyles.count} role="status">
          {items &&
            (shown.length === items.length
              ? t('common:list.count', { count: items.length, formatted: format.number(items.length) })
              : t('common:list.countFiltered', {
                  shown: format.number(shown.length),
                  all: format.number(items.length),
                }))}
        </span>
        <div className={styles.controls}>
          <Checkbox
            label={t('registers:openOnly')}
            value={view.openOnly}
            onChange={(openOnly) => {
              setKept(new Set());
              update({ openOnly });
            }}
          />
          <Select
            label={t('registers:grouping.label')}
            isLabelHidden
            value={view.grouping}
            onChange={(grouping) => update({ grouping })}
            options={groupings.map((grouping) => ({ id: grouping, label: t(groupingKeys[grouping]) }))}
          />
        </div>
      </div>
      {groups.length === 0 && (
        <div className={frameStyles.empty}>
          <p>{nothing()}</p>
        </div>
      )}
      {groups.map((group, index) => (
        <section key={group.id} className={styles.group} aria-labelledby={`group-${index}`}>
          <h2 id={`group-${index}`} className={styles.heading}>
            <GroupTitle group={group} />
            <span className={styles.count}>
              {t('common:list.count', { count: group.items.length, formatted: format.number(group.items.length) })}
            </span>
          </h2>
          <div className={`${frameStyles.scroll ?? ''} ${styles.table ?? ''}`}>
            <DataTable
              label={t('registers:actions')}
              rows={group.items}
              columns={columns}
              rowId={(row) => row.entryId}
              sort={view.sort}
              onSort={(sort) => update({ sort })}
              empty=""
            />
          </div>
        </section>
      ))}
    </div>
  );

  function nothing(): string {
    if (items === undefined) return t('common:loading');
    return view.filter.trim() === '' ? t('registers:nothingOpen') : t('common:list.nothingMatches');
  }
}

function GroupTitle({ group }: { group: ActionGroup }): ReactElement {
  const { t } = useTranslation('registers');
  switch (group.by) {
    case 'meeting':
      return (
        <span>
          <MeetingLink item={group.meeting} />
        </span>
      );
    case 'owner':
      return group.owner === null ? (
        <span>{t('nobody')}</span>
      ) : (
        <FallbackText value={group.owner} empty={t('noName')} />
      );
    case 'due':
      return <span>{t(dueKeys[group.due])}</span>;
  }
}

function searchText(item: ActionListItem): string {
  return [item.number, ...[item.text, item.meetingTitle, ...item.owners].flatMap((text) => Object.values(text))].join(
    ' ',
  );
}
