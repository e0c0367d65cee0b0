import type { EntryText } from '../../contract/entries.ts';
import type { HeadingState, MeetingRecord } from '../../contract/records.ts';
import type { Heading, HeadingKind } from '../../contract/translations.ts';
import { filledLanguages, type Language, type LocalizedText } from '../language.ts';
import { compareByOrderKey } from '../minutes/numbering.ts';
import { usualSource } from './source.ts';

/** The headings of a record in the order of the minutes, as far as they are written, with what it says of them. */
export function headingsOf(record: MeetingRecord): Heading[] {
  const { meeting, agenda, agreements, headingStates = [] } = record;
  const states = new Map(headingStates.map((state) => [`${state.kind}/${state.id}`, state]));
  const describe = (kind: HeadingKind, id: string, placeId: string, text: LocalizedText): Heading[] => {
    if (filledLanguages(text).length === 0) return [];
    const state = states.get(`${kind}/${id}`);
    const sourceLanguage = state?.sourceLanguage ?? usualSource(text, meeting.workingLanguages) ?? 'en';
    const textIn = (language: Language): EntryText => ({ text: text[language], ...stateIn(state, language) });
    const texts = { en: textIn('en'), ru: textIn('ru'), zh: textIn('zh') };
    return [{ kind, id, meetingId: meeting.id, placeId, sourceLanguage, texts }];
  };
  return [
    ...describe('meeting_title', meeting.id, meeting.id, meeting.title),
    ...describe('meeting_theme', meeting.id, meeting.id, meeting.theme),
    ...describe('meeting_framework', meeting.id, meeting.id, meeting.framework),
    ...[...agenda].sort(compareByOrderKey).flatMap(({ id, title }) => describe('agenda_title', id, id, title)),
    ...[...agreements]
      .sort(compareByOrderKey)
      .flatMap(({ id, title, parties }) => [
        ...describe('agreement_title', id, id, title),
        ...parties.flatMap((party) => describe('party_description', party.id, id, party.description)),
      ]),
  ];
}

function stateIn(state: HeadingState | undefined, language: Language): Omit<EntryText, 'text'> {
  return state?.texts[language] ?? { revision: 0, baseRevision: null, status: 'draft' };
}
