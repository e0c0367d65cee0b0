import type { TranslationProgress } from '#shared/contract/translations.ts';
import { countTexts } from '#shared/domain/translations/progress.ts';
import type { Connection } from '../../db/connection.ts';
import { loadHeadings } from './headings.ts';
import { listEntryTexts } from './texts-repository.ts';

/** Of the meetings that are here, in the order asked for. */
export function readProgress(connection: Connection, meetingIds: readonly string[]): TranslationProgress[] {
  return meetingIds.flatMap((meetingId) => {
    const headings = loadHeadings(connection, meetingId);
    if (headings === undefined) return [];
    return { meetingId, languages: countTexts([...headings, ...listEntryTexts(connection, meetingId)]) };
  });
}
