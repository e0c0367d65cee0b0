import type { Connection } from '../../db/connection.ts';

/** Number of the newest change set; 0 in a new file. */
export const lastChangeSet = (connection: Connection): number =>
  connection.sql<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM change_set')[0]?.seq ?? 0;
