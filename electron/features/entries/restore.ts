import type { Entry } from '#shared/contract/entries.ts';
import { languages } from '#shared/domain/language.ts';
import { isCurrent } from '#shared/domain/translations/source.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { insertEntry, listEntries, removeEntry, updateEntry } from './repository.ts';
import { writeText } from './texts-repository.ts';

/**
 * Makes the rows of a meeting those of an earlier day, under the same ids; writes only what differs. What became of an
 * action meanwhile is kept: work goes on whatever happens to the minutes. A text that comes back is a new revision of
 * its row; a translation that was right for its source then is right for it again.
 */
export function restoreEntries(
  connection: Connection,
  write: Write,
  meetingId: string,
  wanted: readonly Entry[],
  atMs: number,
): void {
  const stored = new Map(listEntries(connection, meetingId).map((entry) => [entry.id, entry]));
  const wantedById = new Map(wanted.map((entry) => [entry.id, entry]));
  for (const entry of stored.values()) {
    const next = wantedById.get(entry.id);
    if (next === undefined) removeEntry(write, entry);
    else withoutForeignOwners(write, entry, next);
  }
  for (const entry of wanted) {
    const now = stored.get(entry.id);
    if (now === undefined) {
      insertEntry(connection, write, entry, atMs);
      continue;
    }
    updateEntry(write, withOwnersOf(now, entry), withProgressOf(entry, now));
    restoreTexts(connection, write, now, entry, atMs);
  }
}

const ownerIds = ({ action }: Entry): Set<string> => new Set(action?.owners.map(({ id }) => id));

/** The row with those owners only that it is to keep: joined rows took over the owners of others, which are wanted there. */
function withOwnersOf(entry: Entry, wanted: Entry): Entry {
  const known = ownerIds(wanted);
  return entry.action === null
    ? entry
    : { ...entry, action: { ...entry.action, owners: entry.action.owners.filter(({ id }) => known.has(id)) } };
}

function withoutForeignOwners(write: Write, entry: Entry, wanted: Entry): void {
  const known = ownerIds(wanted);
  for (const { id } of entry.action?.owners ?? []) {
    if (!known.has(id)) write.remove('action_owner', { id });
  }
}

function withProgressOf(entry: Entry, now: Entry): Entry {
  if (entry.action === null || now.action === null) return entry;
  return { ...entry, action: { ...entry.action, status: now.action.status } };
}

function restoreTexts(connection: Connection, write: Write, now: Entry, wanted: Entry, atMs: number): void {
  const source = wanted.sourceLanguage;
  const save = (language: typeof source, baseRevision: number | null): number =>
    writeText(connection, write, wanted.id, language, {
      text: wanted.texts[language].text,
      storedRevision: now.texts[language].revision,
      baseRevision,
      atMs,
    });
  const isChanged = (language: typeof source): boolean => wanted.texts[language].text !== now.texts[language].text;
  const sourceRevision = isChanged(source) ? save(source, null) : now.texts[source].revision;
  const isRenewed = sourceRevision !== wanted.texts[source].revision;
  for (const language of languages) {
    const { baseRevision, status } = wanted.texts[language];
    const key = { entry_id: wanted.id, language };
    if (language === source) write.update('entry_text', key, { base_revision: null });
    else {
      const wasInStep = baseRevision !== null && isCurrent(wanted, language);
      const base = baseRevision === null || !isRenewed ? baseRevision : wasInStep ? sourceRevision : 0;
      if (isChanged(language)) save(language, base);
      else write.update('entry_text', key, { base_revision: base });
    }
    const isNotNeeded = wanted.texts[language].isNotNeeded === true ? 1 : 0;
    const isThere = write.update('entry_text', key, { status, is_not_needed: isNotNeeded });
    if (!isThere && isNotNeeded === 1) {
      const unwritten = { text: '', revision: 0, base_revision: baseRevision, status };
      write.insert('entry_text', { ...key, ...unwritten, is_not_needed: isNotNeeded });
    }
  }
}
