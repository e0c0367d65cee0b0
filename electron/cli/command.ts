import type { Log } from '../log.ts';

export interface Command {
  /** Gets the words after the command's name; what it answers is printed as JSON. */
  run: (words: string[], log: Log) => Promise<unknown>;
}

/** Where the data is: every command over a data folder takes it. */
export const dataOption = { data: { type: 'string' } } as const;
