import type { Concept, ConceptLink, ShownConcept, Term } from '#shared/contract/glossary.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import type {
  AffiliationRow,
  AgreementRow,
  GlossaryConceptRow,
  GlossaryTermRow,
  OrganizationRow,
  WorkingGroupRow,
} from '../../db/schema.ts';
import { composeConcept, conceptIdOf, type LinkedPart, type Link } from './compose.ts';
import { partOfAgreement, partOfOrganization, partsOfAreas, partsOfOffices } from './linked-parts.ts';

/*
 * Concepts are read by unit: a record of the register with everything that is linked to it, whether the record is there
 * or not, or a stored concept that stands for itself. Units are named by the id of the record or the concept.
 */

/** Every unit there is, in no order. */
export function listUnits(connection: Connection): string[] {
  const rows = connection.sql<{ id: string }>(
    `SELECT id FROM organization UNION ALL SELECT id FROM working_group UNION ALL SELECT id FROM agreement
     UNION ALL SELECT coalesce(link_record_id, id) FROM glossary_concept`,
  );
  return [...new Set(rows.map(({ id }) => id))];
}

/** The concepts of each of these units; a unit that has none is left out. */
export function loadUnits(connection: Connection, units: readonly string[]): Map<string, ShownConcept[]> {
  const ids = JSON.stringify(units);
  const parts = new Map(loadParts(connection, ids).map((part) => [conceptIdOf(part.link), part]));
  const stored = loadStored(connection, ids, [...parts.keys()]);
  const loaded = new Map<string, ShownConcept[]>();
  const add = (unit: string, concept: ShownConcept): void => {
    const known = loaded.get(unit);
    if (known === undefined) loaded.set(unit, [concept]);
    else known.push(concept);
  };
  for (const [id, part] of parts) add(part.link.recordId, composeConcept(stored.get(id), part));
  const wanted = new Set(units);
  for (const [id, concept] of stored) {
    const unit = concept.link?.recordId ?? id;
    if (!parts.has(id) && wanted.has(unit)) add(unit, composeConcept(concept, undefined));
  }
  return loaded;
}

const among = 'IN (SELECT value FROM json_each(?))';

function loadParts(connection: Connection, ids: string): LinkedPart[] {
  const aliases = Map.groupBy(
    connection.sql<{ organization_id: string; text: string }>(
      `SELECT organization_id, text FROM organization_alias WHERE organization_id ${among} ORDER BY order_index`,
      ids,
    ),
    (row) => row.organization_id,
  );
  const organizations = connection.sql<OrganizationRow>(`SELECT * FROM organization WHERE id ${among}`, ids);
  const offices = Map.groupBy(
    connection.sql<AffiliationRow>(`SELECT * FROM affiliation WHERE organization_id ${among} ORDER BY id`, ids),
    (row) => row.organization_id,
  );
  const groups = connection.sql<WorkingGroupRow>(`SELECT * FROM working_group WHERE id ${among}`, ids);
  const agreements = connection.sql<AgreementRow>(`SELECT * FROM agreement WHERE id ${among}`, ids);
  return [
    ...organizations.flatMap((row) =>
      partOfOrganization({
        id: row.id,
        name: fromColumns(row, 'name'),
        abbreviation: fromColumns(row, 'abbreviation'),
        aliases: (aliases.get(row.id) ?? []).map(({ text }) => text),
      }),
    ),
    ...[...offices].flatMap(([id, rows]) =>
      partsOfOffices(
        id,
        rows.map((row) => fromColumns(row, 'position')),
      ),
    ),
    ...groups.flatMap((row) => partsOfAreas(row.id, fromColumns(row, 'areas'))),
    ...agreements.flatMap((row) => partOfAgreement(row.id, fromColumns(row, 'title'))),
  ];
}

/** By id: what belongs to the units, and what is stored under the ids of linked concepts. */
function loadStored(connection: Connection, units: string, linkedIds: readonly string[]): Map<string, Concept> {
  const rows = connection.sql<GlossaryConceptRow>(
    `SELECT * FROM glossary_concept WHERE id ${among}
     UNION SELECT * FROM glossary_concept
       WHERE link_kind IN ('organization', 'office', 'area', 'agreement') AND link_record_id ${among}
     UNION SELECT * FROM glossary_concept WHERE id ${among}`,
    units,
    units,
    JSON.stringify(linkedIds),
  );
  return new Map(toConcepts(connection, rows).map((concept) => [concept.id, concept]));
}

function toConcepts(connection: Connection, rows: readonly GlossaryConceptRow[]): Concept[] {
  if (rows.length === 0) return [];
  const terms = Map.groupBy(
    connection.sql<GlossaryTermRow>(
      `SELECT * FROM glossary_term WHERE concept_id ${among} ORDER BY concept_id, order_index`,
      JSON.stringify(rows.map(({ id }) => id)),
    ),
    (row) => row.concept_id,
  );
  return rows.map((row) => ({
    id: row.id,
    link: toLink(row),
    area: fromColumns(row, 'area'),
    definition: fromColumns(row, 'definition'),
    source: row.source,
    note: row.note,
    terms: (terms.get(row.id) ?? []).map(({ id, language, text, status }) => ({
      id,
      language,
      text,
      status: status as Term['status'],
    })),
  }));
}

const toLink = ({ link_kind: kind, link_record_id: recordId, link_part: part }: GlossaryConceptRow): Link | null =>
  kind === null || recordId === null || part === null ? null : { kind: kind as ConceptLink, recordId, part };

/** What is stored of a concept; undefined where nothing is. */
export function findStored(connection: Connection, id: string): Concept | undefined {
  const rows = connection.sql<GlossaryConceptRow>('SELECT * FROM glossary_concept WHERE id = ?', id);
  return toConcepts(connection, rows)[0];
}

/** What was added to whatever belongs to a record of the register. */
export function listStoredOf(connection: Connection, recordId: string): Concept[] {
  const rows = connection.sql<GlossaryConceptRow>(
    'SELECT * FROM glossary_concept WHERE link_record_id = ? ORDER BY id',
    recordId,
  );
  return toConcepts(connection, rows);
}

/** Whether the register has what a link names. */
export function hasLinked(connection: Connection, link: Link): boolean {
  const id = conceptIdOf(link);
  return loadParts(connection, JSON.stringify([link.recordId])).some((part) => conceptIdOf(part.link) === id);
}

export function insertConcept(write: Write, concept: Concept): void {
  write.insert('glossary_concept', toRow(concept));
  for (const row of termRows(concept)) write.insert('glossary_term', row);
}

export function updateConcept(write: Write, stored: Concept, next: Concept): void {
  // A concept whose record is gone is shown without its link, which stays with it.
  const { link_kind, link_record_id, link_part, ...rest } = toRow(next);
  const patch = next.link === null ? rest : { ...rest, link_kind, link_record_id, link_part };
  write.update('glossary_concept', { id: stored.id }, patch);
  replaceList(
    write,
    'glossary_term',
    stored.terms.map(({ id }) => id),
    termRows(next),
  );
}

export function removeConcept(write: Write, stored: Concept): void {
  for (const { id } of stored.terms) write.remove('glossary_term', { id });
  write.remove('glossary_concept', { id: stored.id });
}

function toRow({ id, link, area, definition, source, note }: Concept): GlossaryConceptRow {
  return {
    id,
    link_kind: link?.kind ?? null,
    link_record_id: link?.recordId ?? null,
    link_part: link?.part ?? null,
    ...toColumns('area', area),
    ...toColumns('definition', definition),
    source,
    note,
  };
}

const termRows = ({ id: concept_id, terms }: Concept): GlossaryTermRow[] =>
  terms.map(({ id, language, text, status }, order_index) => ({ id, concept_id, language, text, status, order_index }));
