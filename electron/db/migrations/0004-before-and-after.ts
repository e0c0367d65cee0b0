/** Version 4: what happens before and after the hour in the hall: preparation, letters, circulation, agreement, files. */
export const beforeAndAfter = `
ALTER TABLE meeting ADD COLUMN parent_id TEXT REFERENCES meeting (id); -- null: stands alone, or is itself the event
ALTER TABLE meeting ADD COLUMN calendar_sequence INTEGER NOT NULL DEFAULT 0; -- SEQUENCE of its calendar entry (RFC 5546)
CREATE INDEX meeting_parent ON meeting (parent_id);

ALTER TABLE agenda_item ADD COLUMN is_recurring INTEGER NOT NULL DEFAULT 0 CHECK (is_recurring IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN carried_from_id TEXT; -- null: new here; else an item of an earlier meeting, which may be gone

-- A CHECK cannot be altered: the table is written anew with one presence more (sqlite.org/lang_altertable.html#otheralter).
CREATE TABLE attendance_new (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  person_id TEXT REFERENCES person (id), -- null: a delegation, or a guest who is not in the register
  organization_id TEXT REFERENCES organization (id),
  head_count INTEGER, -- null: not a delegation, or not counted
  side_id TEXT REFERENCES meeting_side (id), -- null: of neither side
  roles TEXT NOT NULL, -- JSON array
  category TEXT NOT NULL CHECK (category IN ('participant', 'in_attendance')),
  mode TEXT NOT NULL CHECK (mode IN ('in_person', 'online')),
  response TEXT NOT NULL CHECK (response IN ('none', 'invited', 'confirmed', 'declined')),
  presence TEXT NOT NULL CHECK (presence IN ('expected', 'present', 'excused', 'absent', 'proxy')),
  arrived_at TEXT,
  left_at TEXT,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_zh TEXT NOT NULL,
  position_en TEXT NOT NULL, position_ru TEXT NOT NULL, position_zh TEXT NOT NULL,
  organization_en TEXT NOT NULL, organization_ru TEXT NOT NULL, organization_zh TEXT NOT NULL,
  order_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO attendance_new SELECT
  id, meeting_id, person_id, organization_id, head_count, side_id, roles, category, mode, response, presence,
  arrived_at, left_at, name_en, name_ru, name_zh, position_en, position_ru, position_zh,
  organization_en, organization_ru, organization_zh, order_key FROM attendance;
DROP TABLE attendance;
ALTER TABLE attendance_new RENAME TO attendance;
CREATE INDEX attendance_meeting ON attendance (meeting_id, order_key);
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_organization ON attendance (organization_id);

-- Actions of earlier meetings that stand on the table of this one.
CREATE TABLE action_review (
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  entry_id TEXT NOT NULL, -- no reference: an action that is removed leaves the list, and comes back with undo
  order_index INTEGER NOT NULL,
  PRIMARY KEY (meeting_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_review_entry ON action_review (entry_id);

-- The text of the minutes as it stood at one moment; its record file is an attachment of kind 'version_record'.
CREATE TABLE version (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  number INTEGER NOT NULL, -- 1, 2, 3 … in the meeting
  at_ms INTEGER NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('circulation', 'signature', 'import')),
  reason TEXT NOT NULL, -- of an amendment or of a new text; may be empty
  content_sha256 TEXT NOT NULL,
  agreed_at_ms INTEGER, -- null: not agreed
  UNIQUE (meeting_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE amendment (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  base_version_id TEXT REFERENCES version (id), -- null: agreed elsewhere, no version was kept here
  reason TEXT NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER, -- null: under way
  version_id TEXT REFERENCES version (id) -- null: under way, or dropped
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_meeting ON amendment (meeting_id);

CREATE TABLE circulation (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  version_id TEXT NOT NULL REFERENCES version (id),
  opened_at_ms INTEGER NOT NULL,
  comments_due TEXT, -- null: no date set
  note TEXT NOT NULL,
  closed_at_ms INTEGER, -- null: under way
  outcome TEXT NOT NULL CHECK (outcome IN ('', 'closed', 'withdrawn', 'agreed'))
) STRICT, WITHOUT ROWID;
CREATE INDEX circulation_meeting ON circulation (meeting_id);

-- A letter to one recipient as it was drafted; the program never sends, the user says what was sent.
CREATE TABLE letter (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  circulation_id TEXT REFERENCES circulation (id), -- null: about the meeting, not about its minutes
  kind TEXT NOT NULL CHECK (kind IN ('invitation', 'reminder', 'circulation', 'circulation_reminder', 'agreed')),
  attendance_id TEXT, -- no reference: the letter stays when the participant is removed; null: somebody else
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  due TEXT, -- answer or comments wanted by; null: no date
  note TEXT NOT NULL,
  drafted_at_ms INTEGER NOT NULL,
  sent_at_ms INTEGER -- null: not sent, as far as the user has said
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_meeting ON letter (meeting_id);
CREATE INDEX letter_circulation ON letter (circulation_id);

CREATE TABLE comment (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  circulation_id TEXT REFERENCES circulation (id), -- null: made outside a circulation
  entry_id TEXT, -- no reference: a comment outlives its row; null: on the minutes as a whole
  language TEXT NOT NULL,
  quote TEXT NOT NULL, -- the words commented on, as they stood; may be empty
  author TEXT NOT NULL,
  side_id TEXT REFERENCES meeting_side (id), -- null: of neither side, or not known
  text TEXT NOT NULL,
  received_at_ms INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('typed', 'docx')),
  source_key TEXT NOT NULL, -- of a file's comment: the same file read twice adds nothing; empty when typed
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined')),
  reason TEXT NOT NULL,
  settled_at_ms INTEGER -- null: open
) STRICT, WITHOUT ROWID;
CREATE INDEX comment_meeting ON comment (meeting_id);

-- A side said that a version is its text, too.
CREATE TABLE side_agreement (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  version_id TEXT NOT NULL REFERENCES version (id),
  side_id TEXT REFERENCES meeting_side (id), -- null: a meeting without sides, for which its chair agrees
  agreed_on TEXT NOT NULL,
  by_attendance_id TEXT, -- no reference; null: somebody who was not there
  by_name TEXT NOT NULL,
  manner TEXT NOT NULL CHECK (manner IN ('signature', 'letter', 'email', 'messenger', 'spoken')),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX side_agreement_meeting ON side_agreement (meeting_id);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  agenda_item_id TEXT REFERENCES agenda_item (id), -- null: of the meeting as a whole
  version_id TEXT REFERENCES version (id), -- null: not made from a version
  kind TEXT NOT NULL CHECK (kind IN ('document', 'scan', 'version_record', 'version_pdf', 'version_docx')),
  language TEXT NOT NULL, -- code, or empty: none or several
  name TEXT NOT NULL, -- file name with its extension
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL, -- of the content, lower-case hex
  added_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_meeting ON attachment (meeting_id);
CREATE INDEX attachment_agenda_item ON attachment (agenda_item_id);
CREATE INDEX attachment_version ON attachment (version_id);

-- Outside the change sets: content is only ever added, named by its hash, so that undo finds it again. In pieces, so
-- that a scan of 100 MB is neither written nor read in one breath.
CREATE TABLE stored_file (
  sha256 TEXT NOT NULL,
  position INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, position)
) STRICT;
`;
