import type { Language } from '#shared/domain/language.ts';

/* Rows of what happens before and after a meeting: letters, circulation, agreement, files. */

export interface ActionReviewRow {
  meeting_id: string;
  entry_id: string;
  order_index: number;
}
export interface VersionRow {
  id: string;
  meeting_id: string;
  number: number;
  at_ms: number;
  purpose: string;
  reason: string;
  content_sha256: string;
  agreed_at_ms: number | null;
}
export interface AmendmentRow {
  id: string;
  meeting_id: string;
  base_version_id: string | null;
  reason: string;
  opened_at_ms: number;
  closed_at_ms: number | null;
  version_id: string | null;
}
export interface CirculationRow {
  id: string;
  meeting_id: string;
  version_id: string;
  opened_at_ms: number;
  comments_due: string | null;
  note: string;
  closed_at_ms: number | null;
  outcome: string;
}
export interface LetterRow {
  id: string;
  meeting_id: string;
  circulation_id: string | null;
  kind: string;
  attendance_id: string | null;
  name: string;
  email: string;
  language: Language;
  due: string | null;
  note: string;
  drafted_at_ms: number;
  sent_at_ms: number | null;
  draft_sha256: string;
}
export interface LetterheadRow {
  organization_id: string;
  address_en: string;
  address_ru: string;
  address_zh: string;
  phone: string;
  email: string;
  website: string;
  logo_sha256: string;
  logo_media_type: string;
  logo_width: number;
  logo_height: number;
  template_sha256: string;
  template_name: string;
}
/** Outside the change sets. */
export interface ExportLogRow {
  id: string;
  meeting_id: string;
  at_ms: number;
  kind: string;
  format: string;
  options: string;
  languages: string;
  keeper_side_id: string | null;
  letter_id: string | null;
  version_number: number | null;
  name: string;
  media_type: string;
  sha256: string;
  size_bytes: number;
  pages: number | null;
}
export interface CommentRow {
  id: string;
  meeting_id: string;
  circulation_id: string | null;
  entry_id: string | null;
  language: Language;
  quote: string;
  author: string;
  side_id: string | null;
  text: string;
  received_at_ms: number;
  source: string;
  source_key: string;
  state: string;
  reason: string;
  settled_at_ms: number | null;
}
export interface SideAgreementRow {
  id: string;
  meeting_id: string;
  version_id: string;
  side_id: string | null;
  agreed_on: string;
  by_attendance_id: string | null;
  by_name: string;
  manner: string;
  note: string;
}
export interface AttachmentRow {
  id: string;
  meeting_id: string;
  agenda_item_id: string | null;
  version_id: string | null;
  kind: string;
  language: string;
  name: string;
  media_type: string;
  size_bytes: number;
  sha256: string;
  added_at_ms: number;
}
