import { languages } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import { type OrganizationEntry, readOrganizationNames } from './compare-organizations.ts';

export function loadOrganizations(connection: Connection, ids: readonly string[]): OrganizationEntry[] {
  const aliases = Map.groupBy(
    connection.all(
      queries
        .selectFrom('organization_alias')
        .select(['organization_id', 'text'])
        .where('organization_id', 'in', ids)
        .orderBy('order_index'),
    ),
    (row) => row.organization_id,
  );
  return connection.all(queries.selectFrom('organization').selectAll().where('id', 'in', ids)).map((row) => ({
    id: row.id,
    ...readOrganizationNames(
      fromColumns(row, 'name'),
      fromColumns(row, 'abbreviation'),
      (aliases.get(row.id) ?? []).map(({ text }) => text),
    ),
    facts: {
      emails: [],
      phones: [],
      organizationIds: [],
      cities: languages.flatMap((language) => row[`city_${language}`].trim().toLowerCase() || []),
      country: row.country,
    },
  }));
}
