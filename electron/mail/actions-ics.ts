import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Action, Entry } from '#shared/contract/entries.ts';
import { shorten } from '#shared/domain/file-name.ts';
import { chooseText, type Language, type LocalizedText } from '#shared/domain/language.ts';
import { formatDateRange } from '#shared/domain/minutes/dates.ts';
import { sortAgenda, sortEntries } from '#shared/domain/minutes/items.ts';
import type { LabelsByLanguage } from '#shared/domain/minutes/labels.ts';
import { chooseEntryText, createLookup, type RecordLookup } from '#shared/domain/minutes/lookup.ts';
import { numberEntries } from '#shared/domain/minutes/numbering.ts';
import { splitParagraphs } from '#shared/domain/minutes/typography.ts';
import { dayMs, writeEvents } from './ics.ts';

/** What holds of an action now, where that may be something else than its minutes say. */
export interface ActionNow {
  owners: readonly { name: LocalizedText }[];
  due: string | null;
  /** The day that is meant: the due date, or that of the next meeting. */
  dueOn: string | null;
  status: Action['status'];
}

/** By entry; what is not here is as the record says. */
export type ActionsNow = ReadonlyMap<string, ActionNow>;

export interface ActionsCalendarOptions {
  language: Language;
  labels: LabelsByLanguage;
  nowMs: number;
  now?: ActionsNow;
}

export interface DatedAction {
  entry: Entry;
  /** «2.1», as in the minutes. */
  number: string;
  /** `YYYY-MM-DD` */
  due: string;
  now: ActionNow;
}

/** Longest summary, in bytes: what a calendar shows of it in one line. The description has the whole. */
const longestSummary = 240;

/** 09:00 of the day before, in the zone of whoever looks: an all-day entry begins at midnight there. */
const remindBeforeSeconds = 15 * 3600;

/** In the order of the minutes. «By the next meeting» is a date where that of the next meeting is known. */
export function listDatedActions(record: MeetingRecord, now: ActionsNow = new Map()): DatedAction[] {
  const lookup = createLookup(record);
  const numbers = numberEntries(record.agenda, record.entries);
  const entries = sortEntries(record).filter(({ kind }) => kind === 'action');
  return sortAgenda(record)
    .flatMap((item) => entries.filter(({ agendaItemId }) => agendaItemId === item.id))
    .flatMap((entry) => {
      const current = now.get(entry.id) ?? asRecorded(record, entry, lookup);
      const { dueOn } = current;
      return dueOn === null ? [] : [{ entry, number: numbers.get(entry.id) ?? '', due: dueOn, now: current }];
    });
}

function asRecorded({ meeting }: MeetingRecord, { action }: Entry, lookup: RecordLookup): ActionNow {
  const { due = null, dueAtNextMeeting = false, status = 'open', owners = [] } = action ?? {};
  return {
    owners: owners.map((owner) => ({ name: lookup.ownerName(owner) })),
    due,
    dueOn: due ?? (dueAtNextMeeting ? meeting.nextMeetingDate : null),
    status,
  };
}

/**
 * One all-day entry per action item with a date, in one language, to publish (standards, D2). The id of the item is the
 * UID, so that importing a later file brings an earlier one up to date. Only what is still to be done reminds. Empty
 * where no action has a date, see {@link listDatedActions}.
 */
export async function writeActionsCalendar(
  record: MeetingRecord,
  { language, labels, nowMs, now: actionsNow }: ActionsCalendarOptions,
): Promise<string> {
  const { ICalAlarmType, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } = await import('ical-generator');
  const now = new Date(nowMs);
  const meeting = describeMeeting(record, language);
  const events = listDatedActions(record, actionsNow).map(({ entry, number, due, now: current }) => {
    const start = new Date(`${due}T00:00:00Z`);
    const { status } = current;
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
      description: describe(current, { text, statusWord, meeting, language, labels }),
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
  { owners, due }: ActionNow,
  {
    text,
    statusWord,
    meeting,
    language,
    labels,
  }: {
    text: string;
    statusWord: string;
    meeting: string;
    language: Language;
    labels: LabelsByLanguage;
  },
): string {
  const { table, notNamed, atNextMeeting } = labels[language];
  const [colon, semicolon] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  const names = owners.map(({ name }) => chooseText(name, language).text).filter((name) => name !== '');
  return [
    text,
    `${table.responsible}${colon}${names.length === 0 ? notNamed : names.join(semicolon)}`,
    ...(due === null ? [`${table.due}${colon}${atNextMeeting}`] : []),
    `${table.status}${colon}${statusWord}`,
    meeting,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
