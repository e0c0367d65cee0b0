import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Controller, useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { Concept } from '#shared/contract/glossary.ts';
import { type Language, languages, languageTags } from '#shared/domain/language.ts';
import type { AutosaveForm } from '../../app/use-autosave-form.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { LongLine } from '../../ui/long-line.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Notes, noteProps } from '../../ui/text-field.tsx';
import styles from './glossary.module.css';
import { useStatuses } from './statuses.ts';

export interface TermsSectionProps {
  form: AutosaveForm<Concept>;
  title: string;
  /** Languages in which the register says already what to write. */
  settled: readonly Language[];
}

/** The terms of a concept, a column for each language; any number, each with its status. */
export function TermsSection({ form, title, settled }: TermsSectionProps): ReactElement {
  const { t } = useTranslation('glossary');
  const names = useLanguageNames();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'terms', keyName: '_key' });
  const add = (language: Language) => {
    // The first one of a language is what to say; what is added to it may be said as well.
    const isFirst = !settled.includes(language) && !form.getValues('terms').some((term) => term.language === language);
    append(
      { id: newId(), language, text: '', status: isFirst ? 'preferred' : 'allowed' },
      { focusName: `terms.${fields.length}.text` },
    );
  };
  return (
    <Section title={title}>
      <p className={styles.note}>{t('terms.hint')}</p>
      <div className={styles.columns}>
        {languages.map((language) => {
          const own = fields
            .map((field, index) => ({ field, index }))
            .filter(({ field }) => field.language === language);
          return (
            <div key={language} role="group" aria-label={names[language]} className={styles.column}>
              <h3 className={styles.language}>{names[language]}</h3>
              {own.length > 0 && (
                <ul className={styles.terms}>
                  {own.map(({ field, index }, place) => (
                    <TermLine
                      key={field._key}
                      form={form}
                      index={index}
                      language={language}
                      number={place + 1}
                      onRemove={() => remove(index)}
                    />
                  ))}
                </ul>
              )}
              <Button aria-label={t('terms.addIn', { language: names[language] })} onPress={() => add(language)}>
                <Plus aria-hidden />
                {t('terms.add')}
              </Button>
            </div>
          );
        })}
      </div>
    </Section>
  );
}

interface TermLineProps {
  form: AutosaveForm<Concept>;
  /** Of the term among all. */
  index: number;
  language: Language;
  /** Among those of its language, from 1. */
  number: number;
  onRemove: () => void;
}

function TermLine({ form, index, language, number, onRemove }: TermLineProps): ReactElement {
  const { t } = useTranslation('glossary');
  const names = useLanguageNames();
  const statuses = useStatuses();
  const which = { language: names[language], number };
  const name = `terms.${index}.text` as const;
  const problem = form.issue(name);
  const id = `${name}-problem`;
  return (
    <li className={styles.term}>
      <div className={styles.text}>
        <LongLine
          {...form.register(name)}
          {...noteProps(id, undefined, problem)}
          aria-label={t('terms.label', which)}
          lang={languageTags[language]}
          spellCheck={false}
        />
        <Notes id={id} hint={undefined} error={problem} />
      </div>
      <div className={styles.status}>
        <Controller
          control={form.control}
          name={`terms.${index}.status`}
          render={({ field }) => (
            <Select
              label={t('terms.statusOf', which)}
              isLabelHidden
              value={field.value}
              onChange={field.onChange}
              options={statuses}
            />
          )}
        />
      </div>
      <IconButton label={t('terms.remove', which)} icon={<X aria-hidden />} onPress={onRemove} />
    </li>
  );
}
