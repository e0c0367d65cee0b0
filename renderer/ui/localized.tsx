import { createContext, type ReactElement, type ReactNode, useContext, useId, useMemo } from 'react';
import { type Control, type FieldPath, type FieldValues, type UseFormRegisterReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Language, languages, languageTags, type LocalizedText } from '#shared/domain/language.ts';
import { useUiLanguage } from '../app/i18n.ts';
import { classes } from './classes.ts';
import fieldStyles from './field.module.css';
import styles from './localized.module.css';
import { LongLine } from './long-line.tsx';
import { useIsReadOnly } from './read-only.tsx';
import { Notes, noteProps } from './text-field.tsx';

const languageNameKeys = { en: 'languages.en', ru: 'languages.ru', zh: 'languages.zh' } as const;
const InSection = createContext(false);

export interface LocalizedSectionProps<T extends FieldValues> {
  control: Control<T>;
  /** The localized fields inside, whose filled parts the column heads count. */
  names: readonly FieldPath<T>[];
  children: ReactNode;
}

/** Groups localized fields under the three languages, each with its count: «English 4/6». */
export function LocalizedSection<T extends FieldValues>({
  control,
  names,
  children,
}: LocalizedSectionProps<T>): ReactElement {
  return (
    <div className={styles.section}>
      <LanguageHeads control={control} names={names} />
      <InSection value={true}>{children}</InSection>
    </div>
  );
}

function LanguageHeads<T extends FieldValues>({
  control,
  names,
}: Omit<LocalizedSectionProps<T>, 'children'>): ReactElement {
  const { t } = useTranslation('common');
  const uiLanguage = useUiLanguage();
  const values = useWatch({ control, name: names }) as (LocalizedText | undefined)[];
  const words = (language: Language) =>
    t('languages.filled', {
      language: t(languageNameKeys[language]),
      filled: values.filter((value) => value?.[language].trim()).length,
      all: names.length,
    });
  return (
    <>
      <div className={styles.heads}>
        {languages.map((language) => (
          <span key={language}>{words(language)}</span>
        ))}
      </div>
      <div className={styles.stackedHeads}>
        {uiFirst(uiLanguage).map((language) => (
          <span key={language}>{words(language)}</span>
        ))}
      </div>
    </>
  );
}

export interface LocalizedFieldProps {
  label: string;
  /** `(language) => form.register(`title.${language}`)` */
  register: (language: Language) => UseFormRegisterReturn;
  /** `(language) => form.issue(`title.${language}`)` */
  error?: (language: Language) => string | undefined;
  /** Paragraphs instead of a line. */
  isMultiline?: boolean;
  hint?: string;
}

/** One label, three inputs EN | RU | ZH; when there is no room for columns, the interface language comes first. */
export function LocalizedField({
  label,
  register,
  error,
  isMultiline = false,
  hint,
}: LocalizedFieldProps): ReactElement {
  const { t } = useTranslation('common');
  const id = useId();
  const uiLanguage = useUiLanguage();
  const inSection = useContext(InSection);
  const isReadOnly = useIsReadOnly();
  return (
    <fieldset className={classes(styles.field, !inSection && styles.solitary)}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.columns}>
        {languages.map((language) => {
          const problem = error?.(language);
          const common = {
            ...register(language),
            ...noteProps(`${id}-${language}`, undefined, problem),
            'aria-label': t('languages.fieldIn', { field: label, language: t(languageNameKeys[language]) }),
            lang: languageTags[language],
            spellCheck: false,
            readOnly: isReadOnly,
          };
          return (
            <div key={language} className={styles.cell} data-first={language === uiLanguage || undefined}>
              <span className={styles.tag} aria-hidden>
                {language.toUpperCase()}
              </span>
              <div>
                {isMultiline ? (
                  <textarea {...common} className={classes(fieldStyles.input, fieldStyles.area)} />
                ) : (
                  <LongLine {...common} />
                )}
                <Notes id={`${id}-${language}`} hint={undefined} error={problem} />
              </div>
            </div>
          );
        })}
      </div>
      {hint !== undefined && <p className={fieldStyles.hint}>{hint}</p>}
    </fieldset>
  );
}

function uiFirst(uiLanguage: Language): Language[] {
  return [uiLanguage, ...languages.filter((language) => language !== uiLanguage)];
}

/** The names of the content languages in the interface language. */
export function useLanguageNames(): Record<Language, string> {
  const { t } = useTranslation('common');
  return useMemo(() => ({ en: t('languages.en'), ru: t('languages.ru'), zh: t('languages.zh') }), [t]);
}
