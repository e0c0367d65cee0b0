import type { TrashItem } from '#shared/contract/trash.ts';
import { emptyText, type Language, languages, type LocalizedText, type Script } from '#shared/domain/language.ts';
import { composedNames, type PersonNameParts } from '#shared/domain/person-name.ts';
import type { Row } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { RecordTable } from '../../db/schema.ts';
import { parseImage } from '../../db/write.ts';
import {
  collectRecord,
  countParts,
  type NetChange,
  readNetChanges,
  type Removal,
  type RemovedRecord,
} from './removals.ts';

/** So much of a text is enough to know it by, in UTF-16 units. */
const titleLength = 200;
const noName: PersonNameParts = { family: '', given: '', patronymic: '', display: '' };

/** @param changes those of its change set, where they have been read already */
export function describeRemoval(
  connection: Connection,
  removal: Removal,
  changes: readonly NetChange[] = readNetChanges(connection, removal.seq),
): TrashItem {
  const record = collectRecord(changes, removal);
  return {
    kind: removal.kind,
    id: removal.id,
    title: shorten(titleOf(connection, removal, record)),
    place: placeOf(connection, record),
    removedAtMs: removal.atMs,
    by: removal.by,
    parts: countParts(record),
  };
}

/** The same words whatever the language of the screen: names of files, of senders. */
const everywhere = (text: Row[string] | undefined): LocalizedText => {
  const said = String(text ?? '');
  return { en: said, ru: said, zh: said };
};

const columns = (row: Row | undefined, name: string): LocalizedText =>
  row === undefined ? emptyText() : fromColumns<string>(row as Record<string, string>, name);

const isEmpty = (text: LocalizedText): boolean => languages.every((language) => text[language] === '');

function titleOf(connection: Connection, { kind }: Removal, { rows }: RemovedRecord): LocalizedText {
  const own = rows[0]?.row;
  const partsIn = (table: RecordTable): Row[] => rows.flatMap((part) => (part.table === table ? [part.row] : []));
  switch (kind) {
    case 'person': {
      const named = (script: Script): PersonNameParts =>
        (partsIn('person_name').find((row) => row['script'] === script) as PersonNameParts | undefined) ?? noName;
      return composedNames({ latin: named('latin'), cyrillic: named('cyrillic'), han: named('han') });
    }
    case 'organization':
    case 'working_group':
    case 'area':
      return columns(own, 'name');
    case 'meeting':
    case 'agenda_item':
    case 'agreement':
      return columns(own, 'title');
    case 'attendance': {
      const name = columns(own, 'name');
      return isEmpty(name) ? columns(own, 'organization') : name;
    }
    case 'entry':
      return joinTexts(partsIn('entry_text'));
    case 'glossary_concept': {
      const terms = partsIn('glossary_term');
      const name = joinTexts([...terms.filter(({ status }) => status === 'preferred'), ...terms]);
      return isEmpty(name) ? linkedName(connection, own) : name;
    }
    case 'comment':
      return { ...emptyText(), [String(own?.['language'])]: String(own?.['text']) };
    case 'agreement_file':
    case 'attachment':
    case 'letter':
    case 'memory_source':
      return everywhere(own?.['name']);
  }
}

/** The first text of each language. */
function joinTexts(rows: readonly Row[]): LocalizedText {
  const texts = emptyText();
  for (const { language, text } of rows) texts[language as Language] ||= String(text);
  return texts;
}

/** A concept may have no words of its own, but those of the organisation that it belongs to. */
function linkedName(connection: Connection, concept: Row | undefined): LocalizedText {
  if (concept?.['link_kind'] !== 'organization') return everywhere(concept?.['link_part']);
  return columns(findNow(connection, 'organization', concept['link_record_id']), 'name');
}

/** Of what the record is a part, by the name it has now, or had when it went. */
function placeOf(connection: Connection, { rows }: RemovedRecord): LocalizedText | null {
  const own = rows[0]?.row;
  const [table, id] =
    typeof own?.['meeting_id'] === 'string'
      ? (['meeting', own['meeting_id']] as const)
      : (['agreement', own?.['agreement_id']] as const);
  if (typeof id !== 'string') return null;
  const owner = findNow(connection, table, id) ?? findLast(connection, table, id);
  return owner === undefined ? null : columns(owner, 'title');
}

function findNow(
  connection: Connection,
  table: 'meeting' | 'agreement' | 'organization',
  id: unknown,
): Row | undefined {
  return connection.sql<Row>(`SELECT * FROM ${table} WHERE id = ?`, id)[0];
}

function findLast(connection: Connection, table: 'meeting' | 'agreement', id: string): Row | undefined {
  const [last] = connection.sql<{ before: string | null }>(
    'SELECT before FROM change WHERE table_name = ? AND row_key = ? AND before IS NOT NULL ORDER BY change_set_seq DESC LIMIT 1',
    table,
    id,
  );
  return parseImage(last?.before ?? null) ?? undefined;
}

function shorten(text: LocalizedText): LocalizedText {
  const cut = (said: string): string => (said.length > titleLength ? `${said.slice(0, titleLength)}…` : said);
  return { en: cut(text.en), ru: cut(text.ru), zh: cut(text.zh) };
}
