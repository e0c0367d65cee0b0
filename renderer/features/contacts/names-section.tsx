import type { ReactElement } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Person } from '#shared/contract/people.ts';
import { languageOfScript, languageTags, type Script, scripts } from '#shared/domain/language.ts';
import { composeName } from '#shared/domain/person-name.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import fieldStyles from '../../ui/field.module.css';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './names-section.module.css';

const scriptKeys = { latin: 'names.latin', cyrillic: 'names.cyrillic', han: 'names.han' } as const;
const parts = ['family', 'given', 'patronymic', 'display', 'sortKey'] as const;
const partKeys = {
  family: 'names.family',
  given: 'names.given',
  patronymic: 'names.patronymic',
  display: 'names.display',
  sortKey: 'names.sortKey',
} as const;

/** The name as a table: a row for each part, a column for each script. */
export function NamesSection({ form }: { form: AutosaveForm<Person> }): ReactElement {
  const { t } = useTranslation('contacts');
  return (
    <Section title={t('names.title')}>
      <div className={styles.names}>
        <div className={styles.heads}>
          <span />
          {scripts.map((script) => (
            <span key={script} className={styles.script}>
              {t(scriptKeys[script])}
            </span>
          ))}
        </div>
        {parts.map((part) => (
          <div key={part} className={styles.row}>
            <span className={styles.part}>{t(partKeys[part])}</span>
            {scripts.map((script) => (
              <NamePart key={script} form={form} part={part} script={script} />
            ))}
          </div>
        ))}
        <div className={styles.row}>
          <span className={styles.part}>{t('names.source')}</span>
          {scripts.map((script) => (
            <div key={script} className={styles.cell}>
              <span className={styles.tag}>{t(scriptKeys[script])}</span>
              <NameSource form={form} script={script} />
            </div>
          ))}
        </div>
      </div>
    </Section>
  );
}

interface PartProps {
  form: AutosaveForm<Person>;
  part: (typeof parts)[number];
  script: Script;
}

function NamePart({ form, part, script }: PartProps): ReactElement {
  const { t } = useTranslation('contacts');
  const name = `names.${script}.${part}` as const;
  const problem = form.issue(name);
  const written = useWatch({ control: form.control, name: `names.${script}` });
  // What lists and documents show while nothing is entered here.
  const composed = composeName({ ...written, display: '' }, script);
  return (
    <div className={styles.cell}>
      <span className={styles.tag} aria-hidden>
        {t(scriptKeys[script])}
      </span>
      <div>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...form.register(name)}
          lang={languageTags[languageOfScript[script]]}
          aria-label={t('names.part', { part: t(partKeys[part]), script: t(scriptKeys[script]) })}
          placeholder={part === 'display' ? composed : undefined}
          aria-invalid={problem !== undefined}
          className={fieldStyles.input}
        />
        {problem !== undefined && (
          <p className={fieldStyles.error} role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}

function NameSource({ form, script }: Omit<PartProps, 'part'>): ReactElement {
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
