import type { Attendance } from '#shared/contract/attendance.ts';
import type { Letter, Recipient } from '#shared/contract/letters.ts';
import type { MeetingDetail, MeetingSide } from '#shared/contract/meetings.ts';
import type { Language } from '#shared/domain/language.ts';

/** The two letters that go out before a meeting. */
export type InvitationKind = 'invitation' | 'reminder';

/** Somebody who can be invited, with what is known of them in this meeting. */
export interface RecipientRow {
  id: string;
  recipient: Recipient;
  attendance: Attendance | undefined;
  /** The last invitation or reminder. */
  letter: Letter | undefined;
  /** What the next letter is written in. */
  language: Language;
}

export interface RecipientGroup {
  /** null for those of neither side. */
  side: MeetingSide | null;
  rows: RecipientRow[];
}

export function makeRows(
  recipients: readonly Recipient[],
  letters: readonly Letter[],
  detail: MeetingDetail,
  chosenLanguages: ReadonlyMap<string, Language>,
): RecipientRow[] {
  const attendance = new Map(detail.attendance.map((row) => [row.id, row]));
  const last = new Map<string, Letter>();
  for (const letter of letters) {
    if (letter.attendanceId === null || (letter.kind !== 'invitation' && letter.kind !== 'reminder')) continue;
    const known = last.get(letter.attendanceId);
    if (!known || known.draftedAtMs <= letter.draftedAtMs) last.set(letter.attendanceId, letter);
  }
  return recipients.map((recipient) => {
    const id = recipient.attendanceId;
    const letter = last.get(id);
    // Whoever was written to in a language goes on being written to in it.
    const language = chosenLanguages.get(id) ?? letter?.language ?? recipient.language;
    return { id, recipient, attendance: attendance.get(id), letter, language };
  });
}

/** Side by side, in the order in which the sides come. */
export function groupBySide(rows: readonly RecipientRow[], sides: readonly MeetingSide[]): RecipientGroup[] {
  const groups = new Map<string | null, RecipientGroup>();
  for (const row of rows) {
    const side = sides.find(({ id }) => id === row.recipient.sideId) ?? null;
    const group = groups.get(side?.id ?? null) ?? { side, rows: [] };
    group.rows.push(row);
    groups.set(side?.id ?? null, group);
  }
  return [...groups.values()];
}

export const isNotInvited = ({ recipient }: RecipientRow): boolean => recipient.response === 'none';
export const isNotAnswered = ({ recipient }: RecipientRow): boolean => recipient.response === 'invited';

/** Whom a letter is for, as long as nobody has been chosen by hand. */
export const chooseFirst = (rows: readonly RecipientRow[], kind: InvitationKind): RecipientRow[] =>
  rows.filter((row) => (kind === 'reminder' ? isNotAnswered(row) : isNotInvited(row) && row.letter === undefined));
