import type { TextReference } from '#shared/contract/translations.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { fillFileNamePattern, usualFileNamePattern } from '#shared/domain/documents/file-name.ts';
import { chooseText, type Language } from '#shared/domain/language.ts';
import { formatDateRange } from '#shared/domain/minutes/dates.ts';
import { isReviewed } from '#shared/domain/translations/state.ts';
import type { Connection } from '../../db/connection.ts';
import type { HandOverDocument, HandOverHead } from '../../documents/docx/hand-over.ts';
import { readHandOverWords } from '../../documents/hand-over-words.ts';
import type { MeetingText } from '../translations/index.ts';
import { createCoder, handOverCode } from './codes.ts';
import { type HandedText, type HandOver, listRevisions } from './repository.ts';

export interface Wanted {
  meetingId: string;
  sourceLanguage: Language;
  targetLanguage: Language;
  scope: 'all' | 'open';
}

/** The texts that go to the translator, with a code each. */
export function chooseTexts(
  connection: Connection,
  texts: readonly MeetingText[],
  handOverId: string,
  { sourceLanguage, targetLanguage, scope }: Wanted,
): HandedText[] {
  const nextCode = createCoder(handOverId);
  return texts
    .filter((text) => text.sourceLanguage !== targetLanguage)
    .filter((text) => scope === 'all' || isOpen(text, targetLanguage))
    .flatMap((text) => {
      const language = standIn(text, sourceLanguage, targetLanguage);
      if (language === undefined) return [];
      const { reference, number, texts: written } = text;
      return {
        ...reference,
        code: nextCode(reference.kind, reference.id),
        number,
        sourceLanguage: language,
        source: written[language].text,
        target: written[targetLanguage].text,
        originLanguage: text.sourceLanguage,
        origin: originOf(connection, text, language),
      };
    });
}

const isOpen = (text: MeetingText, language: Language): boolean =>
  !isReviewed(text, language) && text.texts[language].isNotNeeded !== true;

/** The language a row is translated from: the wanted one, else that it was taken down in. */
function standIn(text: MeetingText, wanted: Language, target: Language): Language | undefined {
  return [wanted, text.sourceLanguage].find(
    (language) => language !== target && text.texts[language].text.trim() !== '',
  );
}

/** What the row itself said when the text that is handed over was written: it may be behind already. */
function originOf(
  connection: Connection,
  { reference, sourceLanguage, texts }: MeetingText,
  language: Language,
): string | null {
  const now = texts[sourceLanguage];
  const { baseRevision } = texts[language];
  if (language === sourceLanguage || baseRevision === null || baseRevision >= now.revision) return now.text;
  const kept = listRevisions(connection, { ...reference, language: sourceLanguage });
  return kept.find(({ revision }) => revision === baseRevision)?.text ?? null;
}

export function composeDocument(
  { id, sourceLanguage, targetLanguage, texts }: HandOver,
  meeting: Meeting,
  kindOf: (reference: TextReference) => MeetingText['entryKind'],
): HandOverDocument {
  const own = readHandOverWords(targetLanguage);
  const languages = [targetLanguage, sourceLanguage];
  const code = handOverCode(id);
  return {
    id,
    code,
    date: meeting.date,
    targetLanguage,
    heads: languages.map((language) => describeHead(language, meeting, { sourceLanguage, targetLanguage, code })),
    columns: [0, 1, 2].map((index) =>
      languages.map((language) => ({
        text: readHandOverWords(language).columns(sourceLanguage, targetLanguage)[index] ?? '',
        language,
      })),
    ),
    rows: texts.map((text) => ({
      code: text.code,
      label: own.label(text.kind, kindOf(text), text.number),
      source: { text: text.source, language: text.sourceLanguage },
      target: text.target,
    })),
  };
}

function describeHead(
  language: Language,
  { title, date, endDate }: Meeting,
  { sourceLanguage, targetLanguage, code }: { sourceLanguage: Language; targetLanguage: Language; code: string },
): HandOverHead {
  const words = readHandOverWords(language);
  const { text, language: titleLanguage } = chooseText(title, language);
  return {
    language,
    title: words.title(sourceLanguage, targetLanguage),
    meeting: { text, language: titleLanguage },
    date: formatDateRange(date, endDate, language),
    instruction: words.instruction,
    codeLine: words.codeLine(code),
  };
}

/** «2020-06-16 For translation 3 (EN-RU).docx» */
export function nameFile({ number, date }: Meeting, source: Language, target: Language, extension: string): string {
  return fillFileNamePattern(
    usualFileNamePattern,
    {
      date,
      kind: readHandOverWords(target).fileName,
      number,
      title: '',
      group: '',
      organization: '',
      languages: `${source}-${target}`.toUpperCase(),
      copy: '',
      version: '',
    },
    extension,
  );
}
