import type { Row, Touched } from '../db/changes.ts';
import type { Connection } from '../db/connection.ts';
import type { RecordTable } from '../db/schema.ts';
import type { RecordSource } from './records.ts';

/** Ids of records whose index rows a change may have made wrong. */
export type Affected = Map<RecordSource, Set<string>>;

/** Which record a row belongs to. Tables that search does not read are missing. */
const owners: Partial<Record<RecordTable, { source: RecordSource; column: string }>> = {
  person: { source: 'person', column: 'id' },
  person_name: { source: 'person', column: 'person_id' },
  person_alias: { source: 'person', column: 'person_id' },
  affiliation: { source: 'person', column: 'person_id' },
  organization: { source: 'organization', column: 'id' },
  organization_alias: { source: 'organization', column: 'organization_id' },
  working_group: { source: 'group', column: 'id' },
  group_side: { source: 'group', column: 'group_id' },
  meeting: { source: 'meeting', column: 'id' },
  meeting_venue: { source: 'meeting', column: 'meeting_id' },
  agreement: { source: 'agreement', column: 'id' },
  agreement_party: { source: 'agreement', column: 'agreement_id' },
  agreement_signatory: { source: 'agreement', column: 'agreement_id' },
  agreement_terms: { source: 'agreement', column: 'agreement_id' },
  entry: { source: 'entry', column: 'id' },
  entry_text: { source: 'entry', column: 'entry_id' },
};

/** The owners of the touched rows, and whoever shows the name of a renamed organisation. */
export function affectedRecords(connection: Connection, touched: readonly Touched[]): Affected {
  const affected: Affected = new Map();
  const add = (source: RecordSource, id: string): void => {
    affected.set(source, (affected.get(source) ?? new Set()).add(id));
  };
  for (const { table, before, after } of touched) {
    const owner = owners[table];
    if (owner === undefined) continue;
    for (const image of [before, after]) if (image !== null) add(owner.source, String(image[owner.column]));
    if (table !== 'organization' || !isRenamed(before, after)) continue;
    const id = String((after ?? before)?.id);
    for (const { found } of idsBy(connection, 'person_id', 'affiliation', id)) add('person', found);
    for (const { found } of idsBy(connection, 'agreement_id', 'agreement_party', id)) add('agreement', found);
  }
  return affected;
}

const nameColumns = ['name_en', 'name_ru', 'name_zh', 'abbreviation_en', 'abbreviation_ru', 'abbreviation_zh'];

function isRenamed(before: Row | null, after: Row | null): boolean {
  return nameColumns.some((column) => before?.[column] !== after?.[column]);
}

function idsBy(connection: Connection, column: string, table: string, organizationId: string): { found: string }[] {
  return connection.sql<{ found: string }>(
    `SELECT DISTINCT ${column} AS found FROM ${table} WHERE organization_id = ?`,
    organizationId,
  );
}
