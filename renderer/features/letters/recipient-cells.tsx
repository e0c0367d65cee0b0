import { CircleCheck, CircleDashed, CircleX, Eye, Hourglass, type LucideIcon } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { responses } from '#shared/contract/attendance.ts';
import type { Recipient } from '#shared/contract/letters.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { api } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { notifyError } from '../../app/notify.ts';
import { IconButton } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { useLanguageNames } from '../../ui/localized.tsx';
import { responseKeys, roleKeys } from '../meetings/index.ts';
import { LetterState } from './letter-state.tsx';
import { LetterMenu, MarkAsSent } from './letter-tools.tsx';
import { SharedDraft } from './letters-of.tsx';
import type { RecipientRow } from './recipient-rows.ts';
import styles from './recipients.module.css';

export interface RecipientCellsProps {
  row: RecipientRow;
  /** What stands beside the name: the answer to the invitation, or what the recipient is in this meeting. */
  shows: 'answer' | 'roles';
  /** Of the recipient, for accessible names. */
  name: string;
  onLanguage: (attendanceId: string, language: Language) => void;
  onPreview: (attendanceId: string) => void;
}

type Response = Recipient['response'];
const responseIcons: Record<Response, LucideIcon> = {
  none: CircleDashed,
  invited: Hourglass,
  confirmed: CircleCheck,
  declined: CircleX,
};
const iconSize = 16;

/** Language, answer and last letter of one recipient. */
export const RecipientCells = memo(function RecipientCells(props: RecipientCellsProps): ReactElement {
  const { row, name, shows, onLanguage, onPreview } = props;
  const { t } = useTranslation('letters');
  const { letter, draft, language } = row;
  const names = useLanguageNames();
  return (
    <>
      <span className={styles.state}>
        <ChoiceMenu
          label={t('recipient.languageOf', { name, language: names[language] })}
          choices={languages.map((id) => ({ id, label: names[id] }))}
          value={language}
          onChoose={(chosen) => onLanguage(row.id, chosen)}
        >
          {names[language]}
        </ChoiceMenu>
        {shows === 'roles' ? <Roles row={row} /> : <AnswerMenu row={row} name={name} />}
        <span className={styles.letter}>
          {letter ? <LetterState letter={letter} /> : <span className={styles.muted}>{t('recipient.noLetter')}</span>}
          <SharedDraft draft={draft} />
          {letter && <MarkAsSent letter={letter} draft={draft} name={name} />}
        </span>
      </span>
      <span className={styles.tools}>
        <IconButton
          label={t('preview.of', { name })}
          icon={<Eye aria-hidden />}
          isForReading
          onPress={() => onPreview(row.id)}
        />
        {letter && <LetterMenu letter={letter} draft={draft} name={name} />}
      </span>
    </>
  );
});

function Roles({ row }: { row: RecipientRow }): ReactElement {
  const { t } = useTranslation('meetings');
  const format = useFormat();
  return <span className={styles.muted}>{format.list(row.recipient.roles.map((role) => t(roleKeys[role])))}</span>;
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
