import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryKind } from '#shared/contract/entries.ts';
import type { CommandId } from '#shared/domain/commands.ts';
import { useCommand } from '../../../app/commands.ts';
import { notify } from '../../../app/notify.ts';
import { hasOwnUndo } from '../../../app/shortcuts.ts';
import { useStore, useStorePart } from '../../../app/store.ts';
import { entryKindKeys } from '../entry-kinds.ts';
import { type Live, useLive } from '../live/context.ts';
import { focusText } from '../live/targets.ts';
import { personOfNumber } from '../people/people-numbers.ts';
import { EntryHistory } from '../texts/entry-history.tsx';
import { captureField, commitCapture, setCaptureKind } from './capture.ts';
import { mention, openMention } from './mention.ts';
import { shownRows } from './row-keys.ts';
import { doToRows } from './row-operations.ts';
import { rowPanels } from './row-panels.ts';
import { focusRowPart, type RowPart, rowOf } from './row-parts.ts';
import { rowsInHand, setSpeakerInHand } from './rows-in-hand.ts';
import { backToCapture, selectRows } from './selection.ts';
import { startTyping } from './typing.ts';

/** The one row among them that has fields to go to; null is the capture row. */
function targetRow(live: Live): string | null {
  return live.view.get().selection?.focusId ?? rowsInHand(live)[0] ?? null;
}

const isInRows = (): boolean => rowOf(document.activeElement) !== undefined;

const kindCommands = [
  ['row.speech', 'speech'],
  ['row.decision', 'decision'],
  ['row.action', 'action'],
  ['row.proposal', 'proposal'],
  ['row.note', 'note'],
] as const satisfies [CommandId, EntryKind][];

const speakerCommands = [
  'row.speaker1',
  'row.speaker2',
  'row.speaker3',
  'row.speaker4',
  'row.speaker5',
  'row.speaker6',
  'row.speaker7',
  'row.speaker8',
  'row.speaker9',
] as const satisfies CommandId[];

/** The commands of rows. They act on the selected rows, on the row with the focus, or else on the capture row. */
export function RowCommands(): ReactElement | null {
  const live = useLive();
  const { session, view } = live;
  for (const [command, kind] of kindCommands) {
    // eslint-disable-next-line react-hooks/rules-of-hooks -- a constant list
    useCommand(command, () => {
      const ids = rowsInHand(live);
      if (ids.length > 0) session.setKind(ids, kind);
      else setCaptureKind(live, kind);
    });
  }
  speakerCommands.forEach((command, index) => {
    // eslint-disable-next-line react-hooks/rules-of-hooks -- a constant list
    useCommand(command, () => {
      const speakerId = personOfNumber(live, index + 1)?.id;
      if (speakerId !== undefined) setSpeakerInHand(live, speakerId);
    });
  });
  useFieldCommands(live);
  useCommand('row.commit', () => {
    if (rowsInHand(live).length === 0) {
      const field = captureField();
      if (commitCapture(live) && field) startTyping(field);
    }
    backToCapture(live);
  });
  useCommand('minutes.capture', () => backToCapture(live));
  useCommand('row.up', () => doToRows(live, rowsInHand(live), 'up'), { isEnabled: () => rowsInHand(live).length > 0 });
  useCommand('row.down', () => doToRows(live, rowsInHand(live), 'down'), {
    isEnabled: () => rowsInHand(live).length > 0,
  });
  useCommand('row.select', () => escape(live), {
    isEnabled: () => isInRows() && mention.get() === null,
  });
  useCommand('row.history', () => rowPanels.set({ historyOf: targetRow(live) ?? view.get().captureId }));
  useCommand('row.document', () => {
    const rowId = targetRow(live) ?? view.get().captureId;
    if (rowId !== null) live.showInDocument(rowId);
  });
  useCommand('row.remove', () => remove(live));
  const isOurs = () => hasOwnUndo(document.activeElement) || isInRows();
  useCommand('app.undo', () => void session.undo().then(keepFocus), { isEnabled: isOurs });
  useCommand('app.redo', () => void session.redo().then(keepFocus), { isEnabled: isOurs });
  return <RowHistory />;
}

/** From a text to its row, from there back to the capture row; from the capture row to the last row. */
function escape(live: Live): void {
  const { selection } = live.view.get();
  const rowId = rowOf(document.activeElement) ?? shownRows(live).at(-1);
  if (selection !== null || rowId === undefined) backToCapture(live);
  else selectRows(live, [rowId], rowId);
}

function remove(live: Live): void {
  const ids = rowsInHand(live);
  const { captureId } = live.view.get();
  const all = ids.length > 0 || captureId === null ? ids : [captureId];
  if (all.length > 0) doToRows(live, all, 'remove');
}

/** Undo may take the row with the caret away. */
function keepFocus(): void {
  if (document.activeElement === document.body) focusText({ rowId: null });
}

function useFieldCommands(live: Live): void {
  const { t } = useTranslation('live');
  const kindOf = (rowId: string | null): EntryKind | undefined =>
    rowId === null ? live.view.get().captureKind : live.session.state.get().entries.get(rowId)?.kind;
  const goToAction = (part: RowPart) => {
    const rowId = targetRow(live);
    if (kindOf(rowId) === 'action') focusRowPart(rowId, part);
    else notify(t('rows.onlyActions'));
  };
  useCommand('row.speaker', () => void focusRowPart(targetRow(live), 'speaker'));
  useCommand('row.owner', () => goToAction('owner'));
  useCommand('row.due', () => {
    const isInDue = document.activeElement?.getAttribute('role') === 'spinbutton';
    if (isInDue) openMenu(document.activeElement?.closest('[data-due]')?.querySelector('[data-part="due-picks"]'));
    else goToAction('due');
  });
  useCommand('row.person', () => {
    const rowId = targetRow(live);
    const { activeElement } = document;
    const isInText = activeElement instanceof HTMLTextAreaElement && rowOf(activeElement) === rowId;
    if (!isInText) focusText({ rowId });
    const area = document.activeElement;
    if (area instanceof HTMLTextAreaElement) openMention({ live, rowId, area });
  });
}

/** Earlier texts of a row, over whatever else is on screen. */
function RowHistory(): ReactElement | null {
  const { t } = useTranslation('minutes');
  const { session } = useLive();
  const { historyOf } = useStore(rowPanels);
  const entry = useStorePart(session.state, (state) => (historyOf === null ? undefined : state.entries.get(historyOf)));
  const number = useStorePart(session.state, (state) => state.numbers.get(historyOf ?? '') ?? '');
  if (entry === undefined) return null;
  return (
    <EntryHistory
      entry={entry}
      name={`${t(entryKindKeys[entry.kind])} ${number}`.trim()}
      session={session}
      onClose={() => rowPanels.set({ historyOf: null })}
    />
  );
}

/** As its arrow key does: after a click of a program React Aria gives the focus to no choice. */
function openMenu(button: Element | null | undefined): void {
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
}
