import { EllipsisVertical } from 'lucide-react';
import { memo, useState } from 'react';
import type { Entry } from '#shared/contract/entries.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { chordOf } from '../../../app/commands.ts';
import { useLive } from '../live/context.ts';
import { LightMenu } from './light-menu.tsx';
import { doToRows } from './row-operations.ts';
import { rowPanels } from './row-panels.ts';
import { useRowTools } from './row-tools.ts';
import type { RowOperation } from './row-words.ts';
import styles from './rows.module.css';
import { TimeDialog } from './time-dialog.tsx';

const commandOf: Partial<Record<RowOperation, CommandId>> = {
  history: 'row.history',
  document: 'row.document',
  up: 'row.up',
  down: 'row.down',
  remove: 'row.remove',
};

/** What else can be done with a row; all of it has a key or stands in the palette as well. */
export const RowMenu = memo(function RowMenu({ entry, name }: { entry: Entry; name: string }) {
  const { words } = useRowTools();
  const live = useLive();
  const [isTimeOpen, setTimeOpen] = useState(false);
  const choose = (operation: RowOperation) => {
    if (operation === 'time') setTimeOpen(true);
    else if (operation === 'history') rowPanels.set({ historyOf: entry.id });
    else if (operation === 'document') live.showInDocument(entry.id);
    else doToRows(live, [entry.id], operation);
  };
  return (
    <>
      <LightMenu
        part="more"
        className={styles.more}
        label={words.menuOf(name)}
        isTabbable={false}
        choices={() =>
          (Object.keys(words.operations) as RowOperation[]).map((id) => {
            const command = commandOf[id];
            return { id, label: words.operations[id], chord: command && chordOf(command) };
          })
        }
        onChoose={choose}
      >
        <EllipsisVertical aria-hidden />
      </LightMenu>
      {isTimeOpen && <TimeDialog entry={entry} name={name} onClose={() => setTimeOpen(false)} />}
    </>
  );
});
