import type { LetterKind } from '#shared/contract/letters.ts';
import { shorten, toFileName } from '#shared/domain/file-name.ts';
import type { Language } from '#shared/domain/language.ts';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import type { Context } from '../../context.ts';
import { readLabels } from '../../documents/labels.ts';
import { readLetterWords } from '../../documents/letter-words.ts';
import { exporters } from '../../formats.ts';
import type { MailAttachment } from '../../mail/eml.ts';
import { writeCalendar } from '../../mail/ics.ts';
import { listAttachments, readContent } from '../attachments/index.ts';
import { describeFileName } from '../../documents/file-name.ts';
import type { Circulated, Desk } from './desk.ts';
import { findCalendarSequence } from './repository.ts';

type Format = 'pdf' | 'docx';
type NamedKind = LetterKind | 'agenda' | 'calendar';

const longestName = 90;

/** «2026-12-15 Invitation (EN).pdf»; with `who`: «2026-12-15 Приглашение Орлова Марина Ивановна (RU).eml». */
export function nameFile(desk: Desk, kind: NamedKind, language: Language, extension: string, who = ''): string {
  const word = readLetterWords()[language].fileName[kind];
  const person = shorten(who.trim(), longestName);
  const parts = [desk.record.meeting.date, word, person, `(${language.toUpperCase()})`];
  return toFileName(`${parts.filter((part) => part !== '').join(' ')}.${extension}`);
}

/** The name in ASCII, for mail programs that read no other. */
const plainNames: Record<NamedKind | 'minutes', string> = {
  invitation: 'Invitation',
  reminder: 'Reminder',
  circulation: 'Letter',
  circulation_reminder: 'Reminder',
  agreed: 'Letter',
  documents: 'Letter',
  agenda: 'Agenda',
  calendar: 'Meeting',
  minutes: 'Minutes',
};

const plainName = (desk: Desk, kind: NamedKind | 'minutes', language: Language, extension: string): string =>
  `${desk.record.meeting.date}_${plainNames[kind]}_${language.toUpperCase()}.${extension}`;

export async function render(
  context: Context,
  document: MinutesDocument,
  format: Format,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'pdf') return (await context.documents.renderPdf(document)).bytes;
  // The library weighs a megabyte: loaded when the first DOCX is asked for.
  return (await import('../../documents/docx/index.ts')).renderDocx(document);
}

export const calendarMediaType = 'text/calendar; charset=utf-8';

export async function renderCalendar(context: Context, desk: Desk): Promise<Uint8Array<ArrayBuffer>> {
  const text = await writeCalendar(desk.record, {
    labels: readLabels(),
    sequence: findCalendarSequence(context.connection, desk.record.meeting.id),
    nowMs: context.clock(),
  });
  return new TextEncoder().encode(text);
}

/** What goes with letters of one kind; each document of a language is made once for all who read it. */
export interface Enclosures {
  /** Names alone, nothing is made. */
  names(language: Language): string[];
  make(language: Language, letter: MinutesDocument): Promise<MailAttachment[]>;
}

export function gatherEnclosures(
  context: Context,
  desk: Desk,
  kind: LetterKind,
  circulated: Circulated | null,
  atMs: number,
): Enclosures {
  const made = new Map<string, Promise<Uint8Array>>();
  const once = (key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  };

  function parts(language: Language): { name: string; plainName: string; mediaType: string; make: Maker }[] {
    if (kind === 'invitation') return invitationParts(language);
    if (kind === 'circulation' && circulated !== null) return circulationParts(language, circulated);
    if (kind === 'agreed' && circulated !== null) return agreedParts(language, circulated);
    return [];
  }

  function invitationParts(language: Language): Part[] {
    const letter: Part = {
      name: nameFile(desk, 'invitation', language, 'pdf'),
      plainName: plainName(desk, 'invitation', language, 'pdf'),
      mediaType: exporters.pdf.mediaType,
      make: (document) => render(context, document, 'pdf'),
    };
    const agenda: Part = {
      name: nameFile(desk, 'agenda', language, 'pdf'),
      plainName: plainName(desk, 'agenda', language, 'pdf'),
      mediaType: exporters.pdf.mediaType,
      make: () => once(`agenda ${language}`, () => render(context, desk.writeAgenda(language, atMs), 'pdf')),
    };
    const calendar: Part = {
      name: nameFile(desk, 'calendar', language, 'ics'),
      plainName: plainName(desk, 'calendar', language, 'ics'),
      mediaType: `${calendarMediaType}; method=PUBLISH`,
      make: () => once('calendar', () => renderCalendar(context, desk)),
    };
    return [letter, ...(desk.record.agenda.length === 0 ? [] : [agenda]), calendar];
  }

  function circulationParts(language: Language, of: Circulated): Part[] {
    return (['pdf', 'docx'] as const).map((format) => ({
      name: describeFileName(of.record, [language], format),
      plainName: plainName(desk, 'minutes', language, format),
      mediaType: exporters[format].mediaType,
      make: () => once(`${format} ${language}`, () => render(context, desk.writeMinutes(of, language), format)),
    }));
  }

  /** The kept files, not new ones: what was agreed is what is sent. */
  function agreedParts(language: Language, of: Circulated): Part[] {
    const kept = listAttachments(context.connection, desk.record.meeting.id).filter(
      ({ versionId, kind: sort }) =>
        versionId === of.version?.id && (sort === 'version_pdf' || sort === 'version_docx'),
    );
    const own = kept.filter((file) => file.language === language);
    return (own.length === 0 ? kept : own).map((file) => ({
      name: file.name,
      plainName: plainName(desk, 'minutes', file.language ?? language, file.kind === 'version_pdf' ? 'pdf' : 'docx'),
      mediaType: file.mediaType,
      make: () =>
        once(file.id, () => {
          const bytes = readContent(context.connection, file.sha256);
          if (bytes === undefined) throw new Error(`content of attachment ${file.id} is damaged`);
          return Promise.resolve(bytes);
        }),
    }));
  }

  return {
    names: (language) => parts(language).map(({ name }) => name),
    make: async (language, letter) => {
      const attachments: MailAttachment[] = [];
      for (const { make, ...part } of parts(language)) attachments.push({ ...part, bytes: await make(letter) });
      return attachments;
    },
  };
}

type Maker = (letter: MinutesDocument) => Promise<Uint8Array>;
interface Part {
  name: string;
  plainName: string;
  mediaType: string;
  make: Maker;
}
