/** Version 6: the state of every text, headings as well as rows; glossary, translation memory, hand-overs to translators. */
export const reviewAndTranslate = `
ALTER TABLE entry_text ADD COLUMN is_not_needed INTEGER NOT NULL DEFAULT 0 CHECK (is_not_needed IN (0, 1));

-- The texts themselves stand with their records. Without a row here: revision 0, current, draft.
CREATE TABLE heading_text (
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  base_revision INTEGER, -- as in entry_text
  status TEXT NOT NULL CHECK (status IN ('draft', 'reviewed')),
  is_not_needed INTEGER NOT NULL CHECK (is_not_needed IN (0, 1)),
  PRIMARY KEY (kind, record_id, language)
) STRICT, WITHOUT ROWID;

-- Where nobody has said it, the first of the meeting's working languages in which the heading is written.
CREATE TABLE heading_source (
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  language TEXT NOT NULL,
  PRIMARY KEY (kind, record_id)
) STRICT, WITHOUT ROWID;

-- Append-only, as entry_revision.
CREATE TABLE heading_revision (
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  text TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (kind, record_id, language, revision)
) STRICT;

CREATE TABLE accepted_finding (
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  language TEXT NOT NULL,
  code TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (meeting_id, kind, record_id, language, code, detail)
) STRICT, WITHOUT ROWID;

-- Outside the change sets: what has left the house is not undone.
CREATE TABLE hand_over (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL, -- no reference: the file may come back after the meeting is gone
  source_language TEXT NOT NULL,
  target_language TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  texts TEXT NOT NULL -- JSON array: kind, id, code, source, target as handed over
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_over_meeting ON hand_over (meeting_id, at_ms);

CREATE TABLE glossary_concept (
  id TEXT PRIMARY KEY NOT NULL,
  link_kind TEXT CHECK (link_kind IN ('organization', 'office', 'area', 'agreement')), -- null: stands for itself, and so the two after it
  link_record_id TEXT, -- no reference: the concept outlives the record
  link_part TEXT,
  area_en TEXT NOT NULL, area_ru TEXT NOT NULL, area_zh TEXT NOT NULL,
  definition_en TEXT NOT NULL, definition_ru TEXT NOT NULL, definition_zh TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX glossary_concept_link ON glossary_concept (link_kind, link_record_id, link_part);

CREATE TABLE glossary_term (
  id TEXT PRIMARY KEY NOT NULL,
  concept_id TEXT NOT NULL REFERENCES glossary_concept (id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('preferred', 'allowed', 'forbidden')),
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX glossary_term_concept ON glossary_term (concept_id, order_index);

-- A TMX file that was taken in. Its units lie outside the change sets; they count as long as this row is here.
CREATE TABLE memory_source (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  units INTEGER NOT NULL,
  imported_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived from agreed meetings (meeting_id), or read from a file (source_id): exactly one of the two.
CREATE TABLE memory_unit (
  id INTEGER PRIMARY KEY NOT NULL,
  source_id TEXT,
  meeting_id TEXT,
  date TEXT NOT NULL, -- of the meeting, or of the unit in its file; may be empty
  text_en TEXT NOT NULL, text_ru TEXT NOT NULL, text_zh TEXT NOT NULL, -- empty: none
  CHECK ((source_id IS NULL) <> (meeting_id IS NULL))
) STRICT;
CREATE INDEX memory_unit_source ON memory_unit (source_id);
CREATE INDEX memory_unit_meeting ON memory_unit (meeting_id);

-- Up to which change of its texts the units of a meeting are made.
CREATE TABLE memory_meeting (
  meeting_id TEXT PRIMARY KEY NOT NULL,
  stamp TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
