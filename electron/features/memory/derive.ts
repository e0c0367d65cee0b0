import type { MeetingRecord } from '#shared/contract/records.ts';
import { emptyText, filledLanguages, languages, type LocalizedText } from '#shared/domain/language.ts';
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
  const unchanged = new Map(now.map((text) => [nameOf(text.reference), text]));
  const titles = new Map(headingsOf(agreed).map((heading) => [nameOf(heading), heading.text]));
  const entries = agreed.entries.map((entry) => {
    const current = unchanged.get(nameOf({ kind: 'entry', id: entry.id }));
    return current !== undefined && isSame(wordingOf(current), wordingOf(entry)) ? current : entry;
  });
  const headings = now.filter((text) => {
    const title = titles.get(nameOf(text.reference));
    return title !== undefined && isSame(wordingOf(text), title);
  });
  return [...headings, ...entries];
}

const nameOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}/${id}`;

const wordingOf = ({ texts }: Translated): LocalizedText => ({
  en: texts.en.text,
  ru: texts.ru.text,
  zh: texts.zh.text,
});

const isSame = (one: LocalizedText, other: LocalizedText): boolean =>
  languages.every((language) => one[language] === other[language]);

function headingsOf({
  meeting,
  agenda,
  agreements,
}: MeetingRecord): { kind: string; id: string; text: LocalizedText }[] {
  return [
    { kind: 'meeting_title', id: meeting.id, text: meeting.title },
    { kind: 'meeting_theme', id: meeting.id, text: meeting.theme },
    { kind: 'meeting_framework', id: meeting.id, text: meeting.framework },
    ...agenda.map(({ id, title }) => ({ kind: 'agenda_title', id, text: title })),
    ...agreements.flatMap(({ id, title, parties }) => [
      { kind: 'agreement_title', id, text: title },
      ...parties.map((party) => ({ kind: 'party_description', id: party.id, text: party.description })),
    ]),
  ];
}
