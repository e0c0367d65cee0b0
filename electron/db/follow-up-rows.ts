import type { Language } from '#shared/domain/language.ts';

type Localized<Name extends string> = Record<`${Name}_${Language}`, string>;

/* Rows of what comes of meetings: decisions, proposals, agreements, actions as they stand now. */

export interface AgreementTermsRow extends Localized<'place'> {
  agreement_id: string;
  number: string;
  authenticity: string;
  authentic_language: Language | null;
  valid_from: string | null;
  valid_to: string | null;
  renewal: string;
  renewal_months: number | null;
  notice_days: number | null;
  state: string;
  state_on: string | null;
  replaced_by_agreement_id: string | null;
  note: string;
}
export interface AgreementLanguageRow {
  agreement_id: string;
  language: Language;
  standing: string;
}
export interface AgreementCopyRow {
  id: string;
  agreement_id: string;
  keeper_party_id: string | null;
  languages: string;
  signing_order: string;
  order_index: number;
}
export interface AgreementRenewalRow {
  id: string;
  agreement_id: string;
  renewed_on: string;
  valid_to: string | null;
  note: string;
}
export interface AgreementFileRow {
  id: string;
  agreement_id: string;
  kind: string;
  language: Language | null;
  name: string;
  media_type: string;
  size_bytes: number;
  sha256: string;
  added_at_ms: number;
}
export interface DecisionRow {
  entry_id: string;
  state: string;
  state_on: string | null;
  replaced_by_entry_id: string | null;
}
export interface ProposalRow extends Localized<'funding'> {
  entry_id: string;
  stage: string;
  stage_on: string | null;
  decision_entry_id: string | null;
  project: string;
}
export interface ProposalPartnerRow {
  id: string;
  entry_id: string;
  organization_id: string;
  order_index: number;
}
export interface ActionAssignmentRow {
  entry_id: string;
  due: string | null;
  due_at_next_meeting: number;
}
export interface ActionAssigneeRow {
  id: string;
  entry_id: string;
  person_id: string | null;
  organization_id: string | null;
  side_id: string | null;
  order_index: number;
}
export interface StatusReportRow {
  id: string;
  kind: string;
  record_id: string;
  reported_on: string;
  state: string;
  reporter_person_id: string | null;
  reporter: string;
  meeting_id: string | null;
  note: string;
  recorded_at_ms: number;
}
export interface RecordLinkRow {
  from_kind: string;
  from_id: string;
  to_kind: string;
  to_id: string;
}
export interface AreaRow extends Localized<'name'> {
  id: string;
}
export interface RecordAreaRow {
  kind: string;
  record_id: string;
  area_id: string;
}
