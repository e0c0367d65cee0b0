import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Everything under a final name in a folder of backups that is not a whole, checked, self-contained database with its SHA-256. */
export function findBadBackups(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.db')).flatMap((name) => badness(folder, name) ?? []);
}

function badness(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (!existsSync(`${path}.sha256`)) return `${name}: no SHA-256`;
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  if (readFileSync(`${path}.sha256`, 'utf8') !== `${sha256}  ${name}\n`) return `${name}: differs from its SHA-256`;
  try {
    return checkDatabase(path).map((found) => `${name}: ${found}`)[0];
  } catch (error) {
    return `${name}: ${String(error)}`;
  }
}

function checkDatabase(path: string): string[] {
  const database = new Database(path, { readonly: true });
  try {
    const found = database.pragma('integrity_check') as { integrity_check: string }[];
    return [
      ...found.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      // One that needs a journal beside it would be nothing when copied alone.
      ...(database.pragma('journal_mode', { simple: true }) === 'delete' ? [] : ['needs a journal']),
    ];
  } finally {
    database.close();
  }
}
