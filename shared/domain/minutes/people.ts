import type { Attendance } from '../../contract/attendance.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type ChosenText, type Language } from '../language.ts';
import type { MinutesBlock, MinutesList, MinutesParagraph } from './document.ts';
import { findSignatory, type RecordLookup } from './lookup.ts';
import type { MarkKind, RunWriter } from './runs.ts';
import { chineseNumeral } from './typography.ts';

type MeetingSide = MeetingRecord['meeting']['sides'][number];

export function isPresent(attendance: Attendance): boolean {
  return attendance.presence === 'present' || attendance.presence === 'proxy';
}

/** The name alone, for speakers and presenters; a delegation goes by its organisation. */
export function nameOf(
  attendance: Attendance,
  lookup: RecordLookup,
  language: Language,
): { chosen: ChosenText; kind: MarkKind } {
  const name = chooseText(lookup.attendanceName(attendance), language);
  if (name.text !== '') return { chosen: name, kind: attendance.personId === null ? 'line' : 'name' };
  return { chosen: chooseText(lookup.attendanceOrganization(attendance), language), kind: 'line' };
}

export function sideName(side: MeetingSide, number: number, writer: RunWriter): MinutesParagraph {
  const chosen = chooseText(side.name, writer.language);
  return chosen.text === '' ? [writer.say(writer.labels.side(number))] : writer.quote(chosen, 'line');
}

/** Office and organisation, in Chinese the unit first (standards, A2). */
export function describeOffice(attendance: Attendance, lookup: RecordLookup, writer: RunWriter): MinutesParagraph {
  const { language } = writer;
  const position = { chosen: chooseText(attendance.position, language), kind: 'line' as const };
  const organization = {
    chosen: chooseText(lookup.attendanceOrganization(attendance), language),
    kind: 'line' as const,
  };
  if (language !== 'zh') return writer.line([position, organization], ', ');
  const isHan = [position, organization].every(({ chosen }) => chosen.text === '' || chosen.language === 'zh');
  return writer.line([organization, position], isHan ? '' : ' ');
}

/** Name, office and organisation in the order of the language. */
export function describePerson(attendance: Attendance, lookup: RecordLookup, writer: RunWriter): MinutesParagraph {
  const name = writer.quote(
    chooseText(lookup.attendanceName(attendance), writer.language),
    attendance.personId === null ? 'line' : 'name',
  );
  const office = describeOffice(attendance, lookup, writer);
  const parts = writer.language === 'zh' ? [office, name] : [name, office];
  const separator = { en: ', ', ru: ' — ', zh: '\u3000' }[writer.language];
  return writer.join(
    parts.filter((part) => part.length > 0),
    separator,
  );
}

/** What stands in brackets after a person: role, head-count, how and how long they took part. */
export function marksOf(attendance: Attendance, record: MeetingRecord, writer: RunWriter): string[] {
  const { labels } = writer;
  const marks: string[] = [];
  for (const role of attendance.roles) {
    if (role !== 'participant' && role !== 'speaker') marks.push(labels.marks[role]);
  }
  if (attendance.headCount !== null) marks.push(labels.people(attendance.headCount).replace(' ', '\u00A0'));
  if (attendance.presence === 'proxy') marks.push(labels.marks.proxy);
  if (attendance.presence === 'excused') marks.push(labels.excused);
  if (attendance.presence === 'absent') marks.push(labels.absent);
  if (record.meeting.format === 'hybrid' && attendance.mode === 'online') marks.push(labels.marks.online);
  if (attendance.arrivedAt !== null) marks.push(labels.arrivedAt(attendance.arrivedAt));
  if (attendance.leftAt !== null) marks.push(labels.leftAt(attendance.leftAt));
  return marks;
}

/** The marks in one bracket; that nobody has said whether somebody came is a gap among them. */
function bracketMarks(attendance: Attendance, record: MeetingRecord, writer: RunWriter): MinutesParagraph {
  const marks = marksOf(attendance, record, writer);
  if (attendance.presence !== 'expected') return writer.bracket(marks);
  const [open, comma, close] = writer.language === 'zh' ? ['（', '，', '）'] : [' (', ', ', ')'];
  const before = marks.map((mark) => `${mark}${comma}`).join('');
  return [writer.say(`${open}${before}`), writer.gap(writer.labels.marks.expected), writer.say(close)];
}

/** Present, in attendance and apologies, each by side; who is still only expected stands among the last, marked. */
export function describeParticipants(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesBlock[] {
  const { labels } = writer;
  const all = lookup.attendanceInOrder;
  const groups = [
    {
      id: 'present',
      label: labels.headings.present,
      people: all.filter((row) => isPresent(row) && row.category === 'participant'),
    },
    {
      id: 'in-attendance',
      label: labels.headings.inAttendance,
      people: all.filter((row) => isPresent(row) && row.category === 'in_attendance'),
    },
    { id: 'apologies', label: labels.headings.apologies, people: all.filter((row) => !isPresent(row)) },
  ].filter((group) => group.people.length > 0);

  return groups.flatMap(({ id, label, people }, index): MinutesBlock[] => [
    { kind: 'heading', id, level: 3, runs: numberedHeading(label, index + 1, writer) },
    ...listBySide(people, record, lookup, writer),
  ]);
}

function numberedHeading(label: string, number: number, writer: RunWriter): MinutesParagraph {
  return [writer.say(writer.language === 'zh' ? `（${chineseNumeral(number)}）${label}` : label)];
}

function listBySide(
  people: Attendance[],
  record: MeetingRecord,
  lookup: RecordLookup,
  writer: RunWriter,
): MinutesBlock[] {
  const describe = (attendance: Attendance): MinutesParagraph => [
    ...describePerson(attendance, lookup, writer),
    ...bracketMarks(attendance, record, writer),
  ];
  const { sides } = record.meeting;
  const list = (members: Attendance[]): MinutesList => ({
    kind: 'list',
    items: members.map(describe),
    ids: members.map(({ id }) => id),
  });
  if (sides.length === 0) return [list(people)];
  const isOfNoSide = (attendance: Attendance): boolean => lookup.side(attendance.sideId) === null;
  const groups = [
    ...sides.map((side, index) => ({
      heading: sideName(side, index + 1, writer),
      members: people.filter((attendance) => attendance.sideId === side.id),
    })),
    { heading: [writer.say(writer.labels.headings.otherParticipants)], members: people.filter(isOfNoSide) },
  ];
  return groups
    .filter(({ members }) => members.length > 0)
    .flatMap(({ heading, members }): MinutesBlock[] => [{ kind: 'lead', tone: 'side', runs: heading }, list(members)]);
}

/** One column per side; a meeting without two sides is signed by its chair and its secretary. */
export function describeSignatures(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesBlock {
  const { labels } = writer;
  const { sides } = record.meeting;
  const sign = (heading: MinutesParagraph, signatory: Attendance | null) => ({
    heading,
    office: signatory === null ? [] : describeOffice(signatory, lookup, writer),
    name: signatory === null ? [] : writer.line([nameOf(signatory, lookup, writer.language)], ''),
  });
  if (sides.length >= 2) {
    const countries = sides.map((side) => side.country);
    return {
      kind: 'signatures',
      columns: sides.map((side, index) => {
        const isOnlyOne = countries.filter((country) => country === side.country).length === 1;
        const known = isOnlyOne && (side.country === 'CN' || side.country === 'RU') ? side.country : null;
        const heading = known === null ? sideName(side, index + 1, writer) : [writer.say(labels.signatureSide[known])];
        return sign(heading, findSignatory(lookup, side.id));
      }),
    };
  }
  const withRole = (role: Attendance['roles'][number]): Attendance | null =>
    lookup.attendanceInOrder.find((attendance) => attendance.roles.includes(role)) ?? null;
  return {
    kind: 'signatures',
    columns: [
      sign([writer.say(labels.fields.chair)], withRole('chair') ?? withRole('co_chair')),
      sign([writer.say(labels.fields.secretary)], withRole('secretary')),
    ],
  };
}
