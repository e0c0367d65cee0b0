import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What stands in the file of a program that is not running: integrity, and every text of the minutes by entry. */
export function readStoredTexts(dataFolder: string): { integrity: string; texts: string[] } {
  const database = new Database(join(dataFolder, 'trilogue.db'));
  try {
    const integrity = database.pragma('integrity_check', { simple: true }) as string;
    const broken = database.pragma('foreign_key_check') as unknown[];
    const texts = database.prepare('SELECT text FROM entry_text').pluck().all() as string[];
    return { integrity: broken.length === 0 ? integrity : `${String(broken.length)} broken references`, texts };
  } finally {
    database.close();
  }
}
