import { chooseText } from '../language.ts';
import type { MinutesBlock, MinutesParagraph, MinutesSection, MinutesSignatures } from '../minutes/document.ts';
import { describeHeader } from '../minutes/header.ts';
import { describeActions, headItem } from '../minutes/items.ts';
import { numberEntries } from '../minutes/numbering.ts';
import { describeOffice, nameOf } from '../minutes/people.ts';
import { arrangeParts, createSection } from '../minutes/section.ts';
import { findBelongings } from './belongs.ts';
import type { PaperScene } from './scene.ts';
import { describeDecisions, describeSpeakers } from './short.ts';

/** What an organisation needs of the minutes: its items with their numbers and decisions, and what it has to do. */
export function buildExtract(scene: PaperScene): MinutesSection {
  const { record, lookup, writer, words, build } = scene;
  const { headings } = writer.labels;
  const numbers = numberEntries(record.agenda, record.entries);
  const belongings = findBelongings(record, build.organizationId ?? '');
  const items = belongings.items.flatMap(({ item, number }): MinutesBlock[] => {
    const decisions = describeDecisions(item, scene, numbers);
    return [
      headItem(item, number, writer),
      ...describeSpeakers(item, scene, belongings.attendance),
      ...(decisions.length > 0
        ? decisions
        : [{ kind: 'paragraph' as const, runs: [writer.say(words.extract.noDecision)] }]),
    ];
  });
  const actions = describeActions(record, lookup, writer, numbers, belongings.action);
  const parts = arrangeParts(
    [
      { id: 'proceedings', label: headings.proceedings, blocks: items },
      { id: 'actions', label: headings.actions, blocks: actions === null ? [] : [actions] },
    ],
    writer,
  );
  const whose = writer.quote(chooseText(lookup.organizationName(build.organizationId), writer.language), 'line');
  const header = describeHeader(record, lookup, writer).map((block): MinutesBlock => {
    if (block.kind !== 'fields' || whose.length === 0) return block;
    return { ...block, rows: [{ label: words.extract.for, values: [whose] }, ...block.rows] };
  });
  return createSection(record, writer, {
    title: words.extract.title[record.meeting.minutesKind](record.meeting.number),
    hasDraftMark: true,
    blocks: [...header, ...parts, certify(scene)],
  });
}

/** The line of who certifies the copy, the secretary where one is named; beside it room for the day. */
function certify({ lookup, writer, words }: PaperScene): MinutesSignatures {
  const secretary = lookup.attendanceInOrder.find(({ roles }) => roles.includes('secretary')) ?? null;
  const heading: MinutesParagraph = [writer.say(words.extract.certified)];
  return {
    kind: 'signatures',
    columns: [
      {
        heading,
        office: secretary === null ? [] : describeOffice(secretary, lookup, writer),
        name: secretary === null ? [] : writer.line([nameOf(secretary, lookup, writer.language)], ''),
      },
      { heading: [writer.say(words.extract.date)], office: [], name: [] },
    ],
  };
}
