import { CalendarClock, ClipboardCheck, UserRoundPen } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionListItem } from '#shared/contract/actions.ts';
import { Button } from '../../ui/button.tsx';
import { DueDialog } from './due-dialog.tsx';
import { OwnerDialog } from './owner-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';

const commands = [
  { id: 'report', icon: ClipboardCheck, label: 'report.open', Dialog: StatusDialog },
  { id: 'owners', icon: UserRoundPen, label: 'assign.openOwners', Dialog: OwnerDialog },
  { id: 'due', icon: CalendarClock, label: 'assign.openDate', Dialog: DueDialog },
] as const;

export interface ActionCommandsProps {
  actions: readonly ActionListItem[];
  onChange: (entryIds: readonly string[]) => void;
  onDone?: () => void;
}

/** What can be done with one action, or with all that are chosen. */
export function ActionCommands({ actions, onChange, onDone }: ActionCommandsProps): ReactElement {
  const { t } = useTranslation('registers');
  const [open, setOpen] = useState<(typeof commands)[number] | null>(null);
  return (
    <>
      {commands.map((command) => (
        <Button key={command.id} onPress={() => setOpen(command)}>
          <command.icon aria-hidden />
          {t(command.label)}
        </Button>
      ))}
      {open && (
        <open.Dialog actions={actions} onClose={() => setOpen(null)} onChange={onChange} {...(onDone && { onDone })} />
      )}
    </>
  );
}
