import { keepBeforeMigration } from './backups/before-migration.ts';
import { applicationId, type Connection } from './connection.ts';
import { StoreError } from './store-error.ts';

/**
 * Brings the file to the newest version, each step in one transaction with its `user_version`; a backup is made first
 * when there is data. A file of a newer version is refused untouched. Own runner because kysely's leaves half a
 * migration behind on SQLite (measured, design section 3).
 */
export function migrate(connection: Connection, folder: string, migrations: readonly string[]): void {
  const current = Number(connection.pragma('user_version'));
  if (current > migrations.length) throw new StoreError('newer-version', folder);
  if (current === migrations.length) return;
  if (current > 0) keepBeforeMigration(connection, folder);
  applyMigrations(connection, migrations);
  // The header must say the new version even to a reader that does not look into the WAL.
  connection.pragma('wal_checkpoint(TRUNCATE)');
}

/** The steps alone, for a file that is a copy itself. */
export function applyMigrations(connection: Connection, migrations: readonly string[]): void {
  const current = Number(connection.pragma('user_version'));
  // Foreign keys can only be switched outside a transaction (sqlite.org/pragma.html#pragma_foreign_keys).
  connection.pragma('foreign_keys = OFF');
  try {
    for (const [index, script] of migrations.entries()) {
      if (index < current) continue;
      connection.transaction(() => {
        connection.execute(script);
        const broken = connection.sql('PRAGMA foreign_key_check');
        if (broken.length > 0)
          throw new Error(`migration ${String(index + 1)} breaks ${String(broken.length)} references`);
        connection.pragma(`application_id = ${String(applicationId)}`);
        connection.pragma(`user_version = ${String(index + 1)}`);
      });
    }
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}
