import type { CarriedItem, carryReasons, PreparationProposal } from '#shared/contract/preparation.ts';
import type { AgendaItem } from '#shared/contract/agenda.ts';
import { nextSeriesNumber } from '#shared/domain/series-number.ts';
import { filledLanguages } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { listAgenda } from '../agenda/index.ts';
import { listAttendance } from '../attendance/index.ts';
import { findMeeting } from '../meetings/index.ts';
import { loadActions } from './actions-repository.ts';
import { identityOf, listExpected } from './expected.ts';
import {
  findLastMeetingId,
  listItemsWithEntries,
  listItemsWithOpenActions,
  listOpenActionIds,
  listReviews,
  type SeriesPlace,
} from './repository.ts';

/** See the contract. People who are on the list of an existing meeting already are left out. */
export function propose(connection: Connection, place: SeriesPlace): PreparationProposal {
  const { groupId, meetingId, date } = place;
  const baseId = findLastMeetingId(connection, place);
  const base = baseId === undefined ? undefined : findMeeting(connection, baseId);
  const own = meetingId === null ? [] : listAgenda(connection, meetingId);
  const reviewed = new Set(
    meetingId === null ? [] : listReviews(connection, meetingId).map(({ entry_id: entryId }) => entryId),
  );
  const here = new Set(meetingId === null ? [] : listAttendance(connection, meetingId).map(identityOf));
  const expected = listExpected(
    connection,
    groupId,
    date,
    base === undefined ? [] : listAttendance(connection, base.id),
  );
  return {
    base: base === undefined ? null : { id: base.id, title: base.title, date: base.date, number: base.number },
    number: base === undefined ? '' : nextSeriesNumber(base.number, Number(date.slice(0, 4))),
    items: base === undefined ? [] : listCarried(connection, base.id, own),
    actions: loadActions(connection, listOpenActionIds(connection, place), reviewed),
    people: expected
      .filter(({ row }) => !here.has(identityOf(row)))
      .map(({ from, row }) => ({
        personId: row.personId,
        organizationId: row.organizationId,
        name: filledLanguages(row.name).length > 0 ? row.name : row.organization,
        from,
      })),
  };
}

function listCarried(connection: Connection, baseId: string, own: readonly AgendaItem[]): CarriedItem[] {
  const withOpenActions = listItemsWithOpenActions(connection, baseId);
  const withEntries = listItemsWithEntries(connection, baseId);
  const carried = new Set(own.flatMap(({ carriedFromId }) => carriedFromId ?? []));
  return listAgenda(connection, baseId).flatMap((item) => {
    const reasons = carryReasonsOf(item, withEntries.has(item.id), withOpenActions.has(item.id));
    if (reasons.length === 0) return [];
    const { id, title, plannedMinutes } = item;
    return { agendaItemId: id, title, reasons, plannedMinutes, isCarried: carried.has(id) };
  });
}

/**
 * The rule of carrying over; empty for what was dealt with. An item under which something was taken down was discussed,
 * also if nobody marked it so.
 */
function carryReasonsOf(
  item: AgendaItem,
  hasEntries: boolean,
  hasOpenAction: boolean,
): (typeof carryReasons)[number][] {
  const reasons: (typeof carryReasons)[number][] = [];
  if (item.isRecurring === true) reasons.push('recurring');
  if (item.state === 'postponed' || (item.state === 'open' && !hasEntries)) reasons.push('not_discussed');
  if (hasOpenAction) reasons.push('open_action');
  return reasons;
}
