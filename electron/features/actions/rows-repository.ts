import type { ActionListItem, ActionOwnerLine } from '#shared/contract/actions.ts';
import type { ActionOwner } from '#shared/contract/entries.ts';
import type { MeetingReference } from '#shared/contract/follow-up.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText, type LocalizedText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { MeetingSideRow, MembershipRow } from '../../db/schema.ts';
import { localizedTextColumns } from '../entries/index.ts';
import { findNames } from '../people/index.ts';
import { numbersOf } from '../registers/index.ts';
import { type Assignment, isSameAssignment, keyOfOwner, listHeld } from './held-repository.ts';
import { listOrganizationNames } from './owners-repository.ts';
import { keyOfSide } from './sides.ts';

interface Row {
  id: string;
  meeting_id: string;
  group_id: string | null;
  date: string;
  title_en: string;
  title_ru: string;
  title_zh: string;
  text_en: string;
  text_ru: string;
  text_zh: string;
}

const wanted = 'IN (SELECT value FROM json_each(?))';

/** Actions as rows of the register, by id, as they stand on `today`; whatever is no action is left out. */
export function loadActionRows(
  connection: Connection,
  entryIds: readonly string[],
  today: string,
): Map<string, ActionListItem> {
  const rows = connection.sql<Row>(
    `SELECT e.id, e.meeting_id, m.group_id, m.date, m.title_en, m.title_ru, m.title_zh, ${localizedTextColumns}
     FROM entry e CROSS JOIN meeting m ON m.id = e.meeting_id WHERE e.id ${wanted} AND +e.kind = 'action'`,
    JSON.stringify(entryIds),
  );
  const held = listHeld(connection, entryIds);
  const numbers = numbersOf(
    connection,
    'action',
    rows.map((row) => row.meeting_id),
  );
  const nextDates = listNextDates(
    connection,
    rows.flatMap((row) => (held.get(row.id)?.dueAtNextMeeting === true ? row.meeting_id : [])),
  );
  const owners = [...held.values()].flatMap((action) => [...action.owners, ...action.minutes.owners]);
  const named = nameOwners(connection, owners);
  const leftOn = readLeavers(
    connection,
    rows.flatMap((row) => row.group_id ?? []),
    today,
  );
  return new Map(
    rows.flatMap((row) => {
      const action = held.get(row.id);
      if (action === undefined) return [];
      const meeting: MeetingReference = {
        id: row.meeting_id,
        title: fromColumns(row, 'title'),
        date: row.date,
        groupId: row.group_id,
      };
      const toLines = (assignment: Assignment): Assignment & { owners: ActionOwnerLine[] } => ({
        owners: assignment.owners.map((owner) => ({
          ...owner,
          ...(named.get(keyOfOwner(owner)) ?? { key: owner.ownerId, name: emptyText() }),
          leftOn: leftOn(row.group_id, owner),
        })),
        due: assignment.due,
        dueAtNextMeeting: assignment.dueAtNextMeeting,
      });
      const { due, dueAtNextMeeting } = action;
      const hasChanged = action.isAssigned && !isSameAssignment(action, action.minutes);
      return [
        [
          row.id,
          {
            entryId: row.id,
            number: numbers.get(row.id) ?? '',
            text: fromColumns(row, 'text'),
            ...toLines(action),
            status: action.status,
            dueOn: due ?? (dueAtNextMeeting ? (nextDates.get(row.meeting_id) ?? null) : null),
            agreed: hasChanged ? toLines(action.minutes) : null,
            meeting,
            isDueBeforeMeeting: due !== null && due < row.date,
          },
        ],
      ] as const;
    }),
  );
}

/** The actions of a meeting as they stand, for what is made of its record. */
export const loadActionsNow = (
  connection: Connection,
  { entries }: Pick<MeetingRecord, 'entries'>,
  today: string,
): Map<string, ActionListItem> =>
  loadActionRows(
    connection,
    entries.flatMap(({ id, kind }) => (kind === 'action' ? id : [])),
    today,
  );

/** Key over all meetings, and name, by {@link keyOfOwner}. */
export function nameOwners(
  connection: Connection,
  owners: readonly Pick<ActionOwner, 'kind' | 'ownerId'>[],
): Map<string, { key: string; name: LocalizedText }> {
  const idsOf = (kind: ActionOwner['kind']): string[] => [
    ...new Set(owners.flatMap((owner) => (owner.kind === kind ? owner.ownerId : []))),
  ];
  const named = new Map<string, { key: string; name: LocalizedText }>();
  for (const [id, names] of findNames(connection, idsOf('person'))) {
    named.set(keyOfOwner({ kind: 'person', ownerId: id }), { key: id, name: composedNames(names) });
  }
  for (const [id, { name }] of listOrganizationNames(connection, idsOf('organization'))) {
    named.set(keyOfOwner({ kind: 'organization', ownerId: id }), { key: id, name });
  }
  const sides = connection.sql<MeetingSideRow>(
    `SELECT * FROM meeting_side WHERE id ${wanted}`,
    JSON.stringify(idsOf('side')),
  );
  for (const side of sides) {
    const name = fromColumns(side, 'name');
    named.set(keyOfOwner({ kind: 'side', ownerId: side.id }), {
      key: keyOfSide({ name, country: side.country }),
      name,
    });
  }
  return named;
}

/** The day of the group's next meeting, else the one that the minutes announce, by meeting. */
function listNextDates(connection: Connection, meetingIds: readonly string[]): Map<string, string | null> {
  if (meetingIds.length === 0) return new Map();
  const rows = connection.sql<{ id: string; next_on: string | null }>(
    `SELECT m.id, coalesce(
       (SELECT min(n.date) FROM meeting n WHERE n.group_id = m.group_id AND +n.date > m.date),
       m.next_meeting_date) AS next_on
     FROM meeting m WHERE m.id ${wanted}`,
    JSON.stringify([...new Set(meetingIds)]),
  );
  return new Map(rows.map((row) => [row.id, row.next_on]));
}

/** Says when somebody left a group for good: the last of their memberships ended before `today`. */
function readLeavers(
  connection: Connection,
  groupIds: readonly string[],
  today: string,
): (groupId: string | null, owner: Pick<ActionOwner, 'kind' | 'ownerId'>) => string | null {
  const last = new Map<string, string | null>();
  const rows = connection.sql<Pick<MembershipRow, 'group_id' | 'person_id' | 'organization_id' | 'to_date'>>(
    `SELECT group_id, person_id, organization_id, to_date FROM membership WHERE group_id ${wanted}`,
    JSON.stringify([...new Set(groupIds)]),
  );
  for (const { group_id: groupId, person_id: personId, organization_id: organizationId, to_date: to } of rows) {
    const key = `${groupId}/${personId ?? organizationId ?? ''}`;
    const known = last.get(key);
    if (known === undefined) last.set(key, to);
    else if (known !== null && (to === null || to > known)) last.set(key, to);
  }
  return (groupId, { kind, ownerId }) => {
    const to = kind === 'side' || groupId === null ? null : (last.get(`${groupId}/${ownerId}`) ?? null);
    return to !== null && to < today ? to : null;
  };
}
