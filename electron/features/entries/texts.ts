import type { Language } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { toLabel } from './rules.ts';
import { findStoredText, type StoredText, writeText } from './texts-repository.ts';

export interface TextToSave {
  entryId: string;
  language: Language;
  text: string;
  /** The one the editor started from. */
  revision: number;
}

/** The text is there already: sent again after its answer was lost, or nothing differs. */
export function isSaved(stored: StoredText, { language, text, revision }: Omit<TextToSave, 'entryId'>): boolean {
  if (stored.text !== text) return false;
  const isWritten = stored.revision === revision;
  // The same words once more say that a translation is right for the source as it is now.
  const isConfirmed =
    text === '' || language === stored.sourceLanguage || stored.baseRevision === stored.sourceRevision;
  return !isWritten || isConfirmed;
}

/** The beginning of the source text, as it will be. */
export function labelOfText(stored: StoredText, language: Language, text: string): string {
  return language === stored.sourceLanguage ? toLabel(text) || stored.label : stored.label || toLabel(text);
}

/**
 * Replaces words in several texts and answers their revisions in the same order. A translation that was right for its
 * source stays so, one that was behind stays behind: nobody has read it again.
 */
export function replaceTexts(
  connection: Connection,
  write: Write,
  texts: readonly (TextToSave & { stored: StoredText })[],
  atMs: number,
): number[] {
  const revisions = new Map<TextToSave, number>();
  const sourceRevisions = new Map<string, number>();
  const isSource = ({ language, stored }: (typeof texts)[number]): boolean => language === stored.sourceLanguage;
  for (const replacement of [...texts.filter(isSource), ...texts.filter((text) => !isSource(text))]) {
    const { entryId, language, text, stored } = replacement;
    const wasCurrent = stored.baseRevision === null || stored.baseRevision === stored.sourceRevision;
    const sourceRevision = sourceRevisions.get(entryId) ?? stored.sourceRevision;
    const baseRevision = isSource(replacement) ? null : wasCurrent ? sourceRevision : stored.baseRevision;
    const revision =
      stored.text === text
        ? stored.revision
        : writeText(connection, write, entryId, language, {
            text,
            storedRevision: stored.revision,
            baseRevision,
            atMs,
          });
    revisions.set(replacement, revision);
    if (isSource(replacement)) sourceRevisions.set(entryId, revision);
  }
  return texts.map((text) => revisions.get(text) ?? 0);
}

/**
 * One text that was written elsewhere, right for its source as it is now. False when it reads so already, or when its
 * row is gone.
 */
export function writeTranslation(
  connection: Connection,
  write: Write,
  { entryId, language, text }: Omit<TextToSave, 'revision'>,
  atMs: number,
): boolean {
  const stored = findStoredText(connection, entryId, language);
  if (stored === undefined || stored.text === text) return false;
  const baseRevision = language === stored.sourceLanguage ? null : stored.sourceRevision;
  writeText(connection, write, entryId, language, { text, storedRevision: stored.revision, baseRevision, atMs });
  return true;
}
