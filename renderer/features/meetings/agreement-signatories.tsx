import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useFieldArray } from 'react-hook-form';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Agreement } from '#shared/contract/agreements.ts';
import { languageTags } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { IconButton } from '../../ui/button.tsx';
import styles from './rows.module.css';
import { useMeeting } from './use-meeting.ts';
import { useSpeakers } from './use-speakers.ts';

/** Who signed, chosen from those who take part. */
export function AgreementSignatories({ form }: { form: AutosaveForm<Agreement> }): ReactElement {
  const { t } = useTranslation('meetings');
  const attendance = useMeeting()?.detail.attendance ?? [];
  const participants = useSpeakers(attendance);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'signatories', keyName: '_key' });
  const items = participants.filter(({ id }) => !fields.some(({ attendanceId }) => attendanceId === id));
  const personOf = (attendanceId: string) => attendance.find(({ id }) => id === attendanceId)?.personId;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('signatories.title')}</legend>
      <ul>
        {fields.map((signatory, index) => {
          const participant = participants.find(({ id }) => id === signatory.attendanceId);
          const name = participant?.label ?? t('signatories.gone');
          const personId = personOf(signatory.attendanceId);
          const language = participant?.language && { lang: languageTags[participant.language] };
          return (
            <li key={signatory.id} className={styles.head}>
              <span className={styles.name}>
                {personId ? (
                  <Link href={`/contacts/${personId}`} {...language}>
                    {name}
                  </Link>
                ) : (
                  <span {...language}>{name}</span>
                )}{' '}
                <span className={styles.muted}>{participant?.detail}</span>
              </span>
              <IconButton
                label={t('signatories.remove', { name })}
                icon={<X aria-hidden />}
                onPress={() => remove(index)}
              />
            </li>
          );
        })}
      </ul>
      {participants.length === 0 ? (
        <p className={styles.muted}>{t('signatories.none')}</p>
      ) : (
        <div className={styles.wide}>
          <AddPicker
            label={t('signatories.add')}
            hint={t('signatories.hint')}
            items={items}
            onAdd={(attendanceId) => append({ id: newId(), attendanceId })}
          />
        </div>
      )}
    </fieldset>
  );
}
