import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryKind } from '#shared/contract/entries.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { chordOf } from '../../../app/commands.ts';
import { entryIcons, entryKindKeys, kindsByDigit } from '../entry-kinds.ts';
import { LightMenu } from './light-menu.tsx';
import styles from './rows.module.css';

export const kindCommands = {
  speech: 'row.speech',
  decision: 'row.decision',
  action: 'row.action',
  proposal: 'row.proposal',
  note: 'row.note',
} as const satisfies Record<EntryKind, CommandId>;

export interface KindMenuProps {
  kind: EntryKind;
  /** As printed; empty for speech and notes. */
  number: string;
  onChoose: (kind: EntryKind) => void;
}

/** The kind of a row by word, icon and colour. */
export const KindMenu = memo(function KindMenu({ kind, number, onChoose }: KindMenuProps) {
  const { t } = useTranslation('minutes');
  const Icon = entryIcons[kind];
  const word = t(entryKindKeys[kind]);
  return (
    <LightMenu
      part="kind"
      label={t('kindOf', { kind: word, number }).trim()}
      value={kind}
      className={styles.kind}
      choices={() =>
        kindsByDigit.map((id) => {
          const ChoiceIcon = entryIcons[id];
          return {
            id,
            label: t(entryKindKeys[id]),
            icon: <ChoiceIcon aria-hidden data-kind={id} className={styles.kindIcon} />,
            chord: chordOf(kindCommands[id]),
          };
        })
      }
      onChoose={onChoose}
    >
      <Icon aria-hidden data-kind={kind} className={styles.kindIcon} />
      <span>
        {word} {number !== '' && <span className={styles.number}>{number}</span>}
      </span>
      <ChevronDown aria-hidden className={styles.arrow} />
    </LightMenu>
  );
});
