import type { ReactElement } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Meeting } from '#shared/contract/meetings.ts';
import { languageTags } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { AddPicker } from '../../ui/add-picker.tsx';
import { Section } from '../../ui/section.tsx';
import { useOrganizationItems } from '../organizations/index.ts';
import { useKeepFocus } from './order.ts';
import { RowButtons } from './row-buttons.tsx';
import styles from './rows.module.css';

export function Organizers({ form }: { form: AutosaveForm<Meeting> }): ReactElement {
  const { t } = useTranslation(['meetings', 'common']);
  const organizations = useOrganizationItems();
  const { fields, append, remove, move } = useFieldArray({
    control: form.control,
    name: 'organizers',
    keyName: '_key',
  });
  const keepFocus = useKeepFocus(fields.map((organizer) => organizer.id).join());
  const chosen = new Set(fields.map((organizer) => organizer.organizationId));
  return (
    <Section title={t('meetings:organizers.title')}>
      {fields.length > 0 && (
        <ol>
          {fields.map((organizer, index) => {
            const item = organizations.find((candidate) => candidate.id === organizer.organizationId);
            const name = item?.label ?? t('common:unnamed');
            return (
              <li key={organizer.id} className={styles.head}>
                <span className={styles.name} {...(item?.language && { lang: languageTags[item.language] })}>
                  {name}
                </span>
                <RowButtons
                  name={name}
                  isFirst={index === 0}
                  isLast={index === fields.length - 1}
                  onMove={(step) => {
                    keepFocus();
                    move(index, index + step);
                  }}
                  onRemove={() => remove(index)}
                />
              </li>
            );
          })}
        </ol>
      )}
      <div className={styles.add}>
        <div className={styles.wide}>
          <AddPicker
            label={t('meetings:organizers.add')}
            items={organizations.filter((item) => !chosen.has(item.id))}
            onAdd={(organizationId) => append({ id: newId(), organizationId })}
          />
        </div>
      </div>
    </Section>
  );
}
