import { type DocumentFormat, type DocumentKind, documentOptions } from '#shared/contract/documents.ts';
import type { LetterKind } from '#shared/contract/letters.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Enclosure } from '#shared/domain/letters/index.ts';
import type { MinutesDocument } from '#shared/domain/minutes/document.ts';
import { dateHere } from '#shared/domain/date-here.ts';
import type { Context } from '../../context.ts';
import { readLabels } from '../../documents/labels.ts';
import { exporters } from '../../formats.ts';
import { type ActionsNow, listDatedActions, writeActionsCalendar } from '../../mail/actions-ics.ts';
import type { MailAttachment } from '../../mail/eml.ts';
import { writeCalendar } from '../../mail/ics.ts';
import { loadActionsNow } from '../actions/index.ts';
import { listAttachments, readContent } from '../attachments/index.ts';
import { namePlanned, planDocuments, renderPlanned } from '../documents/index.ts';
import { loadStandingRecord } from '../versions/index.ts';
import { contentDamaged, type Circulated, type Desk } from './desk.ts';
import { nameFile, namePlainly } from './names.ts';
import { findCalendarSequence } from './repository.ts';

export const calendarMediaType = 'text/calendar; charset=utf-8';

/** Who reads a letter, as far as that decides what goes with it. */
export interface Reader {
  language: Language;
  /** Whose extract they get; null: the minutes have nothing of their organisation, or no extract was chosen. */
  organizationId: string | null;
}

/** What was chosen to go with letters. */
export interface Chosen {
  documents: readonly { kind: DocumentKind; format: DocumentFormat }[];
  hasActionsCalendar: boolean;
}

/** What goes with letters of one kind; each document is made once for all who read it. */
export interface Enclosures {
  /** As the letter names them. */
  list(reader: Reader): Enclosure[];
  /** What was chosen and does not go to this reader. */
  omitted(reader: Reader): DocumentKind[];
  /** Names of the files; nothing is made. */
  names(reader: Reader): string[];
  /** The documents among them, to be looked at. */
  documents(reader: Reader, letter: MinutesDocument): MinutesDocument[];
  make(reader: Reader, letter: MinutesDocument): Promise<MailAttachment[]>;
}

/** A document of the meeting in one or several formats. */
interface Ordered {
  kind: DocumentKind;
  formats: DocumentFormat[];
  record: MeetingRecord;
}

interface Part {
  name: string;
  plainName: string;
  mediaType: string;
  make: (letter: MinutesDocument) => Promise<Uint8Array>;
}

export function gatherEnclosures(
  context: Context,
  desk: Desk,
  kind: LetterKind,
  circulated: Circulated | null,
  chosen: Chosen,
): Enclosures {
  const { record } = desk;
  const once = remember<Promise<Uint8Array>>();
  const partsOnce = remember<Part[]>();
  const planOnce = remember<ReturnType<typeof plan>>();
  const actionsNow: ActionsNow = chosen.hasActionsCalendar
    ? loadActionsNow(context.connection, record, dateHere(context.clock()))
    : new Map();
  const hasActions = chosen.hasActionsCalendar && listDatedActions(record, actionsNow).length > 0;
  const chosenKinds = [...new Set(chosen.documents.map((document) => document.kind))];
  const standing =
    kind === 'documents' ? (loadStandingRecord(context.connection, record.meeting.id) ?? record) : record;

  function order({ organizationId }: Reader): Ordered[] {
    switch (kind) {
      case 'invitation':
        return record.agenda.length === 0 ? [] : [{ kind: 'agenda', formats: ['pdf'], record }];
      case 'circulation':
        return circulated === null ? [] : [{ kind: 'minutes', formats: ['pdf', 'docx'], record: circulated.record }];
      case 'documents':
        return chosenKinds
          .filter((one) => one !== 'extract' || organizationId !== null)
          .map((one) => {
            const formats = chosen.documents.filter((document) => document.kind === one).map(({ format }) => format);
            return { kind: one, formats: [...new Set(formats)], record: standing };
          });
      case 'reminder':
      case 'circulation_reminder':
      case 'agreed':
        return [];
    }
  }

  const keyOf = (ordered: Ordered, { language, organizationId }: Reader): string =>
    [ordered.kind, language, ordered.kind === 'extract' ? (organizationId ?? '') : ''].join(' ');

  function plan(ordered: Ordered, { language, organizationId }: Reader) {
    const options = documentOptions.parse({
      meetingId: record.meeting.id,
      kind: ordered.kind,
      languages: [language],
      organizationId: ordered.kind === 'extract' ? organizationId : null,
      letterheadId: desk.letterheadId,
    });
    const [planned] = planDocuments(context, ordered.record, options);
    if (planned === undefined) throw new Error(`no document of kind ${ordered.kind} was planned`);
    return { options, planned };
  }
  const planFor = (ordered: Ordered, reader: Reader): ReturnType<typeof plan> =>
    planOnce(keyOf(ordered, reader), () => plan(ordered, reader));

  function documentParts(reader: Reader): Part[] {
    return order(reader).flatMap((ordered) => {
      const { options, planned } = planFor(ordered, reader);
      return ordered.formats.map((format) => ({
        name: namePlanned(context, ordered.record, options, planned, format),
        plainName: namePlainly(record, ordered.kind, reader.language, format),
        mediaType: exporters[format].mediaType,
        make: () =>
          once(
            `${format} ${keyOf(ordered, reader)}`,
            async () => (await renderPlanned(context, planned, format)).bytes,
          ),
      }));
    });
  }

  /** The letter itself and the meeting for a calendar go with an invitation only. */
  const letterPart = (language: Language): Part => ({
    name: nameFile(record, 'invitation', language, 'pdf'),
    plainName: namePlainly(record, 'invitation', language, 'pdf'),
    mediaType: exporters.pdf.mediaType,
    make: async (letter) => (await context.documents.renderPdf(letter)).bytes,
  });
  const calendarPart = (
    sort: 'calendar' | 'actions_calendar',
    language: Language,
    write: () => Promise<Uint8Array>,
  ): Part => ({
    name: nameFile(record, sort, language, 'ics'),
    plainName: namePlainly(record, sort, language, 'ics'),
    mediaType: `${calendarMediaType}; method=PUBLISH`,
    make: write,
  });

  /** The kept files, not new ones: what was agreed is what is sent. */
  function keptParts(of: Circulated, language: Language): Part[] {
    const kept = listAttachments(context.connection, record.meeting.id).filter(
      ({ versionId, kind: sort }) =>
        versionId === of.version?.id && (sort === 'version_pdf' || sort === 'version_docx'),
    );
    const own = kept.filter((file) => file.language === language);
    return (own.length === 0 ? kept : own).map((file) => ({
      name: file.name,
      plainName: namePlainly(
        record,
        'minutes',
        file.language ?? language,
        file.kind === 'version_pdf' ? 'pdf' : 'docx',
      ),
      mediaType: file.mediaType,
      make: () =>
        once(file.id, () => {
          const bytes = readContent(context.connection, file.sha256);
          return bytes === undefined ? Promise.reject(contentDamaged(file.name)) : Promise.resolve(bytes);
        }),
    }));
  }

  function partsFor(reader: Reader): Part[] {
    return partsOnce([reader.language, reader.organizationId ?? ''].join(' '), () => parts(reader));
  }

  function parts(reader: Reader): Part[] {
    const { language } = reader;
    const isInvitation = kind === 'invitation';
    return [
      ...(isInvitation ? [letterPart(language)] : []),
      ...documentParts(reader),
      ...(kind === 'agreed' && circulated !== null ? keptParts(circulated, language) : []),
      ...(isInvitation
        ? [calendarPart('calendar', language, () => once('calendar', () => renderCalendar(context, desk)))]
        : []),
      ...(hasActions
        ? [calendarPart('actions_calendar', language, () => once(`actions ${language}`, () => renderActions(language)))]
        : []),
    ];
  }

  async function renderActions(language: Language): Promise<Uint8Array> {
    const options = { language, labels: readLabels(), nowMs: context.clock(), now: actionsNow };
    return new TextEncoder().encode(await writeActionsCalendar(record, options));
  }

  return {
    list: (reader) => [
      ...order(reader).map(({ kind: sort, formats }) => ({ kind: sort, formats })),
      ...(hasActions ? [{ kind: 'actions_calendar' as const, formats: ['ics'] }] : []),
    ],
    omitted: (reader) => {
      const going = new Set(order(reader).map((ordered) => ordered.kind));
      return kind === 'documents' ? chosenKinds.filter((one) => !going.has(one)) : [];
    },
    names: (reader) => partsFor(reader).map(({ name }) => name),
    documents: (reader, letter) => {
      const shown: Ordered[] =
        kind === 'agreed' && circulated !== null
          ? [{ kind: 'minutes', formats: [], record: circulated.record }]
          : order(reader);
      return [
        ...(kind === 'invitation' ? [letter] : []),
        ...shown.map((ordered) => planFor(ordered, reader).planned.document),
      ];
    },
    make: async (reader, letter) => {
      const attachments: MailAttachment[] = [];
      for (const { make, ...part } of partsFor(reader)) attachments.push({ ...part, bytes: await make(letter) });
      return attachments;
    },
  };
}

export async function renderCalendar(context: Context, desk: Desk): Promise<Uint8Array<ArrayBuffer>> {
  const text = await writeCalendar(desk.record, {
    labels: readLabels(),
    sequence: findCalendarSequence(context.connection, desk.record.meeting.id),
    nowMs: context.clock(),
  });
  return new TextEncoder().encode(text);
}

/** Makes what has a key once. */
function remember<Value>(): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, make) => {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
  };
}
