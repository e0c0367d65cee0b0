import type { Entry } from '#shared/contract/entries.ts';
import { commit } from '../../context.ts';
import { os } from '../../implement.ts';
import {
  findEntry,
  findStoredText,
  insertEntry,
  listRevisions,
  removeEntry,
  updateEntry,
  writeText,
} from './repository.ts';

export const entriesHandlers = {
  add: os.entries.add.handler(({ context, input, errors }) => {
    const [item] = context.connection.sql(
      'SELECT 1 FROM agenda_item WHERE id = ? AND meeting_id = ?',
      input.agendaItemId,
      input.meetingId,
    );
    if (item === undefined) throw errors.NOT_FOUND({ data: { kind: 'agenda_item' } });
    commit(context, { name: 'entry.add', label: entryLabel(input) }, (write) => {
      insertEntry(context.connection, write, input, context.clock());
    });
    return { id: input.id };
  }),

  update: os.entries.update.handler(({ context, input, errors }) => {
    const stored = findEntry(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    const next = { ...stored, ...input };
    commit(context, { name: 'entry.update', label: entryLabel(next) }, (write) => {
      updateEntry(write, stored, next);
    });
    return { id: input.id };
  }),

  saveText: os.entries.saveText.handler(({ context, input, errors }) => {
    const stored = findStoredText(context.connection, input.entryId, input.language);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    if (stored.revision !== input.revision) throw errors.CONFLICT({ data: { revision: stored.revision } });
    const savedAtMs = context.clock();
    const baseRevision = input.language === stored.sourceLanguage ? null : stored.sourceRevision;
    const head = { name: 'entry.text', label: stored.label || input.text.slice(0, 60) } as const;
    const revision = commit(context, head, (write) =>
      writeText(context.connection, write, input.entryId, input.language, {
        text: input.text,
        storedRevision: stored.revision,
        baseRevision,
        atMs: savedAtMs,
      }),
    );
    return { revision, savedAtMs };
  }),

  history: os.entries.history.handler(({ context, input }) => listRevisions(context.connection, input.entryId)),

  remove: os.entries.remove.handler(({ context, input, errors }) => {
    const stored = findEntry(context.connection, input.id);
    if (stored === undefined) throw errors.NOT_FOUND({ data: { kind: 'entry' } });
    commit(context, { name: 'entry.remove', label: entryLabel(stored) }, (write) => {
      removeEntry(write, stored);
    });
    return { id: input.id };
  }),
};

const entryLabel = (entry: Entry): string => entry.texts[entry.sourceLanguage].text.slice(0, 60);
