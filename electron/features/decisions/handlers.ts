import type { z } from 'zod';
import { type decisionGroupings, type decisionHead, decisionStates } from '#shared/contract/decisions.ts';
import { dateHere } from '#shared/domain/date-here.ts';
import { emptyText } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import {
  compareMeetings,
  comparePlaces,
  findLabel,
  findPlaced,
  findNamesIn,
  listPlaced,
  meetingHeads,
  nothing,
  nothingLast,
} from '../links/index.ts';
import { composePage } from '../registers/index.ts';
import { findUnknownOfReport, insertReport } from '../status-reports/index.ts';
import { composeDecision, composeDecisions } from './compose.ts';
import { decisionsOf } from './register.ts';
import { findReplacement, listDecisionRows } from './repository.ts';
import { findCycle } from './rules.ts';

type Grouping = (typeof decisionGroupings)[number];
type DecisionHead = z.infer<typeof decisionHead>;

export const decisionsHandlers = {
  list: os.decisions.list.handler(async ({ context: { connection }, input }) => {
    const { text, today, offset, limit, states, groupId, meetingId, areaId, grouping, isDescending } = input;
    const cut = await decisionsOf(connection).page({
      key: JSON.stringify({ states, groupId, meetingId, areaId, grouping, isDescending }),
      text,
      keep: (entry) =>
        (states.length === 0 || states.includes(entry.state)) &&
        (groupId === null || entry.groupId === groupId) &&
        (meetingId === null || entry.meetingId === meetingId) &&
        (areaId === null || entry.areaIds.includes(areaId)),
      groupsOf: (entry) =>
        grouping === 'meeting' ? [entry.meetingId] : [grouping === 'group' ? (entry.groupId ?? nothing) : entry.state],
      compareGroups: groupOrders[grouping](connection, isDescending),
      ...(isDescending || grouping === 'meeting' ? {} : { compare: comparePlaces(false) }),
      offset,
      limit,
    });
    return composePage(
      cut,
      (entries) =>
        composeDecisions(
          connection,
          entries.map(({ id }) => id),
          today,
        ),
      (ids) => composeHeads(connection, grouping, ids),
    );
  }),

  get: os.decisions.get.handler(({ context, input, errors }) => {
    const decision = composeDecision(context.connection, input.entryId, dateHere(context.clock()));
    if (decision === undefined) throw errors.NOT_FOUND({ data: { kind: 'decision' } });
    return decision;
  }),

  setState: os.decisions.setState.handler(({ context, input, errors }) => {
    const { connection } = context;
    const { state, on, reporterId, reporter, meetingId, note } = input;
    const replacedById = state === 'superseded' ? (input.replacedById ?? null) : null;
    const keepsReplacement = state === 'superseded' && input.replacedById === undefined;
    const ids = [...new Set(input.entryIds)];
    const named = replacedById === null ? ids : [...ids, replacedById];
    if (listPlaced(connection, 'decision', named).length < new Set(named).size) {
      throw errors.NOT_FOUND({ data: { kind: 'decision' } });
    }
    const unknown = findUnknownOfReport(connection, input);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    const cycle =
      replacedById === null ? undefined : findCycle(ids, replacedById, (id) => findReplacement(connection, id));
    if (cycle !== undefined) throw errors.REPLACEMENT_CYCLE({ data: { chain: describeChain(connection, cycle) } });
    const stored = listDecisionRows(connection, ids);
    const label = findLabel(connection, { kind: 'decision', id: ids[0] ?? '' });
    commit(context, { name: 'decision.state', label }, (write) => {
      for (const id of ids) {
        const row = stored.get(id);
        const isSame = (row?.state ?? 'in_force') === state;
        const next = { entry_id: id, state, state_on: isSame ? (row?.state_on ?? null) : on };
        const kept = keepsReplacement ? (row?.replaced_by_entry_id ?? null) : null;
        const wanted = { ...next, replaced_by_entry_id: replacedById ?? kept };
        if (!write.update('decision', { entry_id: id }, wanted)) write.insert('decision', wanted);
        const report = { kind: 'decision', recordId: id, state, on, reporterId, reporter, meetingId, note } as const;
        insertReport(connection, write, { id: context.newId(), ...report }, context.clock());
      }
    });
    return { changed: ids.length };
  }),
};

const groupOrders: Record<
  Grouping,
  (connection: Connection, isDescending: boolean) => (a: string, b: string) => number
> = {
  meeting: compareMeetings,
  group: () => nothingLast,
  state: () => {
    const order: readonly string[] = decisionStates;
    return (a, b) => order.indexOf(a) - order.indexOf(b);
  },
};

function composeHeads(connection: Connection, grouping: Grouping, ids: readonly string[]): Map<string, DecisionHead> {
  if (grouping === 'meeting') return meetingHeads(connection, ids);
  if (grouping === 'state') {
    const states = decisionStates.filter((state) => ids.includes(state));
    return new Map(states.map((state) => [state, { by: 'state', state }]));
  }
  const names = findNamesIn(connection, 'working_group', ids);
  return new Map(
    ids.map((id) => [id, { by: 'group', groupId: id === nothing ? null : id, name: names.get(id) ?? emptyText() }]),
  );
}

/** Decisions as the sentence about a cycle names them. */
function describeChain(connection: Connection, ids: readonly string[]): { number: string; date: string }[] {
  const placed = findPlaced(connection, 'decision', ids);
  return ids.map((id) => ({ number: placed.get(id)?.number ?? '', date: placed.get(id)?.meeting.date ?? '' }));
}
