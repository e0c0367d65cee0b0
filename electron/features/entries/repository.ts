import type { Action, ActionOwner, Entry, EntryText } from '#shared/contract/entries.ts';
import { languages } from '#shared/domain/language.ts';
import { textsForSource } from '#shared/domain/translations/source.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import type { ActionOwnerRow, ActionRow, EntryMentionRow, EntryRow, EntryTextRow } from '../../db/schema.ts';
import { insertTexts } from './texts-repository.ts';

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
  return loadEntries(connection, '(SELECT id FROM entry WHERE meeting_id = ?)', meetingId);
}

/** Those that are there, in the order of {@link listEntries}; costs what they cost, not what their meeting does. */
export function findEntries(connection: Connection, ids: readonly string[]): Entry[] {
  return loadEntries(connection, '(SELECT value FROM json_each(?))', JSON.stringify(ids));
}

export const findEntry = (connection: Connection, id: string): Entry | undefined => findEntries(connection, [id])[0];

/** `wanted` is a subquery for ids with one parameter. */
function loadEntries(connection: Connection, wanted: string, parameter: string): Entry[] {
  const rows = connection.sql<EntryRow>(`SELECT * FROM entry WHERE id IN ${wanted} ORDER BY order_key, id`, parameter);
  const texts = Map.groupBy(
    connection.sql<EntryTextRow>(`SELECT * FROM entry_text WHERE entry_id IN ${wanted}`, parameter),
    (row) => row.entry_id,
  );
  const actions = new Map(
    connection
      .sql<ActionRow>(`SELECT * FROM action WHERE entry_id IN ${wanted}`, parameter)
      .map((row) => [row.entry_id, row]),
  );
  const owners = Map.groupBy(
    connection.sql<ActionOwnerRow>(
      `SELECT * FROM action_owner WHERE entry_id IN ${wanted} ORDER BY order_index`,
      parameter,
    ),
    (row) => row.entry_id,
  );
  const mentions = Map.groupBy(
    connection.sql<EntryMentionRow>(
      `SELECT * FROM entry_mention WHERE entry_id IN ${wanted} ORDER BY entry_id, person_id`,
      parameter,
    ),
    (row) => row.entry_id,
  );
  return rows.map((row) => {
    const action = actions.get(row.id);
    const mentioned = mentions.get(row.id);
    return {
      id: row.id,
      meetingId: row.meeting_id,
      agendaItemId: row.agenda_item_id,
      kind: row.kind as Entry['kind'],
      speakerAttendanceId: row.speaker_attendance_id,
      sourceLanguage: row.source_language,
      atMs: row.at_ms,
      orderKey: row.order_key,
      texts: toEntryTexts(texts.get(row.id) ?? []),
      action: action === undefined ? null : toAction(action, owners.get(row.id) ?? []),
      ...(mentioned !== undefined && { mentions: mentioned.map(({ person_id: personId }) => personId) }),
    };
  });
}

export function isAgendaItemOf(connection: Connection, id: string, meetingId: string): boolean {
  return connection.sql('SELECT 1 FROM agenda_item WHERE id = ? AND meeting_id = ?', id, meetingId).length > 0;
}

export function attendsMeeting(connection: Connection, attendanceId: string, meetingId: string): boolean {
  const found = connection.sql('SELECT 1 FROM attendance WHERE id = ? AND meeting_id = ?', attendanceId, meetingId);
  return found.length > 0;
}

export function insertEntry(connection: Connection, write: Write, entry: Entry, atMs: number): void {
  write.insert('entry', entryRow(entry));
  insertTexts(connection, write, entry, atMs);
  if (entry.action !== null) writeAction(write, entry.id, [], entry.action);
  writeMentions(write, entry.id, [], entry.mentions);
}

/** Everything but the texts, of which only base and status follow another source language. */
export function updateEntry(write: Write, stored: Entry, next: Entry): void {
  write.update('entry', { id: next.id }, entryRow(next));
  if (next.action !== null) {
    writeAction(write, next.id, stored.action?.owners.map(({ id }) => id) ?? [], next.action);
  } else if (stored.action !== null) {
    removeAction(write, stored);
  }
  writeMentions(write, next.id, stored.mentions, next.mentions);
  if (next.sourceLanguage === stored.sourceLanguage) return;
  const texts = textsForSource(stored, next.sourceLanguage);
  for (const language of languages) {
    const { baseRevision, status, isNotNeeded } = texts[language];
    const patch = { base_revision: baseRevision, status, is_not_needed: isNotNeeded === true ? 1 : 0 };
    write.update('entry_text', { entry_id: next.id, language }, patch);
  }
}

export function removeEntry(write: Write, stored: Entry): void {
  if (stored.action !== null) removeAction(write, stored);
  writeMentions(write, stored.id, stored.mentions, []);
  for (const language of languages) write.remove('entry_text', { entry_id: stored.id, language });
  write.remove('entry', { id: stored.id });
}

function writeMentions(
  write: Write,
  entryId: string,
  stored: readonly string[] = [],
  wanted: readonly string[] = [],
): void {
  for (const personId of stored) {
    if (!wanted.includes(personId)) write.remove('entry_mention', { entry_id: entryId, person_id: personId });
  }
  for (const personId of new Set(wanted)) {
    if (!stored.includes(personId)) write.insert('entry_mention', { entry_id: entryId, person_id: personId });
  }
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

function toAction(row: ActionRow, owners: readonly ActionOwnerRow[]): Action {
  return {
    owners: owners.map(toOwner),
    due: row.due,
    dueAtNextMeeting: row.due_at_next_meeting === 1,
    status: row.status as Action['status'],
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

export function toEntryTexts(rows: EntryTextRow[]): Entry['texts'] {
  const texts = { en: { ...unwritten }, ru: { ...unwritten }, zh: { ...unwritten } };
  for (const row of rows) {
    texts[row.language] = {
      text: row.text,
      revision: row.revision,
      baseRevision: row.base_revision,
      status: row.status as EntryText['status'],
      ...(row.is_not_needed === 1 && { isNotNeeded: true as const }),
    };
  }
  return texts;
}
