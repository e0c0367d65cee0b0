import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '#shared/contract/groups.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { LocalizedField, LocalizedSection } from '../../ui/localized.tsx';
import { Section } from '../../ui/section.tsx';

const localized = ['name', 'mandate', 'aims', 'tasks', 'areas'] as const;
const labelKeys = {
  name: 'field.name',
  mandate: 'field.mandate',
  aims: 'field.aims',
  tasks: 'field.tasks',
  areas: 'field.areas',
} as const;

/** What the group is called and what it is for. */
export function AboutSection({ form }: { form: AutosaveForm<Group> }): ReactElement {
  const { t } = useTranslation('groups');
  return (
    <Section title={t('about')}>
      <LocalizedSection control={form.control} names={localized}>
        {localized.map((name) => (
          <LocalizedField
            key={name}
            label={t(labelKeys[name])}
            register={(language) => form.register(`${name}.${language}`)}
            error={(language) => form.issue(`${name}.${language}`)}
            isMultiline={name !== 'name'}
            {...(name === 'mandate' && { hint: t('field.mandateHint') })}
          />
        ))}
      </LocalizedSection>
    </Section>
  );
}
