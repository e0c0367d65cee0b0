import type { TextPlace } from '#shared/contract/translations.ts';
import type { Language } from '#shared/domain/language.ts';
import { findPlace } from './gaps.ts';
import { translatedOf } from './lines.ts';
import type { Review } from './review.ts';

const meetingFields = { title: 'meeting_title', theme: 'meeting_theme', framework: 'meeting_framework' } as const;

/**
 * The text that an address names: `focus` as the other parts of a meeting have it – the id of a row, an agenda item, an
 * agreement, or the name of a field. With a language alone it is the first gap in that language.
 */
export function findTarget(
  review: Review,
  focus: string | undefined,
  language: Language | undefined,
): TextPlace | null {
  const lines = review.lines.get();
  if (focus === undefined) {
    if (language === undefined) return null;
    return findPlace(lines, [language], null, 1, ({ reference }) => review.isGapAt({ ...reference, language }));
  }
  const kind = focus in meetingFields ? meetingFields[focus as keyof typeof meetingFields] : null;
  const line = lines.find(({ reference }) => reference.kind === kind || reference.id === focus);
  if (line === undefined) return null;
  const source = translatedOf(review.session.state.get(), line.reference)?.sourceLanguage ?? 'en';
  return { ...line.reference, language: language ?? source };
}
