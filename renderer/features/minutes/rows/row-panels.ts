import { createStore } from '../../../app/store.ts';

/** Dialogs over the rows that a command opens. */
export const rowPanels = createStore<{ historyOf: string | null }>({ historyOf: null });
