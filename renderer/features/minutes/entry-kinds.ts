import { CircleCheckBig, Lightbulb, ListTodo, type LucideIcon, MessageSquareText, StickyNote } from 'lucide-react';
import { type actionStatuses, type EntryKind } from '#shared/contract/entries.ts';
import type { CommandId } from '#shared/domain/commands.ts';

/** In the order of the digits: Mod+1 is speech, Mod+5 is note (ux, section 4.3). */
export const kindsByDigit = [
  'speech',
  'decision',
  'action',
  'proposal',
  'note',
] as const satisfies readonly EntryKind[];

export const entryKindKeys = {
  speech: 'kind.speech',
  decision: 'kind.decision',
  action: 'kind.action',
  proposal: 'kind.proposal',
  note: 'kind.note',
} as const satisfies Record<EntryKind, string>;

export const kindCommands = {
  speech: 'row.speech',
  decision: 'row.decision',
  action: 'row.action',
  proposal: 'row.proposal',
  note: 'row.note',
} as const satisfies Record<EntryKind, CommandId>;

export const entryIcons: Record<EntryKind, LucideIcon> = {
  speech: MessageSquareText,
  decision: CircleCheckBig,
  action: ListTodo,
  proposal: Lightbulb,
  note: StickyNote,
};

export const actionStatusKeys = {
  open: 'actionStatus.open',
  in_progress: 'actionStatus.inProgress',
  done: 'actionStatus.done',
  cancelled: 'actionStatus.cancelled',
} as const satisfies Record<(typeof actionStatuses)[number], string>;
