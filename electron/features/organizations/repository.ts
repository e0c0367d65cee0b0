import type { Organization, OrganizationListItem } from '#shared/contract/organizations.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import type { OrganizationRow } from '../../db/schema.ts';

export function listOrganizations(connection: Connection): OrganizationListItem[] {
  const counts = new Map(
    connection
      .sql<{ organization_id: string; count: number }>(
        'SELECT organization_id, count(DISTINCT person_id) AS count FROM affiliation WHERE to_date IS NULL GROUP BY organization_id',
      )
      .map((row) => [row.organization_id, row.count]),
  );
  const aliases = Map.groupBy(
    connection.all(queries.selectFrom('organization_alias').select(['organization_id', 'text']).orderBy('order_index')),
    (row) => row.organization_id,
  );
  return connection.all(queries.selectFrom('organization').selectAll()).map((row) => ({
    id: row.id,
    name: fromColumns(row, 'name'),
    abbreviation: fromColumns(row, 'abbreviation'),
    kind: row.kind as Organization['kind'],
    country: row.country,
    city: fromColumns(row, 'city'),
    peopleCount: counts.get(row.id) ?? 0,
    aliases: (aliases.get(row.id) ?? []).map(({ text }) => text),
  }));
}

export function findOrganization(connection: Connection, id: string): Organization | undefined {
  const row = connection.first(queries.selectFrom('organization').selectAll().where('id', '=', id));
  if (row === undefined) return undefined;
  const aliases = connection.all(
    queries.selectFrom('organization_alias').selectAll().where('organization_id', '=', id).orderBy('order_index'),
  );
  const relations = connection.all(
    queries
      .selectFrom('organization_relation')
      .selectAll()
      .where('from_organization_id', '=', id)
      .orderBy('order_index'),
  );
  return toOrganization(row, aliases, relations);
}

/** Every organisation, whole. */
export function loadOrganizations(connection: Connection): Organization[] {
  const aliases = Map.groupBy(
    connection.all(queries.selectFrom('organization_alias').selectAll().orderBy('order_index')),
    (row) => row.organization_id,
  );
  const relations = Map.groupBy(
    connection.all(queries.selectFrom('organization_relation').selectAll().orderBy('order_index')),
    (row) => row.from_organization_id,
  );
  return connection
    .all(queries.selectFrom('organization').selectAll())
    .map((row) => toOrganization(row, aliases.get(row.id), relations.get(row.id)));
}

function toOrganization(
  row: OrganizationRow,
  aliases: readonly { id: string; text: string }[] = [],
  relations: readonly { id: string; to_organization_id: string; kind: string }[] = [],
): Organization {
  return {
    id: row.id,
    name: fromColumns(row, 'name'),
    abbreviation: fromColumns(row, 'abbreviation'),
    aliases: aliases.map(({ id, text }) => ({ id, text })),
    kind: row.kind as Organization['kind'],
    country: row.country,
    city: fromColumns(row, 'city'),
    note: row.note,
    relations: relations.map((relation) => ({
      id: relation.id,
      organizationId: relation.to_organization_id,
      kind: relation.kind as Organization['relations'][number]['kind'],
    })),
  };
}

/** The organisation without its relations, which may point to one that is not written yet: see {@link writeRelations}. */
export function insertOrganization(write: Write, organization: Organization): void {
  write.insert('organization', organizationRow(organization));
  replaceList(write, 'organization_alias', [], aliasRows(organization));
}

export function writeRelations(write: Write, storedIds: readonly string[], organization: Organization): void {
  const rows = organization.relations.map((relation, index) => ({
    id: relation.id,
    from_organization_id: organization.id,
    to_organization_id: relation.organizationId,
    kind: relation.kind,
    order_index: index,
  }));
  replaceList(write, 'organization_relation', storedIds, rows);
}

export function updateOrganization(write: Write, stored: Organization, next: Organization): void {
  write.update('organization', { id: next.id }, organizationRow(next));
  replaceList(
    write,
    'organization_alias',
    stored.aliases.map(({ id }) => id),
    aliasRows(next),
  );
  writeRelations(
    write,
    stored.relations.map(({ id }) => id),
    next,
  );
}

export function removeOrganization(connection: Connection, write: Write, stored: Organization): void {
  const distinct = connection.sql<{ organization_id: string; other_organization_id: string }>(
    'SELECT organization_id, other_organization_id FROM organization_distinct WHERE organization_id = :id OR other_organization_id = :id',
    { id: stored.id },
  );
  for (const pair of distinct) write.remove('organization_distinct', pair);
  for (const { id } of stored.relations) write.remove('organization_relation', { id });
  for (const { id } of stored.aliases) write.remove('organization_alias', { id });
  write.remove('letterhead', { organization_id: stored.id });
  write.remove('organization', { id: stored.id });
}

/** Where an organisation is referred to from outside its own record. */
export function countOrganizationUses(connection: Connection, id: string): { kind: string; count: number }[] {
  const uses = connection.sql<{ kind: string; count: number }>(
    `SELECT 'affiliation' AS kind, count(*) AS count FROM affiliation WHERE organization_id = :id
     UNION ALL SELECT 'relation', count(*) FROM organization_relation WHERE to_organization_id = :id
     UNION ALL SELECT 'group', count(*) FROM group_side WHERE lead_organization_id = :id OR coordinating_organization_id = :id
     UNION ALL SELECT 'membership', count(*) FROM membership WHERE organization_id = :id
     UNION ALL SELECT 'meeting', count(*) FROM meeting_organizer WHERE organization_id = :id
     UNION ALL SELECT 'meeting', count(*) FROM meeting_side WHERE lead_organization_id = :id
     UNION ALL SELECT 'attendance', count(*) FROM attendance WHERE organization_id = :id
     UNION ALL SELECT 'action', count(*) FROM (
       SELECT entry_id FROM action_owner WHERE organization_id = :id
       UNION SELECT entry_id FROM action_assignee WHERE organization_id = :id)
     UNION ALL SELECT 'proposal', count(*) FROM proposal_partner WHERE organization_id = :id
     UNION ALL SELECT 'agreement', count(*) FROM agreement_party WHERE organization_id = :id`,
    { id },
  );
  return uses.filter(({ count }) => count > 0);
}

function organizationRow(organization: Organization): OrganizationRow {
  return {
    id: organization.id,
    ...toColumns('name', organization.name),
    ...toColumns('abbreviation', organization.abbreviation),
    kind: organization.kind,
    country: organization.country,
    ...toColumns('city', organization.city),
    note: organization.note,
  };
}

const aliasRows = (organization: Organization) =>
  organization.aliases.map(({ id, text }, index) => ({
    id,
    organization_id: organization.id,
    text,
    order_index: index,
  }));
