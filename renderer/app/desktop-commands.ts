import { redo, undo } from './history.ts';
import type { navigation } from './navigation.ts';
import { router } from './router.ts';
import { isTextField } from './shortcuts.ts';

type Place = (typeof navigation)[number]['path'];

/** Commands of the native menu, as electron/main/menu.ts sends them. */
const places: Record<string, Place | undefined> = {
  'go-home': '/',
  'go-meetings': '/meetings',
  'go-contacts': '/contacts',
  'go-groups': '/groups',
  'go-registers': '/registers',
  'go-search': '/search',
  'go-settings': '/settings',
};

/** In a text field the menu means the field's own undo, as the keys do. */
function stepBack(command: 'undo' | 'redo'): void {
  if (isTextField(document.activeElement)) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else reaches a text field's own history
    document.execCommand(command);
    return;
  }
  void (command === 'undo' ? undo() : redo());
}

/** Does what the native menu asks; the desktop port raises the event (desktop-electron.ts). */
export function followMenu(): void {
  window.addEventListener('trilogue-command', (event) => {
    const command: unknown = event instanceof CustomEvent ? event.detail : undefined;
    if (command === 'undo' || command === 'redo') stepBack(command);
    const place = typeof command === 'string' ? places[command] : undefined;
    if (place !== undefined) router.history.push(place);
  });
}
