import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Lock, Trash2 } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Agreement, type AgreementDetail, agreement as agreementSchema } from '#shared/contract/agreements.ts';
import { chooseText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { Page } from '../../app/page.tsx';
import { useToday } from '../../app/today.ts';
import { useRecordForm } from '../../app/use-record.ts';
import { Button } from '../../ui/button.tsx';
import { ReadOnlyArea } from '../../ui/read-only.tsx';
import { Section } from '../../ui/section.tsx';
import { HistoryList, useStateWords } from '../follow-up/index.ts';
import { DocumentSection } from './document-section.tsx';
import { Files } from './files.tsx';
import { LinkedSection } from './linked-section.tsx';
import { PartiesSection } from './parties-section.tsx';
import { SignatoriesSection } from './signatories-section.tsx';
import styles from './signed-documents.module.css';
import { TermsSections } from './terms-sections.tsx';

const route = getRouteApi('/registers/agreements/$agreementId');

/** One signed document, as it is written and filed. */
export function AgreementPage(): ReactElement {
  const { t } = useTranslation('signed-documents');
  const { agreementId }: { agreementId: string } = route.useParams();
  const today = useToday();
  const { data, error } = useQuery(query.agreements.get.queryOptions({ input: { id: agreementId, today } }));
  if (error) throw error;
  if (!data) return <Page title={t('title')}>{null}</Page>;
  return <AgreementForm key={agreementId} detail={data} today={today} />;
}

interface AgreementFormProps {
  detail: AgreementDetail;
  today: string;
}

function AgreementForm({ detail, today }: AgreementFormProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const language = useUiLanguage();
  const stateWord = useStateWords();
  const navigate = useNavigate();
  const search: { new?: true } = route.useSearch();
  const isNew = search.new === true;
  const { agreement, agreementId, isLocked } = detail;
  // The form's list is always there; in the record it is absent while nobody is named.
  const record = useMemo(() => ({ ...agreement, signatories: agreement.signatories ?? [] }), [agreement]);
  const { form, remove } = useRecordForm<Agreement>({
    record,
    schema: agreementSchema,
    isStored: true,
    create: (all) => api.agreements.add(all),
    update: (patch) => api.agreements.update(patch),
  });
  const title = chooseText(useWatch({ control: form.control, name: 'title' }), language);
  const removeHere = () =>
    remove({
      run: () => api.agreements.remove({ id: agreementId }),
      done: t('removed'),
      list: '/registers/agreements',
      page: `/registers/agreements/${agreementId}`,
    });
  const leaveNew = () => {
    if (isNew) {
      void navigate({ to: '/registers/agreements/$agreementId', params: { agreementId }, search: {}, replace: true });
    }
  };
  return (
    <Page
      title={title.text || t('untitled')}
      back={{ href: `/registers/agreements?open=${agreementId}`, label: t('backToList') }}
      titleLanguage={title.text === '' ? undefined : title.language}
      actions={
        !isLocked && (
          <Button kind="danger" onPress={() => void removeHere()}>
            <Trash2 aria-hidden />
            {t('remove')}
          </Button>
        )
      }
    >
      {isLocked && detail.meeting && <LockNotice meetingId={detail.meeting.id} />}
      <DocumentSection form={form} detail={detail} startsInTitle={isNew} onStarted={leaveNew} />
      <ReadOnlyArea isReadOnly={isLocked}>
        <PartiesSection form={form} />
        <SignatoriesSection form={form} detail={detail} />
      </ReadOnlyArea>
      <TermsSections key={agreementId} form={form} detail={detail} today={today} />
      <Section title={t('files.title')}>
        <Files agreementId={agreementId} files={detail.fileList} />
      </Section>
      <LinkedSection detail={detail} />
      <Section title={t('history')}>
        <HistoryList lines={detail.history} stateWord={(state) => stateWord('agreement', state)} />
      </Section>
    </Page>
  );
}

/** Why parts of the page can only be read, and where that is changed. */
function LockNotice({ meetingId }: { meetingId: string }): ReactElement {
  const { t } = useTranslation('signed-documents');
  return (
    <div className={styles.lock}>
      <Lock aria-hidden />
      <p>
        {t('locked')} <Link href={`/meetings/${meetingId}/overview`}>{t('toMeeting')}</Link>
      </p>
    </div>
  );
}
