import { documentTraits } from '#shared/domain/documents/traits.ts';
import type { UnsuitableReason } from '#shared/contract/documents.ts';
import type { Letter, LetterKind } from '#shared/contract/letters.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { chooseText, filledLanguages, languages } from '#shared/domain/language.ts';
import { isLocked, type MeetingStatus } from '#shared/domain/meeting-moves.ts';
import { commit, type Context } from '../../context.ts';
import { exporters } from '../../formats.ts';
import { os } from '../../implement.ts';
import { describeBody } from '../../mail/body.ts';
import { describeMailto } from '../../mail/mailto.ts';
import { logExport } from '../documents/index.ts';
import { loadRecord } from '../records/index.ts';
import { loadSettings } from '../settings/index.ts';
import { type Circulated, type Desk, loadAgreed, loadCirculated, openDesk, pretendCirculated } from './desk.ts';
import { bundleLetters, logDrafts, makeDrafts, readKeptDraft, writeAnew } from './drafts.ts';
import { calendarMediaType, type Chosen, gatherEnclosures, type Reader, renderCalendar } from './enclosures.ts';
import { nameFile } from './names.ts';
import { createExtractFinder, describeRecipients, nameRecipient, withoutWriter } from './recipients.ts';
import {
  findLetters,
  findResponses,
  insertLetter,
  listLetters,
  listUnansweredCirculations,
  listUnansweredInvitations,
} from './repository.ts';

const labelOf = (desk: Desk): string => chooseText(desk.record.meeting.title, 'en').text;

const needsCirculation = (kind: LetterKind): boolean => kind === 'circulation' || kind === 'circulation_reminder';

/** The minutes that letters of a kind go with: null for those about the meeting; undefined if there are none. */
function findMinutes(
  context: Context,
  desk: Desk,
  kind: LetterKind,
  circulationId: string | null,
): Circulated | null | undefined {
  const { id } = desk.record.meeting;
  if (needsCirculation(kind)) return loadCirculated(context, id, circulationId);
  return kind === 'agreed' ? loadAgreed(context, id) : null;
}

/** A document in a format in which it is not made. */
function findUnsuitable({ documents }: Chosen): UnsuitableReason | null {
  const isMade = documents.every(({ kind, format }) => documentTraits[kind].formats.includes(format));
  return isMade ? null : 'format-not-for-kind';
}

/** What decides which enclosures somebody gets. */
function createReaders(
  record: MeetingRecord,
  kind: LetterKind,
  { documents }: Chosen,
): (recipient: { attendanceId: string | null; language: Letter['language'] }) => Reader {
  const hasExtract = kind === 'documents' && documents.some((document) => document.kind === 'extract');
  const findOrganization = hasExtract ? createExtractFinder(record) : () => null;
  return ({ attendanceId, language }) => ({ language, organizationId: findOrganization(attendanceId) });
}

const noSubjects = { en: '', ru: '', zh: '' };

export const lettersHandlers = {
  list: os.letters.list.handler(({ context, input, errors }) => {
    if (loadRecord(context.connection, input.meetingId) === undefined) {
      throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    }
    return listLetters(context.connection, input.meetingId);
  }),

  recipients: os.letters.recipients.handler(({ context, input, errors }) => {
    const record = loadRecord(context.connection, input.meetingId);
    if (record === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const { secretaryName } = loadSettings(context.connection);
    return withoutWriter(describeRecipients(record), record, secretaryName.trim());
  }),

  preview: os.letters.preview.handler(async ({ context, input, errors }) => {
    const desk = openDesk(context, input.meetingId, input.letterheadId);
    if (desk === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const unsuitable = findUnsuitable(input);
    if (unsuitable !== null) throw errors.OPTIONS_UNSUITABLE({ data: { reason: unsuitable } });
    const { kind, language, attendanceId, due } = input;
    const person = describeRecipients(desk.record).find((recipient) => recipient.attendanceId === attendanceId);
    if (person === undefined) throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
    const found = findMinutes(context, desk, kind, input.circulationId);
    // Before the minutes are circulated the letter can be looked at already.
    const circulated = found ?? (needsCirculation(kind) ? pretendCirculated(context, desk.record) : null);
    if (found === undefined && (input.circulationId !== null || kind === 'agreed')) {
      throw errors.NOT_FOUND({ data: { kind: kind === 'agreed' ? 'version' : 'circulation' } });
    }
    const reader = createReaders(desk.record, kind, input)({ attendanceId, language });
    const enclosures = gatherEnclosures(context, desk, kind, circulated, input);
    const { subject, document } = desk.write(
      {
        kind,
        recipientId: attendanceId,
        language,
        due,
        note: input.notes[language],
        subject: input.subjects[language],
        enclosures: enclosures.list(reader),
        atMs: context.clock(),
      },
      circulated,
    );
    const pages: string[] = [];
    for (const shown of enclosures.documents(reader, document)) {
      pages.push(...(await context.documents.renderPages(shown)).pages);
    }
    const body = describeBody(document).text;
    return {
      subject,
      body,
      attachments: enclosures.names(reader),
      omitted: enclosures.omitted(reader),
      pages,
      mailto: describeMailto(person.email, subject, body),
    };
  }),

  draft: os.letters.draft.handler(async ({ context, input, errors }) => {
    const desk = openDesk(context, input.meetingId, input.letterheadId);
    if (desk === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const unsuitable = findUnsuitable(input);
    if (unsuitable !== null) throw errors.OPTIONS_UNSUITABLE({ data: { reason: unsuitable } });
    const circulated = findMinutes(context, desk, input.kind, input.circulationId);
    if (circulated === undefined) {
      throw errors.NOT_FOUND({ data: { kind: input.kind === 'agreed' ? 'version' : 'circulation' } });
    }
    const people = new Map(describeRecipients(desk.record).map((person) => [person.attendanceId, person]));
    const ids = input.recipients.map(({ id }) => id);
    const known = new Map(
      findLetters(context.connection, ids)
        .filter(({ meetingId }) => meetingId === input.meetingId)
        .map((letter) => [letter.id, letter]),
    );
    const isKnown = ({ id }: Letter): boolean => known.has(id);
    const atMs = context.clock();
    const letters = input.recipients.map(({ id, attendanceId, language }): Letter => {
      const person = people.get(attendanceId);
      if (person === undefined) throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
      const again = known.get(id);
      if (again !== undefined) return again;
      return {
        id,
        meetingId: input.meetingId,
        circulationId: circulated?.circulationId ?? null,
        kind: input.kind,
        attendanceId,
        name: nameRecipient(desk.record, attendanceId, language),
        email: person.email,
        language,
        due: input.due,
        note: input.notes[language],
        draftedAtMs: atMs,
        sentAtMs: null,
        draftSha256: '',
      };
    });
    const enclosures = gatherEnclosures(context, desk, input.kind, circulated, input);
    const readerOf = createReaders(desk.record, input.kind, input);
    const bundles = bundleLetters(letters, input.grouping, isKnown, readerOf);
    const drafting = { desk, circulated, enclosures, subjects: input.subjects };
    const drafts = await makeDrafts(context, bundles, isKnown, drafting);
    commit(context, { name: 'letter.draft', label: labelOf(desk) }, (write) => {
      for (const letter of letters) {
        if (!isKnown(letter)) insertLetter(write, letter);
      }
    });
    await logDrafts(context, drafts, circulated?.versionNumber ?? null);
    return drafts.map(({ letters: own, name, bytes }) => ({
      letters: own,
      file: new File([bytes], name, { type: exporters.eml.mediaType }),
    }));
  }),

  draftAgain: os.letters.draftAgain.handler(async ({ context, input, errors }) => {
    const [letter] = findLetters(context.connection, [input.id]);
    const desk = letter && openDesk(context, letter.meetingId);
    if (letter === undefined || desk === undefined) throw errors.NOT_FOUND({ data: { kind: 'letter' } });
    const kept = readKeptDraft(context, letter);
    if (kept !== undefined) {
      const name = kept.name ?? nameFile(desk.record, letter.kind, letter.language, 'eml', letter.name);
      return new File([kept.bytes], name, { type: exporters.eml.mediaType });
    }
    const circulated = findMinutes(context, desk, letter.kind, letter.circulationId);
    if (circulated === undefined) {
      throw errors.NOT_FOUND({ data: { kind: letter.kind === 'agreed' ? 'version' : 'circulation' } });
    }
    const nothing = { documents: [], hasActionsCalendar: false };
    const enclosures = gatherEnclosures(context, desk, letter.kind, circulated, nothing);
    const made = await writeAnew(letter, { desk, circulated, enclosures, subjects: noSubjects });
    await logDrafts(context, [made], circulated?.versionNumber ?? null);
    return new File([made.bytes], made.name, { type: exporters.eml.mediaType });
  }),

  markSent: os.letters.markSent.handler(({ context, input, errors }) => {
    const ids = [...new Set(input.ids)];
    const letters = findLetters(context.connection, ids);
    if (letters.length < ids.length) throw errors.NOT_FOUND({ data: { kind: 'letter' } });
    const changed = letters.filter(({ sentAtMs }) => (sentAtMs !== null) !== input.isSent);
    const invited = changed.flatMap(({ kind, attendanceId }) => (kind === 'invitation' ? (attendanceId ?? []) : []));
    const responses = input.isSent ? findResponses(context.connection, invited) : [];
    const sentAtMs = input.isSent ? context.clock() : null;
    const label = letters.length === 1 ? (letters[0]?.name ?? '') : '';
    commit(context, { name: 'letter.sent', label }, (write) => {
      for (const { id } of changed) write.update('letter', { id }, { sent_at_ms: sentAtMs });
      for (const { id, response, status } of responses) {
        if (response === 'none' && !isLocked(status as MeetingStatus)) {
          write.update('attendance', { id }, { response: 'invited' });
        }
      }
    });
    return { changed: changed.length };
  }),

  remove: os.letters.remove.handler(({ context, input, errors }) => {
    const [letter] = findLetters(context.connection, [input.id]);
    if (letter === undefined) throw errors.NOT_FOUND({ data: { kind: 'letter' } });
    commit(context, { name: 'letter.remove', label: letter.name }, (write) => {
      write.remove('letter', { id: input.id });
    });
    return { id: input.id };
  }),

  calendar: os.letters.calendar.handler(async ({ context, input, errors }) => {
    const desk = openDesk(context, input.meetingId);
    if (desk === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const bytes = await renderCalendar(context, desk);
    const { meeting } = desk.record;
    const name = nameFile(desk.record, 'calendar', 'en', 'ics');
    const written = filledLanguages(meeting.title);
    logExport(context, {
      meetingId: meeting.id,
      kind: 'calendar',
      format: 'ics',
      layout: 'single',
      languages: written.length === 0 ? [...languages] : written,
      keeperSideId: null,
      versionNumber: null,
      name,
      pages: null,
      options: null,
      letterId: null,
      mediaType: calendarMediaType,
      bytes,
    });
    return new File([bytes], name, { type: calendarMediaType });
  }),

  waiting: os.letters.waiting.handler(({ context: { connection } }) =>
    [
      ...listUnansweredInvitations(connection).map((row) => ({ ...row, kind: 'invitation' as const })),
      ...listUnansweredCirculations(connection).map((row) => ({ ...row, kind: 'circulation' as const })),
    ].sort((a, b) => compareDue(a.due, b.due) || (a.meetingId < b.meetingId ? -1 : 1)),
  ),
};

/** What has no date comes last. */
function compareDue(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}
