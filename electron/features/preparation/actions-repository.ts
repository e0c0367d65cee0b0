import type { OpenAction } from '#shared/contract/preparation.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { keyOfOwner, listHeld, nameOwners } from '../actions/index.ts';
import { localizedTextColumns } from '../entries/index.ts';
import { numbersOf } from '../registers/index.ts';

interface ActionOfMeeting {
  id: string;
  meeting_id: string;
  meeting_date: string;
  text_en: string;
  text_ru: string;
  text_zh: string;
}

/**
 * Actions with the owners, dates and status that hold now, those of the newest meeting first, in each in the order of its
 * minutes. What is gone, or is no action any more, is left out.
 */
export function loadActions(
  connection: Connection,
  ids: readonly string[],
  reviewed: ReadonlySet<string>,
): OpenAction[] {
  const list = JSON.stringify(ids);
  const rows = connection.sql<ActionOfMeeting>(
    `SELECT e.id, e.meeting_id, m.date AS meeting_date, ${localizedTextColumns}
     FROM entry e CROSS JOIN meeting m ON m.id = e.meeting_id
     WHERE e.id IN (SELECT value FROM json_each(?)) AND +e.kind = 'action'
     ORDER BY m.date DESC, coalesce(m.start_time, '') DESC, m.id DESC`,
    list,
  );
  const numbers = numbersOf(
    connection,
    'action',
    rows.map((row) => row.meeting_id),
  );
  const held = listHeld(connection, ids);
  const named = nameOwners(
    connection,
    [...held.values()].flatMap(({ owners }) => owners),
  );
  const actions = rows.flatMap((row) => {
    const action = held.get(row.id);
    if (action === undefined) return [];
    return {
      entryId: row.id,
      meetingId: row.meeting_id,
      meetingDate: row.meeting_date,
      number: numbers.get(row.id) ?? '',
      text: fromColumns(row, 'text'),
      owners: action.owners.map((owner) => named.get(keyOfOwner(owner))?.name ?? emptyText()),
      due: action.due,
      dueAtNextMeeting: action.dueAtNextMeeting,
      status: action.status,
      isReviewed: reviewed.has(row.id),
    };
  });
  const ofMeetings = Map.groupBy(actions, ({ meetingId }) => meetingId);
  return [...ofMeetings.values()].flatMap((group) => group.sort(compareByNumber));
}

/** «2.10» after «2.9». */
function compareByNumber(a: OpenAction, b: OpenAction): number {
  const [left, right] = [a.number.split('.').map(Number), b.number.split('.').map(Number)];
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}
