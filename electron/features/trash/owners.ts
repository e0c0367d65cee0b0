import { type TrashKind, trashKinds } from '#shared/contract/trash.ts';
import type { RecordTable } from '../../db/schema.ts';

/**
 * Whose part a row is: the columns that hold the id of that record. A row of a list is a part of its record, a row of
 * the minutes one of its meeting and of its agenda item; what merely names another record is no part of it.
 */
export const ownerColumns: Partial<Record<RecordTable, readonly string[]>> = {
  person_name: ['person_id'],
  person_alias: ['person_id'],
  affiliation: ['person_id'],
  person_distinct: ['person_id', 'other_person_id'],
  organization_alias: ['organization_id'],
  organization_relation: ['from_organization_id', 'to_organization_id'],
  organization_distinct: ['organization_id', 'other_organization_id'],
  letterhead: ['organization_id'],
  group_side: ['group_id'],
  membership: ['group_id'],
  meeting_side: ['meeting_id'],
  meeting_venue: ['meeting_id'],
  meeting_organizer: ['meeting_id'],
  attendance: ['meeting_id'],
  agenda_item: ['meeting_id'],
  entry: ['meeting_id', 'agenda_item_id'],
  entry_text: ['entry_id'],
  entry_mention: ['entry_id'],
  action: ['entry_id'],
  action_owner: ['entry_id'],
  action_assignment: ['entry_id'],
  action_assignee: ['entry_id'],
  action_review: ['meeting_id', 'entry_id'],
  decision: ['entry_id'],
  proposal: ['entry_id'],
  proposal_partner: ['entry_id'],
  agreement: ['meeting_id'],
  agreement_party: ['agreement_id'],
  agreement_signatory: ['agreement_id'],
  agreement_terms: ['agreement_id'],
  agreement_language: ['agreement_id'],
  agreement_copy: ['agreement_id'],
  agreement_renewal: ['agreement_id'],
  agreement_file: ['agreement_id'],
  version: ['meeting_id'],
  amendment: ['meeting_id'],
  circulation: ['meeting_id'],
  letter: ['meeting_id'],
  comment: ['meeting_id'],
  side_agreement: ['meeting_id'],
  attachment: ['meeting_id', 'agenda_item_id'],
  heading_text: ['record_id'],
  heading_source: ['record_id'],
  accepted_finding: ['meeting_id', 'record_id'],
  glossary_term: ['concept_id'],
  status_report: ['record_id'],
  record_link: ['from_id', 'to_id'],
  record_area: ['record_id'],
};

/** Rows that join two records: without one of them they mean nothing, and stay away. */
export const joiningTables: ReadonlySet<RecordTable> = new Set([
  'person_distinct',
  'organization_distinct',
  'organization_relation',
  'record_link',
  'record_area',
  'entry_mention',
]);

/** Rows that name exactly one of several things: without it they say nothing. */
export const namingTables: ReadonlySet<RecordTable> = new Set(['membership', 'action_owner', 'action_assignee']);

const kinds: ReadonlySet<string> = new Set(trashKinds);

export const isTrashKind = (table: string): table is TrashKind => kinds.has(table);
