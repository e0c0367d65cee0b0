import type { Backup } from '#shared/contract/backups.ts';
import type { ErasePreview } from '#shared/contract/people.ts';
import { scripts } from '#shared/domain/language.ts';
import type { Context } from '../../context.ts';
import { changeSet, type Row, type Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { type Erasure, findTelling, rowKey, scrubChanges, scrubRevisions } from '../../db/erase-log.ts';
import { indexAlongside, scrubIndex } from '../../search-index/index.ts';
import { keepSignatures } from '../agreements/index.ts';
import { countGoing, firstSeen, listBlocks, listHeldRows, listRemains, listUnsent } from './erase-facts.ts';
import { findPerson, removePerson } from './repository.ts';
import { identitiesOf, wordsOf } from './spellings.ts';

/** Something stands against it; nothing was changed. */
export class EraseRefused extends Error {
  readonly blocks: number;

  constructor(blocks: number) {
    super(`${blocks} reasons against it`);
    this.name = 'EraseRefused';
    this.blocks = blocks;
  }
}

export async function previewErase(context: Context, id: string): Promise<ErasePreview> {
  const { connection } = context;
  const ids = identitiesOf(connection, id);
  const words = wordsOf(connection, ids);
  const unsent = listUnsent(connection, ids, words);
  const stays = await listRemains(connection, ids, words, new Set(unsent.map((letter) => letter.id)));
  return {
    blocks: listBlocks(connection, ids),
    goes: { ...countGoing(connection, ids), letters: unsent.length },
    stays,
    backups: mayHold((await context.backups.list()).backups, firstSeen(connection, ids)),
  };
}

/**
 * Backups made since the person was first written down. A restore may have put an older file in the place of one in which
 * the person was known earlier: what was made before it is counted in.
 */
function mayHold(backups: readonly Backup[], sinceMs: number | null): Backup[] {
  const restoredMs = Math.max(
    ...backups.filter(({ reason }) => reason === 'before_restore').map(({ atMs }) => atMs),
    0,
  );
  return backups.filter(({ atMs }) => atMs >= (sinceMs ?? 0) || atMs <= restoredMs);
}

/**
 * Takes a person out of the data file for good, with all that the file remembers: rows, change log, earlier wordings,
 * search index, journal. Where agreed minutes give an action to the person, a record without a word stays for them to
 * point at. Answers false when there is no such person; throws {@link EraseRefused}.
 */
export async function erasePerson(context: Context, id: string): Promise<boolean> {
  const { connection } = context;
  const ids = identitiesOf(connection, id);
  const held = listHeldRows(connection, ids);
  const keptRows = new Set(held.map(({ table, row }) => rowKey(table, String(row['id']))));
  const erasure: Erasure = { ids, words: wordsOf(connection, ids), keptRows };
  // Most of the change log is about others: it is read before, with other calls answered in between.
  const telling = await findTelling(connection, erasure);
  const stored = findPerson(connection, id);
  if (stored === undefined) return false;
  const blocks = listBlocks(connection, ids);
  if (blocks.length > 0) throw new EraseRefused(blocks.length);
  const unsent = listUnsent(connection, ids, erasure.words);
  const { position, tables } = changeSet(
    connection,
    { name: 'person.erase', label: '', atMs: context.clock(), fixed: true },
    (write) => {
      keepSignatures(connection, write, stored);
      leaveRecords(connection, write, id, keptRows);
      for (const letter of unsent) write.remove('letter', { id: letter.id });
      if (keptRows.size === 0) removePerson(connection, write, stored);
      else emptyPerson(connection, write, stored.id);
    },
    (open, touched, seq) => {
      indexAlongside(open, touched, seq);
      for (const each of ids) rememberErased(open, seq, each);
      scrubChanges(open, erasure, telling, seq);
      scrubRevisions(open, erasure);
      dropDrafts(
        open,
        unsent.map(({ sha256 }) => sha256),
      );
    },
  );
  await scrubIndex(connection);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  if (position !== null) context.events.publish('change', { position, tables, isErased: true });
  return true;
}

/** What points at the person from outside, and may go or lose its name. */
function leaveRecords(connection: Connection, write: Write, id: string, keptRows: ReadonlySet<string>): void {
  const rowsOf = (table: string, column: string): Row[] =>
    connection.sql<Row>(`SELECT * FROM ${table} WHERE ${column} = ?`, id);
  for (const row of rowsOf('membership', 'person_id')) write.remove('membership', { id: String(row['id']) });
  for (const row of rowsOf('entry_mention', 'person_id')) write.remove('entry_mention', row);
  for (const row of rowsOf('status_report', 'reporter_person_id')) {
    write.update('status_report', { id: String(row['id']) }, { reporter_person_id: null, reporter: '' });
  }
  for (const row of rowsOf('attendance', 'person_id')) {
    if (keptRows.has(rowKey('attendance', String(row['id'])))) continue;
    write.update('attendance', { id: String(row['id']) }, { person_id: null });
  }
}

/** The record loses everything but its id. */
function emptyPerson(connection: Connection, write: Write, id: string): void {
  const idsOf = (table: string): string[] =>
    connection.sql<{ id: string }>(`SELECT id FROM ${table} WHERE person_id = ?`, id).map((row) => row.id);
  const pairs = connection.sql<Row>('SELECT * FROM person_distinct WHERE person_id = :id OR other_person_id = :id', {
    id,
  });
  for (const pair of pairs) write.remove('person_distinct', pair);
  for (const each of idsOf('affiliation')) write.remove('affiliation', { id: each });
  for (const each of idsOf('person_alias')) write.remove('person_alias', { id: each });
  for (const script of scripts) write.remove('person_name', { person_id: id, script });
  const titles = { title_en: '', title_ru: '', title_zh: '' };
  const contacts = { email: '', phone: '', messenger: '' };
  write.update('person', { id }, { ...titles, ...contacts, gender: '', country: '', languages: '', note: '' });
}

/** By this the person is known as erased from now on, and also every record that was joined into it. */
function rememberErased(connection: Connection, seq: number, id: string): void {
  const known = connection.sql(
    "SELECT 1 FROM change WHERE change_set_seq = ? AND table_name = 'person' AND row_key = ?",
    seq,
    id,
  );
  if (known.length > 0) return;
  connection.sql(
    `INSERT INTO change (change_set_seq, position, table_name, row_key, before, after)
     SELECT ?, max(position) + 1, 'person', ?, ?, NULL FROM change WHERE change_set_seq = ?`,
    seq,
    id,
    JSON.stringify({ id }),
    seq,
  );
}

/** Contents of drafts that no letter and no journal names any more. */
function dropDrafts(connection: Connection, hashes: readonly string[]): void {
  for (const sha256 of hashes) {
    connection.sql(
      `DELETE FROM stored_file WHERE sha256 = :sha256
         AND NOT EXISTS (SELECT 1 FROM letter WHERE draft_sha256 = :sha256)
         AND NOT EXISTS (SELECT 1 FROM export_log WHERE sha256 = :sha256)
         AND NOT EXISTS (SELECT 1 FROM attachment WHERE sha256 = :sha256)
         AND NOT EXISTS (SELECT 1 FROM agreement_file WHERE sha256 = :sha256)`,
      { sha256 },
    );
  }
}
