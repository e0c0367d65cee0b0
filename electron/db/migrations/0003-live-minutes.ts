/** Version 3: live minutes. Grouped change sets, who is named in a text, quorum, time per item, open live screens. */
export const liveMinutes = `
ALTER TABLE change_set ADD COLUMN group_id TEXT; -- null: stands alone
ALTER TABLE meeting_side ADD COLUMN quorum INTEGER; -- null: none set

CREATE TABLE entry_mention (
  entry_id TEXT NOT NULL REFERENCES entry (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (entry_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_mention_person ON entry_mention (person_id);

-- Outside the change sets, and without a reference: a clock goes on whatever is undone. Each page that counts has a
-- sum of its own, which only grows: what is told twice counts once, and the time of an item is the sum of the sums.
CREATE TABLE agenda_time (
  agenda_item_id TEXT NOT NULL,
  counter_id TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  PRIMARY KEY (agenda_item_id, counter_id)
) STRICT, WITHOUT ROWID;

-- Live screens that are open; what stands here at a start was cut off.
CREATE TABLE live_session (
  meeting_id TEXT PRIMARY KEY NOT NULL,
  opened_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
