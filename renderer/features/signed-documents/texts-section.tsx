import type { ReactElement } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type AgreementTerms, textStandings } from '#shared/contract/agreements.ts';
import { languages } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { useLanguageNames } from '../../ui/localized.tsx';
import { FieldGrid, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { authenticityKeys, codesOf, textStandingKeys } from './words.ts';

/** In which languages the document is, what each of these texts is, and which of them counts. */
export function TextsSection({ form }: { form: AutosaveForm<AgreementTerms> }): ReactElement {
  const { t } = useTranslation('signed-documents');
  const names = useLanguageNames();
  const authenticity = useWatch({ control: form.control, name: 'authenticity' });
  const standings = [
    { id: 'none' as const, label: t('texts.none') },
    ...textStandings.map((id) => ({ id, label: t(textStandingKeys[id]) })),
  ];
  return (
    <Section title={t('texts.title')}>
      <Controller
        control={form.control}
        name="languages"
        render={({ field }) => (
          <FieldGrid>
            {languages.map((language) => (
              <Select
                key={language}
                label={t('texts.of', { language: names[language] })}
                value={field.value.find((text) => text.language === language)?.standing ?? 'none'}
                onChange={(standing) =>
                  field.onChange(
                    languages.flatMap((other) => {
                      const held = field.value.find((text) => text.language === other);
                      if (other !== language) return held ?? [];
                      return standing === 'none' ? [] : { language, standing };
                    }),
                  )
                }
                options={standings}
              />
            ))}
          </FieldGrid>
        )}
      />
      <FieldGrid>
        <Controller
          control={form.control}
          name="authenticity"
          render={({ field }) => (
            <Select
              label={t('authenticity.label')}
              value={field.value}
              onChange={(chosen) => {
                field.onChange(chosen);
                if (chosen === 'unsaid' || chosen === 'equal') form.setValue('authenticLanguage', null);
              }}
              options={codesOf(authenticityKeys).map((id) => ({ id, label: t(authenticityKeys[id]) }))}
            />
          )}
        />
        {(authenticity === 'prevails' || authenticity === 'sole') && (
          <Controller
            control={form.control}
            name="authenticLanguage"
            render={({ field }) => (
              <Select
                label={t('authenticity.language')}
                value={field.value ?? 'none'}
                onChange={(chosen) => field.onChange(chosen === 'none' ? null : chosen)}
                options={[
                  { id: 'none' as const, label: t('authenticity.noLanguage') },
                  ...languages.map((id) => ({ id, label: names[id] })),
                ]}
              />
            )}
          />
        )}
      </FieldGrid>
    </Section>
  );
}
