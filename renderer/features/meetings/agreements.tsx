import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'react-aria-components';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { type Agreement, agreement as agreementSchema } from '#shared/contract/agreements.ts';
import { emptyText } from '#shared/domain/language.ts';
import { api, query } from '../../app/api.ts';
import { undo } from '../../app/history.ts';
import { notify, notifyError } from '../../app/notify.ts';
import { useAutosaveForm } from '../../app/use-autosave-form.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { AgreementParties } from './agreement-parties.tsx';
import { AgreementSignatories } from './agreement-signatories.tsx';
import { keyAtEnd } from '../../app/order-keys.ts';
import { keyAfterMove, moveStep, useKeepFocus } from './order.ts';
import { RowButtons } from './row-buttons.tsx';
import styles from './rows.module.css';
import { agreementKindKeys, useOptions } from './words.ts';

export interface AgreementsProps {
  meetingId: string;
  agreements: readonly Agreement[];
}

/** Documents signed at the meeting. */
export function Agreements({ meetingId, agreements }: AgreementsProps): ReactElement {
  const { t } = useTranslation('meetings');
  const add = useMutation(query.agreements.add.mutationOptions({ onError: notifyError }));
  const keepFocus = useKeepFocus(agreements.map((agreement) => agreement.id).join());
  const move = (index: number, step: 1 | -1) => {
    const orderKey = keyAfterMove(agreements, index, step);
    const agreement = agreements[index];
    if (orderKey === null || !agreement) return;
    keepFocus();
    api.agreements.update({ id: agreement.id, orderKey }).catch(notifyError);
  };
  const addOne = () =>
    add.mutate({
      id: newId(),
      meetingId,
      kind: 'memorandum',
      title: emptyText(),
      signedOn: null,
      several: false,
      parties: [],
      orderKey: keyAtEnd(agreements),
    });
  return (
    <Section
      title={t('agreements.title')}
      actions={
        <Button onPress={addOne}>
          <Plus aria-hidden />
          {t('agreements.add')}
        </Button>
      }
    >
      {agreements.length === 0 && <p className={styles.muted}>{t('agreements.none')}</p>}
      {agreements.map((agreement, index) => (
        <AgreementRow
          key={agreement.id}
          agreement={agreement}
          number={index + 1}
          isLast={index === agreements.length - 1}
          onMove={(step) => move(index, step)}
        />
      ))}
    </Section>
  );
}

interface RowProps {
  agreement: Agreement;
  number: number;
  isLast: boolean;
  onMove: (step: 1 | -1) => void;
}

function AgreementRow({ agreement, number, isLast, onMove }: RowProps): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const kinds = useOptions(agreementKindKeys);
  // The form's list is always there; in the record it is absent while nobody is named.
  const record = useMemo(() => ({ ...agreement, signatories: agreement.signatories ?? [] }), [agreement]);
  const form = useAutosaveForm<Agreement>({
    record,
    schema: agreementSchema,
    save: (patch) => api.agreements.update({ ...patch, id: agreement.id }),
  });
  const name = t('meetings:agreements.heading', { number });
  const remove = async () => {
    try {
      await form.flush();
      await api.agreements.remove({ id: agreement.id });
      notify(t('meetings:agreements.removed'), { label: t('common:undo'), run: () => void undo() });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <div
      className={styles.row}
      data-focus={agreement.id}
      onKeyDownCapture={(event) => {
        const step = moveStep(event);
        if (step === null) return;
        event.preventDefault();
        onMove(step);
      }}
    >
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <Link href={`/registers/agreements/${agreement.id}`}>{t('meetings:agreements.register')}</Link>
        <RowButtons name={name} isFirst={number === 1} isLast={isLast} onMove={onMove} onRemove={() => void remove()} />
      </div>
      <LocalizedField
        label={t('meetings:agreements.documentTitle')}
        register={(language) => form.register(`title.${language}`)}
        error={(language) => form.issue(`title.${language}`)}
      />
      <FieldGrid>
        <Controller
          control={form.control}
          name="kind"
          render={({ field }) => (
            <Select
              label={t('meetings:agreements.kind')}
              value={field.value}
              onChange={field.onChange}
              options={kinds}
            />
          )}
        />
        <Controller
          control={form.control}
          name="signedOn"
          render={({ field }) => (
            <DateField label={t('meetings:agreements.signedOn')} value={field.value} onChange={field.onChange} />
          )}
        />
        <Controller
          control={form.control}
          name="several"
          render={({ field }) => (
            <div className={styles.checks}>
              <Checkbox label={t('meetings:agreements.several')} value={field.value} onChange={field.onChange} />
            </div>
          )}
        />
      </FieldGrid>
      <AgreementParties form={form} />
      <AgreementSignatories form={form} />
    </div>
  );
}
