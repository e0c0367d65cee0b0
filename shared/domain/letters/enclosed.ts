import type { MinutesBlock } from '../minutes/document.ts';
import { describeNote, fillTitle } from './frame.ts';
import { describeMeeting } from './invitation.ts';
import type { LetterScene } from './scene.ts';
import type { EnclosureKind } from './words.ts';

/** The letter that goes with documents: what is enclosed, one line each, then the secretary's own words. */
export function describeEnclosed(scene: LetterScene): MinutesBlock[] {
  const { words, writer, language, enclosures = [] } = scene;
  const { enclosed } = words;
  const fill = describeMeeting(scene, 'kindOf');
  const sentence =
    enclosures.length === 0 ? enclosed.none(fill) : enclosures.length === 1 ? enclosed.one(fill) : enclosed.many(fill);
  const points = enclosures.map(({ kind, formats }, index) => {
    const listed = formats.map((format) => format.toUpperCase()).join(language === 'zh' ? '、' : ', ');
    return {
      id: `enclosure-${index + 1}`,
      number: `${index + 1}.`,
      paragraphs: [[writer.say(enclosed.item(nameOf(kind, scene), listed))]],
    };
  });
  return [
    { kind: 'paragraph', runs: fillTitle(sentence, scene) },
    ...(points.length === 0 ? [] : [{ kind: 'points' as const, points }]),
    ...describeNote(scene.note, writer),
  ];
}

function nameOf(kind: EnclosureKind, { words, record }: LetterScene): string {
  const name = words.enclosed.names[kind];
  return typeof name === 'string' ? name : name[record.meeting.minutesKind];
}
