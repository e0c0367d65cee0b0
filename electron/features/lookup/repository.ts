import type { PersonNameRow } from '../../db/schema.ts';
import type { ChangePosition } from '../../db/change-log.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { LocalizedText } from '#shared/domain/language.ts';

export interface Changed {
  people: Set<string>;
  /** Meetings whose lists of who attends have changed. */
  meetings: Set<string>;
  hasOrganizations: boolean;
}

/** What has changed after a position in what names are read from. */
export function listChanged(connection: Connection, { seq, position }: ChangePosition): Changed {
  const rows = connection.sql<{ name: string; owner: string }>(
    `SELECT table_name AS name, json_extract(coalesce(after, before), CASE table_name
       WHEN 'person_name' THEN '$.person_id' WHEN 'person_alias' THEN '$.person_id'
       WHEN 'attendance' THEN '$.meeting_id' ELSE '$.id' END) AS owner
     FROM change WHERE (change_set_seq, position) > (?, ?)
       AND table_name IN ('person', 'person_name', 'person_alias', 'attendance', 'organization', 'organization_alias')`,
    seq,
    position,
  );
  const changed: Changed = { people: new Set(), meetings: new Set(), hasOrganizations: false };
  for (const { name, owner } of rows) {
    if (name === 'attendance') changed.meetings.add(owner);
    else if (name.startsWith('person')) changed.people.add(owner);
    else changed.hasOrganizations = true;
  }
  return changed;
}

const wanted = '(SELECT value FROM json_each(?))';

export function listNames(connection: Connection, personIds: readonly string[]): Map<string, PersonNameRow[]> {
  const rows = connection.sql<PersonNameRow>(
    `SELECT * FROM person_name WHERE person_id IN ${wanted}`,
    JSON.stringify(personIds),
  );
  return Map.groupBy(rows, (row) => row.person_id);
}

export function listAliases(connection: Connection, personIds: readonly string[]): Map<string, string[]> {
  const rows = connection.sql<{ id: string; text: string }>(
    `SELECT person_id AS id, text FROM person_alias WHERE person_id IN ${wanted} ORDER BY order_index`,
    JSON.stringify(personIds),
  );
  const aliases = new Map<string, string[]>();
  for (const { id, text } of rows) aliases.set(id, [...(aliases.get(id) ?? []), text]);
  return aliases;
}

/** Names, abbreviations and aliases of organisations, in one list each. */
export function listOrganizationTexts(connection: Connection, ids: readonly string[]): Map<string, string[]> {
  const rows = connection.sql<{ id: string; text: string }>(
    `SELECT id, name_en || char(10) || name_ru || char(10) || name_zh || char(10) ||
       abbreviation_en || char(10) || abbreviation_ru || char(10) || abbreviation_zh AS text
     FROM organization WHERE id IN ${wanted}
     UNION ALL SELECT organization_id, text FROM organization_alias WHERE organization_id IN ${wanted}`,
    JSON.stringify(ids),
    JSON.stringify(ids),
  );
  const texts = new Map<string, string[]>();
  for (const { id, text } of rows) texts.set(id, [...(texts.get(id) ?? []), ...text.split('\n')]);
  return texts;
}

export interface Side {
  id: string;
  name: LocalizedText;
  country: string;
}

export function listSides(connection: Connection, meetingId: string): Side[] {
  return connection
    .sql<{ id: string; country: string; name_en: string; name_ru: string; name_zh: string }>(
      'SELECT id, country, name_en, name_ru, name_zh FROM meeting_side WHERE meeting_id = ? ORDER BY order_index',
      meetingId,
    )
    .map((row) => ({ id: row.id, country: row.country, name: fromColumns(row, 'name') }));
}

interface OfficeRow {
  position_en: string;
  position_ru: string;
  position_zh: string;
  name_en: string;
  name_ru: string;
  name_zh: string;
}

/** The first office held on `date`, as attendance snapshots have it; plain SQL, for it is asked a dozen times per keystroke. */
export function findOffice(
  connection: Connection,
  personId: string,
  date: string,
): { position: LocalizedText; organization: LocalizedText } | undefined {
  const [row] = connection.sql<OfficeRow>(
    `SELECT a.position_en, a.position_ru, a.position_zh, o.name_en, o.name_ru, o.name_zh
     FROM affiliation a CROSS JOIN organization o ON o.id = a.organization_id
     WHERE a.person_id = ? AND (a.from_date IS NULL OR a.from_date <= ?) AND (a.to_date IS NULL OR a.to_date >= ?)
     ORDER BY a.order_index LIMIT 1`,
    personId,
    date,
    date,
  );
  return row && { position: fromColumns(row, 'position'), organization: fromColumns(row, 'name') };
}
