import { defaultSettings, settings as schema, type Settings } from '#shared/contract/settings.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { queries } from '../../db/queries.ts';

/** Stored values over the defaults; a key of an older version that no longer fits is passed over. */
export function loadSettings(connection: Connection): Settings {
  const known = schema.partial().strip();
  const stored = Object.fromEntries(
    connection.all(queries.selectFrom('setting').selectAll()).map((row) => [row.key, JSON.parse(row.value) as unknown]),
  );
  const parsed = known.safeParse(stored);
  return { ...defaultSettings, ...(parsed.success ? parsed.data : {}) };
}

export function writeSettings(write: Write, patch: Partial<Settings>): void {
  for (const [key, value] of Object.entries(patch)) {
    const row = { key, value: JSON.stringify(value) };
    if (!write.update('setting', { key }, row)) write.insert('setting', row);
  }
}
