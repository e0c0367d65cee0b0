import type { ReactElement } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/contract/people.ts';
import type { Script } from '#shared/domain/language.ts';
import type { NameScheme } from '#shared/domain/name-match.ts';
import { useMatchWords } from '../../app/match-words.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Select } from '../../ui/select.tsx';
import { schemesOf, scriptKeys } from './scripts.ts';

interface OriginProps {
  form: AutosaveForm<Person>;
  script: Script;
}

/** Who vouches for the name: somebody who entered it, a passport, or nobody yet. */
export function NameSource({ form, script }: OriginProps): ReactElement {
  const { t } = useTranslation('contacts');
  return (
    <Controller
      control={form.control}
      name={`names.${script}.source`}
      render={({ field }) => (
        <Select
          label={t('names.part', { part: t('names.source'), script: t(scriptKeys[script]) })}
          isLabelHidden
          value={field.value}
          onChange={field.onChange}
          options={[
            { id: 'entered', label: t('names.sources.entered') },
            { id: 'passport', label: t('names.sources.passport') },
            { id: 'generated', label: t('names.sources.generated') },
          ]}
        />
      )}
    />
  );
}

/** `undefined` cannot be the id of an option. */
const unknownScheme = 'unknown';

/** The system of spelling. One that does not lead to this script, e.g. from an import, stays to be seen. */
export function NameSchemeSelect({ form, script }: OriginProps): ReactElement {
  const { t } = useTranslation('contacts');
  const words = useMatchWords();
  return (
    <Controller
      control={form.control}
      name={`names.${script}.scheme`}
      render={({ field }) => {
        const { value } = field;
        const usual = schemesOf[script];
        const offered = value === undefined || usual.includes(value) ? usual : [value, ...usual];
        return (
          <Select<NameScheme | typeof unknownScheme>
            label={t('names.part', { part: t('names.scheme'), script: t(scriptKeys[script]) })}
            isLabelHidden
            value={value ?? unknownScheme}
            onChange={(chosen) => field.onChange(chosen === unknownScheme ? undefined : chosen)}
            options={[
              { id: unknownScheme, label: t('names.schemeUnknown') },
              ...offered.map((scheme) => ({ id: scheme, label: words.scheme(scheme) })),
            ]}
          />
        );
      }}
    />
  );
}
