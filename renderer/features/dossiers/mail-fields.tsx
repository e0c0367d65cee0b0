import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languageTags } from '#shared/domain/language.ts';
import type { api } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { Section } from '../../ui/section.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import styles from './dossiers.module.css';

type Recipient = Awaited<ReturnType<typeof api.dossiers.recipients>>[number];

export interface MailValues {
  /** null: nobody has chosen, so those of the document's language. */
  personIds: readonly string[] | null;
  note: string;
}

export interface MailFieldsProps {
  people: readonly Recipient[];
  /** Why they are not known. */
  error: unknown;
  language: Language;
  value: MailValues & { personIds: readonly string[] };
  onChange: (value: MailValues) => void;
}

/** To whom the report goes, and what is said beside it. */
export function MailFields({ people, error, language, value, onChange }: MailFieldsProps): ReactElement {
  const { t } = useTranslation('dossiers');
  const names = useLanguageNames();
  const chosen = new Set(value.personIds);
  const choose = (personId: string, isChosen: boolean): void => {
    const next = people.map((person) => person.personId).filter((id) => (id === personId ? isChosen : chosen.has(id)));
    onChange({ ...value, personIds: next });
  };
  return (
    <Section title={t('mail.title')}>
      {error ? <p role="alert">{describeError(error)}</p> : null}
      {!error && people.length === 0 && <p className={styles.muted}>{t('mail.nobody')}</p>}
      <ul className={styles.people} aria-label={t('mail.to')}>
        {people.map((person) => (
          <li key={person.personId}>
            <Checkbox
              value={chosen.has(person.personId)}
              onChange={(isChosen) => choose(person.personId, isChosen)}
              isDisabled={person.email === ''}
              label={
                <span className={styles.person}>
                  <span lang={languageTags[person.language]}>{person.name}</span>
                  <span className={styles.muted}>{person.email === '' ? t('mail.noAddress') : person.email}</span>
                  {person.language !== language && <span className={styles.muted}>{names[person.language]}</span>}
                </span>
              }
            />
            {person.email === '' && <Link href={`/contacts/${person.personId}`}>{t('mail.addAddress')}</Link>}
          </li>
        ))}
      </ul>
      <TextArea
        label={t('mail.note')}
        hint={t('mail.noteHint')}
        language={language}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.target.value })}
      />
    </Section>
  );
}
