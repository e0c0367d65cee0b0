import type { RecordFollowUp } from '#shared/contract/record-follow-up.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type {
  ActionAssigneeRow,
  ActionAssignmentRow,
  DecisionRow,
  ProposalPartnerRow,
  ProposalRow,
  RecordAreaRow,
  RecordLinkRow,
  StatusReportRow,
} from '../../db/follow-up-rows.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { findTerms, findTermsRow, insertRenewal, insertTerms, listRenewals, toState } from '../agreements/index.ts';
import { findArea, writeArea } from '../areas/index.ts';
import { inFollowUpOrder } from './follow-up.ts';

type Parts = Pick<MeetingRecord, 'meeting' | 'entries' | 'agreements' | 'group'>;
type List<Name extends keyof RecordFollowUp> = NonNullable<RecordFollowUp[Name]>;

/** What came of a meeting, as far as it stays inside the record; undefined when there is nothing to say. */
export function loadFollowUp(connection: Connection, parts: Parts): RecordFollowUp | undefined {
  const inside = {
    entries: new Set(parts.entries.map(({ id }) => id)),
    agreements: new Set(parts.agreements.map(({ id }) => id)),
  };
  const { id: meetingId } = parts.meeting;
  const orNull = (ids: ReadonlySet<string>, id: string | null): string | null =>
    id !== null && ids.has(id) ? id : null;
  const ofEntries = <Row>(table: string, order = ''): Row[] =>
    connection.sql<Row>(
      `SELECT * FROM ${table} WHERE entry_id IN (SELECT id FROM entry WHERE meeting_id = ?) ${order}`,
      meetingId,
    );
  const partners = Map.groupBy(
    ofEntries<ProposalPartnerRow>('proposal_partner', 'ORDER BY entry_id, order_index'),
    (row) => row.entry_id,
  );
  const proposals = new Map(ofEntries<ProposalRow>('proposal').map((row) => [row.entry_id, row]));
  const assignees = Map.groupBy(
    ofEntries<ActionAssigneeRow>('action_assignee', 'ORDER BY entry_id, order_index'),
    (row) => row.entry_id,
  );
  const areasOf = listAreasOfRecord(connection, parts);
  const areaIds = new Set(areasOf.flatMap((of) => of.areaIds));
  return inFollowUpOrder({
    areas: [...areaIds].flatMap((id) => findArea(connection, id) ?? []),
    areasOf,
    decisions: ofEntries<DecisionRow>('decision').map((row) => ({
      entryId: row.entry_id,
      state: row.state as List<'decisions'>[number]['state'],
      stateOn: row.state_on,
      replacedById: orNull(inside.entries, row.replaced_by_entry_id),
    })),
    proposals: [...new Set([...proposals.keys(), ...partners.keys()])].map((entryId) => {
      const row = proposals.get(entryId);
      return {
        entryId,
        stage: (row?.stage ?? 'proposed') as List<'proposals'>[number]['stage'],
        stageOn: row?.stage_on ?? null,
        decisionId: orNull(inside.entries, row?.decision_entry_id ?? null),
        funding: row === undefined ? emptyText() : fromColumns(row, 'funding'),
        project: row?.project ?? '',
        partners: (partners.get(entryId) ?? []).map(({ id, organization_id }) => ({
          id,
          organizationId: organization_id,
        })),
      };
    }),
    agreements: parts.agreements.map(({ id }) => {
      const state = toState(findTermsRow(connection, id));
      return {
        agreementId: id,
        terms: findTerms(connection, id),
        ...state,
        replacedById: orNull(inside.agreements, state.replacedById),
        renewals: listRenewals(connection, [id]).map((row) => ({
          id: row.id,
          renewedOn: row.renewed_on,
          validTo: row.valid_to,
          note: row.note,
        })),
      };
    }),
    links: listLinksInside(connection, parts, inside),
    assignments: ofEntries<ActionAssignmentRow>('action_assignment').map((row) => ({
      entryId: row.entry_id,
      owners: (assignees.get(row.entry_id) ?? []).map(toOwner),
      due: row.due,
      dueAtNextMeeting: row.due_at_next_meeting === 1,
    })),
    reports: listReportsOf(connection, parts),
  });
}

function listAreasOfRecord(connection: Connection, { meeting, group }: Parts): List<'areasOf'> {
  const rows = connection.sql<RecordAreaRow>(
    `SELECT * FROM record_area WHERE kind = 'meeting' AND record_id = :meetingId
     UNION ALL SELECT * FROM record_area
       WHERE kind = 'entry' AND record_id IN (SELECT id FROM entry WHERE meeting_id = :meetingId)
     UNION ALL SELECT * FROM record_area
       WHERE kind = 'agreement' AND record_id IN (SELECT id FROM agreement WHERE meeting_id = :meetingId)
     UNION ALL SELECT * FROM record_area WHERE kind = 'group' AND record_id = :groupId`,
    { meetingId: meeting.id, groupId: group?.id ?? '' },
  );
  return [...Map.groupBy(rows, ({ kind, record_id }) => `${kind}/${record_id}`).values()].flatMap((found) => {
    const [first] = found;
    if (first === undefined) return [];
    const kind = first.kind as List<'areasOf'>[number]['kind'];
    return [{ kind, recordId: first.record_id, areaIds: found.map((row) => row.area_id) }];
  });
}

function listLinksInside(
  connection: Connection,
  { meeting, group }: Parts,
  inside: { entries: ReadonlySet<string>; agreements: ReadonlySet<string> },
): List<'links'> {
  return connection
    .sql<RecordLinkRow>(
      `SELECT * FROM record_link WHERE from_kind IN ('decision', 'proposal')
         AND from_id IN (SELECT id FROM entry WHERE meeting_id = :meetingId)
       UNION ALL SELECT * FROM record_link WHERE from_kind = 'group' AND from_id = :groupId`,
      { meetingId: meeting.id, groupId: group?.id ?? '' },
    )
    .filter((row) => (row.to_kind === 'action' ? inside.entries : inside.agreements).has(row.to_id))
    .map((row) => ({
      kind: `${row.from_kind}-${row.to_kind}` as List<'links'>[number]['kind'],
      fromId: row.from_id,
      toId: row.to_id,
    }));
}

function listReportsOf(connection: Connection, { meeting }: Parts): List<'reports'> {
  return connection
    .sql<StatusReportRow>(
      `SELECT * FROM status_report WHERE kind IN ('action', 'decision', 'proposal')
         AND record_id IN (SELECT id FROM entry WHERE meeting_id = :meetingId)
       UNION ALL SELECT * FROM status_report
         WHERE kind = 'agreement' AND record_id IN (SELECT id FROM agreement WHERE meeting_id = :meetingId)`,
      { meetingId: meeting.id },
    )
    .map(
      (row) =>
        ({
          kind: row.kind,
          state: row.state,
          id: row.id,
          recordId: row.record_id,
          on: row.reported_on,
          reporterId: row.reporter_person_id,
          reporter: row.reporter,
          meetingId: row.meeting_id === meeting.id ? meeting.id : null,
          note: row.note,
          atMs: row.recorded_at_ms,
        }) as List<'reports'>[number],
    );
}

function toOwner(row: ActionAssigneeRow): List<'assignments'>[number]['owners'][number] {
  if (row.person_id !== null) return { id: row.id, kind: 'person', ownerId: row.person_id };
  if (row.organization_id !== null) return { id: row.id, kind: 'organization', ownerId: row.organization_id };
  return { id: row.id, kind: 'side', ownerId: row.side_id ?? '' };
}

/** Of a meeting that was not here. What the register has, stays: areas that are known, a group that is. */
export function insertFollowUp(
  connection: Connection,
  write: Write,
  followUp: RecordFollowUp,
  isGroupNew: boolean,
): void {
  insertAreas(connection, write, followUp);
  insertFollowUpRows(write, isGroupNew ? followUp : withoutGroup(followUp));
}

export function insertAreas(connection: Connection, write: Write, { areas = [] }: RecordFollowUp): void {
  for (const area of areas) {
    if (findArea(connection, area.id) === undefined) writeArea(write, area);
  }
}

/** What is said of the meeting, and not of its group. */
export function withoutGroup(followUp: RecordFollowUp): RecordFollowUp {
  const { areasOf = [], links = [] } = followUp;
  return {
    ...followUp,
    areasOf: areasOf.filter(({ kind }) => kind !== 'group'),
    links: links.filter(({ kind }) => kind !== 'group-agreement'),
  };
}

/** Areas themselves must be there. */
export function insertFollowUpRows(write: Write, followUp: RecordFollowUp): void {
  for (const { kind, recordId, areaIds } of followUp.areasOf ?? []) {
    for (const areaId of areaIds) write.insert('record_area', { kind, record_id: recordId, area_id: areaId });
  }
  for (const { entryId, state, stateOn, replacedById } of followUp.decisions ?? []) {
    write.insert('decision', {
      entry_id: entryId,
      state,
      state_on: stateOn,
      replaced_by_entry_id: replacedById,
    });
  }
  for (const { entryId, stage, stageOn, decisionId, funding, project, partners } of followUp.proposals ?? []) {
    write.insert('proposal', {
      entry_id: entryId,
      stage,
      stage_on: stageOn,
      decision_entry_id: decisionId,
      ...toColumns('funding', funding),
      project,
    });
    for (const [index, { id, organizationId }] of partners.entries()) {
      const partner = { id, entry_id: entryId, organization_id: organizationId, order_index: index };
      write.insert('proposal_partner', partner);
    }
  }
  for (const { agreementId, terms, renewals, state, stateOn, replacedById } of followUp.agreements ?? []) {
    insertTerms(write, agreementId, terms, { state, stateOn, replacedById });
    for (const { id, renewedOn, validTo, note } of renewals) {
      insertRenewal(write, { id, agreement_id: agreementId, renewed_on: renewedOn, valid_to: validTo, note });
    }
  }
  for (const { kind, fromId, toId } of followUp.links ?? []) {
    const [from = '', to = ''] = kind.split('-');
    write.insert('record_link', { from_kind: from, from_id: fromId, to_kind: to, to_id: toId });
  }
  for (const assignment of followUp.assignments ?? []) insertAssignment(write, assignment);
  for (const { recordId, on, reporterId, meetingId, atMs, ...report } of followUp.reports ?? []) {
    write.insert('status_report', {
      ...report,
      record_id: recordId,
      reported_on: on,
      reporter_person_id: reporterId,
      meeting_id: meetingId,
      recorded_at_ms: atMs,
    });
  }
}

function insertAssignment(write: Write, { entryId, owners, due, dueAtNextMeeting }: List<'assignments'>[number]): void {
  write.insert('action_assignment', { entry_id: entryId, due, due_at_next_meeting: dueAtNextMeeting ? 1 : 0 });
  for (const [index, { id, kind, ownerId }] of owners.entries()) {
    write.insert('action_assignee', {
      id,
      entry_id: entryId,
      person_id: kind === 'person' ? ownerId : null,
      organization_id: kind === 'organization' ? ownerId : null,
      side_id: kind === 'side' ? ownerId : null,
      order_index: index,
    });
  }
}
