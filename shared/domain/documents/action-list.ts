import { formatDateRange } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesSection } from '../minutes/document.ts';
import { describeActions } from '../minutes/items.ts';
import { numberEntries } from '../minutes/numbering.ts';
import { createSection } from '../minutes/section.ts';
import type { PaperScene } from './scene.ts';

/** All actions of a meeting in one table, and of which minutes they are. */
export function buildActionList({ record, lookup, writer, words }: PaperScene): MinutesSection {
  const { meeting } = record;
  const day = formatDateRange(meeting.date, meeting.endDate, writer.language);
  const from = words.actions.from[meeting.minutesKind](meeting.number, day);
  const table = describeActions(record, lookup, writer, numberEntries(record.agenda, record.entries));
  const body: MinutesBlock = table ?? { kind: 'paragraph', runs: [writer.say(words.actions.none)] };
  return createSection(record, writer, {
    title: words.actions.title,
    hasDraftMark: true,
    blocks: [{ kind: 'placed', place: 'centre', lines: [[writer.say(from)]] }, body],
  });
}
