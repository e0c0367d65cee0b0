import type { Choice } from './use-choice.ts';

/** What a register keeps while the user is on another screen. */
export interface Remembered {
  text: string;
  /** What chose the rows when the place was kept. */
  list: string;
  /** The place that has the focus, and the first one in sight. */
  active: number;
  top: number;
  choice: Choice<unknown>;
}

const registers = new Map<string, Remembered>();
const nothing: Remembered = { text: '', list: '', active: 1, top: 0, choice: new Map() };

export const recall = (name: string): Remembered => registers.get(name) ?? nothing;

export function keep(name: string, change: Partial<Remembered>): void {
  registers.set(name, { ...recall(name), ...change });
}
