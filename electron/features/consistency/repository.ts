import type { TextPlace } from '#shared/contract/translations.ts';
import type { RegisteredOrganization, RegisteredPerson } from '#shared/domain/consistency/index.ts';
import { type Script, scripts } from '#shared/domain/language.ts';
import type { PersonNameParts } from '#shared/domain/person-name.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { AcceptedFindingRow, OrganizationRow, PersonNameRow } from '../../db/schema.ts';

export interface MeetingHead {
  label: string;
}

export function findMeetingHead(connection: Connection, id: string): MeetingHead | undefined {
  return connection.sql<MeetingHead>(
    `SELECT coalesce(nullif(title_en, ''), nullif(title_ru, ''), title_zh) AS label FROM meeting WHERE id = ?`,
    id,
  )[0];
}

const namedTables = "('person', 'person_name', 'person_alias', 'organization', 'organization_alias')";

/** A number that is another one as soon as a name of the register has changed. */
export function lastNameChange(connection: Connection, after: number): { changeSetSeq: number; hasNames: boolean } {
  const [last] = connection.sql<{ seq: number | null; names: number | null }>(
    `SELECT (SELECT max(seq) FROM change_set) AS seq,
       EXISTS (SELECT 1 FROM change WHERE change_set_seq > ? AND table_name IN ${namedTables}) AS names`,
    after,
  );
  return { changeSetSeq: last?.seq ?? 0, hasNames: last?.names === 1 };
}

const blank: PersonNameParts = { family: '', given: '', patronymic: '', display: '', source: 'entered' };

export function listPeopleNames(connection: Connection): RegisteredPerson[] {
  const rows = connection.sql<PersonNameRow>('SELECT * FROM person_name');
  const aliases = listAliases(connection, 'person');
  return [...Map.groupBy(rows, ({ person_id }) => person_id)].map(([id, names]) => ({
    id,
    names: Object.fromEntries(
      scripts.map((script) => [script, names.find((row) => row.script === script) ?? blank]),
    ) as Record<Script, PersonNameParts>,
    aliases: aliases.get(id) ?? [],
  }));
}

export function listOrganizationNames(connection: Connection): RegisteredOrganization[] {
  const aliases = listAliases(connection, 'organization');
  return connection.sql<OrganizationRow>('SELECT * FROM organization').map((row) => ({
    id: row.id,
    name: fromColumns(row, 'name'),
    abbreviation: fromColumns(row, 'abbreviation'),
    aliases: aliases.get(row.id) ?? [],
  }));
}

function listAliases(connection: Connection, owner: 'person' | 'organization'): Map<string, string[]> {
  const rows = connection.sql<{ id: string; text: string }>(
    `SELECT ${owner}_id AS id, text FROM ${owner}_alias ORDER BY order_index`,
  );
  const aliases = new Map<string, string[]>();
  for (const { id, text } of rows) {
    const known = aliases.get(id);
    if (known === undefined) aliases.set(id, [text]);
    else known.push(text);
  }
  return aliases;
}

/** Who attends, and per row who is mentioned in it or owns its action. */
export function listNearPeople(
  connection: Connection,
  meetingId: string,
): { attending: Set<string>; byEntry: Map<string, string[]> } {
  const attending = connection.sql<{ id: string }>(
    'SELECT DISTINCT person_id AS id FROM attendance WHERE meeting_id = ? AND person_id IS NOT NULL',
    meetingId,
  );
  const rows = connection.sql<{ entryId: string; id: string }>(
    `SELECT entry_id AS "entryId", person_id AS id FROM entry_mention
     WHERE entry_id IN (SELECT id FROM entry WHERE meeting_id = :meetingId)
     UNION SELECT entry_id, person_id FROM action_owner
     WHERE person_id IS NOT NULL AND entry_id IN (SELECT id FROM entry WHERE meeting_id = :meetingId)`,
    { meetingId },
  );
  const byEntry = new Map<string, string[]>();
  for (const { entryId, id } of rows) byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), id]);
  return { attending: new Set(attending.map(({ id }) => id)), byEntry };
}

/** {@link acceptedKey} of all that was found right in a meeting. */
export function listAccepted(connection: Connection, meetingId: string): Set<string> {
  const rows = connection.sql<AcceptedFindingRow>('SELECT * FROM accepted_finding WHERE meeting_id = ?', meetingId);
  return new Set(
    rows.map(({ kind, record_id: id, language, code, detail }) => acceptedKey({ kind, id, language }, code, detail)),
  );
}

export const acceptedKey = ({ kind, id, language }: TextPlace, code: string, detail: string): string =>
  [kind, id, language, code, detail].join('\n');

export function writeAccepted(write: Write, row: AcceptedFindingRow, isAccepted: boolean): void {
  // A key that is there already needs no second row.
  if (!isAccepted) write.remove('accepted_finding', row);
  else if (!write.update('accepted_finding', row, {})) write.insert('accepted_finding', row);
}
