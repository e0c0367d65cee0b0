/** Version 5: letterheads, the journal of what was handed out, and letters that carry any document. */
export const documentsOut = `
CREATE TABLE letterhead (
  organization_id TEXT PRIMARY KEY NOT NULL REFERENCES organization (id),
  address_en TEXT NOT NULL, address_ru TEXT NOT NULL, address_zh TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  website TEXT NOT NULL,
  logo_sha256 TEXT NOT NULL, -- of its content in stored_file; empty: none, and so the three after it
  logo_media_type TEXT NOT NULL,
  logo_width INTEGER NOT NULL, -- pixels
  logo_height INTEGER NOT NULL,
  template_sha256 TEXT NOT NULL, -- a DOCX of the organisation's own; empty: none
  template_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Outside the change sets: what has left the house is not undone. Its content is in stored_file by its hash.
CREATE TABLE export_log (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL, -- no reference: the journal outlives the meeting
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  options TEXT NOT NULL, -- JSON, as asked for: layout, languages and the rest
  languages TEXT NOT NULL, -- JSON array, of this file
  keeper_side_id TEXT, -- null: not one of several copies
  letter_id TEXT, -- of a draft
  version_number INTEGER, -- null: a text that is kept as no version
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  pages INTEGER -- null: only the reader's program knows
) STRICT, WITHOUT ROWID;
CREATE INDEX export_log_meeting ON export_log (meeting_id, at_ms);

-- A CHECK cannot be altered: the table is written anew with one kind more (sqlite.org/lang_altertable.html#otheralter).
CREATE TABLE letter_new (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  circulation_id TEXT REFERENCES circulation (id), -- null: about the meeting, not about its minutes
  kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'circulation', 'circulation_reminder', 'agreed', 'documents')),
  attendance_id TEXT, -- no reference: the letter stays when the participant is removed; null: somebody else
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  due TEXT, -- answer or comments wanted by; null: no date
  note TEXT NOT NULL,
  drafted_at_ms INTEGER NOT NULL,
  sent_at_ms INTEGER, -- null: not sent, as far as the user has said
  -- Of the draft as it was handed out, in stored_file; several letters may share one. Empty: not kept. What was done in an
  -- earlier version is undone and redone without a word of it.
  draft_sha256 TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
INSERT INTO letter_new SELECT
  id, meeting_id, circulation_id, kind, attendance_id, name, email, language, due, note, drafted_at_ms, sent_at_ms, ''
  FROM letter;
DROP TABLE letter;
ALTER TABLE letter_new RENAME TO letter;
CREATE INDEX letter_meeting ON letter (meeting_id);
CREATE INDEX letter_circulation ON letter (circulation_id);
`;
