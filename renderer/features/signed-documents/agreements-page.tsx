import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementListItem, agreementHead } from '#shared/contract/agreements.ts';
import { chooseText } from '#shared/domain/language.ts';
import type { z } from 'zod';
import { api, query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { Button } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Register } from '../../ui/register/register.tsx';
import { AreasButton, RecordState } from '../follow-up/index.ts';
import { RegisterTabs } from '../registers/index.ts';
import { AgreementPane } from './agreement-pane.tsx';
import { Filters } from './filters.tsx';
import type { AgreementsSearch } from './search.ts';
import { MeetingName, signedOnSort, useAgreementColumns } from './use-agreement-columns.tsx';
import { useNewAgreement } from './use-new-agreement.ts';
import { type AgreementsView, askFor, remembered } from './view.ts';
import { kindKeys } from './words.ts';

type Head = z.infer<typeof agreementHead>;

const route = getRouteApi('/registers/agreements');
const queryKey = query.agreements.list.key();
const rowId = (row: AgreementListItem) => row.agreementId;

/** Everything that was signed, over all meetings and outside of them. */
export function AgreementsPage(): ReactElement {
  const { t } = useTranslation('signed-documents');
  const language = useUiLanguage();
  const navigate = useNavigate();
  const { open, group }: AgreementsSearch = route.useSearch();
  const [view, setView] = useState(remembered.view);
  const today = useToday();
  const columns = useAgreementColumns(view.grouping, today, open !== undefined);
  const create = useNewAgreement();
  const groupId = group ?? null;
  const asked = useMemo(() => askFor(view, groupId, today), [view, groupId, today]);
  const load = useCallback(
    (window: { text: string; offset: number; limit: number }) => api.agreements.list({ ...asked, ...window }),
    [asked],
  );
  const change = (part: Partial<AgreementsView>) => {
    remembered.view = { ...view, ...part };
    setView(remembered.view);
  };
  const go = (search: AgreementsSearch) => void navigate({ to: '/registers/agreements', search, replace: true });
  const newDocument = (
    <Button kind="primary" onPress={() => void create()}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')}>
      <RegisterTabs />
      <Register<AgreementListItem, Head>
        name="agreements"
        label={t('title')}
        queryKey={queryKey}
        view={asked}
        load={load}
        columns={columns}
        rowId={rowId}
        rowName={(row) => chooseText(row.title, language).text || t('untitled')}
        heading={(head) => <Heading head={head} />}
        sort={{ by: signedOnSort, isDescending: view.isDescending }}
        onSort={({ isDescending }) => change({ isDescending })}
        filters={
          <Filters
            view={view}
            onView={change}
            groupId={groupId}
            onGroup={(id) => go({ ...(open !== undefined && { open }), ...(id !== null && { group: id }) })}
          />
        }
        extra={
          <>
            <AreasButton />
            {newDocument}
          </>
        }
        openId={open ?? null}
        onOpen={(id) => go({ ...(group !== undefined && { group }), ...(id !== null && { open: id }) })}
        detail={(id) => <AgreementPane agreementId={id} today={today} />}
        detailLabel={t('document')}
        empty={{ text: t('empty') }}
      />
    </Page>
  );
}

function Heading({ head }: { head: Head }): ReactElement {
  const { t } = useTranslation(['signed-documents', 'meetings']);
  switch (head.by) {
    case 'standing':
      return <RecordState kind="agreement" state={head.standing} />;
    case 'kind':
      return <>{t(kindKeys[head.kind])}</>;
    case 'partner':
      return <FallbackText value={head.name} empty={t('heading.noParty')} />;
    case 'year':
      return <>{head.year === '' ? t('heading.noDate') : head.year}</>;
    case 'meeting':
      return head.meeting === null ? <>{t('heading.noMeeting')}</> : <MeetingName meeting={head.meeting} />;
  }
}
