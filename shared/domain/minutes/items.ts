import type { AgendaItem } from '../../contract/agenda.ts';
import type { Entry } from '../../contract/entries.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language } from '../language.ts';
import { formatTableDate } from './dates.ts';
import type { MinutesBlock, MinutesHeading, MinutesParagraph, MinutesPoints, MinutesTable } from './document.ts';
import { chooseEntryText, type RecordLookup } from './lookup.ts';
import { compareByOrderKey } from './numbering.ts';
import { nameOf } from './people.ts';
import type { RunWriter } from './runs.ts';
import { chineseNumeral } from './typography.ts';

export function sortAgenda(record: MeetingRecord): AgendaItem[] {
  return [...record.agenda].sort(compareByOrderKey);
}

export function sortEntries(record: MeetingRecord): Entry[] {
  return [...record.entries].sort(compareByOrderKey);
}

export function entryParagraphs(entry: Entry, writer: RunWriter): MinutesParagraph[] {
  const chosen = chooseEntryText(entry, writer.language);
  const paragraphs = writer.quoteParagraphs(chosen);
  return paragraphs.length === 0 ? [[writer.gap(writer.labels.notWritten)]] : paragraphs;
}

export function itemTitle(item: AgendaItem, writer: RunWriter): MinutesParagraph {
  const title = writer.quote(chooseText(item.title, writer.language), 'text');
  const named = title.length === 0 ? [writer.gap(writer.labels.notWritten)] : title;
  return [...named, ...writer.bracket(item.state === 'postponed' ? [writer.labels.postponed] : [])];
}

/** The list of items with their presenters. */
export function describeAgenda(record: MeetingRecord, lookup: RecordLookup, writer: RunWriter): MinutesPoints {
  return {
    kind: 'points',
    points: sortAgenda(record).map((item, index) => {
      const presenter = lookup.attendance(item.presenterAttendanceId);
      const paragraphs = [itemTitle(item, writer)];
      if (presenter !== null) {
        const name = writer.line([nameOf(presenter, lookup, writer.language)], '');
        const label = writer.language === 'zh' ? writer.labels.presenter : `${writer.labels.presenter} `;
        paragraphs.push([writer.say(label), ...name]);
      }
      return { id: item.id, number: `${index + 1}.`, paragraphs };
    }),
  };
}

/** The heading of an item with its number on the agenda. */
export function headItem(item: AgendaItem, number: number, writer: RunWriter): MinutesHeading {
  const printed = writer.language === 'zh' ? `（${chineseNumeral(number)}）` : `${number}. `;
  return {
    kind: 'heading',
    id: `item-${number}`,
    level: 3,
    itemId: item.id,
    runs: [writer.say(printed), ...itemTitle(item, writer)],
  };
}

/** Per item: who spoke and the gist, notes, then proposals, then decisions. */
export function describeItems(
  record: MeetingRecord,
  lookup: RecordLookup,
  writer: RunWriter,
  numbers: Map<string, string>,
): MinutesBlock[] {
  const entries = sortEntries(record);
  return sortAgenda(record).flatMap((item, index): MinutesBlock[] => {
    const own = entries.filter((entry) => entry.agendaItemId === item.id);
    if (own.length === 0) return [];
    return [
      headItem(item, index + 1, writer),
      ...describeSpeeches(own, lookup, writer),
      ...describePoints(own, 'proposal', lookup, writer, numbers),
      ...describePoints(own, 'decision', lookup, writer, numbers),
    ];
  });
}

/**
 * Speeches and notes in their order. The next text of the same speaker continues the speech. In Russian the first
 * speaker is heard (СЛУШАЛИ), all later ones speak (ВЫСТУПИЛИ); names stand in the nominative before a dash.
 */
function describeSpeeches(entries: Entry[], lookup: RecordLookup, writer: RunWriter): MinutesBlock[] {
  const { labels, language } = writer;
  const blocks: MinutesBlock[] = [];
  let speaker: string | null = null;
  let speechCount = 0;
  for (const entry of entries) {
    if (entry.kind !== 'speech' && entry.kind !== 'note') continue;
    const [first = [], ...others] = entryParagraphs(entry, writer);
    if (entry.kind === 'note') {
      speaker = null;
      const label = writer.say(
        language === 'zh' ? labels.note : language === 'ru' ? labels.note : `${labels.note}:`,
        'strong',
      );
      const space = language === 'zh' ? [] : [writer.say(' ')];
      blocks.push({ kind: 'paragraph', id: entry.id, runs: [label, ...space, ...first] });
    } else if (speaker !== null && entry.speakerAttendanceId === speaker) {
      blocks.push({ kind: 'paragraph', id: entry.id, runs: first });
    } else {
      speaker = entry.speakerAttendanceId;
      speechCount += 1;
      if (language === 'ru' && speechCount <= 2) {
        blocks.push({
          kind: 'lead',
          tone: 'step',
          runs: [writer.say(speechCount === 1 ? labels.heard : labels.spoke)],
        });
      }
      blocks.push({ kind: 'paragraph', id: entry.id, runs: [...introduceSpeaker(speaker, lookup, writer), ...first] });
    }
    blocks.push(...others.map((runs): MinutesBlock => ({ kind: 'paragraph', id: entry.id, runs })));
  }
  return blocks;
}

function introduceSpeaker(attendanceId: string | null, lookup: RecordLookup, writer: RunWriter): MinutesParagraph {
  const separator = { en: ': ', ru: ' — ', zh: '：' }[writer.language];
  const attendance = lookup.attendance(attendanceId);
  const name =
    attendance === null ? [] : writer.line([{ ...nameOf(attendance, lookup, writer.language), role: 'strong' }], '');
  const shown = name.length === 0 ? [writer.gap(writer.labels.speakerNotNamed)] : name;
  return [...shown, writer.say(separator)];
}

/** Entries of one kind as numbered points, in their order. */
export function describePoints(
  entries: Entry[],
  kind: 'proposal' | 'decision',
  lookup: RecordLookup,
  writer: RunWriter,
  numbers: Map<string, string>,
): MinutesBlock[] {
  const { labels, language } = writer;
  const chosen = entries.filter((entry) => entry.kind === kind);
  if (chosen.length === 0) return [];
  const points = chosen.map((entry) => {
    const number = numbers.get(entry.id) ?? '';
    const [first = [], ...others] = entryParagraphs(entry, writer);
    const paragraphs = [
      kind === 'proposal' ? [...introduceProposer(entry, lookup, writer), ...first] : first,
      ...others,
    ];
    const printed = kind === 'proposal' ? labels.proposalNumber(number) : labels.decisionNumber(number);
    return { id: entry.id, number: printed, paragraphs };
  });
  const block: MinutesPoints = { kind: 'points', points };
  // «Decision 3.1» says in English what the word above the points says in the other two languages.
  if (language === 'en') return [block];
  return [
    { kind: 'lead', tone: 'step', runs: [writer.say(kind === 'proposal' ? labels.proposed : labels.decided)] },
    block,
  ];
}

function introduceProposer(entry: Entry, lookup: RecordLookup, writer: RunWriter): MinutesParagraph {
  const attendance = lookup.attendance(entry.speakerAttendanceId);
  const name = attendance === null ? [] : writer.line([nameOf(attendance, lookup, writer.language)], '');
  if (name.length === 0) return [];
  return [...name, writer.say({ en: ': ', ru: ' — ', zh: '：' }[writer.language])];
}

/** Wide enough for the longest date and status of each language without a break inside a word. */
const shares: Record<Language, number[]> = {
  en: [0.07, 0.36, 0.24, 0.19, 0.14],
  ru: [0.07, 0.34, 0.25, 0.15, 0.19],
  zh: [0.08, 0.35, 0.24, 0.21, 0.12],
};

/** The actions of the meeting that are wanted in one table; an unnamed owner or date stays visibly open. Null without any. */
export function describeActions(
  record: MeetingRecord,
  lookup: RecordLookup,
  writer: RunWriter,
  numbers: Map<string, string>,
  isWanted: (entry: Entry) => boolean = () => true,
): MinutesTable | null {
  const { labels, language } = writer;
  const rows = sortAgenda(record)
    .flatMap((item) => sortEntries(record).filter((entry) => entry.agendaItemId === item.id))
    .filter((entry) => entry.kind === 'action' && isWanted(entry))
    .map((entry) => {
      const owners = (entry.action?.owners ?? [])
        .map((owner) =>
          writer.quote(chooseText(lookup.ownerName(owner), language), owner.kind === 'person' ? 'name' : 'line'),
        )
        .filter((name) => name.length > 0);
      return {
        id: entry.id,
        cells: [
          [[writer.say(numbers.get(entry.id) ?? '')]],
          entryParagraphs(entry, writer),
          owners.length === 0 ? [[writer.gap(labels.notNamed)]] : owners,
          [describeDue(entry, record, writer)],
          [[writer.say(labels.status[entry.action?.status ?? 'open'])]],
        ],
      };
    });
  if (rows.length === 0) return null;
  const { number, action, responsible, due, status } = labels.table;
  const columns = [number, action, responsible, due, status].map((label, index) => ({
    label,
    share: shares[language][index] ?? 0,
  }));
  return { kind: 'table', columns, rows };
}

function describeDue(entry: Entry, record: MeetingRecord, writer: RunWriter): MinutesParagraph {
  const { labels, language } = writer;
  if (entry.action?.due) return [writer.say(formatTableDate(entry.action.due, language))];
  if (entry.action?.dueAtNextMeeting !== true) return [writer.gap(labels.notNamed)];
  const next = record.meeting.nextMeetingDate;
  const day = next === null ? [] : writer.bracket([formatTableDate(next, language)]);
  return [writer.say(labels.atNextMeeting), ...day];
}
