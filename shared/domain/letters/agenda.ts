import type { AgendaItem } from '../../contract/agenda.ts';
import type { Attendance } from '../../contract/attendance.ts';
import type { OpenAction } from '../../contract/preparation.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language } from '../language.ts';
import { formatDateRange, formatTableDate, zonedClock, zonedInstantMs } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesDocument, MinutesParagraph, MinutesTable } from '../minutes/document.ts';
import { describeVenues } from '../minutes/header.ts';
import { sortAgenda } from '../minutes/items.ts';
import type { LabelsByLanguage } from '../minutes/labels.ts';
import { createLookup, type RecordLookup } from '../minutes/lookup.ts';
import { describePerson, marksOf, nameOf, sideName } from '../minutes/people.ts';
import type { RunWriter } from '../minutes/runs.ts';
import { chineseNumeral } from '../minutes/typography.ts';
import { describeFacts } from './invitation.ts';
import { isExpected } from './parties.ts';
import { createPlainWriter } from './plain-writer.ts';
import { toDocument } from './scene.ts';
import type { LetterWords, WordsByLanguage } from './words.ts';

export interface AgendaOptions {
  language: Language;
  labels: LabelsByLanguage;
  words: WordsByLanguage;
  /** The document's own date, `YYYY-MM-DD`. */
  today: string;
  /** Actions of earlier meetings that this one looks at. */
  reviews: readonly OpenAction[];
}

interface Scene {
  record: MeetingRecord;
  lookup: RecordLookup;
  writer: RunWriter;
  words: LetterWords;
}

/** The agenda of a meeting that is to come: facts, items with their times, who is expected, actions under review. */
export function buildAgenda(record: MeetingRecord, options: AgendaOptions): MinutesDocument {
  const { language, today } = options;
  const lookup = createLookup(record);
  const writer = createPlainWriter(language, options.labels[language]);
  const words = options.words[language];
  const scene: Scene = { record, lookup, writer, words };
  const parts = [
    { id: 'items', label: words.agenda.items, blocks: describeItems(scene) },
    { id: 'expected', label: words.agenda.expected, blocks: describeExpected(scene) },
    { id: 'reviews', label: words.agenda.reviews, blocks: describeReviews(options.reviews, scene) },
  ].filter(({ blocks }) => blocks.length > 0);
  const blocks = parts.flatMap((part, index): MinutesBlock[] => {
    const number = language === 'zh' ? `${chineseNumeral(index + 1)}、` : '';
    // The title says already what the first part is.
    const heading: MinutesBlock[] =
      part.id === 'items' && language !== 'zh'
        ? []
        : [{ kind: 'heading', id: part.id, level: 2, runs: [writer.say(`${number}${part.label}`)] }];
    return [...heading, ...part.blocks];
  });
  const subject = writer.quote(chooseText(record.meeting.title, language), 'text');
  return toDocument({ record, writer, today }, words.agenda.title, {
    shownTitle: words.agenda.title,
    subject,
    blocks: [...describeFactBlocks(scene), ...blocks],
  });
}

function describeFactBlocks(scene: Scene): MinutesBlock[] {
  const { record, writer } = scene;
  const rows = describeFacts(scene, false);
  if (writer.language !== 'ru') return [{ kind: 'fields', rows }];
  // As above a Russian protocol: date and place on one line, and not once more below.
  const { fields, format } = writer.labels;
  const places = describeVenues(record, 'main', writer);
  const above = places.length > 0 ? fields.place : fields.format;
  const { date, endDate } = record.meeting;
  return [
    {
      kind: 'split',
      left: [writer.say(formatDateRange(date, endDate, 'ru'))],
      right: places.length > 0 ? writer.join(places, '; ') : [writer.say(format[record.meeting.format])],
    },
    { kind: 'fields', rows: rows.filter(({ label }) => label !== fields.date && label !== above) },
  ];
}

/** Minutes from the start of the meeting at which each item begins; null from where a duration is missing. */
function startsOf(items: readonly AgendaItem[]): (number | null)[] {
  let next: number | null = 0;
  return items.map(({ plannedMinutes }) => {
    const start = next;
    next = start === null || plannedMinutes === null ? null : start + plannedMinutes;
    return start;
  });
}

function describeItems(scene: Scene): MinutesBlock[] {
  const { record, lookup, writer, words } = scene;
  const items = sortAgenda(record);
  if (items.length === 0) return [];
  const hasTimes = record.meeting.startTime !== null && items[0]?.plannedMinutes !== null;
  const hasDurations = items.some(({ plannedMinutes }) => plannedMinutes !== null);
  const hasPresenters = items.some(({ presenterAttendanceId }) => lookup.attendance(presenterAttendanceId) !== null);
  const starts = startsOf(items);
  const zone = clockAt(0, record)?.offset ?? '';
  const columns = [
    { label: words.agenda.number, share: 0.08, isShown: true },
    { label: hasTimes ? words.agenda.time(zone) : words.agenda.duration, share: 0.2, isShown: hasDurations },
    { label: words.agenda.item, share: 0.44, isShown: true },
    { label: words.agenda.presenter, share: 0.28, isShown: hasPresenters },
  ];
  const shown = columns.filter(({ isShown }) => isShown).reduce((sum, { share }) => sum + share, 0);
  const rows = items.map((item, index) => {
    const title = writer.quote(chooseText(item.title, writer.language), 'text');
    const presenter = lookup.attendance(item.presenterAttendanceId);
    const name = presenter === null ? [] : writer.line([nameOf(presenter, lookup, writer.language)], '');
    const cells = [
      [[writer.say(String(index + 1))]],
      [describeSlot(item, starts[index] ?? null, hasTimes, scene)],
      [title.length === 0 ? [writer.gap(writer.labels.notWritten)] : title],
      [name],
    ];
    return { id: item.id, cells: cells.filter((_, column) => columns[column]?.isShown === true) };
  });
  const table: MinutesTable = {
    kind: 'table',
    columns: columns.filter(({ isShown }) => isShown).map(({ label, share }) => ({ label, share: share / shown })),
    rows,
  };
  return [table, ...describeTotal(items, scene)];
}

/** «15:00–15:20» where the clock is known, else «20 min»; empty where neither is. */
function describeSlot(item: AgendaItem, start: number | null, hasTimes: boolean, scene: Scene): MinutesParagraph {
  const { writer, record } = scene;
  const minutes = item.plannedMinutes;
  const from = hasTimes && start !== null ? clockAt(start, record) : null;
  if (from === null || start === null) return minutes === null ? [] : [writer.say(describeDuration(minutes, scene))];
  const to = minutes === null ? null : clockAt(start + minutes, record);
  return [writer.say(to === null ? from.time : `${from.time}–${to.time}`)];
}

function clockAt(minutes: number, { meeting }: MeetingRecord): { time: string; offset: string } | null {
  if (meeting.startTime === null) return null;
  return zonedClock(zonedInstantMs(meeting.date, meeting.startTime, meeting.zone) + minutes * 60_000, meeting.zone);
}

function describeDuration(minutes: number, { words, writer }: Scene): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours === 0 ? [] : [words.agenda.hours(hours)]),
    ...(rest === 0 && hours > 0 ? [] : [words.agenda.minutes(rest)]),
  ];
  return parts.join(writer.language === 'zh' ? '' : ' ').replace(/ /gu, '\u00A0');
}

/** The sum, if every item has its minutes. */
function describeTotal(items: readonly AgendaItem[], scene: Scene): MinutesBlock[] {
  const { writer, words, record } = scene;
  const total = items.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? Number.NaN), 0);
  if (!Number.isFinite(total) || total === 0) return [];
  const duration = describeDuration(total, scene);
  const end = clockAt(total, record);
  const text = end === null ? words.agenda.total(duration) : words.agenda.totalUntil(duration, end.time);
  return [{ kind: 'paragraph', runs: [writer.say(text)] }];
}

/** By side, in the order of the protocol; who said no is left out. */
function describeExpected(scene: Scene): MinutesBlock[] {
  const { record, lookup, writer, words } = scene;
  const expected = lookup.attendanceInOrder.filter(isExpected);
  const main = expected.filter(({ category }) => category === 'participant');
  const others = expected.filter(({ category }) => category === 'in_attendance');
  const describe = (attendance: Attendance): MinutesParagraph => [
    ...describePerson(attendance, lookup, writer),
    // Only what somebody is and how they take part: how it was is known afterwards.
    ...writer.bracket(marksOf({ ...attendance, presence: 'present', arrivedAt: null, leftAt: null }, record, writer)),
  ];
  const bySide = (people: Attendance[]): MinutesBlock[] => {
    const groups = [
      ...record.meeting.sides.map((side, index) => ({
        heading: sideName(side, index + 1, writer),
        members: people.filter(({ sideId }) => sideId === side.id),
      })),
      {
        heading: [writer.say(writer.labels.headings.otherParticipants)],
        members: people.filter(({ sideId }) => lookup.side(sideId) === null),
      },
    ].filter(({ members }) => members.length > 0);
    return groups.flatMap(({ heading, members }): MinutesBlock[] => [
      ...(record.meeting.sides.length === 0 ? [] : [{ kind: 'lead' as const, tone: 'side' as const, runs: heading }]),
      { kind: 'list', items: members.map(describe) },
    ]);
  };
  return [
    ...bySide(main),
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'heading' as const,
            id: 'in-attendance',
            level: 3 as const,
            runs: [writer.say(words.agenda.inAttendance)],
          },
          ...bySide(others),
        ]),
  ];
}

const reviewShares: Record<Language, number[]> = {
  en: [0.14, 0.36, 0.22, 0.16, 0.12],
  ru: [0.14, 0.34, 0.22, 0.14, 0.16],
  zh: [0.18, 0.34, 0.2, 0.17, 0.11],
};

/** Actions of earlier meetings: number with the day of its meeting, who, by when, how far. */
function describeReviews(reviews: readonly OpenAction[], { writer }: Scene): MinutesBlock[] {
  if (reviews.length === 0) return [];
  const { language, labels } = writer;
  const { number, action, responsible, due, status } = labels.table;
  const shares = reviewShares[language];
  const rows = reviews.map((review) => {
    const owners = review.owners.map((owner) => writer.quote(chooseText(owner, language), 'line'));
    const day = formatTableDate(review.meetingDate, language);
    const when =
      review.due !== null
        ? writer.say(formatTableDate(review.due, language))
        : review.dueAtNextMeeting
          ? writer.say(labels.atNextMeeting)
          : writer.gap(labels.notNamed);
    const written = owners.filter((owner) => owner.length > 0);
    return {
      id: review.entryId,
      cells: [
        [[writer.say(review.number)], [writer.say(day)]],
        [writer.quote(chooseText(review.text, language), 'text')],
        written.length === 0 ? [[writer.gap(labels.notNamed)]] : written,
        [[when]],
        [[writer.say(labels.status[review.status])]],
      ],
    };
  });
  const columns = [number, action, responsible, due, status].map((label, index) => ({
    label,
    share: shares[index] ?? 0,
  }));
  return [{ kind: 'table', columns, rows }];
}
