import type { Language } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import type { MeetingText } from '../translations/index.ts';
import { isSourceChanged } from './fates.ts';
import { type HandedText, listRevisions } from './repository.ts';

/**
 * The revision of its source that a returned translation is right for; undefined when that is the present one. Where the
 * words that were translated are not kept as an earlier revision, it is 0, of which nothing is known: the text counts as
 * outdated all the same.
 */
export function findBase(
  connection: Connection,
  handed: HandedText,
  present: MeetingText,
  language: Language,
): number | undefined {
  const { reference, sourceLanguage, texts } = present;
  if (sourceLanguage === language || !isSourceChanged(handed, present)) return undefined;
  const translated = wordsThen(handed, sourceLanguage);
  const now = texts[sourceLanguage].revision;
  const kept = listRevisions(connection, { ...reference, language: sourceLanguage });
  return kept.findLast(({ revision, text }) => revision < now && text === translated)?.revision ?? 0;
}

/** What the row's own language said when the translator's source was written. */
function wordsThen({ sourceLanguage, source, originLanguage, origin }: HandedText, language: Language): string | null {
  if (language === sourceLanguage) return source;
  return language === originLanguage ? origin : null;
}
