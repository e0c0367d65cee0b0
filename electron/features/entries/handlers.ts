import type { Entry } from '#shared/contract/entries.ts';
import { commitAt } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { os } from '../../implement.ts';
import { joinEntries, writeJoined } from './merge.ts';
import {
  attendsMeeting,
  findEntries,
  findEntry,
  insertEntry,
  isAgendaItemOf,
  removeEntry,
  updateEntry,
} from './repository.ts';
import { entryLabel, nameOfChange, withoutGaps } from './rules.ts';
import { findStoredText, listRevisions, writeText } from './texts-repository.ts';
import { isSaved, labelOfText, replaceTexts } from './texts.ts';

export const entriesHandlers = {
  add: os.entries.add.handler(({ context, input, errors }) => {
    const { connection } = context;
    const known = new Set(
      findEntries(
        connection,
        input.entries.map(({ id }) => id),
      ).map(({ id }) => id),
    );
    const added = input.entries.filter(({ id }) => !known.has(id));
    const [first] = added;
    if (first === undefined) return { position: 0 };
    const isElsewhere = added.some(({ meetingId }) => meetingId !== first.meetingId);
    const missing = isElsewhere ? 'meeting' : findMissingPlace(connection, added);
    if (missing !== null) throw errors.NOT_FOUND({ data: { kind: missing } });
    const name = input.entries.length > 1 ? 'entry.paste' : 'entry.add';
    const { position } = commitAt(context, { name, label: entryLabel(first), group: input.group }, (write) => {
      for (const entry of added) insertEntry(connection, write, entry, context.clock());
    });
    return { position };
  }),

  update: os.entries.update.handler(({ context, input, errors }) => {
    const { connection } = context;
    const stored = new Map(
      findEntries(
        connection,
        input.changes.map(({ id }) => id),
      ).map((entry) => [entry.id, entry]),
    );
    const isThere = input.changes.every(({ id }) => stored.has(id));
    const [first] = stored.values();
    if (!isThere || first === undefined) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    const next = new Map(stored);
    for (const change of input.changes) {
      const entry = next.get(change.id);
      if (entry !== undefined) next.set(change.id, { ...entry, ...withoutGaps(change) });
    }
    const moved = [...next.values()].filter((entry) => {
      const before = stored.get(entry.id);
      return entry.agendaItemId !== before?.agendaItemId || entry.speakerAttendanceId !== before.speakerAttendanceId;
    });
    const missing = findMissingPlace(connection, moved);
    if (missing !== null) throw errors.NOT_FOUND({ data: { kind: missing } });
    const head = { name: nameOfChange(input.changes), label: entryLabel(first), group: input.group };
    const { position } = commitAt(context, head, (write) => {
      for (const entry of stored.values()) updateEntry(write, entry, next.get(entry.id) ?? entry);
    });
    return { position };
  }),

  saveText: os.entries.saveText.handler(({ context, input, errors }) => {
    const stored = findStoredText(context.connection, input.entryId, input.language);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    const savedAtMs = context.clock();
    if (isSaved(stored, input)) return { revision: stored.revision, savedAtMs, position: 0 };
    if (stored.revision !== input.revision) throw errors.CONFLICT({ data: { revision: stored.revision } });
    const label = labelOfText(stored, input.language, input.text);
    const { result, position } = commitAt(context, { name: 'entry.text', label, group: input.group }, (write) =>
      writeText(context.connection, write, input.entryId, input.language, {
        text: input.text,
        storedRevision: stored.revision,
        baseRevision: input.language === stored.sourceLanguage ? null : stored.sourceRevision,
        atMs: savedAtMs,
      }),
    );
    return { revision: result, savedAtMs, position };
  }),

  saveTexts: os.entries.saveTexts.handler(({ context, input, errors }) => {
    const texts = input.texts.map((text) => {
      const stored = findStoredText(context.connection, text.entryId, text.language);
      if (stored?.meetingId !== input.meetingId) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
      if (stored.revision !== text.revision && stored.text !== text.text) {
        throw errors.CONFLICT({ data: { revision: stored.revision } });
      }
      return { ...text, stored };
    });
    const savedAtMs = context.clock();
    const label = texts[0]?.stored.label ?? '';
    const { result, position } = commitAt(context, { name: 'entry.replace', label }, (write) =>
      replaceTexts(context.connection, write, texts, savedAtMs),
    );
    return { revisions: result, savedAtMs, position };
  }),

  split: os.entries.split.handler(({ context, input, errors }) => {
    const { connection } = context;
    const { id, language, text, entry } = input;
    const stored = findStoredText(connection, id, language);
    if (stored === undefined || stored.meetingId !== entry.meetingId) {
      throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    }
    if (stored.revision !== input.revision && stored.text !== text) {
      throw errors.CONFLICT({ data: { revision: stored.revision } });
    }
    const savedAtMs = context.clock();
    if (findEntry(connection, entry.id) !== undefined) return { revision: stored.revision, savedAtMs, position: 0 };
    const missing = findMissingPlace(connection, [entry]);
    if (missing !== null) throw errors.NOT_FOUND({ data: { kind: missing } });
    const head = { name: 'entry.split', label: stored.label } as const;
    const { result, position } = commitAt(context, head, (write) => {
      insertEntry(connection, write, entry, savedAtMs);
      if (stored.text === text) return stored.revision;
      return writeText(connection, write, id, language, {
        text,
        storedRevision: stored.revision,
        baseRevision: language === stored.sourceLanguage ? null : stored.sourceRevision,
        atMs: savedAtMs,
      });
    });
    return { revision: result, savedAtMs, position };
  }),

  merge: os.entries.merge.handler(({ context, input, errors }) => {
    const { connection } = context;
    const entry = findEntry(connection, input.id);
    if (entry === undefined) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    const other = findEntry(connection, input.fromId);
    // Joined already; or one row with itself.
    if (other === undefined || other.id === entry.id) return { position: 0 };
    if (other.meetingId !== entry.meetingId) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    const joined = joinEntries(entry, other);
    const { position } = commitAt(context, { name: 'entry.merge', label: entryLabel(joined) }, (write) => {
      writeJoined(connection, write, entry, other, joined, { atMs: context.clock(), newId: context.newId });
    });
    return { position };
  }),

  history: os.entries.history.handler(({ context, input, errors }) => {
    const revisions = listRevisions(context.connection, input.entryId);
    if (revisions === undefined) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    return revisions;
  }),

  remove: os.entries.remove.handler(({ context, input, errors }) => {
    const stored = findEntries(context.connection, input.ids);
    const [first] = stored;
    if (first === undefined) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    const { position } = commitAt(context, { name: 'entry.remove', label: entryLabel(first) }, (write) => {
      for (const entry of stored) removeEntry(write, entry);
    });
    return { position };
  }),
};

/** What of the places and speakers of these rows is not at their meeting; null when all is sound. */
function findMissingPlace(connection: Connection, entries: readonly Entry[]): 'agenda_item' | 'attendance' | null {
  for (const [meetingId, rows] of Map.groupBy(entries, (entry) => entry.meetingId)) {
    const items = new Set(rows.map(({ agendaItemId }) => agendaItemId));
    if (![...items].every((id) => isAgendaItemOf(connection, id, meetingId))) return 'agenda_item';
    const speakers = new Set(rows.flatMap(({ speakerAttendanceId }) => speakerAttendanceId ?? []));
    if (![...speakers].every((id) => attendsMeeting(connection, id, meetingId))) return 'attendance';
  }
  return null;
}
