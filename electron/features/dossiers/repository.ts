import type { DecisionState } from '#shared/contract/decisions.ts';
import type { SeriesMeeting } from '#shared/domain/dossiers/group-dossier.ts';
import { filledLanguages, type LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { MeetingRow, MeetingVenueRow } from '../../db/schema.ts';

/** The meetings of a group up to a day, the oldest first. */
export function listSeries(connection: Connection, groupId: string, until: string): SeriesMeeting[] {
  const meetings = connection.sql<MeetingRow>(
    'SELECT * FROM meeting WHERE group_id = ? AND date <= ? ORDER BY date, start_time, id',
    groupId,
    until,
  );
  const venues = Map.groupBy(
    connection.sql<MeetingVenueRow>(
      `SELECT * FROM meeting_venue WHERE kind = 'main' AND meeting_id IN (SELECT value FROM json_each(?))
       ORDER BY meeting_id, order_index`,
      JSON.stringify(meetings.map(({ id }) => id)),
    ),
    (row) => row.meeting_id,
  );
  return meetings.map((row) => ({
    id: row.id,
    number: row.number,
    title: fromColumns(row, 'title'),
    date: row.date,
    endDate: row.end_date,
    cities: row.format === 'online' ? null : (venues.get(row.id) ?? []).map(describeVenue),
  }));
}

/** The city; where nobody named it, the place. */
function describeVenue(row: MeetingVenueRow): LocalizedText {
  const city = fromColumns(row, 'city');
  return filledLanguages(city).length === 0 ? fromColumns(row, 'place') : city;
}

export interface DecisionOfGroup {
  id: string;
  state: DecisionState;
  /** From which day it is so; null: not known. */
  stateOn: string | null;
}

/** The decisions of the meetings of a group up to a day, in the order of meetings and minutes. */
export function listGroupDecisions(connection: Connection, groupId: string, until: string): DecisionOfGroup[] {
  return connection.sql(
    `SELECT e.id, coalesce((SELECT state FROM decision WHERE entry_id = e.id), 'in_force') AS "state",
       (SELECT state_on FROM decision WHERE entry_id = e.id) AS "stateOn"
     FROM meeting m CROSS JOIN entry e ON e.meeting_id = m.id AND +e.kind = 'decision'
     WHERE m.group_id = ? AND m.date <= ?
     ORDER BY m.date, m.start_time, m.id, (SELECT order_key FROM agenda_item WHERE id = e.agenda_item_id), e.order_key, e.id`,
    groupId,
    until,
  );
}

const nameTables = { organization: 'organization', area: 'area', group: 'working_group' } as const;

/** Names by id; what is not there is left out. */
export function findNamesOf(
  connection: Connection,
  kind: keyof typeof nameTables,
  ids: readonly string[],
): Map<string, LocalizedText> {
  const rows = connection.sql<{ id: string; name_en: string; name_ru: string; name_zh: string }>(
    `SELECT id, name_en, name_ru, name_zh FROM ${nameTables[kind]} WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, fromColumns(row, 'name')]));
}

/** The agreements by which a group was founded. */
export function listFounding(connection: Connection, groupId: string): Set<string> {
  const rows = connection.sql<{ id: string }>(
    `SELECT to_id AS id FROM record_link WHERE from_kind = 'group' AND from_id = ? AND to_kind = 'agreement'`,
    groupId,
  );
  return new Set(rows.map(({ id }) => id));
}

/** People who hold an office in an organisation on a day and are, on that day, members of the group (null: of any). */
export function listPeopleOf(
  connection: Connection,
  organizationId: string,
  groupId: string | null,
  on: string,
): string[] {
  return connection
    .sql<{ id: string }>(
      `SELECT DISTINCT a.person_id AS id FROM affiliation a
       WHERE a.organization_id = :organizationId
         AND (a.from_date IS NULL OR a.from_date <= :on) AND (a.to_date IS NULL OR a.to_date >= :on)
         AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = a.person_id
           AND (:groupId IS NULL OR m.group_id = :groupId)
           AND (m.from_date IS NULL OR m.from_date <= :on) AND (m.to_date IS NULL OR m.to_date >= :on))
       ORDER BY a.person_id`,
      { organizationId, groupId, on },
    )
    .map(({ id }) => id);
}

export interface LeadingMember {
  personId: string;
  country: string;
  name: LocalizedText;
}

/** Co-chairs and secretaries of all sides of the group (null: of all groups) on a day, with their sides. */
export function listLeadingMembers(connection: Connection, groupId: string | null, on: string): LeadingMember[] {
  type Row = { person_id: string; country: string; name_en: string; name_ru: string; name_zh: string };
  return connection
    .sql<Row>(
      `SELECT m.person_id, s.country, s.name_en, s.name_ru, s.name_zh
       FROM membership m CROSS JOIN group_side s ON s.id = m.side_id
       WHERE m.person_id IS NOT NULL AND m.role IN ('co_chair', 'secretary') AND (:groupId IS NULL OR m.group_id = :groupId)
         AND (m.from_date IS NULL OR m.from_date <= :on) AND (m.to_date IS NULL OR m.to_date >= :on)
       ORDER BY m.role = 'secretary', m.group_id, m.order_index`,
      { groupId, on },
    )
    .map((row) => ({ personId: row.person_id, country: row.country, name: fromColumns(row, 'name') }));
}
