import { createHash } from 'node:crypto';
import type { Connection } from '../../electron/db/connection.ts';
import { dump } from './dump.ts';

/** What belongs to the records without being one: history, earlier texts, the content of attached files. */
const besides = [
  'SELECT * FROM change_set ORDER BY seq',
  'SELECT * FROM change ORDER BY change_set_seq, position',
  'SELECT * FROM entry_revision ORDER BY entry_id, language, revision',
  'SELECT * FROM heading_revision ORDER BY kind, record_id, language, revision',
  `SELECT id, position, hex(bytes) FROM attachment JOIN stored_file USING (sha256) ORDER BY id, position`,
];

/**
 * A hash of every record with its history: two states are the same exactly when their hashes are. What the program
 * derives by itself (search index, …) and what it remembers of windows is not in it.
 */
export function digestState(connection: Connection): string {
  const hash = createHash('sha256').update(JSON.stringify(dump(connection)));
  for (const query of besides) hash.update(JSON.stringify(connection.sql(query)));
  return hash.digest('hex');
}
