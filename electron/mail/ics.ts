import type { ICalEventData } from 'ical-generator';
import { chooseText, filledLanguages, type Language, languages } from '#shared/domain/language.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { cleanText } from '#shared/domain/clean-text.ts';
import { createPlainWriter } from '#shared/domain/letters/plain-writer.ts';
import { formatDateRange, zonedInstantMs } from '#shared/domain/minutes/dates.ts';
import { describeTimes, describeVenues } from '#shared/domain/minutes/header.ts';
import type { LabelsByLanguage } from '#shared/domain/minutes/labels.ts';

export const dayMs = 86_400_000;

export interface CalendarOptions {
  labels: LabelsByLanguage;
  /** How often time or place were changed (RFC 5545, 3.8.7.4). */
  sequence: number;
  nowMs: number;
}

/**
 * The meeting for any calendar program (standards, D2): one event to publish, times in UTC, a whole day where no hour is
 * known. Importing a later one replaces the earlier: the id of the meeting is the UID.
 */
export async function writeCalendar(record: MeetingRecord, options: CalendarOptions): Promise<string> {
  const { ICalEventStatus } = await import('ical-generator');
  const { meeting } = record;
  const used = usedLanguages(record);
  const link = findLink(record);
  const location = joinDifferent(used.map((language) => describePlace(record, language, options.labels)));
  return writeEvents([
    {
      id: meeting.id,
      sequence: options.sequence,
      stamp: new Date(options.nowMs),
      ...describeSpan(record),
      summary: joinDifferent(languages.map((language) => meeting.title[language].trim())) || meeting.date,
      description: used.map((language) => describeWhen(record, language, options.labels)).join('\n'),
      ...(location === '' ? {} : { location }),
      ...(link === null ? {} : { url: link }),
      status: ICalEventStatus.CONFIRMED,
    },
  ]);
}

type Event = Omit<ICalEventData, 'summary' | 'description' | 'location'> & {
  summary: string;
  description: string;
  location?: string;
};

/** A calendar to publish; with no event in it, it is empty. */
export async function writeEvents(events: readonly Event[]): Promise<string> {
  const { ICalCalendar, ICalCalendarMethod } = await import('ical-generator');
  const calendar = new ICalCalendar({
    prodId: { company: 'Trilogue', product: 'Trilogue', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const event of events) {
    calendar.createEvent({
      ...event,
      summary: cleanText(event.summary),
      description: cleanText(event.description),
      ...(event.location !== undefined && { location: cleanText(event.location) }),
    });
  }
  // The library leaves the last line open.
  return `${calendar.toString()}\r\n`;
}

/** Start and end; an end that nobody named stays open. Of days, the end is the day after the last. */
function describeSpan({ meeting }: MeetingRecord): { start: Date; end?: Date; allDay?: boolean } {
  const { date, endDate, startTime, endTime, zone } = meeting;
  const lastDay = endDate ?? date;
  if (startTime === null) {
    return {
      start: new Date(`${date}T00:00:00Z`),
      end: new Date(Date.parse(`${lastDay}T00:00:00Z`) + dayMs),
      allDay: true,
    };
  }
  const start = new Date(zonedInstantMs(date, startTime, zone));
  if (endTime === null) return { start };
  const end = new Date(zonedInstantMs(lastDay, endTime, zone));
  // Past midnight, as nobody wrote down: 22:00–00:30 of one date.
  return { start, end: end > start ? end : new Date(end.getTime() + dayMs) };
}

/** Languages in which the meeting has a title; all of them where it has none. */
function usedLanguages({ meeting }: MeetingRecord): Language[] {
  const written = filledLanguages(meeting.title);
  return written.length === 0 ? [...languages] : written;
}

/** «15 December 2026, 11:00–13:00 (UTC+3, Russian side), 16:00–18:00 (UTC+8, Chinese side)» */
function describeWhen(record: MeetingRecord, language: Language, labels: LabelsByLanguage): string {
  const writer = createPlainWriter(language, labels[language]);
  const { date, endDate } = record.meeting;
  const times = describeTimes(record, writer).map((runs) => runs.map(({ text }) => text).join(''));
  const parts = [formatDateRange(date, endDate, language), ...times];
  return parts.join(language === 'zh' ? '，' : ', ').replace(/\u00A0/gu, ' ');
}

function describePlace(record: MeetingRecord, language: Language, labels: LabelsByLanguage): string {
  const writer = createPlainWriter(language, labels[language]);
  const kinds = ['main', 'remote'] as const;
  const found = kinds.map((kind) => describeVenues(record, kind, writer)).find((places) => places.length > 0) ?? [];
  const places = found.map((runs) => runs.map(({ text }) => text).join(''));
  return places.join(language === 'zh' ? '；' : '; ').replace(/\u00A0/gu, ' ');
}

/** «EN / RU / 中文»: a summary occurs only once; what is the same in two languages stands there once. */
function joinDifferent(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(' / ');
}

/** The first address on the web among the places, as it stands in the text: without the sentence around it. */
function findLink({ meeting }: MeetingRecord): string | null {
  const texts = meeting.venues.map(({ place }) => chooseText(place, 'en').text);
  for (const text of texts) {
    const [found] = /https?:\/\/[^\s<>"«»“”，。；：、（）]+/iu.exec(text) ?? [];
    const link = found?.replace(/[.,;:!?)\]'’]+$/u, '');
    // The library escapes commas and semicolons as it does in texts, which an address is not (RFC 5545, 3.3.13).
    if (link !== undefined && URL.canParse(link)) return new URL(link).href.replace(/,/gu, '%2C').replace(/;/gu, '%3B');
  }
  return null;
}
