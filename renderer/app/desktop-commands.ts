import { type CommandId, commandIds, commands } from '#shared/domain/commands.ts';
import { desktop } from './api.ts';
import { availableCommands, runCommand } from './commands.ts';
import { connectionState } from './connection.ts';
import { isComposing } from './composition.ts';
import { hasOwnUndo, isTextField } from './shortcuts.ts';

/** Bindings come and go together while a screen changes; the menu is told once. */
const quietMs = 50;
/** The field's own command, as the browser calls it. */
const nativeCommands: Partial<Record<CommandId, string>> = { 'app.undo': 'undo', 'app.redo': 'redo' };

const isCommand = (name: unknown): name is CommandId => commandIds.some((id) => id === name);

/** In a text field the menu means the field's own undo, as the keys do. */
function runFromMenu(id: CommandId): void {
  const field = document.activeElement;
  const native = commands[id].isNativeInText === true && isTextField(field) && !hasOwnUndo(field);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else reaches a text field's own history
  if (native) document.execCommand(nativeCommands[id] ?? '');
  else runCommand(id);
}

/** Does what the native menu asks (the desktop port raises the event), and tells it what can be done. */
export function followMenu(): void {
  window.addEventListener('trilogue-command', (event) => {
    const id: unknown = event instanceof CustomEvent ? event.detail : undefined;
    // On macOS a chord that the page has left to the input method comes back through the menu.
    if (isCommand(id) && !isComposing()) runFromMenu(id);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void desktop.showCommands([...availableCommands.get()]).catch(() => undefined), quietMs);
  };
  availableCommands.subscribe(tell);
  // What was told while there was no way to the menu is told again.
  connectionState.subscribe(() => {
    if (connectionState.get() === 'connected') tell();
  });
  tell();
}
