import type { MeetingReference } from '#shared/contract/follow-up.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { Follower, perConnection } from './follower.ts';
import { foldTexts, type SharedTexts } from './texts.ts';

/** A meeting as the registers know it. */
export interface MeetingEntry {
  id: string;
  title: LocalizedText;
  folded: string;
  date: string;
  /** `HH:MM`, or empty. */
  startTime: string;
  groupId: string | null;
  status: MeetingStatus;
  /** As the minutes name it. */
  nextMeetingDate: string | null;
}

type MeetingColumns = Pick<MeetingEntry, 'id' | 'date' | 'status'> & {
  start_time: string | null;
  group_id: string | null;
  next_meeting_date: string | null;
  title_en: string;
  title_ru: string;
  title_zh: string;
};

/** All meetings, one for each open data folder. */
export const meetingsOf = perConnection(
  (connection) =>
    new Follower<MeetingEntry>(connection, {
      idsAfter: (source, id, limit) =>
        source
          .sql<{ id: string }>('SELECT id FROM meeting WHERE id > ? ORDER BY id LIMIT ?', id, limit)
          .map((row) => row.id),
      affecting: { meeting: 'id' },
      load: loadMeetings,
    }),
);

function loadMeetings(connection: Connection, ids: readonly string[]): MeetingEntry[] {
  return connection
    .sql<MeetingColumns>(
      `SELECT id, date, status, start_time, group_id, next_meeting_date, title_en, title_ru, title_zh
       FROM meeting WHERE id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    )
    .map((row) => {
      const title = fromColumns(row, 'title');
      return {
        id: row.id,
        title,
        folded: foldTexts(Object.values(title)),
        date: row.date,
        startTime: row.start_time ?? '',
        groupId: row.group_id,
        status: row.status,
        nextMeetingDate: row.next_meeting_date,
      };
    });
}

export const referenceTo = ({ id, title, date, groupId }: MeetingEntry): MeetingReference => ({
  id,
  title,
  date,
  groupId,
});

/** Lets the text filter of a register find rows by the titles of their meetings. */
export function meetingTitles<Entry>(
  connection: Connection,
  keysOf: (entry: Entry) => readonly string[],
): SharedTexts<Entry> {
  const meetings = meetingsOf(connection);
  return {
    keysOf,
    get revision() {
      return meetings.revision;
    },
    bringUpToDate: () => meetings.bringUpToDate(),
    *list() {
      for (const { id, folded } of meetings.values()) yield [id, folded] as const;
    },
  };
}
