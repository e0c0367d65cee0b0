import type { LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { OrganizationRow } from '../../db/schema.ts';

/** People and organisations that own an action, by its minutes or since; each once. */
export function listOwnerIds(connection: Connection): string[] {
  const ids = new Set<string>();
  for (const table of ['action_owner', 'action_assignee']) {
    for (const column of ['person_id', 'organization_id']) {
      const rows = connection.sql<{ id: string }>(
        `SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${column} IS NOT NULL`,
      );
      for (const { id } of rows) ids.add(id);
    }
  }
  return [...ids];
}

export function listOrganizationNames(
  connection: Connection,
  ids: readonly string[],
): Map<string, { name: LocalizedText; abbreviation: LocalizedText }> {
  const rows = connection.sql<OrganizationRow>(
    'SELECT * FROM organization WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(
    rows.map((row) => [row.id, { name: fromColumns(row, 'name'), abbreviation: fromColumns(row, 'abbreviation') }]),
  );
}
