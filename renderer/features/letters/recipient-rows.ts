import type { Attendance, AttendanceRole } from '#shared/contract/attendance.ts';
import { attendanceRoles } from '#shared/contract/attendance.ts';
import type { Letter, LetterKind, Recipient } from '#shared/contract/letters.ts';
import type { MeetingDetail, MeetingSide } from '#shared/contract/meetings.ts';
import type { Language } from '#shared/domain/language.ts';

/** The letters that are made on this page; those that go with a circulation are made where it is. */
export const plannedKinds = ['invitation', 'reminder', 'documents'] as const satisfies LetterKind[];
export type PlannedKind = (typeof plannedKinds)[number];

/** Letters whose last one stands beside a recipient: a reminder follows an invitation. */
const families: Record<PlannedKind, readonly LetterKind[]> = {
  invitation: ['invitation', 'reminder'],
  reminder: ['invitation', 'reminder'],
  documents: ['documents'],
};

/** Somebody who can be written to, with what is known of them in this meeting. */
export interface RecipientRow {
  id: string;
  recipient: Recipient;
  attendance: Attendance | undefined;
  /** The last one of this kind. */
  letter: Letter | undefined;
  /** All letters that lie in the same draft, that one among them; empty where there is none. */
  draft: readonly Letter[];
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
  kind: PlannedKind,
): RecipientRow[] {
  const attendance = new Map(detail.attendance.map((row) => [row.id, row]));
  const shared = groupByDraft(letters);
  const last = lastLetters(letters.filter((letter) => families[kind].includes(letter.kind)));
  const lastOfAny = lastLetters(letters.filter((letter) => letter.circulationId === null));
  return recipients.map((recipient) => {
    const id = recipient.attendanceId;
    const letter = last.get(id);
    // Whoever was written to in a language goes on being written to in it.
    const language = chosenLanguages.get(id) ?? letter?.language ?? lastOfAny.get(id)?.language ?? recipient.language;
    const draft = letter === undefined ? [] : (shared.get(letter.id) ?? [letter]);
    return { id, recipient, attendance: attendance.get(id), letter, draft, language };
  });
}

function lastLetters(letters: readonly Letter[]): Map<string, Letter> {
  const last = new Map<string, Letter>();
  for (const letter of letters) {
    if (letter.attendanceId === null) continue;
    const known = last.get(letter.attendanceId);
    if (!known || known.draftedAtMs <= letter.draftedAtMs) last.set(letter.attendanceId, letter);
  }
  return last;
}

/** By the id of each letter that shares its draft with others: all letters of that draft, in the order given. */
export function groupByDraft(letters: readonly Letter[]): Map<string, Letter[]> {
  const drafts = new Map<string, Letter[]>();
  for (const letter of letters) {
    if (letter.draftSha256 === '') continue;
    // The same words drafted on two days are two drafts.
    const key = `${letter.draftSha256}/${String(letter.draftedAtMs)}`;
    const known = drafts.get(key);
    if (known) known.push(letter);
    else drafts.set(key, [letter]);
  }
  const shared = [...drafts.values()].filter((draft) => draft.length > 1);
  return new Map(shared.flatMap((draft) => draft.map((letter) => [letter.id, draft])));
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

/** Whom a letter is for, as long as nobody has been chosen by hand; documents go to nobody by themselves. */
export function chooseFirst(rows: readonly RecipientRow[], kind: PlannedKind): RecipientRow[] {
  switch (kind) {
    case 'documents':
      return [];
    case 'reminder':
      return rows.filter(isNotAnswered);
    case 'invitation':
      return rows.filter((row) => isNotInvited(row) && row.letter === undefined);
  }
}

/** Narrows a distribution list. `side`: the id of one, or those of neither. */
export interface RecipientFilter {
  side: 'all' | 'neither' | (string & {});
  role: 'all' | AttendanceRole;
}

export const noFilter: RecipientFilter = { side: 'all', role: 'all' };

export function filterRows(
  rows: readonly RecipientRow[],
  { side, role }: RecipientFilter,
  sides: readonly MeetingSide[],
): readonly RecipientRow[] {
  if (side === 'all' && role === 'all') return rows;
  const isOfSide = ({ recipient: { sideId } }: RecipientRow): boolean =>
    side === 'all' || (side === 'neither' ? !sides.some(({ id }) => id === sideId) : sideId === side);
  return rows.filter((row) => isOfSide(row) && (role === 'all' || row.recipient.roles.includes(role)));
}

/** The roles that somebody has, in the order of the protocol. */
export const rolesOf = (rows: readonly RecipientRow[]): AttendanceRole[] =>
  attendanceRoles.filter((role) => rows.some(({ recipient }) => recipient.roles.includes(role)));

export interface AddressCount {
  withAddress: number;
  without: number;
}

export function countAddresses(rows: readonly RecipientRow[]): AddressCount {
  const without = rows.filter(({ recipient }) => recipient.email === '').length;
  return { withAddress: rows.length - without, without };
}

/** How many drafts come out of these. */
export const countDrafts = (rows: readonly RecipientRow[], grouping: 'recipient' | 'language'): number =>
  grouping === 'recipient' ? rows.length : new Set(rows.map(({ language }) => language)).size;
