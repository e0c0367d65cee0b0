import { useCommand } from '../../../app/commands.ts';
import { createStore, type Store } from '../../../app/store.ts';

export type PeopleField = 'checkIn' | 'guest';

/** A field of the pane that shall have the focus as soon as the pane is there; the pane takes the wish away. */
export const wantedField: Store<PeopleField | null> = createStore<PeopleField | null>(null);

/** Check-in and «add guest» from anywhere on the live screen. `showPeople` brings the People pane into view. */
export function usePeopleCommands(showPeople: () => void): void {
  const go = (field: PeopleField) => {
    showPeople();
    wantedField.set(field);
  };
  useCommand('minutes.checkIn', () => go('checkIn'));
  useCommand('minutes.addGuest', () => go('guest'));
}
