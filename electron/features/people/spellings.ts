import { scripts } from '#shared/domain/language.ts';
import { composeName, type PersonNameParts } from '#shared/domain/person-name.ts';
import type { Row } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { parseImage } from '../../db/write.ts';

const shortestName = 5;
const shortestHanName = 2;
const shortestContact = 6;
const isHan = /^\p{Script=Han}+$/u;

/**
 * One expression for all words by which a person can be told from others in running text: full names in each script and
 * order, aliases, addresses, numbers, as they are and as they once were. Single words, and what stands in the record of
 * somebody else too, are left out: they may mean another one. Null when nothing is left.
 */
export function wordsOf(connection: Connection, ids: ReadonlySet<string>): RegExp | null {
  const spellings = new Set<string>();
  const contacts = new Set<string>();
  for (const row of rowsOf(connection, 'person_name', 'person_id', ids))
    for (const name of namesIn(row)) spellings.add(name);
  for (const row of rowsOf(connection, 'person_alias', 'person_id', ids)) spellings.add(String(row['text']));
  for (const row of rowsOf(connection, 'attendance', 'person_id', ids)) {
    for (const column of ['name_en', 'name_ru', 'name_zh']) spellings.add(String(row[column]));
  }
  for (const row of rowsOf(connection, 'person', 'id', ids)) {
    for (const column of ['email', 'phone', 'messenger']) {
      for (const part of String(row[column]).split(/[;,\n]/u)) contacts.add(part.trim());
    }
  }
  const wanted = [...spellings].map((name) => name.trim()).filter(isTelling);
  wanted.push(...[...contacts].filter((contact) => contact.length >= shortestContact));
  const own = [...new Set(wanted)].sort((a, b) => b.length - a.length);
  const shared = sharedWith(connection, ids, own);
  const left = own.filter((word) => !shared.has(word));
  return left.length === 0 ? null : new RegExp(left.map(toPattern).join('|'), 'giu');
}

function isTelling(name: string): boolean {
  if (isHan.test(name)) return name.length >= shortestHanName;
  return name.length >= shortestName && /\s/u.test(name);
}

/** Letters before or after would make it another word; Han knows no spaces. */
function toPattern(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  return isHan.test(word) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
}

function namesIn(row: Row): string[] {
  const parts: PersonNameParts = {
    family: String(row['family']),
    given: String(row['given']),
    patronymic: String(row['patronymic']),
    display: '',
  };
  const { family, given, patronymic } = parts;
  const display = String(row['display']);
  const script = scripts.find((known) => known === row['script']) ?? 'latin';
  const orders =
    script === 'han'
      ? []
      : [`${given} ${family}`, `${family} ${given}`, `${given} ${patronymic} ${family}`, `${given} ${patronymic}`];
  return [display, composeName(parts, script), ...(family !== '' && given !== '' ? orders : [])].map((name) =>
    name.replace(/\s+/gu, ' ').trim(),
  );
}

/** Rows that name one of these people, as they are and as the changes remember them. */
function* rowsOf(connection: Connection, table: string, column: string, ids: ReadonlySet<string>): Generator<Row> {
  for (const id of ids) {
    yield* connection.sql<Row>(`SELECT * FROM ${table} WHERE ${column} = ?`, id);
    const images = connection.sql<{ before: string | null; after: string | null }>(
      `SELECT before, after FROM change
       WHERE table_name = :table AND (instr(before, :id) > 0 OR instr(after, :id) > 0)`,
      { table, id },
    );
    for (const { before, after } of images) {
      for (const row of [parseImage(before), parseImage(after)]) if (row !== null && row[column] === id) yield row;
    }
  }
}

/** Of these words, those that somebody else in the register has in a name or an address. */
function sharedWith(connection: Connection, ids: ReadonlySet<string>, words: readonly string[]): Set<string> {
  const shared = new Set<string>();
  if (words.length === 0) return shared;
  const any = new RegExp(words.map(toPattern).join('|'), 'giu');
  const known = new Map(words.map((word) => [word.toLowerCase(), word]));
  const look = (text: string): void => {
    for (const [found] of text.matchAll(any)) {
      const word = known.get(found.replace(/\s+/gu, ' ').toLowerCase());
      if (word !== undefined) shared.add(word);
    }
  };
  for (const row of connection.sql<Row>('SELECT * FROM person_name')) {
    if (!ids.has(String(row['person_id']))) look(namesIn(row).join('\n'));
  }
  for (const row of connection.sql<Row>('SELECT person_id, text FROM person_alias')) {
    if (!ids.has(String(row['person_id']))) look(String(row['text']));
  }
  for (const row of connection.sql<Row>('SELECT id, email, phone, messenger FROM person')) {
    if (!ids.has(String(row['id'])))
      look(`${String(row['email'])}\n${String(row['phone'])}\n${String(row['messenger'])}`);
  }
  return shared;
}

/** The person, and every record that was joined into this one and not taken out again. */
export function identitiesOf(connection: Connection, id: string): Set<string> {
  const ids = new Set([id]);
  const merges = connection.sql<{ seq: number }>(
    "SELECT seq FROM change_set WHERE kind = 'do' AND state = 'done' AND name = 'person.merge' ORDER BY seq DESC",
  );
  const read = merges.map(({ seq }) => readMerge(connection, seq));
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    for (const { kept, gone } of read) if (kept.some((each) => ids.has(each))) for (const each of gone) ids.add(each);
  }
  return ids;
}

/** Who was removed by a merge, and into whom, by the rows that changed hands; without any, by the same name. */
function readMerge(connection: Connection, seq: number): { kept: string[]; gone: string[] } {
  const changes = connection
    .sql<{ table: string; before: string | null; after: string | null }>(
      'SELECT table_name AS "table", before, after FROM change WHERE change_set_seq = ?',
      seq,
    )
    .map(({ table, before, after }) => ({ table, before: parseImage(before), after: parseImage(after) }));
  const gone = changes.flatMap(({ table, before, after }) =>
    table === 'person' && after === null && before !== null ? [String(before['id'])] : [],
  );
  const kept = changes.flatMap(({ table, after }) => {
    if (after === null || table === 'person_distinct') return [];
    const id = table === 'person' ? after['id'] : (after['person_id'] ?? after['reporter_person_id']);
    return typeof id === 'string' && !gone.includes(id) ? [id] : [];
  });
  if (kept.length > 0) return { kept: [...new Set(kept)], gone };
  const names = changes.flatMap(({ table, before }) => (table === 'person_name' && before !== null ? [before] : []));
  return { kept: names.flatMap((name) => findNamesakes(connection, name)), gone };
}

function findNamesakes(connection: Connection, { script, family, given, display }: Row): string[] {
  return connection
    .sql<{ id: string }>(
      'SELECT person_id AS id FROM person_name WHERE script = ? AND family = ? AND given = ? AND display = ?',
      script,
      family,
      given,
      display,
    )
    .map(({ id }) => id);
}
