import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { type ReactElement, useState } from 'react';
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
import { groupByDraft } from './recipient-rows.ts';
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
  const letters = (data ?? []).filter(
    (letter) => letter.circulationId === circulationId && (kind === undefined || letter.kind === kind),
  );
  return (
    <div className={styles.stack}>
      {error && <p role="alert">{describeError(error)}</p>}
      {data && letters.length === 0 && <p className={styles.muted}>{t('letter.none')}</p>}
      <UnsentNotice letters={letters} />
      <LetterList letters={letters} />
    </div>
  );
}

/** A hundred letters with their menus are more than is looked through. */
const shownFirst = 30;

/** The last drafted first. */
export function LetterList({ letters }: { letters: readonly Letter[] }): ReactElement {
  const { t } = useTranslation('common');
  const [isWhole, setWhole] = useState(false);
  const drafts = groupByDraft(letters);
  const sorted = letters.toSorted((a, b) => b.draftedAtMs - a.draftedAtMs);
  const shown = isWhole ? sorted : sorted.slice(0, shownFirst);
  return (
    <>
      <ul className={styles.letters}>
        {shown.map((letter) => (
          <LetterLine key={letter.id} letter={letter} draft={drafts.get(letter.id) ?? [letter]} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <div>
          <Button kind="quiet" onPress={() => setWhole(true)}>
            {t('list.showAll', { total: sorted.length })}
          </Button>
        </div>
      )}
    </>
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

function LetterLine({ letter, draft }: { letter: Letter; draft: readonly Letter[] }): ReactElement {
  const { t } = useTranslation('letters');
  const format = useFormat();
  const names = useLanguageNames();
  const tools = { letter, draft, name: letter.name };
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
        <SharedDraft draft={draft} />
      </span>
      <span className={styles.tools}>
        <LetterState letter={letter} />
        <MarkAsSent {...tools} />
        <LetterMenu {...tools} />
      </span>
    </li>
  );
}

const iconSize = 14;

/** Says that a letter goes out together with others. */
export function SharedDraft({ draft }: { draft: readonly Letter[] }): ReactElement | null {
  const { t } = useTranslation('letters');
  if (draft.length < 2) return null;
  return (
    <span className={styles.shared}>
      <Users aria-hidden size={iconSize} />
      {t('letter.shared', { count: draft.length })}
    </span>
  );
}
