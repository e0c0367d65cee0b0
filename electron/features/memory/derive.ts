import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText, filledLanguages, languages, type LocalizedText } from '#shared/domain/language.ts';
import { headingsOf } from '#shared/domain/translations/headings.ts';
import { isReviewed, type Translated } from '#shared/domain/translations/state.ts';
import type { MeetingText } from '../translations/index.ts';

/**
 * What the memory takes of each text: every translation that was reviewed, with its source, because it was read against
 * it. Texts of which nothing was reviewed give nothing; the same texts twice one unit.
 */
export function unitsOf(texts: readonly Translated[]): LocalizedText[] {
  return texts.map(toUnit).filter((unit) => filledLanguages(unit).length > 1);
}

function toUnit(translated: Translated): LocalizedText {
  const { sourceLanguage, texts } = translated;
  const unit = emptyText();
  for (const language of languages) {
    if (language === sourceLanguage || isReviewed(translated, language)) unit[language] = texts[language].text.trim();
  }
  return unit;
}

/**
 * The texts as they were agreed, while an amendment is open: as they are now where the amendment has not changed them
 * (they may have been reviewed after they were agreed), else as the agreed version keeps them.
 */
export function asAgreed(now: readonly MeetingText[], agreed: MeetingRecord): Translated[] {
  const current = new Map(now.map((text) => [nameOf(text.reference), text]));
  const entries = agreed.entries.map((entry) => ({ ...entry, kind: 'entry' }));
  return [...headingsOf(agreed), ...entries].map((text) => {
    const today = current.get(nameOf(text));
    return today !== undefined && isSame(today, text) ? today : text;
  });
}

const nameOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}/${id}`;

const isSame = (one: Translated, other: Translated): boolean =>
  languages.every((language) => one.texts[language].text === other.texts[language].text);
