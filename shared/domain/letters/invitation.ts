import { chooseText } from '../language.ts';
import { formatDate, formatDateRange } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesFields, MinutesParagraph } from '../minutes/document.ts';
import { describeTimes, describeVenues } from '../minutes/header.ts';
import { describeNote, fillTitle, isNamedAsMeeting } from './frame.ts';
import type { LetterScene } from './scene.ts';
import { isExpected } from './parties.ts';
import { titlePlace } from './words.ts';

/** The invitation, or the short reminder of it. */
export function describeInvitation(scene: LetterScene): MinutesBlock[] {
  const { kind, writer, words, record, due, language } = scene;
  const isReminder = kind === 'reminder';
  const say = (text: string): MinutesBlock => ({ kind: 'paragraph', runs: [writer.say(text)] });
  const sentence = isReminder ? words.remind : words.invite;
  const opening = fillTitle(sentence(describeMeeting(scene, 'kindInvited')), scene);
  const asked = due === null ? words.confirm : words.confirmBy(formatDate(due, language));
  const isDelegation =
    scene.recipient !== null && scene.recipient.person === null && scene.recipient.name[language] === '';
  const join = language === 'zh' ? '' : ' ';
  const practical = [
    ...(needsLink(scene) ? [words.linkLater] : []),
    ...(hasInterpreter(scene) ? [words.interpretation] : []),
  ];
  return [
    { kind: 'paragraph', runs: opening },
    { kind: 'fields', rows: describeFacts(scene, isReminder) },
    ...(practical.length === 0 || isReminder ? [] : [say(practical.join(join))]),
    ...describeNote(scene.note, writer),
    say([asked, ...(isDelegation && !isReminder ? [words.askNames] : [])].join(join)),
    ...(isReminder ? [say(words.ignore)] : []),
    ...(record.agenda.length === 0 || isReminder ? [] : [say(words.enclosure.agenda)]),
  ];
}

/** What the sentences about the meeting are filled with. */
export function describeMeeting(
  { record, words, language }: LetterScene,
  form: 'kindInvited' | 'kindOf',
): { kind: string; title: string; date: string } {
  const { meeting } = record;
  const title = chooseText(meeting.title, language).text;
  const kind = words[form][meeting.kind];
  return {
    kind: language === 'zh' && isNamedAsMeeting(title) ? '' : kind,
    title: title === '' ? '' : titlePlace,
    date: formatDateRange(meeting.date, meeting.endDate, language),
  };
}

/** When, where and in what form; the reminder has only these, the invitation the frame and the languages, too. */
export function describeFacts(
  scene: Pick<LetterScene, 'record' | 'writer' | 'words' | 'lookup'>,
  isShort: boolean,
): MinutesFields['rows'] {
  const { record, writer, words, lookup } = scene;
  const { meeting } = record;
  const { labels, language } = writer;
  const rows: MinutesFields['rows'] = [];
  const add = (label: string, values: MinutesParagraph[]): void => {
    const written = values.filter((value) => value.length > 0);
    if (written.length > 0) rows.push({ label, values: written });
  };
  const date = [writer.say(formatDateRange(meeting.date, meeting.endDate, language))];
  const times = describeTimes(record, writer);
  if (language === 'zh') add(labels.fields.time, [date, ...times]);
  else {
    add(labels.fields.date, [date]);
    add(labels.fields.time, times);
  }
  add(labels.fields.place, describeVenues(record, 'main', writer));
  add(labels.fields.format, [[writer.say(labels.format[meeting.format])]]);
  add(labels.fields.remotePlaces, describeVenues(record, 'remote', writer));
  if (isShort) return rows;
  add(labels.fields.framework, writer.quoteParagraphs(chooseText(meeting.framework, language)));
  add(labels.fields.partOf, [writer.quote(chooseText(meeting.partOf, language), 'line')]);
  add(
    labels.fields.organizers,
    meeting.organizers.map(({ organizationId }) =>
      writer.quote(chooseText(lookup.organizationName(organizationId), language), 'line'),
    ),
  );
  if (meeting.workingLanguages.length > 0) {
    const names = meeting.workingLanguages.map((one) => words.language[one]);
    add(words.workingLanguages, [[writer.say(names.join(language === 'zh' ? '、' : ', '))]]);
  }
  return rows;
}

function needsLink({ record }: LetterScene): boolean {
  const { format, venues } = record.meeting;
  const isKnown = venues.some(({ place }) => Object.values(place).some((text) => /https?:\/\//iu.test(text)));
  return format !== 'in_person' && !isKnown;
}

function hasInterpreter({ lookup }: LetterScene): boolean {
  return lookup.attendanceInOrder.some((row) => isExpected(row) && row.roles.includes('interpreter'));
}
