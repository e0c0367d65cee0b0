import type { HeadingKind, TextKind } from '#shared/contract/translations.ts';
import type { Language, Script } from '#shared/domain/language.ts';
import type {
  ActionAssigneeRow,
  ActionAssignmentRow,
  AgreementCopyRow,
  AgreementFileRow,
  AgreementLanguageRow,
  AgreementRenewalRow,
  AgreementTermsRow,
  AreaRow,
  DecisionRow,
  ProposalPartnerRow,
  ProposalRow,
  RecordAreaRow,
  RecordLinkRow,
  StatusReportRow,
} from './follow-up-rows.ts';
import type {
  ActionReviewRow,
  AmendmentRow,
  AttachmentRow,
  CirculationRow,
  CommentRow,
  ExportLogRow,
  LetterheadRow,
  LetterRow,
  SideAgreementRow,
  VersionRow,
} from './process-rows.ts';

type Localized<Name extends string> = Record<`${Name}_${Language}`, string>;

interface ChangeSetRow {
  seq: number;
  name: string;
  label: string;
  at_ms: number;
  kind: 'do' | 'undo' | 'redo' | 'fixed';
  target_seq: number | null;
  state: 'done' | 'undone';
  group_id: string | null;
}
interface ChangeRow {
  change_set_seq: number;
  position: number;
  table_name: string;
  row_key: string;
  before: string | null;
  after: string | null;
}
interface EntryRevisionRow {
  entry_id: string;
  language: Language;
  revision: number;
  text: string;
  at_ms: number;
}

export interface PersonRow extends Localized<'title'> {
  id: string;
  gender: '' | 'f' | 'm';
  country: string;
  email: string;
  phone: string;
  messenger: string;
  languages: string;
  note: string;
}
export interface PersonNameRow {
  person_id: string;
  script: Script;
  family: string;
  given: string;
  patronymic: string;
  display: string;
  source: 'entered' | 'passport' | 'generated';
  /** One of nameSchemes, or empty when not known. */
  scheme: string;
  sort_key: string;
}
interface PersonAliasRow {
  id: string;
  person_id: string;
  text: string;
  order_index: number;
}
interface PersonDistinctRow {
  person_id: string;
  other_person_id: string;
}
interface OrganizationDistinctRow {
  organization_id: string;
  other_organization_id: string;
}
export interface AgreementSignatoryRow extends Localized<'name' | 'position'> {
  id: string;
  agreement_id: string;
  attendance_id: string | null;
  person_id: string | null;
  party_id: string | null;
  order_index: number;
}
export interface OrganizationRow extends Localized<'name' | 'abbreviation' | 'city'> {
  id: string;
  kind: string;
  country: string;
  note: string;
}
interface OrganizationAliasRow {
  id: string;
  organization_id: string;
  text: string;
  order_index: number;
}
interface OrganizationRelationRow {
  id: string;
  from_organization_id: string;
  to_organization_id: string;
  kind: string;
  order_index: number;
}
export interface AffiliationRow extends Localized<'position'> {
  id: string;
  person_id: string;
  organization_id: string;
  from_date: string | null;
  to_date: string | null;
  order_index: number;
}
export interface WorkingGroupRow extends Localized<'name' | 'mandate' | 'aims' | 'tasks' | 'areas'> {
  id: string;
  founding_document: string;
}
export interface GroupSideRow extends Localized<'name'> {
  id: string;
  group_id: string;
  country: string;
  zone: string;
  lead_organization_id: string | null;
  coordinating_organization_id: string | null;
  order_index: number;
}
export interface MembershipRow {
  id: string;
  group_id: string;
  side_id: string | null;
  person_id: string | null;
  organization_id: string | null;
  role: string;
  from_date: string | null;
  to_date: string | null;
  order_index: number;
}
export interface MeetingRow extends Localized<
  'title' | 'theme' | 'framework' | 'part_of' | 'next_meeting_note' | 'note'
> {
  id: string;
  group_id: string | null;
  number: string;
  kind: string;
  format: string;
  status: string;
  minutes_kind: string;
  date: string;
  end_date: string | null;
  start_time: string | null;
  end_time: string | null;
  zone: string;
  working_languages: string;
  head_count: number | null;
  next_meeting_date: string | null;
  parent_id: string | null;
  calendar_sequence: number;
}
export interface MeetingSideRow extends Localized<'name'> {
  id: string;
  meeting_id: string;
  country: string;
  zone: string;
  lead_organization_id: string | null;
  quorum: number | null;
  order_index: number;
}
export interface MeetingVenueRow extends Localized<'city' | 'place'> {
  id: string;
  meeting_id: string;
  kind: 'main' | 'remote';
  country: string;
  order_index: number;
}
interface MeetingOrganizerRow {
  id: string;
  meeting_id: string;
  organization_id: string;
  order_index: number;
}
export interface AttendanceRow extends Localized<'name' | 'position' | 'organization'> {
  id: string;
  meeting_id: string;
  person_id: string | null;
  organization_id: string | null;
  head_count: number | null;
  side_id: string | null;
  roles: string;
  category: string;
  mode: string;
  response: string;
  presence: string;
  arrived_at: string | null;
  left_at: string | null;
  order_key: string;
}
export interface AgendaItemRow extends Localized<'title'> {
  id: string;
  meeting_id: string;
  presenter_attendance_id: string | null;
  planned_minutes: number | null;
  state: string;
  is_recurring: number;
  carried_from_id: string | null;
  order_key: string;
}
export interface EntryRow {
  id: string;
  meeting_id: string;
  agenda_item_id: string;
  kind: string;
  speaker_attendance_id: string | null;
  source_language: Language;
  at_ms: number | null;
  order_key: string;
}
export interface EntryTextRow {
  entry_id: string;
  language: Language;
  text: string;
  revision: number;
  base_revision: number | null;
  status: string;
  is_not_needed: number;
}
export interface HeadingTextRow {
  kind: HeadingKind;
  record_id: string;
  language: Language;
  revision: number;
  base_revision: number | null;
  status: string;
  is_not_needed: number;
}
export interface HeadingSourceRow {
  kind: HeadingKind;
  record_id: string;
  language: Language;
}
export interface AcceptedFindingRow {
  meeting_id: string;
  kind: TextKind;
  record_id: string;
  language: Language;
  code: string;
  detail: string;
}
export interface GlossaryConceptRow extends Localized<'area' | 'definition'> {
  id: string;
  link_kind: string | null;
  link_record_id: string | null;
  link_part: string | null;
  source: string;
  note: string;
}
export interface GlossaryTermRow {
  id: string;
  concept_id: string;
  language: Language;
  text: string;
  status: string;
  order_index: number;
}
export interface MemorySourceRow {
  id: string;
  name: string;
  units: number;
  imported_at_ms: number;
}
export interface ActionRow {
  entry_id: string;
  due: string | null;
  due_at_next_meeting: number;
  status: string;
}
export interface ActionOwnerRow {
  id: string;
  entry_id: string;
  person_id: string | null;
  organization_id: string | null;
  side_id: string | null;
  order_index: number;
}
export interface EntryMentionRow {
  entry_id: string;
  person_id: string;
}
export interface AgreementRow extends Localized<'title'> {
  id: string;
  meeting_id: string | null;
  kind: string;
  signed_on: string | null;
  several: number;
  order_key: string;
}
export interface AgreementPartyRow extends Localized<'description'> {
  id: string;
  agreement_id: string;
  organization_id: string | null;
  order_index: number;
}

/** Tables whose rows users change: each write goes through a change set. */
export interface RecordTables {
  setting: { key: string; value: string };
  person: PersonRow;
  person_name: PersonNameRow;
  person_alias: PersonAliasRow;
  affiliation: AffiliationRow;
  organization: OrganizationRow;
  organization_alias: OrganizationAliasRow;
  organization_relation: OrganizationRelationRow;
  working_group: WorkingGroupRow;
  group_side: GroupSideRow;
  membership: MembershipRow;
  meeting: MeetingRow;
  meeting_side: MeetingSideRow;
  meeting_venue: MeetingVenueRow;
  meeting_organizer: MeetingOrganizerRow;
  attendance: AttendanceRow;
  agenda_item: AgendaItemRow;
  entry: EntryRow;
  entry_text: EntryTextRow;
  entry_mention: EntryMentionRow;
  action: ActionRow;
  action_owner: ActionOwnerRow;
  agreement: AgreementRow;
  agreement_party: AgreementPartyRow;
  agreement_signatory: AgreementSignatoryRow;
  action_review: ActionReviewRow;
  version: VersionRow;
  amendment: AmendmentRow;
  circulation: CirculationRow;
  letter: LetterRow;
  letterhead: LetterheadRow;
  comment: CommentRow;
  side_agreement: SideAgreementRow;
  attachment: AttachmentRow;
  person_distinct: PersonDistinctRow;
  organization_distinct: OrganizationDistinctRow;
  heading_text: HeadingTextRow;
  heading_source: HeadingSourceRow;
  accepted_finding: AcceptedFindingRow;
  glossary_concept: GlossaryConceptRow;
  glossary_term: GlossaryTermRow;
  memory_source: MemorySourceRow;
  agreement_terms: AgreementTermsRow;
  agreement_language: AgreementLanguageRow;
  agreement_copy: AgreementCopyRow;
  agreement_renewal: AgreementRenewalRow;
  agreement_file: AgreementFileRow;
  decision: DecisionRow;
  proposal: ProposalRow;
  proposal_partner: ProposalPartnerRow;
  action_assignment: ActionAssignmentRow;
  action_assignee: ActionAssigneeRow;
  status_report: StatusReportRow;
  record_link: RecordLinkRow;
  area: AreaRow;
  record_area: RecordAreaRow;
}
export type RecordTable = keyof RecordTables;

export interface Schema extends RecordTables {
  change_set: ChangeSetRow;
  change: ChangeRow;
  entry_revision: EntryRevisionRow;
  export_log: ExportLogRow;
}
