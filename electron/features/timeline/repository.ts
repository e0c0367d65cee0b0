import type { TimelineDescription, TimelineKind } from '#shared/contract/timeline.ts';
import type { MeetingReference } from '#shared/contract/follow-up.ts';
import { emptyText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { AgreementRow, MeetingRow, OrganizationRow } from '../../db/schema.ts';

/** What places a meeting and its decisions on the timeline; each list without doubles. */
export interface MeetingFacts {
  id: string;
  date: string;
  endDate: string | null;
  groupId: string | null;
  /** Organisers, lead organisations of the sides, those present or expected. */
  partners: readonly string[];
  areas: readonly string[];
  /** In the order of the minutes. */
  decisions: readonly { id: string; areas: readonly string[] }[];
}

export interface AgreementFacts {
  id: string;
  signedOn: string | null;
  meetingId: string | null;
  /** Organisations among the parties. */
  partners: readonly string[];
  areas: readonly string[];
  /** Which it founded. */
  groups: readonly string[];
}

export type FactsTable = 'meeting' | 'agreement';

export function listIdsAfter(connection: Connection, table: FactsTable, id: string, limit: number): string[] {
  return connection
    .sql<{ id: string }>(`SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`, id, limit)
    .map((row) => row.id);
}

const chosen = 'IN (SELECT value FROM json_each(?))';

export function loadMeetings(connection: Connection, ids: readonly string[]): MeetingFacts[] {
  const key = JSON.stringify(ids);
  const partners = collect(
    connection.sql(
      `SELECT meeting_id AS id, organization_id AS member FROM meeting_organizer WHERE meeting_id ${chosen}
       UNION SELECT meeting_id, lead_organization_id FROM meeting_side
         WHERE meeting_id ${chosen} AND lead_organization_id IS NOT NULL
       UNION SELECT meeting_id, organization_id FROM attendance
         WHERE meeting_id ${chosen} AND organization_id IS NOT NULL AND presence NOT IN ('excused', 'absent')`,
      key,
      key,
      key,
    ),
  );
  const areas = loadAreas(connection, 'meeting', key);
  const decisions = connection.sql<{ id: string; meetingId: string }>(
    `SELECT id, meeting_id AS "meetingId" FROM entry WHERE kind = 'decision' AND meeting_id ${chosen}
     ORDER BY (SELECT order_key FROM agenda_item WHERE id = entry.agenda_item_id), agenda_item_id, order_key, id`,
    key,
  );
  const ofDecisions = loadAreas(connection, 'entry', JSON.stringify(decisions.map(({ id }) => id)));
  const byMeeting = Map.groupBy(decisions, ({ meetingId }) => meetingId);
  return connection
    .sql<Pick<MeetingRow, 'id' | 'date' | 'end_date' | 'group_id'>>(
      `SELECT id, date, end_date, group_id FROM meeting WHERE id ${chosen}`,
      key,
    )
    .map((row) => ({
      id: row.id,
      date: row.date,
      endDate: row.end_date,
      groupId: row.group_id,
      partners: partners.get(row.id) ?? [],
      areas: areas.get(row.id) ?? [],
      decisions: (byMeeting.get(row.id) ?? []).map(({ id }) => ({ id, areas: ofDecisions.get(id) ?? [] })),
    }));
}

export function loadAgreements(connection: Connection, ids: readonly string[]): AgreementFacts[] {
  const key = JSON.stringify(ids);
  const partners = collect(
    connection.sql(
      `SELECT DISTINCT agreement_id AS id, organization_id AS member FROM agreement_party
       WHERE agreement_id ${chosen} AND organization_id IS NOT NULL`,
      key,
    ),
  );
  const groups = collect(
    connection.sql(
      `SELECT to_id AS id, from_id AS member FROM record_link
       WHERE to_kind = 'agreement' AND from_kind = 'group' AND to_id ${chosen}`,
      key,
    ),
  );
  const areas = loadAreas(connection, 'agreement', key);
  return connection
    .sql<Pick<AgreementRow, 'id' | 'signed_on' | 'meeting_id'>>(
      `SELECT id, signed_on, meeting_id FROM agreement WHERE id ${chosen}`,
      key,
    )
    .map((row) => ({
      id: row.id,
      signedOn: row.signed_on,
      meetingId: row.meeting_id,
      partners: partners.get(row.id) ?? [],
      areas: areas.get(row.id) ?? [],
      groups: groups.get(row.id) ?? [],
    }));
}

/** Areas of all groups. */
export function loadGroupAreas(connection: Connection): Map<string, string[]> {
  return collect(connection.sql("SELECT record_id AS id, area_id AS member FROM record_area WHERE kind = 'group'"));
}

/** The meetings of entries that are still there. */
export function findMeetingsOf(connection: Connection, entryIds: readonly string[]): string[] {
  return connection
    .sql<{ id: string }>(`SELECT DISTINCT meeting_id AS id FROM entry WHERE id ${chosen}`, JSON.stringify(entryIds))
    .map(({ id }) => id);
}

function loadAreas(
  connection: Connection,
  kind: 'meeting' | 'entry' | 'agreement',
  key: string,
): Map<string, string[]> {
  return collect(
    connection.sql(
      `SELECT record_id AS id, area_id AS member FROM record_area WHERE kind = '${kind}' AND record_id ${chosen}`,
      key,
    ),
  );
}

function collect(rows: readonly { id: string; member: string }[]): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const { id, member } of rows) {
    const known = members.get(id);
    if (known === undefined) members.set(id, [member]);
    else known.push(member);
  }
  return members;
}

const laneTables = { partner: 'organization', area: 'area', group: 'working_group' } as const;

export function loadLaneNames(
  connection: Connection,
  lanes: keyof typeof laneTables,
  ids: readonly string[],
): Map<string, LocalizedText> {
  const rows = connection.sql<Pick<OrganizationRow, 'id' | 'name_en' | 'name_ru' | 'name_zh'>>(
    `SELECT id, name_en, name_ru, name_zh FROM ${laneTables[lanes]} WHERE id ${chosen}`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, fromColumns(row, 'name')]));
}

/** What events are, in the order of the ids; what is not there is left out. */
export function describeEvents(
  connection: Connection,
  events: readonly { kind: TimelineKind; id: string }[],
): TimelineDescription[] {
  const idsOf = (kind: TimelineKind): string[] => events.flatMap((event) => (event.kind === kind ? [event.id] : []));
  const agreements = loadAgreementTitles(connection, idsOf('signing'));
  const decisions = loadDecisions(connection, idsOf('decision'));
  const meetings = loadReferences(connection, [
    ...idsOf('meeting'),
    ...[...agreements.values(), ...decisions.values()].flatMap(({ meetingId }) => meetingId ?? []),
  ]);
  return events.flatMap(({ kind, id }) => {
    if (kind === 'meeting') {
      const meeting = meetings.get(id);
      return meeting === undefined ? [] : { kind, id, title: meeting.title, meeting: null };
    }
    const found = (kind === 'signing' ? agreements : decisions).get(id);
    if (found === undefined) return [];
    const meeting = found.meetingId === null ? undefined : meetings.get(found.meetingId);
    return { kind, id, title: found.title, meeting: meeting ?? null };
  });
}

interface Titled {
  title: LocalizedText;
  meetingId: string | null;
}

function loadAgreementTitles(connection: Connection, ids: readonly string[]): Map<string, Titled> {
  const rows = connection.sql<Pick<AgreementRow, 'id' | 'meeting_id' | 'title_en' | 'title_ru' | 'title_zh'>>(
    `SELECT id, meeting_id, title_en, title_ru, title_zh FROM agreement WHERE id ${chosen}`,
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, { title: fromColumns(row, 'title'), meetingId: row.meeting_id }]));
}

function loadDecisions(connection: Connection, ids: readonly string[]): Map<string, Titled> {
  const key = JSON.stringify(ids);
  const found = new Map<string, Titled>();
  for (const { id, meetingId } of connection.sql<{ id: string; meetingId: string }>(
    `SELECT id, meeting_id AS "meetingId" FROM entry WHERE id ${chosen}`,
    key,
  )) {
    found.set(id, { title: emptyText(), meetingId });
  }
  for (const row of connection.sql<{ id: string; language: Language; text: string }>(
    `SELECT entry_id AS id, language, text FROM entry_text WHERE entry_id ${chosen}`,
    key,
  )) {
    const decision = found.get(row.id);
    if (decision !== undefined) decision.title[row.language] = row.text;
  }
  return found;
}

function loadReferences(connection: Connection, ids: readonly string[]): Map<string, MeetingReference> {
  const rows = connection.sql<Pick<MeetingRow, 'id' | 'date' | 'group_id' | 'title_en' | 'title_ru' | 'title_zh'>>(
    `SELECT id, date, group_id, title_en, title_ru, title_zh FROM meeting WHERE id ${chosen}`,
    JSON.stringify(ids),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, title: fromColumns(row, 'title'), date: row.date, groupId: row.group_id },
    ]),
  );
}
