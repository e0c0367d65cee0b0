import type { Entry } from '#shared/contract/entries.ts';
import { hasFollowUp } from '../../db/follow-up.ts';
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

/**
 * Gives a row what stands beside `other`, which is joined to it: states where it has none of its own; reports, links,
 * areas and partners besides its own; and what referred to the other refers to it. To be called while both are there.
 */
export function joinFollowUp(
  connection: Connection,
  write: Write,
  entry: Entry,
  other: Entry,
  newId: () => string,
): void {
  joinAssignments(connection, write, entry, other, newId);
  if (!hasFollowUp(connection, 'entry', other.id)) return;
  const [to, from] = [entry.id, other.id];
  joinStates(connection, write, to, from);
  joinPartners(connection, write, to, from);
  for (const { id } of connection.sql<StatusReportRow>(
    "SELECT * FROM status_report WHERE kind IN ('action', 'decision', 'proposal') AND record_id = ?",
    from,
  )) {
    write.update('status_report', { id }, { record_id: to });
  }
  joinLinks(connection, write, to, from);
  const areas = connection.sql<RecordAreaRow>("SELECT * FROM record_area WHERE kind = 'entry' AND record_id = ?", from);
  for (const area of areas) insertOnce(write, 'record_area', { ...area, record_id: to });
  for (const { entry_id } of connection.sql<ProposalRow>('SELECT * FROM proposal WHERE decision_entry_id = ?', from)) {
    write.update('proposal', { entry_id }, { decision_entry_id: to });
  }
}

function joinStates(connection: Connection, write: Write, to: string, from: string): void {
  const proposalOf = (id: string): ProposalRow | undefined =>
    connection.sql<ProposalRow>('SELECT * FROM proposal WHERE entry_id = ?', id)[0];
  const decisionOf = (id: string): DecisionRow | undefined =>
    connection.sql<DecisionRow>('SELECT * FROM decision WHERE entry_id = ?', id)[0];
  const proposal = proposalOf(from);
  const ownProposal = proposalOf(to);
  if (proposal !== undefined && ownProposal === undefined) write.insert('proposal', { ...proposal, entry_id: to });
  else if (proposal !== undefined && ownProposal !== undefined) {
    const said = ['funding_en', 'funding_ru', 'funding_zh', 'project'] as const;
    const missing = said.filter((column) => ownProposal[column] === '');
    write.update('proposal', { entry_id: to }, Object.fromEntries(missing.map((column) => [column, proposal[column]])));
  }
  const decision = decisionOf(from);
  if (decision !== undefined && decisionOf(to) === undefined) {
    const { replaced_by_entry_id: replacement } = decision;
    const isFree = replacement === null || !isReplacedBy(connection, replacement, to);
    write.insert('decision', { ...decision, entry_id: to, replaced_by_entry_id: isFree ? replacement : null });
  }
  const replaced = connection.sql<DecisionRow>('SELECT * FROM decision WHERE replaced_by_entry_id = ?', from);
  for (const { entry_id } of replaced) {
    // Two decisions of one chain that become one take the place of nothing between them.
    const isFree = !isReplacedBy(connection, to, entry_id);
    write.update('decision', { entry_id }, { replaced_by_entry_id: isFree ? to : null });
  }
}

/** Whether a decision is that one, or was in the end replaced by it. */
function isReplacedBy(connection: Connection, id: string, by: string): boolean {
  const seen = new Set<string>();
  for (let next: string | null = id; next !== null && !seen.has(next);) {
    if (next === by) return true;
    seen.add(next);
    const [row]: DecisionRow[] = connection.sql<DecisionRow>('SELECT * FROM decision WHERE entry_id = ?', next);
    next = row?.replaced_by_entry_id ?? null;
  }
  return false;
}

function joinPartners(connection: Connection, write: Write, to: string, from: string): void {
  const rowsOf = (id: string): ProposalPartnerRow[] =>
    connection.sql('SELECT * FROM proposal_partner WHERE entry_id = ? ORDER BY order_index', id);
  const own = rowsOf(to);
  const known = new Set(own.map((row) => row.organization_id));
  const added = rowsOf(from).filter((row) => !known.has(row.organization_id));
  for (const [index, { id }] of added.entries()) {
    write.update('proposal_partner', { id }, { entry_id: to, order_index: own.length + index });
  }
}

function joinLinks(connection: Connection, write: Write, to: string, from: string): void {
  const links = connection.sql<RecordLinkRow>(
    `SELECT * FROM record_link WHERE from_kind IN ('decision', 'proposal') AND from_id = :from
     UNION ALL SELECT * FROM record_link WHERE to_kind = 'action' AND to_id = :from`,
    { from },
  );
  for (const link of links) {
    insertOnce(write, 'record_link', {
      ...link,
      from_id: link.from_id === from ? to : link.from_id,
      to_id: link.to_id === from ? to : link.to_id,
    });
  }
}

function insertOnce(
  write: Write,
  ...[table, row]: ['record_link', RecordLinkRow] | ['record_area', RecordAreaRow]
): void {
  if (table === 'record_link') {
    if (!write.update('record_link', row, {})) write.insert('record_link', row);
  } else if (!write.update('record_area', row, {})) write.insert('record_area', row);
}

type Owner = Pick<ActionAssigneeRow, 'person_id' | 'organization_id' | 'side_id'>;

/** Who owns the joined action now, and until when, where for one of the two this is no longer what the minutes say. */
function joinAssignments(connection: Connection, write: Write, entry: Entry, other: Entry, newId: () => string): void {
  const [own, further] = [entry, other].map((of) => assignmentOf(connection, of));
  if (own === undefined || further === undefined || !(own.isAssigned || further.isAssigned)) return;
  const dated = own.due !== null || own.due_at_next_meeting === 1 ? own : further;
  const row = { entry_id: entry.id, due: dated.due, due_at_next_meeting: dated.due_at_next_meeting };
  if (!write.update('action_assignment', { entry_id: entry.id }, row)) write.insert('action_assignment', row);
  const keyOf = (owner: Owner): string => owner.person_id ?? owner.organization_id ?? owner.side_id ?? '';
  const known = new Set(own.isAssigned ? own.owners.map(keyOf) : []);
  let index = own.isAssigned ? own.owners.length : 0;
  for (const { person_id, organization_id, side_id } of [...own.owners, ...further.owners]) {
    const key = keyOf({ person_id, organization_id, side_id });
    if (known.has(key)) continue;
    known.add(key);
    const owner = { person_id, organization_id, side_id };
    write.insert('action_assignee', { id: newId(), entry_id: entry.id, ...owner, order_index: index++ });
  }
}

interface Assignment extends Omit<ActionAssignmentRow, 'entry_id'> {
  owners: Owner[];
  isAssigned: boolean;
}

/** Undefined for what was never an action. */
function assignmentOf(connection: Connection, { id, action }: Entry): Assignment | undefined {
  if (action === null) return undefined;
  const [row] = connection.sql<ActionAssignmentRow>('SELECT * FROM action_assignment WHERE entry_id = ?', id);
  const ownersIn = (table: 'action_assignee' | 'action_owner'): Owner[] =>
    connection.sql(
      `SELECT person_id, organization_id, side_id FROM ${table} WHERE entry_id = ? ORDER BY order_index`,
      id,
    );
  if (row !== undefined) {
    const { due, due_at_next_meeting } = row;
    return { due, due_at_next_meeting, owners: ownersIn('action_assignee'), isAssigned: true };
  }
  const { due, dueAtNextMeeting } = action;
  return { due, due_at_next_meeting: dueAtNextMeeting ? 1 : 0, owners: ownersIn('action_owner'), isAssigned: false };
}
