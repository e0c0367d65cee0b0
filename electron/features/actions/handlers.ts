import { type ActionDetail } from '#shared/contract/actions.ts';
import { isClosed } from '#shared/domain/action-due.ts';
import { chooseText, type LocalizedText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import { commit } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { findAgendaPlace, listLinked } from '../links/index.ts';
import { findNames } from '../people/index.ts';
import { loadSettings } from '../settings/index.ts';
import { findUnknownOfReport, insertReport, type Report } from '../status-reports/index.ts';
import { type Assignment, type HeldAction, isSameAssignment, listHeld } from './held-repository.ts';
import { listReviewing } from './history-repository.ts';
import { readHistory } from './history.ts';
import { listActionPage } from './page.ts';
import { actionsOf } from './register.ts';
import { loadActionRows } from './rows-repository.ts';
import { nameOf } from './view.ts';
import {
  assignBeside,
  assigneesOf,
  assignInMinutes,
  findUnknownOwner,
  listPlaces,
  meetingsOfSides,
  toOwners,
  writeStatus,
} from './write-repository.ts';

export const actionsHandlers = {
  list: os.actions.list.handler(({ context, input }) => listActionPage(context.connection, input)),

  get: os.actions.get.handler(({ context: { connection }, input: { entryId, today }, errors }): ActionDetail => {
    const row = loadActionRows(connection, [entryId], today).get(entryId);
    const action = listHeld(connection, [entryId]).get(entryId);
    if (row === undefined || action === undefined) throw errors.NOT_FOUND({ data: { kind: 'action' } });
    return {
      ...row,
      agendaItem: findAgendaPlace(connection, entryId),
      reviews: listReviewing(connection, entryId, today),
      history: readHistory(connection, action),
      links: listLinked(connection, { kind: 'action', id: entryId }, today),
    };
  }),

  owners: os.actions.owners.handler(async ({ context: { connection } }) => {
    const actions = actionsOf(connection);
    const owners = new Map<string, number>();
    const sides = new Map<string, number>();
    const count = (counts: Map<string, number>, keys: readonly string[], open: number): void => {
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + open);
    };
    for (const { status, ownerKeys, sideKeys } of await actions.register.list()) {
      const open = isClosed(status) ? 0 : 1;
      count(owners, ownerKeys, open);
      count(sides, sideKeys, open);
    }
    const describe = ([key, open]: [string, number]): { key: string; name: LocalizedText; open: number } => ({
      key,
      name: nameOf(actions, key),
      open,
    });
    return {
      owners: [...owners].map((owner) => ({ kind: actions.owners.get(owner[0])?.kind ?? 'side', ...describe(owner) })),
      sides: [...sides].map(describe),
    };
  }),

  report: os.actions.report.handler(({ context, input, errors }) => {
    const { connection } = context;
    const ids = [...new Set(input.entryIds)];
    const held = listHeld(connection, ids);
    if (held.size < ids.length) throw errors.NOT_FOUND({ data: { kind: 'action' } });
    const unknown = findUnknownOfReport(connection, input);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    const label = labelOf(connection, ids);
    const said = readReport(connection, input);
    commit(context, { name: 'action.report', label }, (write) => {
      for (const action of held.values()) {
        const status = input.status ?? action.status;
        if (status !== action.status) writeStatus(write, action, status);
        const report = { ...said, id: context.newId(), recordId: action.entryId, state: status };
        insertReport(connection, write, report, context.clock());
      }
    });
    return { changed: ids.length };
  }),

  assign: os.actions.assign.handler(({ context, input, errors }) => {
    const { connection, newId } = context;
    const ids = [...new Set(input.entryIds)];
    const held = listHeld(connection, ids);
    if (held.size < ids.length) throw errors.NOT_FOUND({ data: { kind: 'action' } });
    const wanted = input.owners ?? [];
    const unknown = findUnknownOfReport(connection, input) ?? findUnknownOwner(connection, wanted);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    const places = listPlaces(connection, ids);
    const sides = meetingsOfSides(connection, wanted);
    const isForeign = wanted.some(
      ({ kind, ownerId }) =>
        kind === 'side' && [...places.values()].some(({ meetingId }) => sides.get(ownerId) !== meetingId),
    );
    if (isForeign) throw errors.SIDE_NOT_OF_MEETING();
    const assignees = assigneesOf(connection, ids);
    const label = labelOf(connection, ids);
    const said = readReport(connection, input);
    let changed = 0;
    let inMinutes = 0;
    commit(context, { name: 'action.assign', label }, (write) => {
      for (const action of held.values()) {
        const isInMinutes = isWriting(places.get(action.entryId)?.status);
        const next = nextAssignment(action, input, isInMinutes, newId);
        const isChanged = !isSameAssignment(action, next);
        // Nothing else than before, and nothing said about it.
        if (!isChanged && input.note === '') continue;
        if (isChanged) {
          changed += 1;
          if (isInMinutes) inMinutes += 1;
          const beside = assignees.get(action.entryId) ?? [];
          (isInMinutes ? assignInMinutes : assignBeside)(write, action, next, beside);
        }
        const report = { ...said, id: newId(), recordId: action.entryId, state: action.status };
        insertReport(connection, write, report, context.clock());
      }
    });
    return { changed, inMinutes };
  }),
};

/** The minutes are still being written: it is they that change. */
const isWriting = (status: string | undefined): boolean =>
  status === 'planned' || status === 'live' || status === 'draft';

function nextAssignment(
  action: HeldAction,
  input: { owners?: readonly Omit<Assignment['owners'][number], 'id'>[]; due?: Omit<Assignment, 'owners'> },
  isInMinutes: boolean,
  newId: () => string,
): Assignment {
  const stored = isInMinutes ? action.minutes.owners : action.isAssigned ? action.owners : [];
  return {
    owners: toOwners(input.owners ?? action.owners, stored, newId),
    due: (input.due ?? action).due,
    dueAtNextMeeting: (input.due ?? action).dueAtNextMeeting,
  };
}

/** What is the same in all reports of one call. */
function readReport(
  connection: Connection,
  input: Pick<Report, 'on' | 'reporterId' | 'reporter' | 'meetingId' | 'note'>,
): Omit<Report, 'id' | 'recordId' | 'state'> {
  const { on, reporterId, meetingId, note } = input;
  const names = reporterId === null ? undefined : findNames(connection, [reporterId]).get(reporterId);
  const language = loadSettings(connection).uiLanguage ?? 'en';
  const reporter = names === undefined ? input.reporter : chooseText(composedNames(names), language).text;
  return { kind: 'action', on, reporterId, reporter, meetingId, note };
}

const labelOf = (connection: Connection, [first = '']: readonly string[]): string =>
  listPlaces(connection, [first]).get(first)?.label ?? '';
