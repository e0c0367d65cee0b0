import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActionHead, type ActionListItem, actionSorts } from '#shared/contract/actions.ts';
import { api, query } from '../../app/api.ts';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Register } from '../../ui/register/register.tsx';
import { ActionCommands } from './action-commands.tsx';
import { ActionDetail } from './action-detail.tsx';
import { ActionFilters } from './action-filters.tsx';
import { ActionHeading } from './action-heading.tsx';
import { ActionReport } from './action-report.tsx';
import { RegisterTabs } from './register-tabs.tsx';
import { useActionColumns } from './use-action-columns.tsx';
import { type ActionsSearch, type ActionsView, askFor, changeView, firstView, linkedView, readSearch } from './view.ts';

const route = getRouteApi('/registers/actions');
const rowId = (row: ActionListItem): string => row.entryId;
const noIds: readonly string[] = [];

/** The register keeps its view while the user is on another screen. */
let remembered = firstView;

/** Action items of all meetings. */
export function ActionsPage(): ReactElement {
  const { t } = useTranslation('registers');
  const search: ActionsSearch = route.useSearch();
  const navigate = useNavigate();
  const today = useToday();
  const { view, update, kept, keep } = useView(search);
  const open = search.open ?? null;
  const keepOne = useCallback((entryId: string) => keep([entryId]), [keep]);
  const columns = useActionColumns(view.grouping !== 'meeting' && open === null, today, keepOne);
  const asked = useMemo(() => ({ ...askFor(view), today }), [view, today]);
  const queryKey = useMemo(() => [...query.actions.list.key(), kept], [kept]);
  const load = useCallback(
    (window: { text: string; offset: number; limit: number }) =>
      api.actions.list({ ...asked, keptIds: [...kept], ...window }),
    [asked, kept],
  );
  return (
    <Page title={t('actions')}>
      <RegisterTabs />
      <Register<ActionListItem, ActionHead>
        name="actions"
        label={t('actions')}
        queryKey={queryKey}
        view={asked}
        load={load}
        columns={columns}
        rowId={rowId}
        rowName={(row) => t('rowName', { number: row.number })}
        heading={(head) => <ActionHeading head={head} />}
        sort={{ by: view.sort, isDescending: view.isDescending }}
        onSort={({ by, isDescending }) =>
          update({ sort: actionSorts.find((sort) => sort === by) ?? firstView.sort, isDescending })
        }
        filters={<ActionFilters view={view} update={update} />}
        extra={<ActionReport view={view} />}
        bulk={({ rows, clear }) => <ActionCommands actions={rows} onChange={keep} onDone={clear} />}
        openId={open}
        onOpen={(id) => {
          const { due, owner, side, group } = search;
          const linked = { due, owner, side, group };
          void navigate({
            to: '/registers/actions',
            search: readSearch({ ...linked, open: id }),
            replace: true,
            // The row, or the pane, comes into sight by itself.
            resetScroll: false,
          });
        }}
        detail={(id) => <ActionDetail entryId={id} today={today} onChange={keep} />}
        detailLabel={t('detail.label')}
        empty={{ text: t('empty'), action: <ButtonLink href="/meetings">{t('toMeetings')}</ButtonLink> }}
      />
    </Page>
  );
}

interface ViewState {
  view: ActionsView;
  update: (change: Partial<ActionsView>) => void;
  /** Rows that were changed here stay where they are until the view changes: nothing jumps away from under the hand. */
  kept: readonly string[];
  keep: (entryIds: readonly string[]) => void;
}

/** The view as it was left, or as a link asks for it. */
function useView(search: ActionsSearch): ViewState {
  const linked = JSON.stringify(linkedView(search));
  const [state, setState] = useState<{ linked: string; view: ActionsView }>({ linked: 'null', view: remembered });
  const [kept, setKept] = useState(noIds);
  let { view } = state;
  if (linked !== state.linked) {
    view = linkedView(search) ?? state.view;
    setState({ linked, view });
    setKept(noIds);
  }
  const update = (change: Partial<ActionsView>) => {
    remembered = changeView(view, change);
    setState({ linked, view: remembered });
    setKept(noIds);
  };
  const keep = useCallback(
    (entryIds: readonly string[]) => setKept((before) => [...new Set([...before, ...entryIds])].slice(-mostKept)),
    [],
  );
  return { view, update, kept, keep };
}

/** As many as the register may be asked to keep. */
const mostKept = 2_000;
