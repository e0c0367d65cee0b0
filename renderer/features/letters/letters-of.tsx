import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter, LetterKind } from '#shared/contract/letters.ts';
import { languageTags } from '#shared/domain/language.ts';
import { query } from '../../app/api.ts';
import { describeError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { LetterState } from './letter-state.tsx';
import { LetterMenu, MarkAsSent } from './letter-tools.tsx';
import styles from './letters.module.css';
import { useLetterMarks } from './use-letter-marks.ts';
import { letterKindKeys } from './words.ts';

export interface LettersOfProps {
  meetingId: string;
  /** Whose letters are listed; null: those that belong to no circulation. */
  circulationId: string | null;
  /** Default: all kinds. */
  kind?: LetterKind;
}

/** The letters of a circulation, or of one kind, the last drafted first, each to be marked as sent or drafted once more. */
export function LettersOf({ meetingId, circulationId, kind }: LettersOfProps): ReactElement {
  const { t } = useTranslation('letters');
  const { data, error } = useQuery(query.letters.list.queryOptions({ input: { meetingId } }));
  const letters = (data ?? [])
    .filter((letter) => letter.circulationId === circulationId && (kind === undefined || letter.kind === kind))
    .toSorted((a, b) => b.draftedAtMs - a.draftedAtMs);
  return (
    <div className={styles.stack}>
      {error && <p role="alert">{describeError(error)}</p>}
      {data && letters.length === 0 && <p className={styles.muted}>{t('letter.none')}</p>}
      <UnsentNotice letters={letters} />
      <ul className={styles.letters}>
        {letters.map((letter) => (
          <LetterLine key={letter.id} letter={letter} />
        ))}
      </ul>
    </div>
  );
}

/** Asks to say so when the drafts have been sent: nobody else knows. */
export function UnsentNotice({ letters }: { letters: readonly Letter[] }): ReactElement | null {
  const { t } = useTranslation('letters');
  const { markSent } = useLetterMarks();
  const unsent = letters.filter(({ sentAtMs }) => sentAtMs === null);
  if (unsent.length === 0) return null;
  return (
    <div className={styles.notice}>
      <p>{t('sent.ask', { count: unsent.length })}</p>
      <Button onPress={() => void markSent(unsent, true)}>{t('sent.markAll', { count: unsent.length })}</Button>
    </div>
  );
}

function LetterLine({ letter }: { letter: Letter }): ReactElement {
  const { t } = useTranslation('letters');
  const format = useFormat();
  const names = useLanguageNames();
  return (
    <li className={styles.letter}>
      <span className={styles.who}>
        <span className={styles.name} lang={languageTags[letter.language]}>
          {letter.name}
        </span>
        <span className={styles.muted}>{letter.email === '' ? t('recipient.noAddress') : letter.email}</span>
      </span>
      <span className={styles.muted}>
        {t(letterKindKeys[letter.kind])} · {names[letter.language]}
        {letter.due !== null && ` · ${t('letter.due', { date: format.date(letter.due) })}`}
      </span>
      <span className={styles.tools}>
        <LetterState letter={letter} />
        <MarkAsSent letter={letter} name={letter.name} />
        <LetterMenu letter={letter} name={letter.name} />
      </span>
    </li>
  );
}
