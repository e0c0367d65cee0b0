import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Entry } from '#shared/contract/entries.ts';
import { shorten } from '#shared/domain/file-name.ts';
import { chooseText, type Language } from '#shared/domain/language.ts';
import { formatDateRange } from '#shared/domain/minutes/dates.ts';
import { sortAgenda, sortEntries } from '#shared/domain/minutes/items.ts';
import type { LabelsByLanguage } from '#shared/domain/minutes/labels.ts';
import { chooseEntryText, createLookup, type RecordLookup } from '#shared/domain/minutes/lookup.ts';
import { numberEntries } from '#shared/domain/minutes/numbering.ts';
import { splitParagraphs } from '#shared/domain/minutes/typography.ts';
import { dayMs, writeEvents } from './ics.ts';

export interface ActionsCalendarOptions {
  language: Language;
  labels: LabelsByLanguage;
  nowMs: number;
}

export interface DatedAction {
  entry: Entry;
  /** «2.1», as in the minutes. */
  number: string;
  /** `YYYY-MM-DD` */
  due: string;
}

/** Longest summary, in bytes: what a calendar shows of it in one line. The description has the whole. */
const longestSummary = 240;

/** 09:00 of the day before, in the zone of whoever looks: an all-day entry begins at midnight there. */
const remindBeforeSeconds = 15 * 3600;

/** In the order of the minutes. «By the next meeting» is a date where that of the next meeting is known. */
export function listDatedActions(record: MeetingRecord): DatedAction[] {
  const numbers = numberEntries(record.agenda, record.entries);
  const entries = sortEntries(record).filter(({ kind }) => kind === 'action');
  return sortAgenda(record)
    .flatMap((item) => entries.filter(({ agendaItemId }) => agendaItemId === item.id))
    .flatMap((entry) => {
      const { due = null, dueAtNextMeeting = false } = entry.action ?? {};
      const date = due ?? (dueAtNextMeeting ? record.meeting.nextMeetingDate : null);
      return date === null ? [] : [{ entry, number: numbers.get(entry.id) ?? '', due: date }];
    });
}

/**
 * One all-day entry per action item with a date, in one language, to publish (standards, D2). The id of the item is the
 * UID, so that importing a later file brings an earlier one up to date. Only what is still to be done reminds. Empty
 * where no action has a date, see {@link listDatedActions}.
 */
export async function writeActionsCalendar(
  record: MeetingRecord,
  { language, labels, nowMs }: ActionsCalendarOptions,
): Promise<string> {
  const { ICalAlarmType, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } = await import('ical-generator');
  const lookup = createLookup(record);
  const now = new Date(nowMs);
  const meeting = describeMeeting(record, language);
  const events = listDatedActions(record).map(({ entry, number, due }) => {
    const start = new Date(`${due}T00:00:00Z`);
    const status = entry.action?.status ?? 'open';
    const isToDo = status === 'open' || status === 'in_progress';
    const statusWord = labels[language].status[status];
    const text = chooseEntryText(entry, language).text;
    const summary = summarize(number, text);
    return {
      id: entry.id,
      stamp: now,
      lastModified: now,
      start,
      end: new Date(start.getTime() + dayMs),
      allDay: true,
      summary: isToDo ? summary : addInBrackets(summary, statusWord, language),
      description: describe(entry, { text, statusWord, meeting, lookup, language, labels }),
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      status: status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(isToDo && {
        alarms: [{ type: ICalAlarmType.display, trigger: remindBeforeSeconds, description: summary }],
      }),
    };
  });
  return writeEvents(events);
}

function summarize(number: string, text: string): string {
  const [first = '', ...rest] = splitParagraphs(text);
  const line = `${number} ${first}`.trim();
  const short = shorten(line, longestSummary);
  return short.length < line.length || rest.length > 0 ? `${short.replace(/[\s.,;:。，；：]+$/u, '')}…` : line;
}

const addInBrackets = (text: string, word: string, language: Language): string =>
  language === 'zh' ? `${text}（${word}）` : `${text} (${word})`;

function describeMeeting({ meeting }: MeetingRecord, language: Language): string {
  const title = chooseText(meeting.title, language).text;
  const date = formatDateRange(meeting.date, meeting.endDate, language).replace(/\u00A0/gu, ' ');
  if (title === '') return date;
  return language === 'zh' ? `${title}（${date}）` : `${title}, ${date}`;
}

/** The whole text, who is responsible, how it stands, and from which meeting it comes. */
function describe(
  entry: Entry,
  {
    text,
    statusWord,
    meeting,
    lookup,
    language,
    labels,
  }: {
    text: string;
    statusWord: string;
    meeting: string;
    lookup: RecordLookup;
    language: Language;
    labels: LabelsByLanguage;
  },
): string {
  const { table, notNamed, atNextMeeting } = labels[language];
  const [colon, semicolon] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  const owners = (entry.action?.owners ?? [])
    .map((owner) => chooseText(lookup.ownerName(owner), language).text)
    .filter((name) => name !== '');
  return [
    text,
    `${table.responsible}${colon}${owners.length === 0 ? notNamed : owners.join(semicolon)}`,
    ...((entry.action?.due ?? null) === null ? [`${table.due}${colon}${atNextMeeting}`] : []),
    `${table.status}${colon}${statusWord}`,
    meeting,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
