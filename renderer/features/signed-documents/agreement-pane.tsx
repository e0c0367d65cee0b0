import { useQuery } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { agreementKindKeys } from '../../app/record-words.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { FallbackText } from '../../ui/fallback-text.tsx';
import { DetailPart, DetailParts, HistoryList, LinkedRecords, RecordState, useStateWords } from '../follow-up/index.ts';
import { AgreementFacts } from './agreement-facts.tsx';
import { Files } from './files.tsx';
import styles from './signed-documents.module.css';
import { StateButtons } from './state-buttons.tsx';
import { useValidityWords } from './use-validity-words.ts';

export interface AgreementPaneProps {
  agreementId: string;
  /** `YYYY-MM-DD` */
  today: string;
}

/** A signed document beside the register: what it says and how it stands; its page is where it is written. */
export function AgreementPane({ agreementId, today }: AgreementPaneProps): ReactElement {
  const { t } = useTranslation(['signed-documents', 'meetings', 'common']);
  const words = useValidityWords(today);
  const stateWord = useStateWords();
  const { data, error } = useQuery(query.agreements.get.queryOptions({ input: { id: agreementId, today } }));
  if (error) return <p role="alert">{describeError(error)}</p>;
  if (!data) return <p>{t('common:loading')}</p>;
  return (
    <DetailParts>
      <div className={styles.part}>
        <p className={styles.muted}>{t(agreementKindKeys[data.kind])}</p>
        <h3 className={styles.paneTitle}>
          <FallbackText value={data.title} empty={t('untitled')} />
        </h3>
        <p>
          <RecordState kind="agreement" state={data.standing} /> {words.sentence(data)}
        </p>
        <div className={styles.buttons}>
          <ButtonLink href={`/registers/agreements/${agreementId}`}>
            <Pencil aria-hidden />
            {t('openPage')}
          </ButtonLink>
          <StateButtons detail={data} />
        </div>
      </div>
      <AgreementFacts detail={data} />
      {data.fileList.length > 0 && (
        <DetailPart title={t('files.title')}>
          <Files agreementId={agreementId} files={data.fileList} isReadOnly />
        </DetailPart>
      )}
      {data.linked.length > 0 && (
        <DetailPart title={t('linked.title')}>
          <LinkedRecords label={t('linked.title')} records={data.linked} />
        </DetailPart>
      )}
      <DetailPart title={t('history')}>
        <HistoryList lines={data.history} stateWord={(state) => stateWord('agreement', state)} />
      </DetailPart>
    </DetailParts>
  );
}
