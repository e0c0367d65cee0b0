import type { Entry } from '#shared/contract/entries.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { EntryTextRow } from '../../db/schema.ts';
import { toLabel } from './rules.ts';

export interface StoredText {
  meetingId: string;
  sourceLanguage: Language;
  /** '' where never written */
  text: string;
  /** 0 where never written */
  revision: number;
  baseRevision: number | null;
  sourceRevision: number;
  /** How the source text begins. */
  label: string;
}

/**
 * What a saving has to know about the text it replaces. Two look-ups by whole keys: SQLite prepares a join anew for each
 * bound value (SQLITE_ENABLE_STAT4), and a subquery for each column costs as much as the second look-up (measured).
 */
export function findStoredText(connection: Connection, entryId: string, language: Language): StoredText | undefined {
  const [entry] = connection.sql<Pick<StoredText, 'meetingId' | 'sourceLanguage'>>(
    'SELECT meeting_id AS meetingId, source_language AS sourceLanguage FROM entry WHERE id = ?',
    entryId,
  );
  if (entry === undefined) return undefined;
  const texts = connection.sql<{ language: Language; text: string; revision: number; baseRevision: number | null }>(
    'SELECT language, text, revision, base_revision AS baseRevision FROM entry_text WHERE entry_id = ?',
    entryId,
  );
  const stored = texts.find((text) => text.language === language);
  const source = texts.find((text) => text.language === entry.sourceLanguage);
  return {
    ...entry,
    text: stored?.text ?? '',
    revision: stored?.revision ?? 0,
    baseRevision: stored?.baseRevision ?? null,
    sourceRevision: source?.revision ?? 0,
    label: toLabel(source?.text ?? ''),
  };
}

export function insertTexts(connection: Connection, write: Write, entry: Entry, atMs: number): void {
  for (const language of languages) {
    const text = entry.texts[language];
    if (text.revision === 0 && text.text === '' && text.isNotNeeded !== true) continue;
    write.insert('entry_text', {
      entry_id: entry.id,
      language,
      text: text.text,
      revision: text.revision,
      base_revision: text.baseRevision,
      status: text.status,
      is_not_needed: text.isNotNeeded === true ? 1 : 0,
    });
    keepRevision(connection, entry.id, language, text.revision, text.text, atMs);
  }
}

/**
 * Writes the next revision of one text and answers its number. What was typed without a pause keeps only its newest
 * text; numbers are never used twice, also after an undo.
 */
export function writeText(
  connection: Connection,
  write: Write,
  entryId: string,
  language: Language,
  text: { text: string; storedRevision: number; baseRevision: number | null; atMs: number },
): number {
  const key = { entry_id: entryId, language };
  const revision = nextRevision(connection, entryId, language, text.storedRevision);
  if (write.continues('entry_text', key)) forgetRevision(connection, entryId, language, text.storedRevision);
  const row: EntryTextRow = {
    ...key,
    text: text.text,
    revision,
    base_revision: text.baseRevision,
    status: 'draft',
    is_not_needed: 0,
  };
  if (!write.update('entry_text', key, row)) write.insert('entry_text', row);
  keepRevision(connection, entryId, language, revision, text.text, text.atMs);
  return revision;
}

/** One more than any that was ever given: an undo goes back behind revisions, and typing forgets some. */
function nextRevision(connection: Connection, entryId: string, language: Language, storedRevision: number): number {
  const newer = connection.sql(
    'SELECT 1 FROM entry_revision WHERE entry_id = ? AND language = ? AND revision > ? LIMIT 1',
    entryId,
    language,
    storedRevision,
  );
  if (newer.length === 0) return storedRevision + 1;
  // Prepared anew for each bound value, which costs more than all of the above (measured): only when it is needed.
  const [newest] = connection.sql<{ revision: number }>(
    'SELECT max(revision) AS revision FROM entry_revision WHERE entry_id = ? AND language = ?',
    entryId,
    language,
  );
  return (newest?.revision ?? storedRevision) + 1;
}

/** The newest first, in the order of saving: a clock may have jumped. Undefined when there never was such a row. */
export function listRevisions(connection: Connection, entryId: string) {
  const revisions = connection.sql<{ language: Language; revision: number; text: string; atMs: number }>(
    'SELECT language, revision, text, at_ms AS atMs FROM entry_revision WHERE entry_id = ? ORDER BY rowid DESC',
    entryId,
  );
  const isKnown = revisions.length > 0 || connection.sql('SELECT 1 FROM entry WHERE id = ?', entryId).length > 0;
  return isKnown ? revisions : undefined;
}

/** Outside the change set: what was written stays, whatever is undone. */
function keepRevision(
  connection: Connection,
  entryId: string,
  language: Language,
  revision: number,
  text: string,
  atMs: number,
): void {
  connection.sql(
    'INSERT OR IGNORE INTO entry_revision (entry_id, language, revision, text, at_ms) VALUES (?, ?, ?, ?, ?)',
    entryId,
    language,
    revision,
    text,
    atMs,
  );
}

function forgetRevision(connection: Connection, entryId: string, language: Language, revision: number): void {
  connection.sql(
    'DELETE FROM entry_revision WHERE entry_id = ? AND language = ? AND revision = ?',
    entryId,
    language,
    revision,
  );
}
