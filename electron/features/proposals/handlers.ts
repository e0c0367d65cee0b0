import type { z } from 'zod';
import { type proposalGroupings, type proposalHead, proposalStages } from '#shared/contract/proposals.ts';
import { dateHere } from '#shared/domain/date-here.ts';
import { emptyText } from '#shared/domain/language.ts';
import { commit } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { toColumns } from '../../db/localized.ts';
import { os } from '../../implement.ts';
import { findArea } from '../areas/index.ts';
import {
  compareMeetings,
  comparePlaces,
  findLabel,
  findNamesIn,
  listPlaced,
  meetingHeads,
  nothing,
  nothingLast,
} from '../links/index.ts';
import { composePage } from '../registers/index.ts';
import { findUnknownOfReport, insertReport } from '../status-reports/index.ts';
import { composeProposal, composeProposals } from './compose.ts';
import { proposalsOf } from './register.ts';
import { isOrganization, listProposalRows, type ProposalEntry, writePartners, writeProposal } from './repository.ts';

type Grouping = (typeof proposalGroupings)[number];
type ProposalHead = z.infer<typeof proposalHead>;

export const proposalsHandlers = {
  list: os.proposals.list.handler(async ({ context: { connection }, input }) => {
    const { text, today, offset, limit, grouping, isDescending, ...filter } = input;
    const { stages, groupId, meetingId, areaId, organizationId } = filter;
    const cut = await proposalsOf(connection).page({
      key: JSON.stringify({ ...filter, grouping, isDescending }),
      text,
      keep: (entry) =>
        (stages.length === 0 || stages.includes(entry.stage)) &&
        (groupId === null || entry.groupId === groupId) &&
        (meetingId === null || entry.meetingId === meetingId) &&
        (areaId === null || entry.areaIds.includes(areaId)) &&
        (organizationId === null || entry.partnerIds.includes(organizationId)),
      groupsOf: (entry) => groupsOf[grouping](entry),
      compareGroups: groupOrders[grouping](connection, isDescending),
      ...(isDescending || grouping === 'meeting' ? {} : { compare: comparePlaces(false) }),
      offset,
      limit,
    });
    return composePage(
      cut,
      (entries) =>
        composeProposals(
          connection,
          entries.map(({ id }) => id),
          today,
        ),
      (ids) => composeHeads(connection, grouping, ids),
    );
  }),

  get: os.proposals.get.handler(({ context, input, errors }) => {
    const proposal = composeProposal(context.connection, input.entryId, dateHere(context.clock()));
    if (proposal === undefined) throw errors.NOT_FOUND({ data: { kind: 'proposal' } });
    return proposal;
  }),

  update: os.proposals.update.handler(({ context, input, errors }) => {
    const { connection, newId } = context;
    const { entryId, funding, partnerIds, project } = input;
    if (listPlaced(connection, 'proposal', [entryId]).length === 0) {
      throw errors.NOT_FOUND({ data: { kind: 'proposal' } });
    }
    if (partnerIds?.every((id) => isOrganization(connection, id)) === false) {
      throw errors.NOT_FOUND({ data: { kind: 'organization' } });
    }
    const label = findLabel(connection, { kind: 'proposal', id: entryId });
    commit(context, { name: 'proposal.update', label }, (write) => {
      writeProposal(write, entryId, {
        ...(funding !== undefined && toColumns('funding', funding)),
        ...(project !== undefined && { project }),
      });
      if (partnerIds !== undefined) writePartners(connection, write, entryId, partnerIds, newId);
    });
    return {};
  }),

  setStage: os.proposals.setStage.handler(({ context, input, errors }) => {
    const { connection } = context;
    const { stage, on, reporterId, reporter, meetingId, note } = input;
    const decisionId = stage === 'adopted' ? (input.decisionId ?? null) : null;
    const keepsDecision = stage === 'adopted' && input.decisionId === undefined;
    const ids = [...new Set(input.entryIds)];
    if (listPlaced(connection, 'proposal', ids).length < ids.length) {
      throw errors.NOT_FOUND({ data: { kind: 'proposal' } });
    }
    if (decisionId !== null && listPlaced(connection, 'decision', [decisionId]).length === 0) {
      throw errors.NOT_FOUND({ data: { kind: 'decision' } });
    }
    const unknown = findUnknownOfReport(connection, input);
    if (unknown !== undefined) throw errors.NOT_FOUND({ data: { kind: unknown } });
    const stored = listProposalRows(connection, ids);
    const label = findLabel(connection, { kind: 'proposal', id: ids[0] ?? '' });
    commit(context, { name: 'proposal.stage', label }, (write) => {
      for (const id of ids) {
        const row = stored.get(id);
        const isSame = (row?.stage ?? 'proposed') === stage;
        const stageOn = isSame ? (row?.stage_on ?? null) : on;
        const kept = keepsDecision ? (row?.decision_entry_id ?? null) : null;
        writeProposal(write, id, { stage, stage_on: stageOn, decision_entry_id: decisionId ?? kept });
        const report = {
          kind: 'proposal',
          recordId: id,
          state: stage,
          on,
          reporterId,
          reporter,
          meetingId,
          note,
        } as const;
        insertReport(connection, write, { id: context.newId(), ...report }, context.clock());
      }
    });
    return { changed: ids.length };
  }),
};

const orNothing = (ids: readonly string[]): readonly string[] => (ids.length === 0 ? [nothing] : ids);

const groupsOf: Record<Grouping, (entry: ProposalEntry) => readonly string[]> = {
  meeting: ({ meetingId }) => [meetingId],
  stage: ({ stage }) => [stage],
  area: ({ areaIds }) => orNothing(areaIds),
  partner: ({ partnerIds }) => orNothing(partnerIds),
};

const groupOrders: Record<
  Grouping,
  (connection: Connection, isDescending: boolean) => (a: string, b: string) => number
> = {
  meeting: compareMeetings,
  stage: () => {
    const order: readonly string[] = proposalStages;
    return (a, b) => order.indexOf(a) - order.indexOf(b);
  },
  area: () => nothingLast,
  partner: () => nothingLast,
};

function composeHeads(connection: Connection, grouping: Grouping, ids: readonly string[]): Map<string, ProposalHead> {
  switch (grouping) {
    case 'meeting':
      return meetingHeads(connection, ids);
    case 'stage':
      return new Map(
        proposalStages.filter((stage) => ids.includes(stage)).map((stage) => [stage, { by: 'stage', stage }]),
      );
    case 'area':
      return new Map(ids.map((id) => [id, { by: 'area', area: findArea(connection, id) ?? null }]));
    case 'partner': {
      const names = findNamesIn(connection, 'organization', ids);
      return new Map(
        ids.map((id) => [
          id,
          { by: 'partner', organizationId: id === nothing ? null : id, name: names.get(id) ?? emptyText() },
        ]),
      );
    }
  }
}
