import type { AgendaItem } from '../../contract/agenda.ts';
import type { Attendance } from '../../contract/attendance.ts';
import type { MinutesBlock, MinutesSection } from '../minutes/document.ts';
import { describeHeader } from '../minutes/header.ts';
import { describeActions, describePoints, headItem, sortAgenda, sortEntries } from '../minutes/items.ts';
import { numberEntries } from '../minutes/numbering.ts';
import { describeAgreements, describeNextMeeting } from '../minutes/outcome.ts';
import { describeParticipants, nameOf } from '../minutes/people.ts';
import { arrangeParts, createSection } from '../minutes/section.ts';
import { fill } from './fill.ts';
import type { PaperScene } from './scene.ts';

/** Items with who spoke, decisions and actions; no speeches (standards, A1). */
export function buildShortMinutes(scene: PaperScene, ending: MinutesBlock[]): MinutesSection {
  const { record, lookup, writer, words } = scene;
  const { headings } = writer.labels;
  const numbers = numberEntries(record.agenda, record.entries);
  const actions = describeActions(record, lookup, writer, numbers);
  const items = sortAgenda(record).flatMap((item, index): MinutesBlock[] => [
    headItem(item, index + 1, writer),
    ...describeSpeakers(item, scene, () => true),
    ...describeDecisions(item, scene, numbers),
  ]);
  const parts = arrangeParts(
    [
      { id: 'participants', label: headings.participants, blocks: describeParticipants(record, lookup, writer) },
      { id: 'proceedings', label: headings.proceedings, blocks: items },
      { id: 'actions', label: headings.actions, blocks: actions === null ? [] : [actions] },
      { id: 'agreements', label: headings.agreements, blocks: describeAgreements(record, lookup, writer) },
      { id: 'next-meeting', label: headings.nextMeeting, blocks: describeNextMeeting(record, writer) },
    ],
    writer,
  );
  return createSection(record, writer, {
    title: words.short.title[record.meeting.minutesKind](record.meeting.number),
    hasDraftMark: true,
    blocks: [...describeHeader(record, lookup, writer), ...parts, ...ending],
  });
}

/** Names of those who spoke or proposed something on an item, each once, in brackets. */
export function describeSpeakers(
  item: AgendaItem,
  { record, lookup, writer, words }: PaperScene,
  isWanted: (attendance: Attendance) => boolean,
): MinutesBlock[] {
  const speakers = new Set(
    sortEntries(record)
      .filter(({ agendaItemId, kind }) => agendaItemId === item.id && (kind === 'speech' || kind === 'proposal'))
      .map(({ speakerAttendanceId }) => lookup.attendance(speakerAttendanceId))
      .filter((attendance) => attendance !== null && isWanted(attendance)),
  );
  const names = [...speakers].flatMap((speaker) =>
    speaker === null ? [] : [writer.line([nameOf(speaker, lookup, writer.language)], '')],
  );
  const written = names.filter((name) => name.length > 0);
  if (written.length === 0) return [];
  const listed = writer.join(written, writer.language === 'zh' ? '、' : ', ');
  return [{ kind: 'paragraph', runs: fill(words.short.spoke, listed, writer) }];
}

export function describeDecisions(
  item: AgendaItem,
  { record, lookup, writer }: PaperScene,
  numbers: Map<string, string>,
): MinutesBlock[] {
  const own = sortEntries(record).filter(({ agendaItemId }) => agendaItemId === item.id);
  return describePoints(own, 'decision', lookup, writer, numbers);
}
