import { createStore } from './store.ts';

/** What the top bar says about saving. `savedAtMs` is when the last call answered, null before the first. */
export interface SavingState {
  unsaved: boolean;
  saving: boolean;
  failed: boolean;
  savedAtMs: number | null;
}

export const savingState = createStore<SavingState>({ unsaved: false, saving: false, failed: false, savedAtMs: null });

/** One record that is being edited; it outlives its page while something of it is not saved. */
export interface Saver {
  state(): { unsaved: boolean; saving: boolean; failed: boolean };
  /** Saves at once what can be saved. */
  flush(): Promise<void>;
}

const savers = new Set<Saver>();
let isOver = false;

export function addSaver(saver: Saver): void {
  if (isOver) return;
  savers.add(saver);
  refreshSaving();
}

export function removeSaver(saver: Saver): void {
  savers.delete(saver);
  refreshSaving();
}

/** Called by savers whenever their state changed; `savedAtMs` when a call has just answered. */
export function refreshSaving(savedAtMs: number | null = savingState.get().savedAtMs): void {
  const states = [...savers].map((saver) => saver.state());
  const next: SavingState = {
    unsaved: states.some((state) => state.unsaved),
    saving: states.some((state) => state.saving),
    failed: states.some((state) => state.failed),
    savedAtMs,
  };
  const before = savingState.get();
  const isSame = (Object.keys(next) as (keyof SavingState)[]).every((key) => next[key] === before[key]);
  // Called at every keystroke: what is shown is drawn anew only when it says something else.
  if (!isSame) savingState.set(next);
}

/** Saves everything now; Mod+S, «retry», before undo and before the window closes. */
export async function flushAll(): Promise<void> {
  await Promise.all([...savers].map((saver) => saver.flush()));
}

/** Lets go of all that is being edited: it belongs to a data file that another one has replaced. */
export function endSaving(): void {
  isOver = true;
  savers.clear();
  refreshSaving();
}

window.addEventListener('blur', () => void flushAll());
window.addEventListener('pagehide', () => void flushAll());
window.addEventListener('beforeunload', (event) => {
  if (!savingState.get().unsaved) return;
  void flushAll();
  // Only while something is really not on disk yet: the browser asks whether to stay.
  event.preventDefault();
});
