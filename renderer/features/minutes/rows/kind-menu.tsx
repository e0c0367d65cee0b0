import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import type { EntryKind } from '#shared/contract/entries.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { chordOf } from '../../../app/commands.ts';
import { entryIcons, kindsByDigit } from '../entry-kinds.ts';
import { LightMenu } from './light-menu.tsx';
import { useRowTools } from './row-tools.ts';
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
  const { words } = useRowTools();
  const Icon = entryIcons[kind];
  const word = words.kinds[kind];
  return (
    <LightMenu
      part="kind"
      label={words.kindOf(kind, number)}
      value={kind}
      className={styles.kind}
      choices={() =>
        kindsByDigit.map((id) => {
          const ChoiceIcon = entryIcons[id];
          return {
            id,
            label: words.kinds[id],
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
