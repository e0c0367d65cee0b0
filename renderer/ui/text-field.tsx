import { type InputHTMLAttributes, type ReactElement, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { type Language, languageTags } from '#shared/domain/language.ts';
import { classes } from './classes.ts';
import styles from './field.module.css';
import { useIsReadOnly } from './read-only.tsx';

interface FieldText {
  label: string;
  /** A sentence below the field. */
  hint?: string | undefined;
  /** Why the field cannot be saved as it is. */
  error?: string | undefined;
  /** The language of what is typed; leave out for codes, addresses and numbers. */
  language?: Language | undefined;
}

export interface TextFieldProps
  extends FieldText, Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'lang'> {
  ref?: Ref<HTMLInputElement>;
}

/** One line of text, uncontrolled: takes `{...form.register('email')}`. */
export function TextField({ label, hint, error, language, ref, ...input }: TextFieldProps): ReactElement {
  const id = useId();
  const isReadOnly = useIsReadOnly();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        readOnly={isReadOnly}
        {...input}
        {...languageProps(language)}
        {...noteProps(id, hint, error)}
        ref={ref}
        id={id}
        className={styles.input}
      />
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

export interface TextAreaProps
  extends FieldText, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'style' | 'lang'> {
  ref?: Ref<HTMLTextAreaElement>;
}

/** Paragraphs, uncontrolled; grows with its text. */
export function TextArea({ label, hint, error, language, ref, ...area }: TextAreaProps): ReactElement {
  const id = useId();
  const isReadOnly = useIsReadOnly();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        spellCheck={false}
        readOnly={isReadOnly}
        {...area}
        {...languageProps(language)}
        {...noteProps(id, hint, error)}
        ref={ref}
        id={id}
        className={classes(styles.input, styles.area)}
      />
      <Notes id={id} hint={hint} error={error} />
    </div>
  );
}

export function languageProps(language: Language | undefined): { lang?: string } {
  return language ? { lang: languageTags[language] } : {};
}

export function noteProps(id: string, hint: string | undefined, error: string | undefined) {
  return {
    'aria-invalid': error !== undefined,
    'aria-describedby': error !== undefined || hint !== undefined ? `${id}-note` : undefined,
  };
}

export function Notes({
  id,
  hint,
  error,
}: {
  id: string;
  hint: string | undefined;
  error: string | undefined;
}): ReactElement | null {
  if (error === undefined && hint === undefined) return null;
  return (
    <p id={`${id}-note`} className={error === undefined ? styles.hint : styles.error} aria-live="polite">
      {error ?? hint}
    </p>
  );
}
