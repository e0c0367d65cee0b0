import { ORPCError } from '@orpc/server';
import type { LetterKind } from '#shared/contract/letters.ts';
import type { EntryKind } from '#shared/contract/entries.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Language } from '#shared/domain/language.ts';
import { putUnderLetterhead } from '#shared/domain/documents/letterhead.ts';
import { buildLetter, type Enclosure } from '#shared/domain/letters/index.ts';
import { createPlainWriter } from '#shared/domain/letters/plain-writer.ts';
import { zonedClock } from '#shared/domain/minutes/dates.ts';
import { type MinutesDocument, type MinutesLabels, numberEntries } from '#shared/domain/minutes/index.ts';
import type { Context } from '../../context.ts';
import type { VersionRow } from '../../db/process-rows.ts';
import { readLabels } from '../../documents/labels.ts';
import { readLetterWords } from '../../documents/letter-words.ts';
import { readPaperWords } from '../../documents/paper-words.ts';
import { listAttachments, readContent } from '../attachments/index.ts';
import { type LoadedLetterhead, loadLetterhead } from '../letterheads/index.ts';
import { loadRecord, parseRecord } from '../records/index.ts';
import { countVersions, findAgreed, findCirculated, listAgreedOn } from './repository.ts';

export interface LetterRequest {
  kind: LetterKind;
  recipientId: string | null;
  language: Language;
  due: string | null;
  note: string;
  /** Instead of the usual one, where it is not empty. */
  subject: string;
  /** What goes with a letter of kind `documents`. */
  enclosures: readonly Enclosure[];
  /** When it is, or was, written. */
  atMs: number;
}

/** The minutes that a letter goes with. */
export interface Circulated {
  circulationId: string | null;
  versionNumber: number;
  /** Null: not kept yet, only to be looked at. */
  version: VersionRow | null;
  /** The meeting as the version has it. */
  record: MeetingRecord;
}

/** Everything that is needed to write letters about one meeting, read once for all of them. */
export interface Desk {
  record: MeetingRecord;
  /** The organisation under whose letterhead they go out; null: under none. */
  letterheadId: string | null;
  write(request: LetterRequest, circulated: Circulated | null): { subject: string; document: MinutesDocument };
}

/** Undefined: there is no such meeting. Throws NOT_FOUND for a letterhead of an organisation that is gone. */
export function openDesk(
  { connection }: Context,
  meetingId: string,
  letterheadId: string | null = null,
): Desk | undefined {
  const record = loadRecord(connection, meetingId);
  if (record === undefined) return undefined;
  const letterhead = letterheadId === null ? null : loadLetterhead(connection, letterheadId);
  if (letterhead === undefined) throw new ORPCError('NOT_FOUND', { status: 404, data: { kind: 'organization' } });
  const labels = readLabels();
  const words = readLetterWords();
  const days = new Map<number, string>();
  const today = (atMs: number): string => {
    const day = days.get(atMs) ?? zonedClock(atMs, record.meeting.zone).date;
    days.set(atMs, day);
    return day;
  };
  const listAgreements = (circulated: Circulated | null): { sideId: string | null; date: string }[] =>
    circulated?.version ? listAgreedOn(connection, circulated.version.id) : [];

  return {
    record,
    letterheadId,
    write: ({ atMs, subject: ownSubject, ...request }, circulated) => {
      const { subject, document } = buildLetter(record, request.kind, {
        ...request,
        labels,
        words,
        today: today(atMs),
        versionNumber: circulated?.versionNumber ?? null,
        exampleNumber: circulated === null ? '' : findExampleNumber(circulated.record, labels[request.language]),
        agreed: listAgreements(circulated),
      });
      return {
        subject: ownSubject.trim() === '' ? subject : ownSubject.trim(),
        document: letterhead === null ? document : putUnder(document, letterhead, request.language),
      };
    },
  };
}

function putUnder(
  document: MinutesDocument,
  { letterhead, logo }: LoadedLetterhead,
  language: Language,
): MinutesDocument {
  const words = readPaperWords()[language];
  const writer = createPlainWriter(language, readLabels()[language]);
  return {
    ...document,
    ...(logo !== null && { logo }),
    sections: document.sections.map((section) => putUnderLetterhead(section, letterhead, words, writer)),
  };
}

/** A file that should be kept cannot be read. */
export function contentDamaged(name: string): Error {
  return new ORPCError('CONTENT_DAMAGED', { status: 500, data: { names: [name] } });
}

/** The minutes of the circulation (null: of the one under way); undefined if there is none, or its record is damaged. */
export function loadCirculated(
  { connection }: Context,
  meetingId: string,
  circulationId: string | null,
): Circulated | undefined {
  const found = findCirculated(connection, meetingId, circulationId);
  if (found === undefined) return undefined;
  const record = readVersionRecord(connection, meetingId, found.version.id);
  if (record === undefined) return undefined;
  return { ...found, versionNumber: found.version.number, record };
}

/** The minutes as they stand, for a look before they are circulated. */
export function pretendCirculated({ connection }: Context, record: MeetingRecord): Circulated {
  const versionNumber = countVersions(connection, record.meeting.id) + 1;
  return { circulationId: null, versionNumber, version: null, record };
}

/** The version that the sides agreed to last, with its kept files. */
export function loadAgreed({ connection }: Context, meetingId: string): Circulated | undefined {
  const version = findAgreed(connection, meetingId);
  if (version === undefined) return undefined;
  const record = readVersionRecord(connection, meetingId, version.id);
  return record && { circulationId: null, versionNumber: version.number, version, record };
}

function readVersionRecord(
  connection: Context['connection'],
  meetingId: string,
  versionId: string,
): MeetingRecord | undefined {
  const file = listAttachments(connection, meetingId).find(
    (attachment) => attachment.versionId === versionId && attachment.kind === 'version_record',
  );
  const bytes = file && readContent(connection, file.sha256);
  const parsed = bytes && parseRecord(bytes);
  return parsed === undefined || 'problems' in parsed ? undefined : parsed.record;
}

/** A number as it stands in the minutes, to show how to quote one: of a decision if there is any. */
function findExampleNumber(record: MeetingRecord, labels: MinutesLabels): string {
  const numbers = numberEntries(record.agenda, record.entries);
  const of = (kind: EntryKind): string | undefined =>
    numbers.get(record.entries.find((entry) => entry.kind === kind && numbers.has(entry.id))?.id ?? '');
  const [decision, proposal] = [of('decision'), of('proposal')];
  if (decision !== undefined) return labels.decisionNumber(decision).replace(/\.$/u, '');
  return proposal === undefined ? (of('action') ?? '') : labels.proposalNumber(proposal);
}
