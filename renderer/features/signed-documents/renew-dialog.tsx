import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { AgreementDetail } from '#shared/contract/agreements.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ReportDialog } from '../follow-up/index.ts';
import { proposeEnd } from './days.ts';

export interface RenewDialogProps {
  detail: AgreementDetail;
  onClose: () => void;
}

/** Keeps a document in force until a later day. */
export function RenewDialog({ detail, onClose }: RenewDialogProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const format = useFormat();
  const [validTo, setValidTo] = useState(() => proposeEnd(detail.terms, detail.validTo));
  const [isEndless, setEndless] = useState(false);
  return (
    <ReportDialog
      title={t('renew.title')}
      submitLabel={t('renew.run')}
      groupId={detail.meeting?.groupId ?? null}
      missing={!isEndless && validTo === null ? t('renew.needed') : null}
      onClose={onClose}
      onSubmit={async (report) => {
        await api.agreements.renew({
          id: newId(),
          agreementId: detail.agreementId,
          validTo: isEndless ? null : validTo,
          ...report,
        });
        return t('renew.done');
      }}
    >
      {detail.validTo !== null && <p>{t('renew.present', { date: format.date(detail.validTo) })}</p>}
      {!isEndless && <DateField autoFocus label={t('renew.until')} value={validTo} onChange={setValidTo} />}
      <Checkbox label={t('renew.endless')} value={isEndless} onChange={setEndless} />
    </ReportDialog>
  );
}
