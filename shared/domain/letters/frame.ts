import { chooseText, type Language } from '../language.ts';
import type { MinutesBlock, MinutesParagraph } from '../minutes/document.ts';
import type { RunWriter } from '../minutes/runs.ts';
import { splitParagraphs } from '../minutes/typography.ts';
import { toDativeSurname } from './dative.ts';
import type { LetterScene } from './scene.ts';
import { genderOf, nameIn, type Party, russianParts, russianSignature, surnameWithInitials } from './person-forms.ts';
import type { LetterWords } from './words.ts';
import { titlePlace } from './words.ts';

const quoteName = (name: { text: string; language: Language }, writer: RunWriter): MinutesParagraph =>
  writer.quote({ ...name, isFallback: false }, 'name');

/**
 * To whom the letter goes, one line each. Russian: the organisation in the nominative, the person in the dative where
 * the form is beyond doubt. A Chinese letter has no addressee but its salutation.
 */
export function describeAddressee(party: Party | null, writer: RunWriter): MinutesParagraph[] {
  const { language } = writer;
  if (party === null || language === 'zh') return [];
  const organization = writer.quote(chooseText(party.organization, language), 'line');
  const lines =
    language === 'ru'
      ? [organization, russianAddressee(party, writer)]
      : [
          quoteName(nameIn(party, 'en'), writer),
          writer.quote(chooseText(party.position, language), 'line').map(capitalizeFirst),
          organization,
        ];
  return lines.filter((line) => line.length > 0);
}

function capitalizeFirst<Run extends { text: string }>(run: Run, index: number): Run {
  return index === 0 ? { ...run, text: capitalize(run.text) } : run;
}

function capitalize(text: string): string {
  const [first = '', ...rest] = Array.from(text);
  return [first.toUpperCase(), ...rest].join('');
}

function russianAddressee(party: Party, writer: RunWriter): MinutesParagraph {
  const name = nameIn(party, 'ru');
  // Latin and Han forms are not declined.
  if (name.language !== 'ru') return quoteName(name, writer);
  const gender = genderOf(party);
  const parts = russianParts(party);
  if (gender === null || parts === null || parts.patronymic === '') return [];
  const surname = toDativeSurname(parts.family, gender);
  return surname === null ? [] : [writer.say(surnameWithInitials(surname, parts))];
}

/** A sentence with the title of the meeting in its place, in whatever language the title is. */
export function fillTitle(sentence: string, scene: Pick<LetterScene, 'record' | 'writer' | 'words'>): MinutesParagraph {
  const { record, writer, words } = scene;
  const [before = '', after = ''] = sentence.split(titlePlace);
  const chosen = chooseText(record.meeting.title, writer.language);
  if (chosen.text === '') return [writer.say(sentence.replace(/ {2,}/gu, ' '))];
  const [open = '', close = ''] =
    writer.language === 'zh' && isNamedAsMeeting(chosen.text) ? [] : words.quotedTitle(titlePlace).split(titlePlace);
  const title = writer.quote({ ...chosen, text: nestQuotes(chosen.text, writer.language) }, 'line');
  return [writer.say(`${before}${open}`), ...title, writer.say(`${close}${after}`)];
}

/** A Chinese title that says what it is the title of needs neither quotation marks nor another word. */
export function isNamedAsMeeting(title: string): boolean {
  return /(?:会|会议|会谈|论坛|仪式|访问|活动)$/u.test(title.trim());
}

/** Quotation marks inside quoted words are of the inner kind. */
function nestQuotes(text: string, language: Language): string {
  if (language === 'ru') return text.replace(/«/gu, '„').replace(/»/gu, '“');
  if (language === 'en') return text.replace(/“/gu, '‘').replace(/”/gu, '’');
  return isNamedAsMeeting(text) ? text : text.replace(/“/gu, '‘').replace(/”/gu, '’');
}

export function describeNote(note: string, writer: RunWriter): MinutesBlock[] {
  return splitParagraphs(note).map((text) => ({ kind: 'paragraph', runs: [writer.say(text)] }));
}

/** Whom to ask; nothing if no secretary with an address or a telephone is known. Not justified: addresses stay whole. */
export function describeContact(party: Party | null, words: LetterWords, writer: RunWriter): MinutesBlock[] {
  const { language } = writer;
  const ways = [
    ...(party?.person?.email ? [words.email(party.person.email)] : []),
    ...(party?.person?.phone ? [words.phone(party.person.phone)] : []),
  ].map((way) => way.replace(/ /gu, '\u00A0'));
  if (party === null || ways.length === 0) return [];
  const [before = '', after = ''] = words.contact(titlePlace).split(titlePlace);
  const name = [
    writer.say(before),
    ...quoteName(nameIn(party, language), writer),
    ...(after === '' ? [] : [writer.say(after)]),
  ];
  const lines =
    language === 'zh' ? [name, [writer.say(ways.join('，'))]] : [[...name, writer.say(`, ${ways.join(', ')}.`)]];
  return [{ kind: 'placed', place: 'indented', lines }];
}

/** The end of the letter: wishes, room for a signature, who signs; in Chinese the date, too. */
export function describeClosing(
  party: Party | null,
  { writer, words, record }: LetterScene,
  date: MinutesParagraph,
): MinutesBlock[] {
  const { language } = writer;
  const wishes = words.closing.split('\n').map((line): MinutesParagraph => [writer.say(line)]);
  const body = record.group === null ? [] : writer.quote(chooseText(record.group.name, language), 'line');
  const organization = party === null ? [] : writer.quote(chooseText(party.organization, language), 'line');
  const position = party === null ? [] : writer.quote(chooseText(party.position, language), 'line');
  const name = party === null ? [] : quoteName(nameIn(party, language), writer);
  const written = (lines: MinutesParagraph[]): MinutesParagraph[] => lines.filter((line) => line.length > 0);
  const whoever = name.length === 0 ? [body] : [];
  if (language === 'ru') {
    const signature = party === null || name[0]?.language !== 'ru' ? name : [writer.say(russianSignature(party))];
    const office = written([position.map(capitalizeFirst), organization, ...whoever]);
    return [
      { kind: 'placed', place: 'left', lines: wishes },
      { kind: 'sign-off', office, name: signature },
    ];
  }
  if (language === 'zh') {
    const [first = [], ...rest] = wishes;
    return [
      { kind: 'placed', place: 'indented', lines: [first] },
      ...(rest.length === 0 ? [] : [{ kind: 'placed' as const, place: 'left' as const, lines: rest }]),
      {
        kind: 'placed',
        place: 'right',
        lines: written([organization, [...position, ...gapBetween(position, name, writer), ...name], ...whoever, date]),
      },
    ];
  }
  return [
    { kind: 'placed', place: 'left', lines: wishes },
    {
      kind: 'placed',
      place: 'left',
      lines: written([name, position.map(capitalizeFirst), organization, ...whoever]),
      hasRoom: true,
    },
  ];
}

function gapBetween(a: MinutesParagraph, b: MinutesParagraph, writer: RunWriter): MinutesParagraph {
  return a.length === 0 || b.length === 0 ? [] : [writer.say('\u3000')];
}
