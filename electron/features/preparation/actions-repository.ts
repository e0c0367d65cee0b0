import type { OpenAction } from '#shared/contract/preparation.ts';
import { emptyText, type LocalizedText } from '#shared/domain/language.ts';
import { numberEntries } from '#shared/domain/minutes/index.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { ActionOwnerRow } from '../../db/schema.ts';
import { localizedTextColumns } from '../entries/index.ts';
import { findNames } from '../people/index.ts';

interface ActionOfMeeting {
  id: string;
  meeting_id: string;
  meeting_date: string;
  start_time: string;
  due: string | null;
  due_at_next_meeting: number;
  status: OpenAction['status'];
  text_en: string;
  text_ru: string;
  text_zh: string;
}

const wanted = '(SELECT value FROM json_each(?))';

/**
 * Actions as they stand now, those of the newest meeting first, in each in the order of its minutes. What is gone, or is
 * no action any more, is left out.
 */
export function loadActions(
  connection: Connection,
  ids: readonly string[],
  reviewed: ReadonlySet<string>,
): OpenAction[] {
  const list = JSON.stringify(ids);
  const rows = connection.sql<ActionOfMeeting>(
    `SELECT e.id, e.meeting_id, m.date AS meeting_date, coalesce(m.start_time, '') AS start_time,
       a.due, a.due_at_next_meeting, a.status, ${localizedTextColumns}
     FROM entry e CROSS JOIN action a ON a.entry_id = e.id CROSS JOIN meeting m ON m.id = e.meeting_id
     WHERE e.id IN ${wanted} AND e.kind = 'action'
     ORDER BY m.date DESC, coalesce(m.start_time, '') DESC, m.id DESC`,
    list,
  );
  const numbers = numberActions(connection, [...new Set(rows.map((row) => row.meeting_id))]);
  const owners = listOwners(connection, list);
  const actions = rows.map((row) => ({
    entryId: row.id,
    meetingId: row.meeting_id,
    meetingDate: row.meeting_date,
    number: numbers.get(row.id) ?? '',
    text: fromColumns(row, 'text'),
    owners: owners.get(row.id) ?? [],
    due: row.due,
    dueAtNextMeeting: row.due_at_next_meeting === 1,
    status: row.status,
    isReviewed: reviewed.has(row.id),
  }));
  const ofMeetings = Map.groupBy(actions, ({ meetingId }) => meetingId);
  return [...ofMeetings.values()].flatMap((group) => group.sort(compareByNumber));
}

/** «2.10» after «2.9». */
function compareByNumber(a: OpenAction, b: OpenAction): number {
  const [left, right] = [a.number.split('.').map(Number), b.number.split('.').map(Number)];
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}

/** Numbers of the actions as in the minutes of their meetings; they count apart from proposals and decisions. */
function numberActions(connection: Connection, meetingIds: readonly string[]): Map<string, string> {
  const list = JSON.stringify(meetingIds);
  const agenda = Map.groupBy(
    connection.sql<{ id: string; meetingId: string; orderKey: string }>(
      `SELECT id, meeting_id AS "meetingId", order_key AS "orderKey" FROM agenda_item WHERE meeting_id IN ${wanted}`,
      list,
    ),
    ({ meetingId }) => meetingId,
  );
  const entries = Map.groupBy(
    connection.sql<{ id: string; meetingId: string; agendaItemId: string; kind: string; orderKey: string }>(
      `SELECT id, meeting_id AS "meetingId", agenda_item_id AS "agendaItemId", kind, order_key AS "orderKey"
       FROM entry WHERE kind = 'action' AND meeting_id IN ${wanted}`,
      list,
    ),
    ({ meetingId }) => meetingId,
  );
  return new Map(meetingIds.flatMap((id) => [...numberEntries(agenda.get(id) ?? [], entries.get(id) ?? [])]));
}

type OwnerRow = Pick<ActionOwnerRow, 'entry_id' | 'person_id' | 'organization_id' | 'side_id'> & {
  name_en: string | null;
  name_ru: string | null;
  name_zh: string | null;
};

/** Names of the owners by action, in their order. */
function listOwners(connection: Connection, actionIds: string): Map<string, LocalizedText[]> {
  const nameOf = (language: string): string =>
    `coalesce((SELECT name_${language} FROM organization WHERE id = o.organization_id),
       (SELECT name_${language} FROM meeting_side WHERE id = o.side_id)) AS name_${language}`;
  const rows = connection.sql<OwnerRow>(
    `SELECT o.entry_id, o.person_id, o.organization_id, o.side_id, ${['en', 'ru', 'zh'].map(nameOf).join(', ')}
     FROM action_owner o WHERE o.entry_id IN ${wanted} ORDER BY o.entry_id, o.order_index`,
    actionIds,
  );
  const people = findNames(
    connection,
    rows.flatMap((row) => row.person_id ?? []),
  );
  const owners = new Map<string, LocalizedText[]>();
  for (const row of rows) {
    const person = row.person_id === null ? undefined : people.get(row.person_id);
    const named = { en: row.name_en ?? '', ru: row.name_ru ?? '', zh: row.name_zh ?? '' };
    const name = row.person_id === null ? named : person === undefined ? emptyText() : composedNames(person);
    owners.set(row.entry_id, [...(owners.get(row.entry_id) ?? []), name]);
  }
  return owners;
}
