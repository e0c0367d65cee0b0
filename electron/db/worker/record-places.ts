import type { RestoredKind } from '#shared/contract/backups.ts';

/** Where the records of a kind stand, for comparing two data files. */
interface RecordPlace {
  table: string;
  key: string;
  /** Tables that hold a part of the record, by the column that names it. */
  parts: readonly { table: string; key: string }[];
  /** SQL that answers `en`, `ru`, `zh` of the record `:id`, in one of two attached databases. */
  title: (side: string) => string;
}

const partsBy = (key: string, tables: readonly string[]): RecordPlace['parts'] =>
  tables.map((table) => ({ table, key }));

const byColumns = (table: string, column: string) => (side: string) =>
  `SELECT ${column}_en AS en, ${column}_ru AS ru, ${column}_zh AS zh FROM ${side}.${table} WHERE id = :id`;

const byRows = (row: (language: string) => string) =>
  `SELECT (${row('en')}) AS en, (${row('ru')}) AS ru, (${row('zh')}) AS zh`;

const entryTitle = (side: string): string =>
  byRows((language) => `SELECT text FROM ${side}.entry_text WHERE entry_id = :id AND language = '${language}'`);

const scripts: Record<string, string> = { en: 'latin', ru: 'cyrillic', zh: 'han' };

export const placesOf: Record<RestoredKind, RecordPlace> = {
  person: {
    table: 'person',
    key: 'id',
    parts: partsBy('person_id', ['person_name', 'person_alias', 'affiliation']),
    title: (side) =>
      byRows(
        (language) =>
          `SELECT coalesce(nullif(display, ''), trim(family || ' ' || given)) FROM ${side}.person_name
           WHERE person_id = :id AND script = '${scripts[language] ?? ''}'`,
      ),
  },
  organization: {
    table: 'organization',
    key: 'id',
    parts: [
      ...partsBy('organization_id', ['organization_alias', 'letterhead']),
      { table: 'organization_relation', key: 'from_organization_id' },
    ],
    title: byColumns('organization', 'name'),
  },
  working_group: {
    table: 'working_group',
    key: 'id',
    parts: partsBy('group_id', ['group_side', 'membership']),
    title: byColumns('working_group', 'name'),
  },
  meeting: {
    table: 'meeting',
    key: 'id',
    parts: [
      ...partsBy('meeting_id', [
        'meeting_side',
        'meeting_venue',
        'meeting_organizer',
        'attendance',
        'version',
        'amendment',
        'circulation',
        'letter',
        'comment',
        'side_agreement',
        'accepted_finding',
        'action_review',
      ]),
      { table: 'heading_text', key: 'record_id' },
    ],
    title: byColumns('meeting', 'title'),
  },
  agenda_item: {
    table: 'agenda_item',
    key: 'id',
    parts: [{ table: 'heading_text', key: 'record_id' }],
    title: byColumns('agenda_item', 'title'),
  },
  entry: {
    table: 'entry',
    key: 'id',
    parts: [
      ...partsBy('entry_id', ['entry_text', 'entry_mention', 'decision', 'proposal', 'proposal_partner']),
      { table: 'status_report', key: 'record_id' },
    ],
    title: entryTitle,
  },
  action: {
    table: 'action',
    key: 'entry_id',
    parts: partsBy('entry_id', ['action_owner', 'action_assignment', 'action_assignee']),
    title: entryTitle,
  },
  agreement: {
    table: 'agreement',
    key: 'id',
    parts: [
      ...partsBy('agreement_id', [
        'agreement_party',
        'agreement_signatory',
        'agreement_terms',
        'agreement_language',
        'agreement_copy',
        'agreement_renewal',
        'agreement_file',
      ]),
      { table: 'status_report', key: 'record_id' },
    ],
    title: byColumns('agreement', 'title'),
  },
  attachment: {
    table: 'attachment',
    key: 'id',
    parts: [],
    title: (side) => `SELECT name AS en, name AS ru, name AS zh FROM ${side}.attachment WHERE id = :id`,
  },
  glossary_concept: {
    table: 'glossary_concept',
    key: 'id',
    parts: partsBy('concept_id', ['glossary_term']),
    title: (side) =>
      byRows(
        (language) =>
          `SELECT text FROM ${side}.glossary_term WHERE concept_id = :id AND language = '${language}' ORDER BY order_index LIMIT 1`,
      ),
  },
};
