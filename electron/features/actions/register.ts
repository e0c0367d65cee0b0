import { chooseText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import type { Connection } from '../../db/connection.ts';
import {
  createInterner,
  entryIdsByMeeting,
  foldTexts,
  type Follower,
  type Leading,
  meetingsOf,
  meetingTitles,
  perConnection,
  Register,
} from '../registers/index.ts';
import { type ActionEntry, loadActionEntries, loadActionTexts, type SideNames } from './entries-repository.ts';
import { followOwners, type NamedOwner, nameOrder } from './owner-names.ts';

export interface ActionRegister {
  register: Register<ActionEntry>;
  owners: Follower<NamedOwner>;
  /** By key. */
  sideNames: ReadonlyMap<string, LocalizedText>;
  /** Places of owners and sides in a list by name, in a language; by key. */
  placesByName(language: Language): ReadonlyMap<string, number>;
  /** See `dueOn` of the contract; once the register is up to date. */
  dueOn(entry: ActionEntry): string | null;
}

/** The register of actions, one for each open data folder. */
export const actionsOf = perConnection((connection): ActionRegister => {
  const sideNames: SideNames = new Map();
  const intern = createInterner();
  const owners = followOwners(connection);
  const register = new Register<ActionEntry>(connection, {
    idsAfter: entryIdsByMeeting('action'),
    affecting: {
      entry: 'id',
      entry_text: 'entry_id',
      action: 'entry_id',
      action_owner: 'entry_id',
      action_assignment: 'entry_id',
      action_assignee: 'entry_id',
      meeting: actionsBy('id', 'meeting_id IN (wanted)'),
      meeting_side: actionsBy('meeting_id', 'meeting_id IN (wanted)'),
      attendance: actionsBy('meeting_id', 'meeting_id IN (wanted)'),
      agenda_item: actionsBy('id', 'agenda_item_id IN (wanted)'),
      // Where there is no place in the list of attendance, these say to which side an owner belongs.
      group_side: actionsBy('group_id', 'meeting_id IN (SELECT id FROM meeting WHERE group_id IN (wanted))'),
      membership: [actionsOwnedBy('person_id'), actionsOwnedBy('organization_id')],
      person: actionsOwnedBy('person_id', 'id'),
      organization: actionsOwnedBy('organization_id', 'id'),
    },
    load: (source, ids) => loadActionEntries(source, ids, sideNames, intern),
    compare: compareEntries,
    loadTexts: loadActionTexts,
    shared: [
      meetingTitles(connection, ({ meetingId }) => [meetingId]),
      {
        keysOf: ({ ownerKeys }) => ownerKeys,
        get revision() {
          return owners.revision;
        },
        bringUpToDate: () => owners.bringUpToDate(),
        *list() {
          for (const { id, folded } of owners.values()) yield [id, folded] as const;
          for (const key of sideNames.keys()) yield [key, foldTexts([key])] as const;
        },
      },
    ],
  });
  const nextMeetings = nextMeetingDates(connection);
  return {
    register,
    owners,
    sideNames,
    placesByName: placesByName(owners, sideNames),
    dueOn: ({ due, dueAtNextMeeting, meetingId }) => due ?? (dueAtNextMeeting ? nextMeetings(meetingId) : null),
  };
});

function actionsBy(column: string, condition: string): Leading {
  const sql = `SELECT id FROM entry WHERE ${condition.replace('wanted', 'SELECT value FROM json_each(?)')} AND +kind = 'action'`;
  return {
    column,
    toIds: (connection, values) => connection.sql<{ id: string }>(sql, JSON.stringify(values)).map(({ id }) => id),
  };
}

function actionsOwnedBy(owner: 'person_id' | 'organization_id', column: string = owner): Leading {
  const owned = (table: string): string =>
    `SELECT entry_id AS id FROM ${table} WHERE ${owner} IN (SELECT value FROM json_each(:wanted))`;
  const sql = `${owned('action_owner')} UNION ${owned('action_assignee')}`;
  return {
    column,
    toIds: (connection, values) =>
      connection.sql<{ id: string }>(sql, { wanted: JSON.stringify(values) }).map(({ id }) => id),
  };
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest meeting first. */
export const compareMeetings = (
  a: Pick<ActionEntry, 'date' | 'startTime' | 'meetingId'>,
  b: Pick<ActionEntry, 'date' | 'startTime' | 'meetingId'>,
): number =>
  compareTexts(b.date, a.date) || compareTexts(b.startTime, a.startTime) || compareTexts(b.meetingId, a.meetingId);

/** In the order of the minutes inside a meeting. */
const compareEntries = (a: ActionEntry, b: ActionEntry): number =>
  compareMeetings(a, b) || compareByOrderKey(a.item, b.item) || compareByOrderKey(a, b);

/** Names are put in order once, not anew for every view: comparing them takes its time. */
function placesByName(
  owners: Follower<NamedOwner>,
  sideNames: SideNames,
): (language: Language) => ReadonlyMap<string, number> {
  let known: { state: string; places: Map<string, number> } | undefined;
  return (language) => {
    const state = `${language} ${String(owners.revision)} ${String(sideNames.size)}`;
    if (known?.state !== state) {
      const named = [
        ...[...owners.values()].map(({ id, name }) => ({ key: id, name: chooseText(name, language).text })),
        ...[...sideNames].map(([key, name]) => ({ key, name: chooseText(name, language).text })),
      ];
      const compareNames = nameOrder(language);
      named.sort((a, b) => compareNames(a.name, b.name) || compareTexts(a.key, b.key));
      known = { state, places: new Map(named.map(({ key }, index) => [key, index])) };
    }
    return known.places;
  };
}

/** The day of the group's next meeting; where there is none, the one that the minutes announce. */
function nextMeetingDates(connection: Connection): (meetingId: string) => string | null {
  const meetings = meetingsOf(connection);
  let known: { revision: number; dates: Map<string, string | null> } | undefined;
  return (meetingId) => {
    if (known?.revision !== meetings.revision) {
      const dates = new Map<string, string | null>();
      for (const [groupId, ofGroup] of Map.groupBy(meetings.values(), (meeting) => meeting.groupId)) {
        const held = [...new Set(ofGroup.map(({ date }) => date))].sort();
        const nextOf = new Map(held.map((date, index) => [date, held[index + 1]]));
        for (const { id, date, nextMeetingDate } of ofGroup) {
          dates.set(id, (groupId === null ? undefined : nextOf.get(date)) ?? nextMeetingDate);
        }
      }
      known = { revision: meetings.revision, dates };
    }
    return known.dates.get(meetingId) ?? null;
  };
}
