import { type EntryKind, entryKinds } from '#shared/contract/entries.ts';
import type { SearchKind } from '#shared/contract/search.ts';
import { languages, type LocalizedText, type Script, scripts } from '#shared/domain/language.ts';
import { composedNames, composeName, type PersonNameParts } from '#shared/domain/person-name.ts';
import type { Connection } from '../db/connection.ts';
import { fromColumns } from '../db/localized.ts';
import type { AffiliationRow, PersonNameRow, PersonRow } from '../db/schema.ts';

/** A text of a record and what it is to it; `detail` comes from notes, towns, or another record. */
export interface Field {
  role: 'name' | 'abbreviation' | 'alias' | 'detail';
  text: string;
}

/** A record as search sees it: what is indexed, what a hit shows, what an answer is graded by. */
export interface SearchRecord {
  kind: SearchKind;
  id: string;
  /** Of entries and actions. */
  entryKind: EntryKind | null;
  meetingId: string | null;
  label: LocalizedText;
  detail: LocalizedText;
  fields: Field[];
  /** A person's names in their parts, for the other scripts. */
  names: PersonNameRow[];
}

/** Loaded together: an entry becomes an action and back, so both come from one table. */
export type RecordSource = Exclude<SearchKind, 'action'>;
export const recordSources: readonly RecordSource[] = [
  'person',
  'organization',
  'group',
  'meeting',
  'agreement',
  'entry',
];

/** The records of these ids, in no order; ids that are gone are left out. */
export function loadRecords(connection: Connection, source: RecordSource, ids: readonly string[]): SearchRecord[] {
  return loaders[source](connection, JSON.stringify(ids));
}

/** The next ids after one, in order of id, that is of making. */
export function listIds(connection: Connection, source: RecordSource, afterId: string, limit: number): string[] {
  const rows = connection.sql<{ id: string }>(
    `SELECT id FROM ${sourceTables[source]} WHERE id > ? ORDER BY id LIMIT ?`,
    afterId,
    limit,
  );
  return rows.map(({ id }) => id);
}

const sourceTables: Record<RecordSource, string> = {
  person: 'person',
  organization: 'organization',
  group: 'working_group',
  meeting: 'meeting',
  agreement: 'agreement',
  entry: 'entry',
};

type Row = Record<string, string>;
type Loader = (connection: Connection, ids: string) => SearchRecord[];

const loaders: Record<RecordSource, Loader> = {
  person: loadPeople,
  organization: loadOrganizations,
  group: loadGroups,
  meeting: loadMeetings,
  agreement: loadAgreements,
  entry: loadEntries,
};

const wanted = '(SELECT value FROM json_each(?))';
const noName: PersonNameParts = { family: '', given: '', patronymic: '', display: '' };
const nothing: LocalizedText = { en: '', ru: '', zh: '' };

function loadPeople(connection: Connection, ids: string): SearchRecord[] {
  const names = groupBy(
    connection.sql<PersonNameRow>(`SELECT * FROM person_name WHERE person_id IN ${wanted}`, ids),
    'person_id',
  );
  const aliases = listBy(connection, 'person_alias', 'person_id', ids);
  const affiliations = groupBy(
    connection.sql<AffiliationRow & Row>(
      `SELECT a.*, o.name_en, o.name_ru, o.name_zh, o.abbreviation_en, o.abbreviation_ru, o.abbreviation_zh
       FROM affiliation a JOIN organization o ON o.id = a.organization_id
       WHERE a.person_id IN ${wanted} ORDER BY a.to_date IS NOT NULL, a.order_index`,
      ids,
    ),
    'person_id',
  );
  const people = connection.sql<PersonRow>(`SELECT * FROM person WHERE id IN ${wanted}`, ids);
  return people.map((row) => {
    const own = names.get(row.id) ?? [];
    const posts = affiliations.get(row.id) ?? [];
    const partsIn = (script: Script): PersonNameParts => own.find((name) => name.script === script) ?? noName;
    const nameIn = (script: Script): string => composeName(partsIn(script), script);
    const parts = own
      .filter(({ display }) => display !== '')
      .map((name) => composeName({ ...name, display: '' }, name.script));
    return {
      kind: 'person',
      id: row.id,
      entryKind: null,
      meetingId: null,
      label: composedNames({ latin: partsIn('latin'), cyrillic: partsIn('cyrillic'), han: partsIn('han') }),
      detail: posts[0] === undefined ? nothing : fromColumns(posts[0] as never, 'name'),
      fields: [
        ...fieldsOf('name', [...scripts.map(nameIn), ...parts]),
        ...fieldsOf(
          'alias',
          (aliases.get(row.id) ?? []).map(({ text }) => text),
        ),
        ...fieldsOf('detail', [
          ...columns(row, 'title'),
          row.email,
          row.phone,
          row.messenger,
          row.note,
          ...posts.flatMap((post) => [...columns(post, 'abbreviation', 'name', 'position')]),
        ]),
      ],
      names: own,
    };
  });
}

function loadOrganizations(connection: Connection, ids: string): SearchRecord[] {
  const aliases = listBy(connection, 'organization_alias', 'organization_id', ids);
  return connection.sql<Row>(`SELECT * FROM organization WHERE id IN ${wanted}`, ids).map((row) => ({
    ...base('organization', row, 'name', 'city'),
    fields: [
      ...fieldsOf('abbreviation', columns(row, 'abbreviation')),
      ...fieldsOf('name', columns(row, 'name')),
      ...fieldsOf(
        'alias',
        (aliases.get(row.id ?? '') ?? []).map(({ text }) => text),
      ),
      ...fieldsOf('detail', [...columns(row, 'city'), row.note ?? '']),
    ],
  }));
}

function loadGroups(connection: Connection, ids: string): SearchRecord[] {
  const sides = listBy(connection, 'group_side', 'group_id', ids);
  return connection.sql<Row>(`SELECT * FROM working_group WHERE id IN ${wanted}`, ids).map((row) => ({
    ...base('group', row, 'name'),
    fields: [
      ...fieldsOf('name', columns(row, 'name')),
      ...fieldsOf('detail', [
        ...columns(row, 'aims', 'tasks', 'areas'),
        row.founding_document ?? '',
        ...(sides.get(row.id ?? '') ?? []).flatMap((side) => columns(side, 'name')),
      ]),
    ],
  }));
}

function loadMeetings(connection: Connection, ids: string): SearchRecord[] {
  const venues = listBy(connection, 'meeting_venue', 'meeting_id', ids);
  return connection.sql<Row>(`SELECT * FROM meeting WHERE id IN ${wanted}`, ids).map((row) => ({
    ...base('meeting', row, 'title'),
    meetingId: row.id ?? '',
    detail: { en: row.date ?? '', ru: row.date ?? '', zh: row.date ?? '' },
    fields: [
      ...fieldsOf('name', columns(row, 'title')),
      ...fieldsOf('detail', [
        row.date ?? '',
        row.number ?? '',
        ...columns(row, 'theme', 'framework', 'part_of', 'next_meeting_note', 'note'),
        ...(venues.get(row.id ?? '') ?? []).flatMap((venue) => columns(venue, 'city', 'place')),
      ]),
    ],
  }));
}

const meetingTitle = 'm.title_en AS meeting_en, m.title_ru AS meeting_ru, m.title_zh AS meeting_zh';

function loadAgreements(connection: Connection, ids: string): SearchRecord[] {
  const parties = groupBy(
    connection.sql<Row>(
      `SELECT p.*, o.name_en, o.name_ru, o.name_zh, o.abbreviation_en, o.abbreviation_ru, o.abbreviation_zh
       FROM agreement_party p LEFT JOIN organization o ON o.id = p.organization_id
       WHERE p.agreement_id IN ${wanted} ORDER BY p.order_index`,
      ids,
    ),
    'agreement_id',
  );
  const signatories = listBy(connection, 'agreement_signatory', 'agreement_id', ids);
  const terms = groupBy(
    connection.sql<Row>(`SELECT * FROM agreement_terms WHERE agreement_id IN ${wanted}`, ids),
    'agreement_id',
  );
  return connection
    .sql<Row & { meeting_id: string | null; signed_on: string | null }>(
      `SELECT a.*, ${meetingTitle} FROM agreement a LEFT JOIN meeting m ON m.id = a.meeting_id WHERE a.id IN ${wanted}`,
      ids,
    )
    .map((row) => {
      const signedOn = row.signed_on ?? '';
      const { number = '', ...said } = terms.get(row.id ?? '')?.[0] ?? {};
      return {
        ...base('agreement', row, 'title', 'meeting'),
        meetingId: row.meeting_id,
        ...(row.meeting_id === null && { detail: { en: signedOn, ru: signedOn, zh: signedOn } }),
        fields: [
          ...fieldsOf('name', columns(row, 'title')),
          ...fieldsOf('detail', [
            signedOn,
            number,
            ...columns(said, 'place'),
            ...(parties.get(row.id ?? '') ?? []).flatMap((party) =>
              columns(party, 'description', 'name', 'abbreviation'),
            ),
            ...(signatories.get(row.id ?? '') ?? []).flatMap((signatory) => columns(signatory, 'name', 'position')),
          ]),
        ],
      };
    });
}

const textIn = (language: string): string =>
  `coalesce((SELECT text FROM entry_text t WHERE t.entry_id = e.id AND t.language = '${language}'), '') AS text_${language}`;

function loadEntries(connection: Connection, ids: string): SearchRecord[] {
  return connection
    .sql<Row>(
      `SELECT e.id, e.kind, e.meeting_id, ${languages.map(textIn).join(', ')}, ${meetingTitle}
       FROM entry e JOIN meeting m ON m.id = e.meeting_id WHERE e.id IN ${wanted}`,
      ids,
    )
    .map((row) => ({
      ...base(row.kind === 'action' ? 'action' : 'entry', row, 'text', 'meeting'),
      entryKind: entryKinds.find((kind) => kind === row.kind) ?? null,
      meetingId: row.meeting_id ?? '',
      fields: fieldsOf('name', columns(row, 'text')),
    }));
}

function base(kind: SearchKind, row: Row, label: string, detail?: string): Omit<SearchRecord, 'fields'> {
  return {
    kind,
    id: row.id ?? '',
    entryKind: null,
    meetingId: null,
    label: localized(row, label),
    detail: detail === undefined ? nothing : localized(row, detail),
    names: [],
  };
}

function localized(row: Row, name: string): LocalizedText {
  return { en: row[`${name}_en`] ?? '', ru: row[`${name}_ru`] ?? '', zh: row[`${name}_zh`] ?? '' };
}

const columns = (row: object, ...names: string[]): string[] =>
  names.flatMap((name) => Object.values(localized(row as Row, name)));

const fieldsOf = (role: Field['role'], texts: readonly string[]): Field[] =>
  texts.filter((text) => text !== '').map((text) => ({ role, text }));

function listBy(connection: Connection, table: string, column: string, ids: string) {
  return groupBy(
    connection.sql<Row & { text: string }>(
      `SELECT * FROM ${table} WHERE ${column} IN ${wanted} ORDER BY order_index`,
      ids,
    ),
    column,
  );
}

function groupBy<Item extends object>(rows: readonly Item[], column: string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const key = (row as Row)[column] ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
