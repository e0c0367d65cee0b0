import type { InferContractRouterInputs } from '@orpc/contract';
import type { ActionHead, actionsContract } from '#shared/contract/actions.ts';
import { actionStatuses } from '#shared/contract/entries.ts';
import { dueGroupOf, dueGroups, type DueGroup, soonEnd } from '#shared/domain/action-due.ts';
import { emptyText, type Language } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { meetingsOf, referenceTo, type RegisterView } from '../registers/index.ts';
import type { ActionEntry } from './entries-repository.ts';
import { type ActionRegister, compareMeetings } from './register.ts';

/** What a page of the register is asked by, see the contract; complete. */
export type ActionsInput = Required<InferContractRouterInputs<typeof actionsContract>['list']>;

/** Stands for nobody, or no side. */
const nobody = '';

/** `language`: in which names are in order. */
export function viewOf(
  connection: Connection,
  actions: ActionRegister,
  input: ActionsInput,
  language: Language,
): RegisterView<ActionEntry> {
  const { text, offset, limit, ...view } = input;
  const dueOf = dueReader(actions, input.today);
  const sortBy = sortOf(actions, input);
  return {
    key: JSON.stringify([view, language]),
    text,
    keep: filterOf(input, dueOf),
    groupsOf: groupsOf(input, dueOf),
    ...groupOrder(connection, actions, input, language),
    ...(sortBy !== undefined && { sortBy }),
    offset,
    limit,
  };
}

type DueOf = (entry: ActionEntry) => DueGroup;

function dueReader(actions: ActionRegister, today: string): DueOf {
  const soonUntil = soonEnd(today);
  return (entry) => {
    const { status, dueAtNextMeeting } = entry;
    return dueGroupOf({ status, dueAtNextMeeting, dueOn: actions.dueOn(entry) }, today, soonUntil);
  };
}

function filterOf(input: ActionsInput, dueOf: DueOf): (entry: ActionEntry) => boolean {
  const { due, ownerKey, sideKey, groupId, meetingId } = input;
  const statuses = new Set(input.statuses);
  const kept = new Set(input.keptIds);
  return (entry) => {
    if (groupId !== null && entry.groupId !== groupId) return false;
    if (meetingId !== null && entry.meetingId !== meetingId) return false;
    if (ownerKey !== null && !entry.ownerKeys.includes(ownerKey)) return false;
    if (sideKey !== null && !entry.sideKeys.includes(sideKey)) return false;
    if (kept.has(entry.id)) return true;
    return (statuses.size === 0 || statuses.has(entry.status)) && (due === null || dueOf(entry) === due);
  };
}

/** With a filter by owner or side, groups of these are that one alone: others own their actions together with it. */
function groupsOf(
  { grouping, ownerKey, sideKey }: ActionsInput,
  dueOf: DueOf,
): (entry: ActionEntry) => readonly string[] {
  const withoutAny = [nobody];
  switch (grouping) {
    case 'meeting':
      return ({ meetingId }) => [meetingId];
    case 'owner':
      if (ownerKey !== null) return () => [ownerKey];
      return ({ ownerKeys }) => (ownerKeys.length === 0 ? withoutAny : ownerKeys);
    case 'side':
      if (sideKey !== null) return () => [sideKey];
      return ({ sideKeys }) => (sideKeys.length === 0 ? withoutAny : sideKeys);
    case 'due':
      return (entry) => [dueOf(entry)];
  }
}

function groupOrder(
  connection: Connection,
  actions: ActionRegister,
  { grouping, sort, isDescending }: ActionsInput,
  language: Language,
): Pick<RegisterView<ActionEntry>, 'compareGroups'> {
  switch (grouping) {
    case 'meeting': {
      // As they come: newest first.
      if (sort !== 'meeting' || isDescending) return {};
      const meetings = meetingsOf(connection);
      const place = (id: string): Parameters<typeof compareMeetings>[0] => {
        const { date = '', startTime = '' } = meetings.get(id) ?? {};
        return { date, startTime, meetingId: id };
      };
      return { compareGroups: (a, b) => compareMeetings(place(b), place(a)) };
    }
    case 'owner':
    case 'side': {
      const places = actions.placesByName(language);
      const placeOf = (key: string): number => (key === nobody ? -1 : (places.get(key) ?? 0));
      return { compareGroups: (a, b) => (a === b ? 0 : placeOf(a) < placeOf(b) ? -1 : 1) };
    }
    case 'due': {
      const order = new Map<string, number>(dueGroups.map((due, index) => [due, index]));
      return { compareGroups: (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) };
    }
  }
}

const statusOrder = new Map(actionStatuses.map((status, index) => [status, String(index)]));

/** Inside the groups; undefined: as the register has them, newest meeting first. */
function sortOf(actions: ActionRegister, { sort, isDescending }: ActionsInput): RegisterView<ActionEntry>['sortBy'] {
  switch (sort) {
    case 'meeting':
      if (isDescending) return undefined;
      return { keyOf: ({ date, startTime, meetingId }) => `${date} ${startTime} ${meetingId}`, isDescending };
    case 'status':
      return { keyOf: ({ status }) => statusOrder.get(status) ?? null, isDescending };
    case 'due':
      return { keyOf: (entry) => actions.dueOn(entry), isDescending };
  }
}

export const nameOf = (actions: ActionRegister, key: string): ActionHeadName =>
  actions.owners.get(key)?.name ?? actions.sideNames.get(key) ?? emptyText();
type ActionHeadName = Extract<ActionHead, { by: 'side' }>['name'];

/** Heads of the groups of a page, by id. */
export function headsOf(
  connection: Connection,
  actions: ActionRegister,
  grouping: ActionsInput['grouping'],
  groupIds: readonly string[],
): Map<string, ActionHead> {
  const meetings = meetingsOf(connection);
  return new Map(
    groupIds.flatMap((id): [string, ActionHead][] => {
      switch (grouping) {
        case 'meeting': {
          const meeting = meetings.get(id);
          return meeting === undefined ? [] : [[id, { by: 'meeting', meeting: referenceTo(meeting) }]];
        }
        case 'owner': {
          const kind = id === nobody ? null : (actions.owners.get(id)?.kind ?? 'side');
          return [[id, { by: 'owner', kind, key: id, name: nameOf(actions, id) }]];
        }
        case 'side':
          return [[id, { by: 'side', key: id, name: nameOf(actions, id) }]];
        case 'due':
          return [[id, { by: 'due', due: id as DueGroup }]];
      }
    }),
  );
}
