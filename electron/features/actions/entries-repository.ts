import type { LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { AttendanceRow, EntryRow, MeetingRow, MembershipRow } from '../../db/schema.ts';
import { type HeldAction, listHeld } from './held-repository.ts';
import { findSide, keyOfSide, type Side, type SideFacts } from './sides.ts';

/** An action as the register keeps it: what it is filtered, grouped and ordered by. */
export interface ActionEntry {
  id: string;
  meetingId: string;
  groupId: string | null;
  /** Of the meeting; the time is `HH:MM`, or empty. */
  date: string;
  startTime: string;
  item: { id: string; orderKey: string };
  orderKey: string;
  status: HeldAction['status'];
  due: string | null;
  dueAtNextMeeting: boolean;
  /** See `actionOwnerLine` of the contract; each once, in their order. */
  ownerKeys: readonly string[];
  /** Of the sides to which the owners belong; each once. */
  sideKeys: readonly string[];
}

/** Names of the sides that were seen, by key. */
export type SideNames = Map<string, LocalizedText>;

type PlaceRow = Pick<EntryRow, 'id' | 'meeting_id' | 'agenda_item_id' | 'order_key'> &
  Pick<MeetingRow, 'group_id' | 'date' | 'start_time'> & { item_key: string };

const wanted = 'IN (SELECT value FROM json_each(?))';

export function loadActionEntries(
  connection: Connection,
  ids: readonly string[],
  sideNames: SideNames,
  intern: (text: string) => string,
): ActionEntry[] {
  const places = connection.sql<PlaceRow>(
    `SELECT e.id, e.meeting_id, e.agenda_item_id, e.order_key, m.group_id, m.date, m.start_time,
       (SELECT order_key FROM agenda_item WHERE id = e.agenda_item_id) AS item_key
     FROM entry e CROSS JOIN meeting m ON m.id = e.meeting_id WHERE e.id ${wanted} AND +e.kind = 'action'`,
    JSON.stringify(ids),
  );
  const held = listHeld(connection, ids);
  const factsOf = readSideFacts(connection, places, held);
  return places.flatMap((place) => {
    const action = held.get(place.id);
    if (action === undefined) return [];
    const facts = factsOf(place);
    const ownerKeys = new Set<string>();
    const sideKeys = new Set<string>();
    for (const owner of action.owners) {
      const side = findSide(owner, facts);
      const sideKey = side === undefined ? '' : keyOfSide(side);
      if (side !== undefined && sideKey !== '') {
        sideKeys.add(intern(sideKey));
        sideNames.set(sideKey, side.name);
      }
      const ownerKey = owner.kind === 'side' ? sideKey : owner.ownerId;
      if (ownerKey !== '') ownerKeys.add(intern(ownerKey));
    }
    return {
      id: place.id,
      meetingId: intern(place.meeting_id),
      groupId: place.group_id === null ? null : intern(place.group_id),
      date: intern(place.date),
      startTime: intern(place.start_time ?? ''),
      item: { id: intern(place.agenda_item_id), orderKey: intern(place.item_key) },
      orderKey: place.order_key,
      status: action.status,
      due: action.due,
      dueAtNextMeeting: action.dueAtNextMeeting,
      ownerKeys: [...ownerKeys],
      sideKeys: [...sideKeys],
    };
  });
}

/** What decides on sides, for the owners of these actions, read at once. */
function readSideFacts(
  connection: Connection,
  places: readonly PlaceRow[],
  held: ReadonlyMap<string, HeldAction>,
): (place: PlaceRow) => SideFacts {
  const owners = [...held.values()].flatMap((action) => action.owners.filter(({ kind }) => kind !== 'side'));
  const ownerIds = JSON.stringify([...new Set(owners.map(({ ownerId }) => ownerId))]);
  const meetingIds = JSON.stringify([...new Set(places.map((place) => place.meeting_id))]);
  const groupIds = JSON.stringify([...new Set(places.flatMap((place) => place.group_id ?? []))]);
  const meetingSides = listSides(connection, 'meeting_side', 'meeting_id', meetingIds);
  const groupSides = listSides(connection, 'group_side', 'group_id', groupIds);
  const attended = new Map<string, string>();
  const attendance = connection.sql<Pick<AttendanceRow, 'meeting_id' | 'person_id' | 'organization_id' | 'side_id'>>(
    `SELECT meeting_id, person_id, organization_id, side_id FROM attendance
     WHERE meeting_id ${wanted} AND side_id IS NOT NULL
       AND (person_id ${wanted} OR organization_id ${wanted})`,
    meetingIds,
    ownerIds,
    ownerIds,
  );
  for (const {
    meeting_id: meetingId,
    person_id: personId,
    organization_id: organizationId,
    side_id: side,
  } of attendance) {
    for (const id of [personId, organizationId]) {
      const key = `${meetingId}/${id ?? ''}`;
      if (id !== null && side !== null && !attended.has(key)) attended.set(key, side);
    }
  }
  const members = new Map<string, string>();
  const memberships = connection.sql<Pick<MembershipRow, 'group_id' | 'person_id' | 'organization_id' | 'side_id'>>(
    `SELECT group_id, person_id, organization_id, side_id FROM membership
     WHERE group_id ${wanted} AND side_id IS NOT NULL AND (person_id ${wanted} OR organization_id ${wanted})
     ORDER BY order_index`,
    groupIds,
    ownerIds,
    ownerIds,
  );
  for (const {
    group_id: groupId,
    person_id: personId,
    organization_id: organizationId,
    side_id: side,
  } of memberships) {
    const key = `${groupId}/${personId ?? organizationId ?? ''}`;
    if (side !== null && !members.has(key)) members.set(key, side);
  }
  const countries = new Map(
    connection
      .sql<{ id: string; country: string }>(
        `SELECT id, country FROM person WHERE id ${wanted} UNION ALL SELECT id, country FROM organization WHERE id ${wanted}`,
        ownerIds,
        ownerIds,
      )
      .map(({ id, country }) => [id, country]),
  );
  return ({ meeting_id: meetingId, group_id: groupId }) => {
    const ofGroup = groupSides.get(groupId ?? '') ?? [];
    return {
      sides: meetingSides.get(meetingId) ?? ofGroup,
      groupSides: ofGroup,
      attendedWith: ({ ownerId }) => attended.get(`${meetingId}/${ownerId}`) ?? null,
      memberOf: ({ ownerId }) => members.get(`${groupId ?? ''}/${ownerId}`) ?? null,
      countryOf: ({ ownerId }) => countries.get(ownerId) ?? '',
    };
  };
}

interface SideRow {
  id: string;
  holder: string;
  country: string;
  name_en: string;
  name_ru: string;
  name_zh: string;
  lead_organization_id: string | null;
}

function listSides(
  connection: Connection,
  table: 'meeting_side' | 'group_side',
  holder: 'meeting_id' | 'group_id',
  holderIds: string,
): Map<string, Side[]> {
  const rows = connection.sql<SideRow>(
    `SELECT id, ${holder} AS holder, country, name_en, name_ru, name_zh, lead_organization_id
     FROM ${table} WHERE ${holder} ${wanted} ORDER BY order_index`,
    holderIds,
  );
  const sides = new Map<string, Side[]>();
  for (const row of rows) {
    const side = {
      id: row.id,
      country: row.country,
      name: fromColumns(row, 'name'),
      leadOrganizationId: row.lead_organization_id,
    };
    sides.set(row.holder, [...(sides.get(row.holder) ?? []), side]);
  }
  return sides;
}

/** The texts of actions in every language. */
export function loadActionTexts(connection: Connection, ids: readonly string[]): Map<string, string[]> {
  const rows = connection.sql<{ id: string; text: string }>(
    `SELECT entry_id AS id, text FROM entry_text WHERE entry_id ${wanted}`,
    JSON.stringify(ids),
  );
  const texts = new Map<string, string[]>();
  for (const { id, text } of rows) {
    const known = texts.get(id);
    if (known === undefined) texts.set(id, [text]);
    else known.push(text);
  }
  return texts;
}
