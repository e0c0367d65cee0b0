import type { MeetingReference } from '../../contract/follow-up.ts';
import { chooseText, type Language, type LocalizedText } from '../language.ts';
import { formatDate } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph } from '../minutes/document.ts';
import type { LabelsByLanguage } from '../minutes/labels.ts';
import { createRunWriter, type RunWriter } from '../minutes/runs.ts';
import { describePageLabel, numberings } from '../minutes/section.ts';
import type { DossiersByLanguage, DossierWords } from './words.ts';

/** In which language a dossier is written, and with which words. */
export interface DossierBuild {
  language: Language;
  labels: LabelsByLanguage;
  dossiers: DossiersByLanguage;
}

export interface DossierScene {
  writer: RunWriter;
  words: DossierWords;
}

export function createDossierScene({ language, labels, dossiers }: DossierBuild): DossierScene {
  return { writer: createRunWriter(language, labels[language]), words: dossiers[language] };
}

/** A document of one section; `date` (`YYYY-MM-DD`) is the day of which it speaks. */
export function createDossier(
  { writer }: DossierScene,
  values: {
    date: string;
    organisation?: MinutesParagraph;
    title: string;
    subject?: MinutesParagraph;
    isLandscape?: boolean;
    blocks: MinutesBlock[];
  },
): MinutesDocument {
  const { organisation = [], title, subject = [], isLandscape = false, date, blocks } = values;
  const textOf = (runs: MinutesParagraph): string => runs.map(({ text }) => text).join('');
  return {
    title,
    subject: [organisation, subject].map(textOf).filter(Boolean).join(' — '),
    date,
    sections: [
      {
        language: writer.language,
        organisation,
        title: writer.say(title).text,
        subject,
        draftMark: null,
        numbering: numberings[writer.language],
        ...(isLandscape ? { page: 'landscape' } : {}),
        pageLabel: describePageLabel(writer),
        blocks,
      },
    ],
  };
}

/** «Second meeting, 20 November 2026»; where it has no title, the day alone. */
export function describeMeeting(
  { title, date }: Pick<MeetingReference, 'title' | 'date'>,
  { writer, words }: DossierScene,
): MinutesParagraph {
  const { language } = writer;
  const day = formatDate(date, language);
  const name = writer.quote(chooseText(title, language), 'text');
  if (name.length === 0) return [writer.say(words.report.meetingOf(day))];
  // A text that somebody entered keeps its own language inside the words around it.
  const [before = '', after = ''] = words.report.titled(textPlace, day).split(textPlace);
  return [...(before === '' ? [] : [writer.say(before)]), ...name, ...(after === '' ? [] : [writer.say(after)])];
}

/** No text can hold it. */
const textPlace = '\u0001';

/** Paragraphs of a text, or the visible gap where nobody wrote it. */
export function describeText(value: LocalizedText | undefined, { writer }: DossierScene): MinutesBlock[] {
  const paragraphs = value === undefined ? [] : writer.quoteParagraphs(chooseText(value, writer.language));
  const shown = paragraphs.length === 0 ? [[writer.gap(writer.labels.notWritten)]] : paragraphs;
  return shown.map((runs) => ({ kind: 'paragraph', runs }));
}

/** A short text, or the gap. */
export function describeLine(
  value: LocalizedText | undefined,
  gap: string,
  { writer }: DossierScene,
): MinutesParagraph {
  const runs = value === undefined ? [] : writer.quote(chooseText(value, writer.language), 'line');
  return runs.length === 0 ? [writer.gap(gap)] : runs;
}
