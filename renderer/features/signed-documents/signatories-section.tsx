import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Controller, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Agreement, AgreementDetail, AgreementSignatory } from '#shared/contract/agreements.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import { emptyText } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { todayHere } from '../../app/today.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Item } from '../../ui/item.tsx';
import { LocalizedField } from '../../ui/localized.tsx';
import { Picker, type PickerItem } from '../../ui/picker.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { usePersonItems } from '../contacts/index.ts';
import { meetingOptions, useSpeakers } from '../meetings/index.ts';
import { PersonName } from './person-name.tsx';
import styles from './signed-documents.module.css';
import { usePartyItems } from './use-party-items.ts';

export interface SignatoriesSectionProps {
  form: AutosaveForm<Agreement>;
  detail: AgreementDetail;
}

const nobody: Attendance[] = [];

/** Who signed, with name and office as of then: of the meeting, of the register, or as typed. */
export function SignatoriesSection({ form, detail }: SignatoriesSectionProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const parties = usePartyItems(form);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'signatories', keyName: '_key' });
  return (
    <Section title={t('signatories.title')}>
      {fields.length === 0 && <p className={styles.muted}>{t('signatories.none')}</p>}
      {fields.map((signatory, index) => (
        <Item
          key={signatory.id}
          title={<SignatoryTitle detail={detail} signatory={signatory} number={index + 1} />}
          tools={
            <IconButton
              label={t('signatories.remove', { number: index + 1 })}
              icon={<X aria-hidden />}
              onPress={() => remove(index)}
            />
          }
        >
          <SignatoryFields form={form} index={index} signatory={signatory} parties={parties} />
        </Item>
      ))}
      <div className={styles.adders}>
        {detail.meeting && (
          <AddOfMeeting
            meetingId={detail.meeting.id}
            chosen={fields}
            onAdd={(attendanceId) => append({ id: newId(), attendanceId }, { shouldFocus: false })}
          />
        )}
        <AddOfRegister form={form} detail={detail} chosen={fields} />
        <Button onPress={() => append({ id: newId(), attendanceId: null, name: emptyText(), position: emptyText() })}>
          <Plus aria-hidden />
          {t('signatories.type')}
        </Button>
      </div>
    </Section>
  );
}

interface SignatoryTitleProps {
  detail: AgreementDetail;
  signatory: AgreementSignatory;
  number: number;
}

function SignatoryTitle({ detail, signatory, number }: SignatoryTitleProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const line = detail.signatories.find(({ id }) => id === signatory.id);
  return line ? <PersonName signatory={line} /> : <>{t('signatories.heading', { number })}</>;
}

interface SignatoryFieldsProps {
  form: AutosaveForm<Agreement>;
  index: number;
  signatory: AgreementSignatory;
  parties: readonly PickerItem[];
}

function SignatoryFields({ form, index, signatory, parties }: SignatoryFieldsProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  return (
    <>
      {signatory.attendanceId === null && (
        <>
          <LocalizedField
            label={t('signatories.name')}
            register={(language) => form.register(`signatories.${index}.name.${language}`)}
            error={(language) => form.issue(`signatories.${index}.name.${language}`)}
          />
          <LocalizedField
            label={t('signatories.position')}
            register={(language) => form.register(`signatories.${index}.position.${language}`)}
            error={(language) => form.issue(`signatories.${index}.position.${language}`)}
          />
        </>
      )}
      {parties.length > 0 && (
        <FieldGrid>
          <Controller
            control={form.control}
            name={`signatories.${index}.partyId`}
            render={({ field }) => (
              <Picker
                label={t('signatories.party')}
                items={parties}
                value={field.value ?? null}
                onChange={(id) => field.onChange(id ?? undefined)}
              />
            )}
          />
        </FieldGrid>
      )}
    </>
  );
}

interface AddOfMeetingProps {
  meetingId: string;
  chosen: readonly AgreementSignatory[];
  onAdd: (attendanceId: string) => void;
}

function AddOfMeeting({ meetingId, chosen, onAdd }: AddOfMeetingProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const { data } = useQuery(meetingOptions(meetingId));
  const participants = useSpeakers(data?.detail.attendance ?? nobody);
  return (
    <AddPicker
      label={t('signatories.ofMeeting')}
      items={participants.filter(({ id }) => !chosen.some(({ attendanceId }) => attendanceId === id))}
      onAdd={onAdd}
    />
  );
}

interface AddOfRegisterProps extends SignatoriesSectionProps {
  chosen: readonly AgreementSignatory[];
}

function AddOfRegister({ form, detail, chosen }: AddOfRegisterProps): ReactElement {
  const { t } = useTranslation('signed-documents');
  const people = usePersonItems();
  /** Name and office as of the signing are for the back end to find, so the form gets them from there. */
  const add = async (personId: string) => {
    try {
      await form.flush();
      const { agreement } = await api.agreements.get({ id: detail.agreementId, today: todayHere() });
      const signatories = [...(agreement.signatories ?? []), { id: newId(), attendanceId: null, personId }];
      await api.agreements.update({ id: detail.agreementId, signatories });
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <AddPicker
      label={t('signatories.ofRegister')}
      hint={t('signatories.ofRegisterHint')}
      items={people.filter(({ id }) => !chosen.some(({ personId }) => personId === id))}
      onAdd={(id) => void add(id)}
    />
  );
}
