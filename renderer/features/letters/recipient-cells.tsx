import { CircleCheck, CircleDashed, CircleX, Hourglass, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { responses } from '#shared/contract/attendance.ts';
import type { Recipient } from '#shared/contract/letters.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { notifyError } from '../../app/notify.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { responseKeys } from '../meetings/index.ts';
import { LetterState } from './letter-state.tsx';
import { LetterTools } from './letter-tools.tsx';
import type { RecipientRow } from './recipient-rows.ts';
import styles from './recipients.module.css';

export interface RecipientCellsProps {
  row: RecipientRow;
  /** Of the recipient, for accessible names. */
  name: string;
  meetingId: string;
  onLanguage: (language: Language) => void;
  onPreview: () => void;
}

type Response = Recipient['response'];
const responseIcons: Record<Response, LucideIcon> = {
  none: CircleDashed,
  invited: Hourglass,
  confirmed: CircleCheck,
  declined: CircleX,
};
const iconSize = 16;

/** Address, language, answer and last letter of one recipient. */
export function RecipientCells({ row, name, meetingId, onLanguage, onPreview }: RecipientCellsProps): ReactElement {
  const { t } = useTranslation('letters');
  const { recipient, attendance, letter, language } = row;
  const names = useLanguageNames();
  return (
    <>
      <span className={styles.address}>
        {recipient.email === '' ? (
          <Link href={placeOfAddress(attendance?.personId ?? null, row.id, meetingId)}>
            {t('recipient.addAddress')}
          </Link>
        ) : (
          recipient.email
        )}
      </span>
      <span className={styles.choice}>
        <ChoiceMenu
          label={t('recipient.languageOf', { name, language: names[language] })}
          choices={languages.map((id) => ({ id, label: names[id] }))}
          value={language}
          onChoose={onLanguage}
        >
          {names[language]}
        </ChoiceMenu>
      </span>
      <span className={styles.choice}>
        <AnswerMenu row={row} name={name} />
      </span>
      <span className={styles.letter}>
        {letter ? <LetterState letter={letter} /> : <span className={styles.muted}>{t('recipient.noLetter')}</span>}
      </span>
      <span className={styles.tools}>
        <Button kind="quiet" isForReading aria-label={t('preview.of', { name })} onPress={onPreview}>
          {t('preview.show')}
        </Button>
        {letter && <LetterTools letter={letter} name={name} />}
      </span>
    </>
  );
}

function AnswerMenu({ row, name }: { row: RecipientRow; name: string }): ReactElement {
  const { t } = useTranslation(['letters', 'meetings']);
  const { response } = row.recipient;
  const words = (id: Response) => t(responseKeys[id], { ns: 'meetings' });
  const icon = (id: Response) => {
    const Icon = responseIcons[id];
    return <Icon aria-hidden size={iconSize} />;
  };
  return (
    <ChoiceMenu
      label={t('letters:recipient.answerOf', { name, answer: words(response) })}
      choices={responses.map((id) => ({ id, label: words(id), icon: icon(id) }))}
      value={response}
      onChoose={(answer) => void api.attendance.update({ id: row.id, response: answer }).catch(notifyError)}
    >
      <span className={styles.answer} data-answer={response}>
        {icon(response)}
        {words(response)}
      </span>
    </ChoiceMenu>
  );
}

/** Where an address can be put in: the contact, or the line of whoever is none. */
const placeOfAddress = (personId: string | null, attendanceId: string, meetingId: string): string =>
  personId === null ? `/meetings/${meetingId}/participants?focus=${attendanceId}` : `/contacts/${personId}`;
