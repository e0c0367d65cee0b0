import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useFieldArray } from 'react-hook-form';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Agreement, AgreementSignatory } from '#shared/contract/agreements.ts';
import { chooseText, emptyText, type Language, languageTags } from '#shared/domain/language.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { IconButton } from '../../ui/button.tsx';
import styles from './rows.module.css';
import { useMeeting } from './use-meeting.ts';
import { useSpeakers } from './use-speakers.ts';

/** Who signed: chosen from those who take part, and those of whom the register of signed documents tells. */
export function AgreementSignatories({ form }: { form: AutosaveForm<Agreement> }): ReactElement {
  const { t } = useTranslation('meetings');
  const language = useUiLanguage();
  const attendance = useMeeting()?.detail.attendance ?? [];
  const participants = useSpeakers(attendance);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'signatories', keyName: '_key' });
  const items = participants.filter(({ id }) => !fields.some(({ attendanceId }) => attendanceId === id));
  const describe = (
    signatory: AgreementSignatory,
  ): { label: string; detail: string; language: Language | undefined } => {
    if (signatory.attendanceId === null) {
      const name = chooseText(signatory.name ?? emptyText(), language);
      const detail = chooseText(signatory.position ?? emptyText(), language).text;
      return {
        label: name.text || t('signatories.gone'),
        detail,
        language: name.text === '' ? undefined : name.language,
      };
    }
    const participant = participants.find(({ id }) => id === signatory.attendanceId);
    return {
      label: participant?.label ?? t('signatories.gone'),
      detail: participant?.detail ?? '',
      language: participant?.language,
    };
  };
  const personOf = ({ attendanceId, personId }: AgreementSignatory): string | null | undefined =>
    attendanceId === null ? personId : attendance.find(({ id }) => id === attendanceId)?.personId;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('signatories.title')}</legend>
      <ul>
        {fields.map((signatory, index) => {
          const { label: name, detail, language: written } = describe(signatory);
          const personId = personOf(signatory);
          const tag = written && { lang: languageTags[written] };
          return (
            <li key={signatory.id} className={styles.head}>
              <span className={styles.name}>
                {personId ? (
                  <Link href={`/contacts/${personId}`} {...tag}>
                    {name}
                  </Link>
                ) : (
                  <span {...tag}>{name}</span>
                )}{' '}
                <span className={styles.muted}>{detail}</span>
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
