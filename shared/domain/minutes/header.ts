import type { Attendance, AttendanceRole } from '../../contract/attendance.ts';
import type { Venue } from '../../contract/meetings.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText } from '../language.ts';
import { formatDate, formatDateRange, zonedClock, zonedInstantMs } from './dates.ts';
import type { MinutesBlock, MinutesFields, MinutesParagraph } from './document.ts';
import type { RecordLookup } from './lookup.ts';
import { isPresent, nameOf, sideName } from './people.ts';
import type { RunWriter } from './runs.ts';

/**
 * The meeting's hours on the clocks of all sides, each zone once: «15:00–17:00 (UTC+8, Chinese side)». Where the day
 * differs from the meeting's, the date stands with it. Empty if the record names no hour.
 */
export function describeTimes(record: MeetingRecord, writer: RunWriter): MinutesParagraph[] {
  const { meeting } = record;
  if (meeting.startTime === null) return [];
  const startMs = zonedInstantMs(meeting.date, meeting.startTime, meeting.zone);
  const endMs =
    meeting.endTime === null ? null : zonedInstantMs(meeting.endDate ?? meeting.date, meeting.endTime, meeting.zone);
  const clocks = new Map<string, { clock: string; owners: MinutesParagraph[] }>();
  const addClock = (zone: string, owner: MinutesParagraph | null): void => {
    const start = zonedClock(startMs, zone);
    const end = endMs === null ? null : zonedClock(endMs, zone);
    const day = start.date === meeting.date ? '' : `${formatDate(start.date, writer.language)}, `;
    const clock = clocks.get(start.offset) ?? {
      clock: `${day}${start.time}${end === null ? '' : `–${end.time}`}`,
      owners: [],
    };
    if (owner !== null) clock.owners.push(owner);
    clocks.set(start.offset, clock);
  };
  // Clocks stand as the sides do, which is not the same in the copies of two sides; that of neither comes first.
  const own = zonedClock(startMs, meeting.zone).offset;
  if (meeting.sides.every(({ zone }) => zonedClock(startMs, zone).offset !== own)) addClock(meeting.zone, null);
  meeting.sides.forEach((side, index) => addClock(side.zone, sideName(side, index + 1, writer)));
  const isChinese = writer.language === 'zh';
  return [...clocks].map(([offset, { clock, owners }]) => [
    writer.say(`${clock}${isChinese ? '（' : ' ('}${offset}`),
    ...owners.flatMap((owner) => [writer.say(isChinese ? '，' : ', '), ...owner]),
    writer.say(isChinese ? '）' : ')'),
  ]);
}

function describeVenue(venue: Venue, writer: RunWriter): MinutesParagraph {
  const city = chooseText(venue.city, writer.language);
  const hasPrefix = /^г\.\s?/u.test(city.text);
  const named = hasPrefix || city.text === '' || city.isFallback ? city.text : writer.labels.city(city.text);
  const place = chooseText(venue.place, writer.language);
  // 南京紫金山 runs on; a link or a foreign name does not.
  const chineseSeparator = /^[\p{Script=Han}“《]/u.test(place.text) ? '' : '，';
  return writer.line(
    [
      { chosen: { ...city, text: named }, kind: 'line' },
      { chosen: place, kind: 'line' },
    ],
    writer.language === 'zh' ? chineseSeparator : ', ',
  );
}

/** Places of one kind, without those that say nothing. */
export function describeVenues(record: MeetingRecord, kind: Venue['kind'], writer: RunWriter): MinutesParagraph[] {
  return record.meeting.venues
    .filter((venue) => venue.kind === kind)
    .map((venue) => describeVenue(venue, writer))
    .filter((paragraph) => paragraph.length > 0);
}

function namesWithRole(
  record: MeetingRecord,
  lookup: RecordLookup,
  writer: RunWriter,
  roles: AttendanceRole[],
): MinutesParagraph[] {
  const holds = (attendance: Attendance): boolean =>
    isPresent(attendance) && attendance.roles.some((role) => roles.includes(role));
  return lookup.attendanceInOrder.filter(holds).map((attendance) => {
    const side = lookup.side(attendance.sideId);
    const name = writer.line([nameOf(attendance, lookup, writer.language)], '');
    if (side === null || !roles.includes('co_chair')) return name;
    const owner = sideName(side, record.meeting.sides.indexOf(side) + 1, writer);
    const [open, close] = writer.language === 'zh' ? ['（', '）'] : [' (', ')'];
    return [...name, writer.say(open), ...owner, writer.say(close)];
  });
}

/** The facts above the text, in the order of each language; a fact that nobody entered has no row. */
export function describeHeader(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesBlock[] {
  const { meeting } = record;
  const { labels, language } = writer;
  const date = [writer.say(formatDateRange(meeting.date, meeting.endDate, language))];
  const times = describeTimes(record, writer);
  const places = describeVenues(record, 'main', writer);
  const place = writer.join(places, '; ');
  const rows: MinutesFields['rows'] = [];
  const addRow = (label: string, values: MinutesParagraph[]): void => {
    if (values.length > 0) rows.push({ label, values });
  };

  if (language === 'zh') addRow(labels.fields.time, [date, ...times]);
  if (language === 'en') addRow(labels.fields.date, [date]);
  if (language !== 'zh') addRow(labels.fields.time, times);
  // A Russian protocol has date and place on one line above; an online one has its form there (standards, A1).
  if (language !== 'ru') addRow(labels.fields.place, places);
  if (language !== 'ru' || places.length > 0)
    addRow(labels.fields.format, [[writer.say(labels.format[meeting.format])]]);
  addRow(labels.fields.remotePlaces, joinOnOneLine(describeVenues(record, 'remote', writer), writer));
  addRow(labels.fields.framework, writer.quoteParagraphs(chooseText(meeting.framework, language)));
  addRow(labels.fields.theme, writer.quoteParagraphs(chooseText(meeting.theme, language)));
  addRow(labels.fields.partOf, [writer.quote(chooseText(meeting.partOf, language), 'line')].filter(isWritten));
  addRow(
    labels.fields.organizers,
    meeting.organizers
      .map(({ organizationId }) => writer.quote(chooseText(lookup.organizationName(organizationId), language), 'line'))
      .filter(isWritten),
  );
  const coChairs = namesWithRole(record, lookup, writer, ['co_chair']);
  const chairs = namesWithRole(record, lookup, writer, ['chair']);
  addRow(labels.fields.chair, chairs);
  addRow(coChairs.length === 1 ? labels.marks.co_chair : labels.fields.coChairs, coChairs);
  addRow(labels.fields.secretary, namesWithRole(record, lookup, writer, ['secretary']));
  if (meeting.headCount !== null) addRow(labels.fields.total, [[writer.say(String(meeting.headCount))]]);

  const fields: MinutesBlock = { kind: 'fields', rows };
  if (language !== 'ru') return [fields];
  const right = places.length > 0 ? place : [writer.say(labels.format[meeting.format])];
  return [{ kind: 'split', left: date, right }, fields];
}

function isWritten(paragraph: MinutesParagraph): boolean {
  return paragraph.length > 0;
}

function joinOnOneLine(paragraphs: MinutesParagraph[], writer: RunWriter): MinutesParagraph[] {
  return paragraphs.length === 0 ? [] : [writer.join(paragraphs, writer.language === 'zh' ? '、' : ', ')];
}
