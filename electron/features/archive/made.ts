import type { Connection } from '../../db/connection.ts';

const keptMs = 10 * 60_000;
const kept = new WeakMap<Connection, { id: string; file: File }>();

/** Keeps the archive that was made last until the page fetches it, and not for long: it is large. */
export function keepMade(connection: Connection, id: string, file: File): void {
  const entry = { id, file };
  kept.set(connection, entry);
  setTimeout(() => {
    if (kept.get(connection) === entry) kept.delete(connection);
  }, keptMs).unref();
}

/** The archive, once; undefined if it is not there any more. */
export function takeMade(connection: Connection, id: string): File | undefined {
  const entry = kept.get(connection);
  if (entry?.id !== id) return undefined;
  kept.delete(connection);
  return entry.file;
}
