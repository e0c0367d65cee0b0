import type { StoreCondition } from '#shared/contract/app.ts';
import type { Connection } from './db/connection.ts';

/** The data file of this run, which a restore replaces by another one. */
export interface Store {
  readonly condition: StoreCondition;
  /** Absolute path of the data file, to be shown. */
  readonly place: string;
  /** Throws StoreError `damaged` while there is none. */
  readonly connection: Connection;
  /**
   * Closes the data file, keeps it as a backup (also a damaged one, with all that lies beside it), puts the staged file
   * in its place and opens that. A crash at any moment leaves the one or the other under the data file's name. Answers
   * the name of the backup; null where there was nothing to keep.
   */
  replaceWith(staged: string): Promise<string | null>;
  /** Called with each connection that is opened, the present one included; what it answers ends before that is closed. */
  onOpened(follow: (connection: Connection) => (() => Promise<void>) | undefined): void;
  close(): Promise<void>;
}
