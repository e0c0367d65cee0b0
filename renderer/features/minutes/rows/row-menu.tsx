import { EllipsisVertical } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#shared/contract/entries.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { chordOf } from '../../../app/commands.ts';
import { useLive } from '../live/context.ts';
import { LightMenu } from './light-menu.tsx';
import { doToRows } from './row-operations.ts';
import { rowPanels } from './row-panels.ts';
import styles from './rows.module.css';
import { TimeDialog } from './time-dialog.tsx';

type Operation = 'time' | 'history' | 'up' | 'down' | 'remove';

const commandOf: Partial<Record<Operation, CommandId>> = {
  history: 'row.history',
  up: 'row.up',
  down: 'row.down',
  remove: 'row.remove',
};

/** What else can be done with a row; all of it has a key or stands in the palette as well. */
export function RowMenu({ entry, name }: { entry: Entry; name: string }): ReactElement {
  const { t } = useTranslation('live');
  const live = useLive();
  const [isTimeOpen, setTimeOpen] = useState(false);
  const labels: Record<Operation, string> = {
    time: t('rows.menu.time'),
    history: t('rows.menu.history'),
    up: t('rows.menu.up'),
    down: t('rows.menu.down'),
    remove: t('rows.menu.remove'),
  };
  const choose = (operation: Operation) => {
    if (operation === 'time') setTimeOpen(true);
    else if (operation === 'history') rowPanels.set({ historyOf: entry.id });
    else doToRows(live, [entry.id], operation);
  };
  return (
    <>
      <LightMenu
        part="more"
        className={styles.more}
        label={t('rows.menu.of', { name })}
        isTabbable={false}
        choices={() =>
          (Object.keys(labels) as Operation[]).map((id) => {
            const command = commandOf[id];
            return { id, label: labels[id], chord: command && chordOf(command) };
          })
        }
        onChoose={choose}
      >
        <EllipsisVertical aria-hidden />
      </LightMenu>
      {isTimeOpen && <TimeDialog entry={entry} name={name} onClose={() => setTimeOpen(false)} />}
    </>
  );
}
