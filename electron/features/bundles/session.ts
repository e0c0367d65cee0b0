import type { Connection } from '../../db/connection.ts';
import type { ParsedBundle } from './parse.ts';

/** A bundle that was looked at: the very file, what is in it, and how it is opened again for the content of its files. */
export interface BundleSession {
  id: string;
  file: File;
  passphrase: string | null;
  bundle: ParsedBundle;
}

const keptMs = 30 * 60_000;
const kept = new WeakMap<Connection, BundleSession>();

/** Keeps what a preview has read for the import that mostly follows; the last one, and not for long: it is large. */
export function keepSession(connection: Connection, session: BundleSession): void {
  kept.set(connection, session);
  setTimeout(() => {
    forgetSession(connection, session.id);
  }, keptMs).unref();
}

export function findSession(connection: Connection, id: string): BundleSession | undefined {
  const session = kept.get(connection);
  return session?.id === id ? session : undefined;
}

export function forgetSession(connection: Connection, id: string): void {
  if (kept.get(connection)?.id === id) kept.delete(connection);
}
