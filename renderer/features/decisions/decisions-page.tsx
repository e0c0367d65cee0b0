import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type decisionHead, type DecisionListItem, decisionStates } from '#shared/contract/decisions.ts';
import { api, query } from '../../app/api.ts';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { Chosen } from '../../ui/register/register-props.ts';
import { Register } from '../../ui/register/register.tsx';
import {
  AreaFilter,
  AreasButton,
  FilterMenu,
  GroupFilter,
  MeetingGroupingMenu,
  MeetingLink,
  RecordState,
  useStateWords,
} from '../follow-up/index.ts';
import { RegisterTabs } from '../registers/index.ts';
import { DecisionDetail } from './decision-detail.tsx';
import { StateDialog } from './state-dialog.tsx';
import { useDecisionColumns } from './use-decision-columns.tsx';
import { type DecisionView, remembered, startView } from './view.ts';

type DecisionHead = z.infer<typeof decisionHead>;

const route = getRouteApi('/registers/decisions');
const rowId = (row: DecisionListItem): string => row.entryId;

/** What the meetings decided, and what holds of it. */
export function DecisionsPage(): ReactElement {
  const { t } = useTranslation('decisions');
  const { open = null, group }: { open?: string | null; group?: string } = route.useSearch();
  const navigate = useNavigate();
  const today = useToday();
  const [view, setView] = useState(() => startView(group));
  const update = (change: Partial<DecisionView>) => {
    remembered.view = { ...view, ...change };
    setView(remembered.view);
  };
  const columns = useDecisionColumns(view.grouping, open !== null);
  const { state, ...rest } = view;
  return (
    <Page title={t('title')}>
      <RegisterTabs />
      <Register<DecisionListItem, DecisionHead>
        name="decisions"
        label={t('title')}
        queryKey={query.decisions.list.key()}
        view={{ ...view, today }}
        load={(window) => api.decisions.list({ ...window, ...rest, today, states: state === null ? [] : [state] })}
        columns={columns}
        rowId={rowId}
        rowName={(row) => row.number}
        heading={(head) => <Heading head={head} />}
        sort={{ by: 'meeting', isDescending: view.isDescending }}
        onSort={({ isDescending }) => update({ isDescending })}
        filters={<Filters view={view} update={update} />}
        extra={<AreasButton />}
        bulk={(chosen) => <Bulk chosen={chosen} />}
        openId={open}
        onOpen={(id) =>
          void navigate({
            to: '/registers/decisions',
            search: id === null ? {} : { open: id },
            replace: true,
            resetScroll: false,
          })
        }
        detail={(id) => <DecisionDetail key={id} entryId={id} />}
        detailLabel={t('decision')}
        empty={{ text: t('empty'), action: <ButtonLink href="/meetings">{t('toMeetings')}</ButtonLink> }}
      />
    </Page>
  );
}

const otherGroupings = ['group', 'state'] as const satisfies DecisionView['grouping'][];

const groupingKeys = {
  group: 'grouping.group',
  state: 'grouping.state',
} as const satisfies Record<(typeof otherGroupings)[number], string>;

interface FiltersProps {
  view: DecisionView;
  update: (change: Partial<DecisionView>) => void;
}

function Filters({ view, update }: FiltersProps): ReactElement {
  const { t } = useTranslation('decisions');
  const word = useStateWords();
  return (
    <>
      <MeetingGroupingMenu
        value={view}
        others={otherGroupings.map((id) => ({ id, label: t(groupingKeys[id]) }))}
        onChange={update}
      />
      <FilterMenu
        label={t('filter.state')}
        choices={decisionStates.map((id) => ({ id, label: word('decision', id) }))}
        value={view.state}
        onChange={(state) => update({ state })}
      />
      <GroupFilter value={view.groupId} onChange={(groupId) => update({ groupId })} />
      <AreaFilter value={view.areaId} onChange={(areaId) => update({ areaId })} />
    </>
  );
}

function Heading({ head }: { head: DecisionHead }): ReactElement {
  const { t } = useTranslation('decisions');
  switch (head.by) {
    case 'meeting':
      return <MeetingLink meeting={head.meeting} />;
    case 'group':
      return head.groupId === null ? <>{t('noGroup')}</> : <FallbackText value={head.name} empty={t('unnamedGroup')} />;
    case 'state':
      return <RecordState kind="decision" state={head.state} />;
  }
}

function Bulk({ chosen }: { chosen: Chosen<DecisionListItem> }): ReactElement {
  const { t } = useTranslation('decisions');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('state.change')}</Button>
      {isOpen && <StateDialog decisions={chosen.rows} onClose={() => setOpen(false)} onDone={chosen.clear} />}
    </>
  );
}
