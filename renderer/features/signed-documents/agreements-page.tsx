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
import { agreementKindKeys } from '../../app/record-words.ts';
import { useToday } from '../../app/today.ts';
import { Button } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { Register } from '../../ui/register/register.tsx';
import { AreasButton, RecordState } from '../follow-up/index.ts';
import { RegisterTabs } from '../registers/index.ts';
import { AgreementPane } from './agreement-pane.tsx';
import { Filters } from './filters.tsx';
import { MeetingName, signedOnSort, useAgreementColumns } from './use-agreement-columns.tsx';
import { useNewAgreement } from './use-new-agreement.ts';
import { type AgreementsSearch, type AgreementsView, askFor, firstView, linkedView, readSearch } from './view.ts';

type Head = z.infer<typeof agreementHead>;

const route = getRouteApi('/registers/agreements');
const queryKey = query.agreements.list.key();
const rowId = (row: AgreementListItem) => row.agreementId;

/** The register keeps its view while the user is on another screen. */
let remembered = firstView;

/** Everything that was signed, over all meetings and outside of them. */
export function AgreementsPage(): ReactElement {
  const { t } = useTranslation('signed-documents');
  const language = useUiLanguage();
  const navigate = useNavigate();
  const search: AgreementsSearch = route.useSearch();
  const { open } = search;
  const { view, update } = useView(search);
  const today = useToday();
  const columns = useAgreementColumns(view.grouping, today, open !== undefined);
  const create = useNewAgreement();
  const asked = useMemo(() => ({ ...askFor(view), today }), [view, today]);
  const load = useCallback(
    (window: { text: string; offset: number; limit: number }) => api.agreements.list({ ...asked, ...window }),
    [asked],
  );
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
        onSort={({ isDescending }) => update({ isDescending })}
        filters={<Filters view={view} onView={update} />}
        extra={
          <>
            <AreasButton />
            {newDocument}
          </>
        }
        openId={open ?? null}
        onOpen={(id) =>
          void navigate({
            to: '/registers/agreements',
            search: readSearch({ ...search, open: id }),
            replace: true,
            resetScroll: false,
          })
        }
        detail={(id) => <AgreementPane agreementId={id} today={today} />}
        detailLabel={t('document')}
        empty={{ text: t('empty') }}
      />
    </Page>
  );
}

/** The view as it was left, or as a link asks for it. */
function useView(search: AgreementsSearch): {
  view: AgreementsView;
  update: (change: Partial<AgreementsView>) => void;
} {
  const linked = JSON.stringify(linkedView(search));
  const [state, setState] = useState({ linked: 'null', view: remembered });
  let { view } = state;
  if (linked !== state.linked) {
    view = linkedView(search) ?? view;
    setState({ linked, view });
  }
  return {
    view,
    update: (change) => {
      remembered = { ...view, ...change };
      setState({ linked, view: remembered });
    },
  };
}

function Heading({ head }: { head: Head }): ReactElement {
  const { t } = useTranslation(['signed-documents', 'meetings']);
  switch (head.by) {
    case 'standing':
      return <RecordState kind="agreement" state={head.standing} />;
    case 'kind':
      return <>{t(agreementKindKeys[head.kind])}</>;
    case 'partner':
      return <FallbackText value={head.name} empty={t('heading.noParty')} />;
    case 'year':
      return <>{head.year === '' ? t('heading.noDate') : head.year}</>;
    case 'meeting':
      return head.meeting === null ? <>{t('heading.noMeeting')}</> : <MeetingName meeting={head.meeting} />;
  }
}
