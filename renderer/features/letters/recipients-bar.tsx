import { ListChecks } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingSide } from '#shared/contract/meetings.ts';
import { chooseText } from '#shared/domain/language.ts';
import { useFormat } from '../../app/format.ts';
import { useUiLanguage } from '../../app/i18n.ts';
import { type Choice, ChoiceMenu } from '../../ui/choice-menu.tsx';
import styles from './letters.module.css';
import { groupBySide, isNotAnswered, isNotInvited, type RecipientRow } from './recipient-rows.ts';

export interface RecipientsBarProps {
  rows: readonly RecipientRow[];
  sides: readonly MeetingSide[];
  selectedCount: number;
  onSelect: (rows: readonly RecipientRow[]) => void;
}

/** How the answers stand, and whole sets of people to choose at one stroke. */
export function RecipientsBar({ rows, sides, selectedCount, onSelect }: RecipientsBarProps): ReactElement {
  const { t } = useTranslation('letters');
  const language = useUiLanguage();
  const format = useFormat();
  const sets = [
    { id: 'all', label: t('select.all'), rows },
    { id: 'none', label: t('select.none'), rows: [] },
    { id: 'notInvited', label: t('select.notInvited'), rows: rows.filter(isNotInvited) },
    { id: 'notAnswered', label: t('select.notAnswered'), rows: rows.filter(isNotAnswered) },
    ...groupBySide(rows, sides).flatMap(({ side, rows: those }) => {
      if (side === null) return [];
      const name = chooseText(side.name, language);
      return { id: side.id, label: name.text || t('recipients.sideUnnamed'), language: name.language, rows: those };
    }),
  ];
  const choices = sets.map((set): Choice<string> => ({ ...set, detail: format.number(set.rows.length) }));
  const count = (response: RecipientRow['recipient']['response']) =>
    rows.filter(({ recipient }) => recipient.response === response).length;
  const facts = [
    t('count.confirmed', { count: count('confirmed') }),
    t('count.declined', { count: count('declined') }),
    t('count.notAnswered', { count: count('invited') }),
    t('count.notInvited', { count: count('none') }),
  ];
  return (
    <div className={styles.bar}>
      <p className={styles.muted}>{facts.join(' · ')}</p>
      <span role="status" className={styles.muted}>
        {t('select.count', { count: selectedCount, all: rows.length })}
      </span>
      <ChoiceMenu
        kind="normal"
        label={t('select.label')}
        choices={choices}
        onChoose={(id) => onSelect(sets.find((set) => set.id === id)?.rows ?? [])}
      >
        <ListChecks aria-hidden />
        {t('select.button')}
      </ChoiceMenu>
    </div>
  );
}
