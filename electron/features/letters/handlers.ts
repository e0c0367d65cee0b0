import type { Letter, LetterKind } from '#shared/contract/letters.ts';
import { chooseText } from '#shared/domain/language.ts';
import { isLocked, type MeetingStatus } from '#shared/domain/meeting-moves.ts';
import { commit, type Context } from '../../context.ts';
import { os } from '../../implement.ts';
import { describeBody } from '../../mail/body.ts';
import { writeDraft } from '../../mail/eml.ts';
import { loadRecord } from '../records/index.ts';
import { loadSettings } from '../settings/index.ts';
import { type Circulated, type Desk, loadAgreed, loadCirculated, openDesk, pretendCirculated } from './desk.ts';
import {
  calendarMediaType,
  type Enclosures,
  gatherEnclosures,
  nameFile,
  renderCalendar,
} from './enclosures.ts';
import { describeRecipients, nameRecipient, withoutWriter } from './recipients.ts';
import {
  findLetters,
  findResponses,
  insertLetter,
  listLetters,
  listUnansweredCirculations,
  listUnansweredInvitations,
} from './repository.ts';

const emlMediaType = 'message/rfc822';

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

async function makeDraft(
  desk: Desk,
  letter: Letter,
  circulated: Circulated | null,
  enclosures: Enclosures,
): Promise<Uint8Array<ArrayBuffer>> {
  const { kind, attendanceId, language, due, note, draftedAtMs } = letter;
  const { subject, document } = desk.write(
    { kind, recipientId: attendanceId, language, due, note, atMs: draftedAtMs },
    circulated,
  );
  return writeDraft({
    to: [{ name: letter.name, address: letter.email }],
    subject,
    language,
    body: describeBody(document),
    attachments: await enclosures.make(language, document),
  });
}

/** Two people of one name get files of two names. */
function createNamer(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf('.');
    let unique = name;
    for (let count = 2; used.has(unique.toLowerCase()); count++) {
      unique = `${name.slice(0, dot)} ${count}${name.slice(dot)}`;
    }
    used.add(unique.toLowerCase());
    return unique;
  };
}

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
    const desk = openDesk(context, input.meetingId);
    if (desk === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
    const { kind, language, attendanceId, due } = input;
    if (!desk.record.attendance.some(({ id }) => id === attendanceId)) {
      throw errors.NOT_FOUND({ data: { kind: 'attendance' } });
    }
    const found = findMinutes(context, desk, kind, input.circulationId);
    // Before the minutes are circulated the letter can be looked at already.
    const circulated = found ?? (needsCirculation(kind) ? pretendCirculated(context, desk.record) : null);
    if (found === undefined && (input.circulationId !== null || kind === 'agreed')) {
      throw errors.NOT_FOUND({ data: { kind: kind === 'agreed' ? 'version' : 'circulation' } });
    }
    const atMs = context.clock();
    const note = input.notes[language];
    const letter = desk.write({ kind, recipientId: attendanceId, language, due, note, atMs }, circulated);
    const documents = [
      ...(kind === 'invitation' ? [letter.document] : []),
      ...(kind === 'invitation' && desk.record.agenda.length > 0 ? [desk.writeAgenda(language, atMs)] : []),
      ...((kind === 'circulation' || kind === 'agreed') && circulated !== null
        ? [desk.writeMinutes(circulated, language)]
        : []),
    ];
    const pages: string[] = [];
    for (const document of documents) pages.push(...(await context.documents.renderPages(document)).pages);
    const attachments = gatherEnclosures(context, desk, kind, circulated, atMs).names(language);
    return { subject: letter.subject, body: describeBody(letter.document).text, attachments, omitted: [], pages, mailto: null };
  }),

  draft: os.letters.draft.handler(async ({ context, input, errors }) => {
    const desk = openDesk(context, input.meetingId);
    if (desk === undefined) throw errors.NOT_FOUND({ data: { kind: 'meeting' } });
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
    const enclosures = gatherEnclosures(context, desk, input.kind, circulated, atMs);
    const drafts: { letters: Letter[]; file: File }[] = [];
    const uniqueName = createNamer();
    for (const letter of letters) {
      const bytes = await makeDraft(desk, letter, circulated, enclosures);
      const name = uniqueName(nameFile(desk, letter.kind, letter.language, 'eml', letter.name));
      drafts.push({ letters: [letter], file: new File([bytes], name, { type: emlMediaType }) });
    }
    commit(context, { name: 'letter.draft', label: labelOf(desk) }, (write) => {
      for (const letter of letters) {
        if (!known.has(letter.id)) insertLetter(write, letter);
      }
    });
    return drafts;
  }),

  draftAgain: os.letters.draftAgain.handler(async ({ context, input, errors }) => {
    const [letter] = findLetters(context.connection, [input.id]);
    const desk = letter && openDesk(context, letter.meetingId);
    if (letter === undefined || desk === undefined) throw errors.NOT_FOUND({ data: { kind: 'letter' } });
    const circulated = findMinutes(context, desk, letter.kind, letter.circulationId);
    if (circulated === undefined) {
      throw errors.NOT_FOUND({ data: { kind: letter.kind === 'agreed' ? 'version' : 'circulation' } });
    }
    const enclosures = gatherEnclosures(context, desk, letter.kind, circulated, context.clock());
    const bytes = await makeDraft(desk, letter, circulated, enclosures);
    const name = nameFile(desk, letter.kind, letter.language, 'eml', letter.name);
    return new File([bytes], name, { type: emlMediaType });
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
    return new File([bytes], nameFile(desk, 'calendar', 'en', 'ics'), { type: calendarMediaType });
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
