import type { Action, ActionOwner, Entry, EntryText } from '#shared/contract/entries.ts';
import { languages, type Language } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import { queries } from '../../db/queries.ts';
import type { ActionOwnerRow, EntryRow, EntryTextRow } from '../../db/schema.ts';

const unwritten: EntryText = { text: '', revision: 0, baseRevision: null, status: 'draft' };

/** `text_en`, `text_ru`, `text_zh` of an entry `e`: scalar look-ups by the whole key, which SQLite never plans again. */
export const localizedTextColumns = languages
  .map(
    (language) =>
      `coalesce((SELECT text FROM entry_text WHERE entry_id = e.id AND language = '${language}'), '') AS text_${language}`,
  )
  .join(', ');

/** In the order of the minutes: by agenda item is the reader's task, by `orderKey` inside it. */
export function listEntries(connection: Connection, meetingId: string): Entry[] {
  const rows = connection.all(
    queries.selectFrom('entry').selectAll().where('meeting_id', '=', meetingId).orderBy('order_key').orderBy('id'),
  );
  return withTextsAndActions(connection, rows, meetingId);
}

export function findEntry(connection: Connection, id: string): Entry | undefined {
  const row = connection.first(queries.selectFrom('entry').selectAll().where('id', '=', id));
  return row && withTextsAndActions(connection, [row], row.meeting_id)[0];
}

function withTextsAndActions(connection: Connection, rows: EntryRow[], meetingId: string): Entry[] {
  const texts = Map.groupBy(
    connection.sql<EntryTextRow>(
      'SELECT t.* FROM entry_text t JOIN entry e ON e.id = t.entry_id WHERE e.meeting_id = ?',
      meetingId,
    ),
    (row) => row.entry_id,
  );
  const actions = new Map(
    connection
      .sql<{ entry_id: string; due: string | null; due_at_next_meeting: number; status: string }>(
        'SELECT a.* FROM action a JOIN entry e ON e.id = a.entry_id WHERE e.meeting_id = ?',
        meetingId,
      )
      .map((row) => [row.entry_id, row]),
  );
  const owners = Map.groupBy(
    connection.sql<ActionOwnerRow>(
      'SELECT o.* FROM action_owner o JOIN entry e ON e.id = o.entry_id WHERE e.meeting_id = ? ORDER BY o.order_index',
      meetingId,
    ),
    (row) => row.entry_id,
  );
  return rows.map((row) => {
    const action = actions.get(row.id);
    return {
      id: row.id,
      meetingId: row.meeting_id,
      agendaItemId: row.agenda_item_id,
      kind: row.kind as Entry['kind'],
      speakerAttendanceId: row.speaker_attendance_id,
      sourceLanguage: row.source_language,
      atMs: row.at_ms,
      orderKey: row.order_key,
      texts: toTexts(texts.get(row.id) ?? []),
      action:
        action === undefined
          ? null
          : {
              owners: (owners.get(row.id) ?? []).map(toOwner),
              due: action.due,
              dueAtNextMeeting: action.due_at_next_meeting === 1,
              status: action.status as Action['status'],
            },
    };
  });
}

export function insertEntry(connection: Connection, write: Write, entry: Entry, atMs: number): void {
  write.insert('entry', entryRow(entry));
  for (const language of languages) {
    const text = entry.texts[language];
    if (text.revision === 0 && text.text === '') continue;
    write.insert('entry_text', {
      entry_id: entry.id,
      language,
      text: text.text,
      revision: text.revision,
      base_revision: text.baseRevision,
      status: text.status,
    });
    keepRevision(connection, entry.id, language, text.revision, text.text, atMs);
  }
  if (entry.action !== null) writeAction(write, entry.id, [], entry.action);
}

/** Everything but the texts. */
export function updateEntry(write: Write, stored: Entry, next: Entry): void {
  write.update('entry', { id: next.id }, entryRow(next));
  if (next.action !== null) {
    writeAction(write, next.id, stored.action?.owners.map(({ id }) => id) ?? [], next.action);
  } else if (stored.action !== null) {
    removeAction(write, stored);
  }
}

export function removeEntry(write: Write, stored: Entry): void {
  if (stored.action !== null) removeAction(write, stored);
  for (const language of languages) write.remove('entry_text', { entry_id: stored.id, language });
  write.remove('entry', { id: stored.id });
}

export interface StoredText {
  label: string;
  sourceLanguage: Language;
  /** 0 where never written */
  revision: number;
  sourceRevision: number;
}

/**
 * What a saving has to know about the text it replaces. Scalar subqueries on whole keys, because SQLite prepares a
 * join anew for each bound value (SQLITE_ENABLE_STAT4): 40 µs against 6, measured.
 */
export function findStoredText(connection: Connection, entryId: string, language: Language): StoredText | undefined {
  return connection.sql<StoredText>(
    `SELECT e.source_language AS sourceLanguage,
            coalesce((SELECT revision FROM entry_text WHERE entry_id = e.id AND language = ?), 0) AS revision,
            coalesce((SELECT substr(text, 1, 60) FROM entry_text WHERE entry_id = e.id AND language = e.source_language), '') AS label,
            coalesce((SELECT revision FROM entry_text WHERE entry_id = e.id AND language = e.source_language), 0) AS sourceRevision
     FROM entry e WHERE e.id = ?`,
    language,
    entryId,
  )[0];
}

/** Writes the next revision of one text and answers its number. Numbers are never used twice, also after an undo. */
export function writeText(
  connection: Connection,
  write: Write,
  entryId: string,
  language: Language,
  text: { text: string; storedRevision: number; baseRevision: number | null; atMs: number },
): number {
  const revision = nextRevision(connection, entryId, language, text.storedRevision);
  const row: EntryTextRow = {
    entry_id: entryId,
    language,
    text: text.text,
    revision,
    base_revision: text.baseRevision,
    status: 'draft',
  };
  if (!write.update('entry_text', { entry_id: entryId, language }, row)) write.insert('entry_text', row);
  keepRevision(connection, entryId, language, revision, text.text, text.atMs);
  return revision;
}

/** One more than the stored one, unless an undo went back behind revisions that were used already. */
function nextRevision(connection: Connection, entryId: string, language: Language, storedRevision: number): number {
  const [used] = connection.sql(
    'SELECT 1 FROM entry_revision WHERE entry_id = ? AND language = ? AND revision = ?',
    entryId,
    language,
    storedRevision + 1,
  );
  if (used === undefined) return storedRevision + 1;
  const [newest] = connection.sql<{ revision: number }>(
    'SELECT max(revision) AS revision FROM entry_revision WHERE entry_id = ? AND language = ?',
    entryId,
    language,
  );
  return (newest?.revision ?? storedRevision) + 1;
}

export function listRevisions(connection: Connection, entryId: string) {
  return connection.sql<{ language: Language; revision: number; text: string; atMs: number }>(
    'SELECT language, revision, text, at_ms AS atMs FROM entry_revision WHERE entry_id = ? ORDER BY at_ms DESC, revision DESC',
    entryId,
  );
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

function writeAction(write: Write, entryId: string, storedOwnerIds: readonly string[], action: Action): void {
  const row = {
    entry_id: entryId,
    due: action.due,
    due_at_next_meeting: action.dueAtNextMeeting ? 1 : 0,
    status: action.status,
  };
  if (!write.update('action', { entry_id: entryId }, row)) write.insert('action', row);
  replaceList(
    write,
    'action_owner',
    storedOwnerIds,
    action.owners.map((owner, index) => ownerRow(entryId, owner, index)),
  );
}

function removeAction(write: Write, stored: Entry): void {
  for (const { id } of stored.action?.owners ?? []) write.remove('action_owner', { id });
  write.remove('action', { entry_id: stored.id });
}

function ownerRow(entryId: string, owner: ActionOwner, index: number): ActionOwnerRow {
  return {
    id: owner.id,
    entry_id: entryId,
    person_id: owner.kind === 'person' ? owner.ownerId : null,
    organization_id: owner.kind === 'organization' ? owner.ownerId : null,
    side_id: owner.kind === 'side' ? owner.ownerId : null,
    order_index: index,
  };
}

function toOwner(row: ActionOwnerRow): ActionOwner {
  if (row.person_id !== null) return { id: row.id, kind: 'person', ownerId: row.person_id };
  if (row.organization_id !== null) return { id: row.id, kind: 'organization', ownerId: row.organization_id };
  return { id: row.id, kind: 'side', ownerId: row.side_id ?? '' };
}

function entryRow(entry: Entry): EntryRow {
  return {
    id: entry.id,
    meeting_id: entry.meetingId,
    agenda_item_id: entry.agendaItemId,
    kind: entry.kind,
    speaker_attendance_id: entry.speakerAttendanceId,
    source_language: entry.sourceLanguage,
    at_ms: entry.atMs,
    order_key: entry.orderKey,
  };
}

function toTexts(rows: EntryTextRow[]): Entry['texts'] {
  const texts = { en: { ...unwritten }, ru: { ...unwritten }, zh: { ...unwritten } };
  for (const row of rows) {
    texts[row.language] = {
      text: row.text,
      revision: row.revision,
      baseRevision: row.base_revision,
      status: row.status as EntryText['status'],
    };
  }
  return texts;
}
