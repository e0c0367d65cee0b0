import { randomUUID } from 'node:crypto';

/** Where bugs are written. Holds ids and stacks, never a user's text. */
export interface Log {
  /** Writes the error and answers the id that the user is shown. */
  bug(error: unknown): string;
}

/** One line of JSON per bug; `write` is the door's choice (stderr, a file). */
export function createLog(write: (line: string) => void): Log {
  return {
    bug(error) {
      const id = randomUUID().slice(0, 8);
      const stack = error instanceof Error ? (error.stack ?? error.message) : typeof error;
      try {
        write(JSON.stringify({ id, at: new Date().toISOString(), stack }));
      } catch {
        // A full disk takes no log either; what is being reported must not become worse by it.
      }
      return id;
    },
  };
}
