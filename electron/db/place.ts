import { existsSync, statSync } from 'node:fs';
import { dataFile } from './opening.ts';
import { StoreError } from './store-error.ts';

/**
 * To be called when the data file is open. What is answered throws StoreError `folder-gone` while the file, or the journal
 * beside it, does not lie where it was opened: the folder was moved or removed, or the stick that it is on was pulled
 * out. The system goes on writing into what it has open, and so that would be acknowledged and be nowhere. Costs two
 * looks at the folder; opens nothing.
 */
export function watchPlace(folder: string): () => void {
  const file = dataFile(folder);
  const read = () => statSync(file, { bigint: true, throwIfNoEntry: false });
  const opened = read();
  return () => {
    const now = read();
    const isThere = now?.ino === opened?.ino && now?.dev === opened?.dev && existsSync(`${file}-wal`);
    if (!isThere) throw new StoreError('folder-gone', folder);
  };
}
