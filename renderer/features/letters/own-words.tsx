import { type ReactElement, useEffect } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { languages, type LocalizedText } from '#shared/domain/language.ts';
import { LocalizedField } from '../../ui/localized.tsx';
import { Folded } from './folded.tsx';
import styles from './letters.module.css';

export interface Words {
  subjects: LocalizedText;
  notes: LocalizedText;
}

export interface OwnWordsProps {
  words: Words;
  onChange: (words: Words) => void;
}

/** A subject and a few words of the secretary's own. */
export function OwnWords({ words, onChange }: OwnWordsProps): ReactElement {
  const { t } = useTranslation('letters');
  const isUsed = languages.some((language) => words.notes[language] !== '' || words.subjects[language] !== '');
  return (
    <Folded title={t('options.notes')} isOpenAtFirst={isUsed}>
      <Fields words={words} onChange={onChange} />
    </Folded>
  );
}

const isSame = (a: LocalizedText, b: LocalizedText): boolean =>
  languages.every((language) => a[language] === b[language]);

function Fields({ words, onChange }: OwnWordsProps): ReactElement {
  const { t } = useTranslation('letters');
  const form = useForm<Words>({ defaultValues: words });
  const [subjects, notes] = useWatch({ control: form.control, name: ['subjects', 'notes'] });
  useEffect(() => {
    if (!isSame(subjects, words.subjects) || !isSame(notes, words.notes)) {
      onChange({ subjects: { ...subjects }, notes: { ...notes } });
    }
  });
  return (
    <div className={styles.ownWords}>
      <LocalizedField
        label={t('options.subject')}
        register={(language) => form.register(`subjects.${language}`)}
        hint={t('options.subjectHint')}
      />
      <LocalizedField
        label={t('options.notesLabel')}
        register={(language) => form.register(`notes.${language}`)}
        hint={t('options.notesHint')}
        isMultiline
      />
    </div>
  );
}
