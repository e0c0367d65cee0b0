import { ORPCError } from '@orpc/server';
import { type Entry, entry as entrySchema } from '#shared/contract/entries.ts';
import { languages } from '#shared/domain/language.ts';
import { mergeEntries } from '#shared/domain/minutes/merge-entries.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { joinFollowUp } from './follow-up-repository.ts';
import { removeEntry, updateEntry } from './repository.ts';
import { notNeededOfBoth, translationsInStep } from './rules.ts';
import { writeText } from './texts-repository.ts';

/** The row as it becomes, its revisions still the stored ones. Two long texts may be too long together: nothing is cut. */
export function joinEntries(entry: Entry, other: Entry): Entry {
  const { texts, action, mentions } = mergeEntries(entry, other);
  const withText = (language: keyof typeof texts) => ({ ...entry.texts[language], text: texts[language] });
  const joined = entrySchema.safeParse({
    ...entry,
    action,
    mentions,
    texts: { en: withText('en'), ru: withText('ru'), zh: withText('zh') },
  });
  if (!joined.success) throw new ORPCError('BAD_REQUEST', { message: 'too long together' });
  return joined.data;
}

export function writeJoined(
  connection: Connection,
  write: Write,
  entry: Entry,
  other: Entry,
  joined: Entry,
  { atMs, newId }: { atMs: number; newId: () => string },
): void {
  joinFollowUp(connection, write, entry, other, newId);
  // First, because its owners keep their ids.
  removeEntry(write, other);
  updateEntry(write, entry, joined);
  const notNeeded = notNeededOfBoth(entry, other);
  for (const language of languages) {
    if (entry.texts[language].isNotNeeded === true && !notNeeded.has(language)) {
      write.update('entry_text', { entry_id: entry.id, language }, { is_not_needed: 0 });
    }
  }
  const { sourceLanguage: source } = entry;
  const changed = new Set(languages.filter((language) => joined.texts[language].text !== entry.texts[language].text));
  if (changed.size === 0) return;
  const save = (language: typeof source, baseRevision: number | null): number =>
    writeText(connection, write, entry.id, language, {
      text: joined.texts[language].text,
      storedRevision: entry.texts[language].revision,
      baseRevision,
      atMs,
    });
  const translations = languages.filter((language) => language !== source);
  const inStep = translationsInStep(entry, other);
  const isRenewed = changed.has(source) || translations.some((language) => !inStep.has(language));
  const sourceRevision = isRenewed ? save(source, null) : entry.texts[source].revision;
  for (const language of translations) {
    const baseRevision = inStep.has(language) ? sourceRevision : (entry.texts[language].baseRevision ?? 0);
    if (changed.has(language)) save(language, baseRevision);
    else write.update('entry_text', { entry_id: entry.id, language }, { base_revision: baseRevision });
  }
}
