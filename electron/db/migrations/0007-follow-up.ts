/**
 * Version 7: what came of it. Everything here stands beside the minutes, which may be agreed and locked: states of
 * decisions and proposals, status reports, what is owned and due now, terms and files of agreements, links, areas.
 */
export const followUp = `
-- An agreement may have been signed outside every meeting that is known here, and by people whom none attended.
CREATE TABLE agreement_next (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT REFERENCES meeting (id),
  kind TEXT NOT NULL,
  title_en TEXT NOT NULL, title_ru TEXT NOT NULL, title_zh TEXT NOT NULL,
  signed_on TEXT, -- null: not named
  several INTEGER NOT NULL CHECK (several IN (0, 1)),
  order_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_party_next (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement_next (id),
  organization_id TEXT REFERENCES organization (id), -- null: only described
  description_en TEXT NOT NULL, description_ru TEXT NOT NULL, description_zh TEXT NOT NULL,
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_signatory_next (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement_next (id),
  attendance_id TEXT REFERENCES attendance (id), -- null: name and position stand here
  person_id TEXT REFERENCES person (id), -- with no attendance only; null: not in the register, or deleted since
  party_id TEXT REFERENCES agreement_party_next (id), -- for whom; null: not said
  -- The defaults are for rows that come back from changes of earlier versions.
  name_en TEXT NOT NULL DEFAULT '', name_ru TEXT NOT NULL DEFAULT '', name_zh TEXT NOT NULL DEFAULT '',
  position_en TEXT NOT NULL DEFAULT '', position_ru TEXT NOT NULL DEFAULT '', position_zh TEXT NOT NULL DEFAULT '',
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO agreement_next SELECT id, meeting_id, kind, title_en, title_ru, title_zh, signed_on, several, order_key FROM agreement;
INSERT INTO agreement_party_next
  SELECT id, agreement_id, organization_id, description_en, description_ru, description_zh, order_index FROM agreement_party;
INSERT INTO agreement_signatory_next
  SELECT id, agreement_id, attendance_id, NULL, NULL, '', '', '', '', '', '', order_index FROM agreement_signatory;
DROP TABLE agreement_signatory;
DROP TABLE agreement_party;
DROP TABLE agreement;
ALTER TABLE agreement_next RENAME TO agreement;
ALTER TABLE agreement_party_next RENAME TO agreement_party;
ALTER TABLE agreement_signatory_next RENAME TO agreement_signatory;
CREATE INDEX agreement_meeting ON agreement (meeting_id, order_key);
CREATE INDEX agreement_party_agreement ON agreement_party (agreement_id);
CREATE INDEX agreement_party_organization ON agreement_party (organization_id);
CREATE INDEX agreement_signatory_agreement ON agreement_signatory (agreement_id);
CREATE INDEX agreement_signatory_attendance ON agreement_signatory (attendance_id);
CREATE INDEX agreement_signatory_person ON agreement_signatory (person_id);
CREATE INDEX agreement_signatory_party ON agreement_signatory (party_id);

-- Without a row: no number, no place, nothing said of languages, no end, in force.
CREATE TABLE agreement_terms (
  agreement_id TEXT PRIMARY KEY NOT NULL REFERENCES agreement (id),
  number TEXT NOT NULL,
  place_en TEXT NOT NULL, place_ru TEXT NOT NULL, place_zh TEXT NOT NULL,
  authenticity TEXT NOT NULL CHECK (authenticity IN ('unsaid', 'equal', 'prevails', 'sole')),
  authentic_language TEXT, -- with prevails and sole
  valid_from TEXT,
  valid_to TEXT, -- last day, as first agreed; null: without an end. Renewals stand in agreement_renewal
  renewal TEXT NOT NULL CHECK (renewal IN ('none', 'automatic', 'by_agreement')),
  renewal_months INTEGER, -- with automatic
  notice_days INTEGER, -- before the end; null: no reminder
  state TEXT NOT NULL CHECK (state IN ('standing', 'terminated', 'replaced')),
  state_on TEXT,
  replaced_by_agreement_id TEXT REFERENCES agreement (id),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_terms_replaced ON agreement_terms (replaced_by_agreement_id);

CREATE TABLE agreement_language (
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  language TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('authentic', 'working', 'translation')),
  PRIMARY KEY (agreement_id, language)
) STRICT, WITHOUT ROWID;

-- One signed copy: who keeps it, and in which order the parties sign it (alternat).
CREATE TABLE agreement_copy (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  keeper_party_id TEXT REFERENCES agreement_party (id),
  languages TEXT NOT NULL, -- JSON array
  signing_order TEXT NOT NULL, -- JSON array of party ids
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_copy_agreement ON agreement_copy (agreement_id, order_index);
CREATE INDEX agreement_copy_keeper ON agreement_copy (keeper_party_id);

CREATE TABLE agreement_renewal (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  renewed_on TEXT NOT NULL,
  valid_to TEXT, -- null: without an end from now on
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_renewal_agreement ON agreement_renewal (agreement_id, renewed_on);

-- The content stands with that of attachments, by its hash.
CREATE TABLE agreement_file (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  kind TEXT NOT NULL CHECK (kind IN ('scan', 'text', 'annex')),
  language TEXT, -- null: none, or several
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  added_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_file_agreement ON agreement_file (agreement_id, added_at_ms);

-- Without a row: in force.
CREATE TABLE decision (
  entry_id TEXT PRIMARY KEY NOT NULL REFERENCES entry (id),
  state TEXT NOT NULL CHECK (state IN ('in_force', 'fulfilled', 'superseded')),
  state_on TEXT,
  replaced_by_entry_id TEXT REFERENCES entry (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_replaced ON decision (replaced_by_entry_id);

-- Without a row: proposed, and nothing more is known.
CREATE TABLE proposal (
  entry_id TEXT PRIMARY KEY NOT NULL REFERENCES entry (id),
  stage TEXT NOT NULL CHECK (stage IN ('proposed', 'under_review', 'adopted', 'declined', 'withdrawn', 'project')),
  stage_on TEXT,
  decision_entry_id TEXT REFERENCES entry (id), -- adopted as
  funding_en TEXT NOT NULL, funding_ru TEXT NOT NULL, funding_zh TEXT NOT NULL,
  project TEXT NOT NULL -- its number or name, once it became one
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_decision ON proposal (decision_entry_id);

CREATE TABLE proposal_partner (
  id TEXT PRIMARY KEY NOT NULL,
  entry_id TEXT NOT NULL REFERENCES entry (id),
  organization_id TEXT NOT NULL REFERENCES organization (id),
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_partner_entry ON proposal_partner (entry_id, order_index);
CREATE INDEX proposal_partner_organization ON proposal_partner (organization_id);

-- Who owns an action and when it is due now, where that is no longer what the minutes say.
CREATE TABLE action_assignment (
  entry_id TEXT PRIMARY KEY NOT NULL REFERENCES entry (id),
  due TEXT,
  due_at_next_meeting INTEGER NOT NULL CHECK (due_at_next_meeting IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE action_assignee (
  id TEXT PRIMARY KEY NOT NULL,
  entry_id TEXT NOT NULL REFERENCES entry (id),
  person_id TEXT REFERENCES person (id),
  organization_id TEXT REFERENCES organization (id),
  side_id TEXT REFERENCES meeting_side (id),
  order_index INTEGER NOT NULL,
  CHECK ((person_id IS NOT NULL) + (organization_id IS NOT NULL) + (side_id IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_assignee_entry ON action_assignee (entry_id, order_index);
CREATE INDEX action_assignee_person ON action_assignee (person_id);
CREATE INDEX action_assignee_organization ON action_assignee (organization_id);
CREATE INDEX action_assignee_side ON action_assignee (side_id);

-- What somebody said about how things stand: of an action, a decision, a proposal (their entries) or an agreement.
CREATE TABLE status_report (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('action', 'decision', 'proposal', 'agreement')),
  record_id TEXT NOT NULL,
  reported_on TEXT NOT NULL,
  state TEXT NOT NULL, -- status, state or stage as of then
  reporter_person_id TEXT REFERENCES person (id),
  reporter TEXT NOT NULL, -- as written; with a person, as they were called then
  meeting_id TEXT REFERENCES meeting (id), -- at which it was said; null: outside a meeting
  note TEXT NOT NULL,
  recorded_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX status_report_record ON status_report (kind, record_id, reported_on);
CREATE INDEX status_report_person ON status_report (reporter_person_id);
CREATE INDEX status_report_meeting ON status_report (meeting_id);

-- From the weaker to the stronger: decision to action, decision or proposal to agreement, group to the agreement it was founded by.
CREATE TABLE record_link (
  from_kind TEXT NOT NULL CHECK (from_kind IN ('decision', 'proposal', 'group')),
  from_id TEXT NOT NULL,
  to_kind TEXT NOT NULL CHECK (to_kind IN ('action', 'agreement')),
  to_id TEXT NOT NULL,
  PRIMARY KEY (from_kind, from_id, to_kind, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_link_to ON record_link (to_kind, to_id);

CREATE TABLE area (
  id TEXT PRIMARY KEY NOT NULL,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE record_area (
  kind TEXT NOT NULL CHECK (kind IN ('meeting', 'entry', 'agreement', 'group')),
  record_id TEXT NOT NULL,
  area_id TEXT NOT NULL REFERENCES area (id),
  PRIMARY KEY (kind, record_id, area_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_area_area ON record_area (area_id);

ALTER TABLE working_group ADD COLUMN mandate_en TEXT NOT NULL DEFAULT '';
ALTER TABLE working_group ADD COLUMN mandate_ru TEXT NOT NULL DEFAULT '';
ALTER TABLE working_group ADD COLUMN mandate_zh TEXT NOT NULL DEFAULT '';
`;
