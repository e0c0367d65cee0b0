import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { proposalHead, ProposalListItem } from '#shared/contract/proposals.ts';
import { api, query } from '../../app/api.ts';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import type { Chosen } from '../../ui/register/register-props.ts';
import { Register } from '../../ui/register/register.tsx';
import { AreaNames, AreasButton, MeetingLink, RecordState } from '../follow-up/index.ts';
import { RegisterTabs } from '../registers/index.ts';
import { ProposalDetail } from './proposal-detail.tsx';
import { ProposalFilters } from './proposal-filters.tsx';
import { StageDialog } from './stage-dialog.tsx';
import { useProposalColumns } from './use-proposal-columns.tsx';
import { type ProposalView, remembered, startView } from './view.ts';

type ProposalHead = z.infer<typeof proposalHead>;

const route = getRouteApi('/registers/proposals');
const rowId = (row: ProposalListItem): string => row.entryId;

/** What was proposed at the meetings, and what became of it. */
export function ProposalsPage(): ReactElement {
  const { t } = useTranslation('proposals');
  const { open = null, group }: { open?: string | null; group?: string } = route.useSearch();
  const navigate = useNavigate();
  const today = useToday();
  const [view, setView] = useState(() => startView(group));
  const update = (change: Partial<ProposalView>) => {
    remembered.view = { ...view, ...change };
    setView(remembered.view);
  };
  const columns = useProposalColumns(view.grouping, open !== null);
  const { stage, ...rest } = view;
  return (
    <Page title={t('title')}>
      <RegisterTabs />
      <Register<ProposalListItem, ProposalHead>
        name="proposals"
        label={t('title')}
        queryKey={query.proposals.list.key()}
        view={{ ...view, today }}
        load={(window) => api.proposals.list({ ...window, ...rest, today, stages: stage === null ? [] : [stage] })}
        columns={columns}
        rowId={rowId}
        rowName={(row) => row.number}
        heading={(head) => <Heading head={head} />}
        sort={{ by: 'meeting', isDescending: view.isDescending }}
        onSort={({ isDescending }) => update({ isDescending })}
        filters={<ProposalFilters view={view} update={update} />}
        extra={<AreasButton />}
        bulk={(chosen) => <Bulk chosen={chosen} />}
        openId={open}
        onOpen={(id) =>
          void navigate({
            to: '/registers/proposals',
            search: id === null ? {} : { open: id },
            replace: true,
            resetScroll: false,
          })
        }
        detail={(id) => <ProposalDetail key={id} entryId={id} />}
        detailLabel={t('proposal')}
        empty={{ text: t('empty'), action: <ButtonLink href="/meetings">{t('toMeetings')}</ButtonLink> }}
      />
    </Page>
  );
}

function Heading({ head }: { head: ProposalHead }): ReactElement {
  const { t } = useTranslation('proposals');
  switch (head.by) {
    case 'meeting':
      return <MeetingLink meeting={head.meeting} />;
    case 'stage':
      return <RecordState kind="proposal" state={head.stage} />;
    case 'area':
      return head.area === null ? <>{t('noArea')}</> : <AreaNames areas={[head.area]} />;
    case 'partner':
      return head.organizationId === null ? (
        <>{t('noPartner')}</>
      ) : (
        <FallbackText value={head.name} empty={t('unnamedPartner')} />
      );
  }
}

function Bulk({ chosen }: { chosen: Chosen<ProposalListItem> }): ReactElement {
  const { t } = useTranslation('proposals');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('stage.change')}</Button>
      {isOpen && <StageDialog proposals={chosen.rows} onClose={() => setOpen(false)} onDone={chosen.clear} />}
    </>
  );
}
