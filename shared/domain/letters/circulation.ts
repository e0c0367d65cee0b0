import { formatDate } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesParagraph } from '../minutes/document.ts';
import { sideName } from '../minutes/people.ts';
import { describeNote, fillTitle } from './frame.ts';
import { describeMeeting } from './invitation.ts';
import type { LetterScene } from './scene.ts';

/** Letters that go with the minutes: for comments, the reminder, and the agreed text. */
export function describeCirculation(
  scene: LetterScene,
  kind: 'circulation' | 'circulation_reminder' | 'agreed',
): MinutesBlock[] {
  const { writer, words, record } = scene;
  const say = (text: string): MinutesBlock => ({ kind: 'paragraph', runs: [writer.say(text)] });
  const fill = { ...describeMeeting(scene, 'kindOf'), minutes: words.minutes[record.meeting.minutesKind] };
  const note = describeNote(scene.note, writer);
  switch (kind) {
    case 'circulation_reminder':
      return [
        { kind: 'paragraph', runs: fillTitle(words.remindComments(fill), scene) },
        ...note,
        say(scene.due === null ? words.commentsPlain : words.commentsBy(formatDate(scene.due, scene.language))),
        say(words.noComments),
        say(words.ignore),
      ];
    case 'agreed':
      return [
        { kind: 'paragraph', runs: fillTitle(words.sendAgreed(fill), scene) },
        ...describeAgreement(scene),
        ...note,
        say(words.thanks),
        say(words.enclosure.agreed),
      ];
    case 'circulation':
      return [
        {
          kind: 'paragraph',
          runs: fillTitle(words.circulate({ ...fill, version: String(scene.versionNumber ?? 1) }), scene),
        },
        ...note,
        say(scene.due === null ? words.comment : words.commentBy(formatDate(scene.due, scene.language))),
        { kind: 'points', points: describeWays(scene) },
        say(words.noComments),
        say(words.enclosure.draft),
      ];
  }
}

function describeWays({ words, writer, exampleNumber }: LetterScene): {
  id: string;
  number: string;
  paragraphs: MinutesParagraph[];
}[] {
  const ways = [
    words.commentInFile,
    exampleNumber === '' ? words.commentByMailPlain : words.commentByMail(exampleNumber),
  ];
  return ways.map((text, index) => ({
    id: `way-${index + 1}`,
    number: `${index + 1}.`,
    paragraphs: [[writer.say(text)]],
  }));
}

/** Which side agreed when. */
function describeAgreement({ agreed, record, writer, words, language }: LetterScene): MinutesBlock[] {
  const { sides } = record.meeting;
  const values = agreed.map(({ sideId, date }): MinutesParagraph => {
    const day = writer.say(formatDate(date, language));
    const index = sides.findIndex(({ id }) => id === sideId);
    const side = sides[index];
    if (side === undefined) return [day];
    return [
      ...sideName(side, index + 1, writer),
      writer.say(language === 'zh' ? '：' : language === 'ru' ? ' — ' : ', '),
      day,
    ];
  });
  return values.length === 0 ? [] : [{ kind: 'fields', rows: [{ label: words.agreedBy, values }] }];
}
