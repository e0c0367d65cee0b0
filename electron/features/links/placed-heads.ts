import type { MeetingReference } from '#shared/contract/follow-up.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { OrganizationRow } from '../../db/schema.ts';
import { meetingsOf, referenceTo } from '../registers/index.ts';

/** Names a group of rows of which the page says that they have none: no working group, no area, no partner. */
export const nothing = '';

/** The order of groups that are meetings: newest or oldest first. */
export function compareMeetings(connection: Connection, isNewestFirst: boolean): (a: string, b: string) => number {
  const meetings = meetingsOf(connection);
  const keyOf = (id: string): string => {
    const meeting = meetings.get(id);
    return meeting === undefined ? '' : `${meeting.date} ${meeting.startTime}`;
  };
  const factor = isNewestFirst ? -1 : 1;
  return (a, b) => factor * compareTexts(keyOf(a), keyOf(b)) || compareTexts(a, b);
}

/** Groups in the order of their first rows; those that have nothing come last. */
export const nothingLast = (a: string, b: string): number => Number(a === nothing) - Number(b === nothing);

export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function meetingHeads(
  connection: Connection,
  ids: readonly string[],
): Map<string, { by: 'meeting'; meeting: MeetingReference }> {
  const meetings = meetingsOf(connection);
  return new Map(
    ids.flatMap((id) => {
      const meeting = meetings.get(id);
      return meeting === undefined ? [] : [[id, { by: 'meeting', meeting: referenceTo(meeting) }] as const];
    }),
  );
}

/** Names of working groups or organisations, by id. */
export function findNamesIn(
  connection: Connection,
  table: 'working_group' | 'organization',
  ids: readonly string[],
): Map<string, LocalizedText> {
  return new Map(
    connection
      .sql<Pick<OrganizationRow, 'id' | 'name_en' | 'name_ru' | 'name_zh'>>(
        `SELECT id, name_en, name_ru, name_zh FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      )
      .map((row) => [row.id, fromColumns(row, 'name')]),
  );
}
