import type { Attendance } from '../../contract/attendance.ts';
import { chooseText, type Language } from '../language.ts';
import { isExpected } from '../letters/parties.ts';
import { createPlainWriter } from '../letters/plain-writer.ts';
import { formatDateRange } from '../minutes/dates.ts';
import type {
  MinutesBlock,
  MinutesFields,
  MinutesParagraph,
  MinutesSection,
  MinutesTable,
} from '../minutes/document.ts';
import { describeTimes, describeVenues } from '../minutes/header.ts';
import { describeOffice, marksOf, nameOf, sideName } from '../minutes/people.ts';
import { createSection } from '../minutes/section.ts';
import type { PaperScene } from './scene.ts';

/** For who comes without having been announced. */
const blankRows = 3;
/** A larger delegation has one line, and signs on a list of its own. */
const mostOfDelegation = 12;

const shares: Record<Language, number[]> = {
  en: [0.07, 0.27, 0.42, 0.24],
  ru: [0.07, 0.27, 0.42, 0.24],
  zh: [0.09, 0.24, 0.42, 0.25],
};

/** Who is expected, by side, each with room to sign; some empty rows below for who comes unannounced. */
export function buildAttendanceSheet(paper: PaperScene): MinutesSection {
  const { record, lookup, words, build } = paper;
  const { language } = paper.writer;
  // As on an agenda: who signs it need not read in which language an office was entered.
  const writer = createPlainWriter(language, build.labels[language]);
  const scene: PaperScene = { ...paper, writer };
  const expected = lookup.attendanceInOrder.filter(isExpected);
  const { sides } = record.meeting;
  const others = expected.filter(({ sideId }) => lookup.side(sideId) === null);
  const groups = [
    ...sides.map((side, index) => ({
      id: side.id,
      heading: sideName(side, index + 1, writer),
      members: expected.filter(({ sideId }) => sideId === side.id),
    })),
    ...(sides.length === 0 || others.length > 0
      ? [{ id: 'others', heading: [writer.say(writer.labels.headings.otherParticipants)], members: others }]
      : []),
  ];
  const tables = groups.flatMap(({ id, heading, members }): MinutesBlock[] => [
    ...(sides.length === 0 ? [] : [{ kind: 'lead' as const, tone: 'side' as const, runs: heading }]),
    describeTable(id, members, scene),
  ]);
  return createSection(record, writer, {
    title: words.sheet.title,
    hasDraftMark: false,
    blocks: [...describeFacts(scene), ...tables],
  });
}

/** Day and place; where the meeting lasts several days there is a sheet for each, dated by hand. */
function describeFacts({ record, writer, words }: PaperScene): MinutesBlock[] {
  const { meeting } = record;
  const { fields } = writer.labels;
  const days = formatDateRange(meeting.date, meeting.endDate, writer.language);
  const rows: MinutesFields['rows'] = [{ label: fields.date, values: [[writer.say(days)]] }];
  const times = describeTimes(record, writer);
  const places = describeVenues(record, 'main', writer);
  if (times.length > 0) rows.push({ label: fields.time, values: times });
  if (places.length > 0) rows.push({ label: fields.place, values: places });
  if (meeting.endDate !== null && meeting.endDate !== meeting.date) {
    rows.push({ label: words.sheet.date, values: [[writer.say('_'.repeat(24))]] });
  }
  return [{ kind: 'fields', rows }];
}

function describeTable(groupId: string, members: readonly Attendance[], scene: PaperScene): MinutesTable {
  const { writer, words } = scene;
  const { number, name, office, signature } = words.sheet;
  const people = members.flatMap((attendance) => describeRows(attendance, scene));
  const blanks = Array.from({ length: blankRows }, (_, index) => ({
    id: `blank-${groupId}-${index + 1}`,
    name: [] as MinutesParagraph,
    office: [] as MinutesParagraph,
  }));
  return {
    kind: 'table',
    columns: [number, name, office, signature].map((label, index) => ({
      label,
      share: shares[writer.language][index] ?? 0,
    })),
    rows: [...people, ...blanks].map((row, index) => ({
      id: row.id,
      cells: [[[writer.say(String(index + 1))]], [row.name], [row.office], [[]]],
    })),
    isRoomy: true,
  };
}

/** One row per person: a delegation has as many as it has heads, its name in the first. */
function describeRows(
  attendance: Attendance,
  { record, lookup, writer }: PaperScene,
): { id: string; name: MinutesParagraph; office: MinutesParagraph }[] {
  const isDelegation = attendance.personId === null && chooseText(lookup.attendanceName(attendance), 'en').text === '';
  const marks = writer.bracket(
    marksOf({ ...attendance, presence: 'present', arrivedAt: null, leftAt: null }, record, writer),
  );
  const office = describeOffice(attendance, lookup, writer);
  if (!isDelegation) {
    const name = writer.line([nameOf(attendance, lookup, writer.language)], '');
    return [{ id: attendance.id, name: [...name, ...marks], office }];
  }
  const heads = attendance.headCount ?? 1;
  const rest = heads > mostOfDelegation ? 0 : heads - 1;
  const others = Array.from({ length: rest }, (_, index) => ({
    id: `${attendance.id}-${index + 2}`,
    name: [],
    office: [],
  }));
  return [{ id: attendance.id, name: [], office: [...office, ...marks] }, ...others];
}
