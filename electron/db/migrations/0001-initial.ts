/**
 * Version 1. A released migration is never edited; changes come as the next number. Tables of long rows (texts, images)
 * have a rowid: in a WITHOUT ROWID table long rows spill and the tree grows deep (sqlite.org/withoutrowid.html).
 */
export const initial = `
CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE change_set (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'fixed')),
  target_seq INTEGER,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone'))
) STRICT;
CREATE INDEX change_set_stack ON change_set (kind, state, seq);

CREATE TABLE change (
  change_set_seq INTEGER NOT NULL REFERENCES change_set (seq),
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (change_set_seq, position)
) STRICT;
CREATE INDEX change_row ON change (table_name, row_key, change_set_seq);

CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  gender TEXT NOT NULL CHECK (gender IN ('', 'f', 'm')),
  title_en TEXT NOT NULL, title_ru TEXT NOT NULL, title_zh TEXT NOT NULL,
  country TEXT NOT NULL,
  email TEXT NOT NULL, phone TEXT NOT NULL, messenger TEXT NOT NULL,
  languages TEXT NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_name (
  person_id TEXT NOT NULL REFERENCES person (id),
  script TEXT NOT NULL CHECK (script IN ('latin', 'cyrillic', 'han')),
  family TEXT NOT NULL, given TEXT NOT NULL, patronymic TEXT NOT NULL,
  display TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('entered', 'passport', 'generated')),
  sort_key TEXT NOT NULL,
  PRIMARY KEY (person_id, script)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_alias (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX person_alias_person ON person_alias (person_id);

CREATE TABLE organization (
  id TEXT PRIMARY KEY NOT NULL,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_zh TEXT NOT NULL,
  abbreviation_en TEXT NOT NULL, abbreviation_ru TEXT NOT NULL, abbreviation_zh TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT NOT NULL,
  city_en TEXT NOT NULL, city_ru TEXT NOT NULL, city_zh TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organization_alias (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  text TEXT NOT NULL,
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_alias_organization ON organization_alias (organization_id);

CREATE TABLE organization_relation (
  id TEXT PRIMARY KEY NOT NULL,
  from_organization_id TEXT NOT NULL REFERENCES organization (id),
  to_organization_id TEXT NOT NULL REFERENCES organization (id),
  kind TEXT NOT NULL CHECK (kind IN ('part_of', 'founder', 'co_founder', 'member', 'partner')),
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_relation_from ON organization_relation (from_organization_id);
CREATE INDEX organization_relation_to ON organization_relation (to_organization_id);

CREATE TABLE affiliation (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  organization_id TEXT NOT NULL REFERENCES organization (id),
  position_en TEXT NOT NULL, position_ru TEXT NOT NULL, position_zh TEXT NOT NULL,
  from_date TEXT, -- null: not known
  to_date TEXT, -- null: still holds
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX affiliation_person ON affiliation (person_id);
CREATE INDEX affiliation_organization ON affiliation (organization_id);

CREATE TABLE working_group (
  id TEXT PRIMARY KEY NOT NULL,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_zh TEXT NOT NULL,
  aims_en TEXT NOT NULL, aims_ru TEXT NOT NULL, aims_zh TEXT NOT NULL,
  tasks_en TEXT NOT NULL, tasks_ru TEXT NOT NULL, tasks_zh TEXT NOT NULL,
  areas_en TEXT NOT NULL, areas_ru TEXT NOT NULL, areas_zh TEXT NOT NULL,
  founding_document TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE group_side (
  id TEXT PRIMARY KEY NOT NULL,
  group_id TEXT NOT NULL REFERENCES working_group (id),
  country TEXT NOT NULL,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_zh TEXT NOT NULL,
  zone TEXT NOT NULL,
  lead_organization_id TEXT REFERENCES organization (id), -- null: not named
  coordinating_organization_id TEXT REFERENCES organization (id), -- null: not named
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX group_side_group ON group_side (group_id);

CREATE TABLE membership (
  id TEXT PRIMARY KEY NOT NULL,
  group_id TEXT NOT NULL REFERENCES working_group (id),
  side_id TEXT REFERENCES group_side (id), -- null: of neither side
  person_id TEXT REFERENCES person (id),
  organization_id TEXT REFERENCES organization (id),
  role TEXT NOT NULL,
  from_date TEXT,
  to_date TEXT,
  order_index INTEGER NOT NULL,
  CHECK ((person_id IS NULL) <> (organization_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_group ON membership (group_id);
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_organization ON membership (organization_id);

CREATE TABLE meeting (
  id TEXT PRIMARY KEY NOT NULL,
  group_id TEXT REFERENCES working_group (id), -- null: no standing group
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('in_person', 'online', 'hybrid')),
  status TEXT NOT NULL CHECK (status IN ('planned', 'live', 'draft', 'circulated', 'agreed', 'amended')),
  minutes_kind TEXT NOT NULL,
  title_en TEXT NOT NULL, title_ru TEXT NOT NULL, title_zh TEXT NOT NULL,
  theme_en TEXT NOT NULL, theme_ru TEXT NOT NULL, theme_zh TEXT NOT NULL,
  framework_en TEXT NOT NULL, framework_ru TEXT NOT NULL, framework_zh TEXT NOT NULL,
  date TEXT NOT NULL,
  end_date TEXT,
  start_time TEXT, -- wall clock in zone; null: the source names none
  end_time TEXT,
  zone TEXT NOT NULL,
  working_languages TEXT NOT NULL, -- JSON array of language codes
  head_count INTEGER, -- as stated by the organisers; null: not stated
  part_of_en TEXT NOT NULL, part_of_ru TEXT NOT NULL, part_of_zh TEXT NOT NULL,
  next_meeting_date TEXT,
  next_meeting_note_en TEXT NOT NULL, next_meeting_note_ru TEXT NOT NULL, next_meeting_note_zh TEXT NOT NULL,
  note_en TEXT NOT NULL, note_ru TEXT NOT NULL, note_zh TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_date ON meeting (date);
CREATE INDEX meeting_group ON meeting (group_id);

CREATE TABLE meeting_side (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  country TEXT NOT NULL,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_zh TEXT NOT NULL,
  zone TEXT NOT NULL,
  lead_organization_id TEXT REFERENCES organization (id), -- null: not named
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_side_meeting ON meeting_side (meeting_id);

CREATE TABLE meeting_venue (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  kind TEXT NOT NULL CHECK (kind IN ('main', 'remote')),
  city_en TEXT NOT NULL, city_ru TEXT NOT NULL, city_zh TEXT NOT NULL,
  place_en TEXT NOT NULL, place_ru TEXT NOT NULL, place_zh TEXT NOT NULL,
  country TEXT NOT NULL,
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_venue_meeting ON meeting_venue (meeting_id);

CREATE TABLE meeting_organizer (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  organization_id TEXT NOT NULL REFERENCES organization (id),
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_organizer_meeting ON meeting_organizer (meeting_id);
CREATE INDEX meeting_organizer_organization ON meeting_organizer (organization_id);

CREATE TABLE attendance (
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
  presence TEXT NOT NULL CHECK (presence IN ('present', 'excused', 'absent', 'proxy')),
  arrived_at TEXT,
  left_at TEXT,
  name_en TEXT NOT NULL, name_ru TEXT NOT NULL, name_zh TEXT NOT NULL,
  position_en TEXT NOT NULL, position_ru TEXT NOT NULL, position_zh TEXT NOT NULL,
  organization_en TEXT NOT NULL, organization_ru TEXT NOT NULL, organization_zh TEXT NOT NULL,
  order_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_meeting ON attendance (meeting_id, order_key);
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_organization ON attendance (organization_id);

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  title_en TEXT NOT NULL, title_ru TEXT NOT NULL, title_zh TEXT NOT NULL,
  presenter_attendance_id TEXT REFERENCES attendance (id), -- null: not named
  planned_minutes INTEGER, -- null: no plan
  state TEXT NOT NULL CHECK (state IN ('open', 'discussed', 'postponed')),
  order_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, order_key);

CREATE TABLE entry (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  agenda_item_id TEXT NOT NULL REFERENCES agenda_item (id),
  kind TEXT NOT NULL CHECK (kind IN ('speech', 'note', 'proposal', 'decision', 'action')),
  speaker_attendance_id TEXT REFERENCES attendance (id), -- null: not named (yet)
  source_language TEXT NOT NULL,
  at_ms INTEGER, -- UTC; null: not known
  order_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_meeting ON entry (meeting_id, order_key);
CREATE INDEX entry_agenda_item ON entry (agenda_item_id, order_key);
CREATE INDEX entry_speaker ON entry (speaker_attendance_id);
CREATE INDEX entry_kind ON entry (kind, meeting_id);

CREATE TABLE entry_text (
  entry_id TEXT NOT NULL REFERENCES entry (id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  revision INTEGER NOT NULL,
  base_revision INTEGER, -- null: this is the source text
  status TEXT NOT NULL CHECK (status IN ('draft', 'reviewed')),
  PRIMARY KEY (entry_id, language)
) STRICT;

-- Append-only: what was ever written stays, also when its entry is gone or its change set was undone.
CREATE TABLE entry_revision (
  entry_id TEXT NOT NULL,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (entry_id, language, revision)
) STRICT;

CREATE TABLE action (
  entry_id TEXT PRIMARY KEY NOT NULL REFERENCES entry (id),
  due TEXT, -- null: no date named
  due_at_next_meeting INTEGER NOT NULL CHECK (due_at_next_meeting IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'done', 'cancelled'))
) STRICT, WITHOUT ROWID;

CREATE TABLE action_owner (
  id TEXT PRIMARY KEY NOT NULL,
  entry_id TEXT NOT NULL REFERENCES action (entry_id),
  person_id TEXT REFERENCES person (id),
  organization_id TEXT REFERENCES organization (id),
  side_id TEXT REFERENCES meeting_side (id),
  order_index INTEGER NOT NULL,
  CHECK ((person_id IS NOT NULL) + (organization_id IS NOT NULL) + (side_id IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_owner_entry ON action_owner (entry_id);
CREATE INDEX action_owner_person ON action_owner (person_id);
CREATE INDEX action_owner_organization ON action_owner (organization_id);

CREATE TABLE agreement (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  kind TEXT NOT NULL,
  title_en TEXT NOT NULL, title_ru TEXT NOT NULL, title_zh TEXT NOT NULL,
  signed_on TEXT, -- null: not named
  several INTEGER NOT NULL CHECK (several IN (0, 1)),
  order_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_meeting ON agreement (meeting_id, order_key);

CREATE TABLE agreement_party (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  organization_id TEXT REFERENCES organization (id), -- null: only described
  description_en TEXT NOT NULL, description_ru TEXT NOT NULL, description_zh TEXT NOT NULL,
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_party_agreement ON agreement_party (agreement_id);
CREATE INDEX agreement_party_organization ON agreement_party (organization_id);
`;
