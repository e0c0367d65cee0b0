import type { AgendaItem } from '../contract/agenda.ts';
import type { Attendance, AttendanceRole } from '../contract/attendance.ts';
import type { Meeting } from '../contract/meetings.ts';
import { readinessCodes, type ReadinessLine } from '../contract/preparation.ts';
import { chooseText, emptyText, type LocalizedText } from './language.ts';
import { zonedInstantMs } from './minutes/dates.ts';
import { compareByOrderKey } from './minutes/numbering.ts';
import { compareByProtocol, protocolRank } from './minutes/protocol-order.ts';

/** What is known of a meeting that is to come. */
export interface PlannedMeeting {
  meeting: Pick<
    Meeting,
    'title' | 'date' | 'endDate' | 'startTime' | 'endTime' | 'zone' | 'format' | 'workingLanguages' | 'sides' | 'venues'
  >;
  attendance: readonly Attendance[];
  agenda: readonly AgendaItem[];
  /** Attendance ids to which an invitation was sent, as far as the user has said. */
  invitedIds: ReadonlySet<string>;
  /** E-mail addresses of the people of the register, by person; may be empty. */
  emails: ReadonlyMap<string, string>;
}

type Code = ReadinessLine['code'];
type Tab = ReadinessLine['place']['tab'];
type Found = Omit<ReadinessLine, 'code'>;

/**
 * What is to be done before the meeting and what is done already, in the order of the codes. A code has a line where it
 * has something to say: no side, no line about its head; nobody invited, no line about answers.
 */
export function checkReadiness(planned: PlannedMeeting): ReadinessLine[] {
  const people = [...planned.attendance].sort(compareByProtocol);
  const facts: Facts = {
    ...planned,
    agenda: [...planned.agenda].sort(compareByOrderKey),
    people,
    coming: people.filter(isComing),
  };
  return readinessCodes.flatMap((code) => rules[code](facts).map((line) => ({ code, ...line })));
}

/** In their order; `coming`: nobody has said that they will not. */
interface Facts extends PlannedMeeting {
  people: readonly Attendance[];
  coming: readonly Attendance[];
}

/** Expected or there; neither declined, nor known to stay away. */
function isComing({ response, presence }: Attendance): boolean {
  return response !== 'declined' && presence !== 'excused' && presence !== 'absent';
}

const rules: Record<Code, (facts: Facts) => Found[]> = {
  'title-missing': ({ meeting }) => [state('overview', isWritten(meeting.title))],
  'time-missing': ({ meeting }) => [state('overview', meeting.startTime !== null)],
  'place-missing': ({ meeting }) => {
    if (meeting.format === 'online') return [];
    const venue = meeting.venues.find(({ kind }) => kind === 'main');
    return [state('overview', venue !== undefined && (isWritten(venue.city) || isWritten(venue.place)))];
  },
  'agenda-empty': ({ agenda }) => [{ ...state('agenda', agenda.length > 0), count: agenda.length }],
  'agenda-title-missing': ({ agenda }) =>
    countOf(
      'agenda',
      agenda,
      agenda.filter(({ title }) => !isWritten(title)),
    ),
  'presenter-missing': ({ agenda }) =>
    countOf(
      'agenda',
      agenda,
      agenda.filter(({ presenterAttendanceId }) => presenterAttendanceId === null),
    ),
  'presenter-declined': ({ agenda, people }) => {
    const presented = agenda.filter(({ presenterAttendanceId }) => presenterAttendanceId !== null);
    const away = new Set(people.filter((row) => !isComing(row)).map(({ id }) => id));
    return countOf(
      'agenda',
      presented,
      presented.filter(({ presenterAttendanceId }) => away.has(presenterAttendanceId ?? '')),
    );
  },
  'minutes-missing': ({ agenda }) =>
    countOf(
      'agenda',
      agenda,
      agenda.filter(({ plannedMinutes }) => plannedMinutes === null),
    ),
  'too-little-time': ({ meeting, agenda }) => {
    const planned = agenda.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
    const length = lengthInMinutes(meeting);
    if (planned === 0 || length === null) return [];
    const over = Math.max(0, planned - length);
    return [{ ...state('agenda', over === 0), count: over }];
  },
  'nobody-expected': ({ coming }) => [{ ...state('participants', coming.length > 0), count: coming.length }],
  'chair-missing': ({ meeting, coming }) => {
    const isLedBySides = meeting.sides.length >= 2 && meeting.sides.every(({ id }) => hasHead(coming, id));
    return [state('participants', isLedBySides || hasRole(coming, 'chair', 'co_chair'))];
  },
  'secretary-missing': ({ coming }) => [state('participants', hasRole(coming, 'secretary'))],
  'interpreter-missing': ({ meeting, coming }) =>
    new Set(meeting.workingLanguages).size < 2 ? [] : [state('participants', hasRole(coming, 'interpreter'))],
  'head-missing': ({ meeting, coming }) =>
    meeting.sides.map((side) => ({ ...state('participants', hasHead(coming, side.id)), label: side.name })),
  'not-invited': ({ coming, invitedIds }) => {
    const guests = coming.filter((row) => !isOwnSecretary(row));
    const open = guests.filter(({ id, response }) => response === 'none' && !invitedIds.has(id));
    return countOf('invitations', guests, open);
  },
  'not-answered': ({ people, invitedIds }) => {
    const isWaiting = ({ id, response }: Attendance): boolean =>
      response === 'invited' || (response === 'none' && invitedIds.has(id));
    const asked = people.filter((row) => row.response !== 'none' || invitedIds.has(row.id));
    return countOf('invitations', asked, asked.filter(isWaiting));
  },
  'quorum-not-confirmed': ({ meeting, coming }) =>
    meeting.sides.flatMap((side) => {
      if (side.quorum === undefined) return [];
      const confirmed = coming.filter(
        (row) => row.sideId === side.id && row.response === 'confirmed' && countsForQuorum(row),
      );
      const missing = Math.max(0, side.quorum - countHeads(confirmed));
      return [{ ...state('participants', missing === 0), count: missing, label: side.name }];
    }),
  'email-missing': ({ coming, emails }) => {
    const known = coming.filter(({ personId }) => personId !== null);
    return countOf(
      'participants',
      known,
      known.filter(({ personId }) => (emails.get(personId ?? '') ?? '').trim() === ''),
    );
  },
};

function state(tab: Tab, isReady: boolean): Found {
  return { isReady, count: 0, label: emptyText(), place: { tab, id: null } };
}

/** One line about those of a list that are not as they should be, with the way to the first; none for an empty list. */
function countOf(tab: Tab, all: readonly unknown[], open: readonly { id: string }[]): Found[] {
  if (all.length === 0) return [];
  return [{ ...state(tab, open.length === 0), count: open.length, place: { tab, id: open[0]?.id ?? null } }];
}

const isWritten = (text: LocalizedText): boolean => chooseText(text, 'en').text !== '';

const hasRole = (people: readonly Attendance[], ...roles: AttendanceRole[]): boolean =>
  people.some((row) => row.roles.some((role) => roles.includes(role)));

const hasHead = (people: readonly Attendance[], sideId: string): boolean =>
  people.some((row) => row.sideId === sideId && protocolRank(row) < 2);

/** Whoever keeps the minutes with this program is in no need of an invitation. */
const isOwnSecretary = ({ personId, roles }: Attendance): boolean =>
  personId === null && roles.length > 0 && roles.every((role) => role === 'secretary');

/** As on the live screen: interpreters and those in attendance make no quorum. */
const countsForQuorum = ({ category, roles }: Attendance): boolean =>
  category === 'participant' && !(roles.length > 0 && roles.every((role) => role === 'interpreter'));

const countHeads = (rows: readonly Attendance[]): number =>
  rows.reduce((sum, row) => sum + (row.personId === null ? (row.headCount ?? 1) : 1), 0);

const dayMs = 86_400_000;

/** From the first hour to the last, each day as long as the first; null where the record names no hours. */
function lengthInMinutes({ date, endDate, startTime, endTime, zone }: Facts['meeting']): number | null {
  if (startTime === null || endTime === null) return null;
  const days = Math.round((Date.parse(endDate ?? date) - Date.parse(date)) / dayMs) + 1;
  const dayLength = (zonedInstantMs(date, endTime, zone) - zonedInstantMs(date, startTime, zone)) / 60_000;
  return dayLength > 0 && days > 0 ? dayLength * days : null;
}
