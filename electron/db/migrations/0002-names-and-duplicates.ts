/** Version 2: the spelling system of a name, pairs that are known to be two, who signed an agreement. */
export const namesAndDuplicates = `
ALTER TABLE person_name ADD COLUMN scheme TEXT NOT NULL DEFAULT '';

CREATE TABLE person_distinct (
  person_id TEXT NOT NULL REFERENCES person (id),
  other_person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (person_id, other_person_id),
  CHECK (person_id < other_person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_distinct_other ON person_distinct (other_person_id);

CREATE TABLE organization_distinct (
  organization_id TEXT NOT NULL REFERENCES organization (id),
  other_organization_id TEXT NOT NULL REFERENCES organization (id),
  PRIMARY KEY (organization_id, other_organization_id),
  CHECK (organization_id < other_organization_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_distinct_other ON organization_distinct (other_organization_id);

CREATE TABLE agreement_signatory (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  attendance_id TEXT NOT NULL REFERENCES attendance (id),
  order_index INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_signatory_agreement ON agreement_signatory (agreement_id);
CREATE INDEX agreement_signatory_attendance ON agreement_signatory (attendance_id);
`;
