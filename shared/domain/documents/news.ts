import type { Agreement } from '../../contract/agreements.ts';
import { chooseText } from '../language.ts';
import { fillTitle, isNamedAsMeeting } from '../letters/frame.ts';
import { createPlainWriter } from '../letters/plain-writer.ts';
import { titlePlace } from '../letters/words.ts';
import { formatDate, formatDateRange } from '../minutes/dates.ts';
import type { MinutesBlock, MinutesParagraph, MinutesSection } from '../minutes/document.ts';
import { describeVenues } from '../minutes/header.ts';
import { sortAgenda, sortEntries } from '../minutes/items.ts';
import { chooseEntryText } from '../minutes/lookup.ts';
import { describeAgreement, sortAgreements } from '../minutes/outcome.ts';
import { createSection } from '../minutes/section.ts';
import { closeSentence, enumerate, fill } from './fill.ts';
import { describeAttendance, describeOthers, type NewsScene } from './news-people.ts';
import { describeSpeakers } from './news-speakers.ts';
import type { PaperScene } from './scene.ts';

/**
 * A report of the meeting for the press: who, when and where, what was said, agreed and signed. No mark of a draft, nor of
 * a text that stands in: what is missing is on the check list. Nothing that the record does not say.
 */
export function buildNews(scene: PaperScene): MinutesSection {
  const { record, build, words } = scene;
  const { language } = scene.writer;
  const writer = createPlainWriter(language, build.labels[language]);
  const news: NewsScene = { ...scene, writer, news: words.news, introduced: new Set() };
  const section = createSection(record, writer, {
    title: words.news.title,
    hasDraftMark: false,
    blocks: [
      ...describeLead(news),
      ...describeAttendance(news),
      ...describeSpeakers(news),
      ...describeOthers(news),
      ...describeDecisions(news),
      ...describeSigned(news),
      ...describeNext(news),
    ],
  });
  // Set as a letter is: running text with room between its paragraphs.
  return { ...section, isLetter: true };
}

const paragraph = (runs: MinutesParagraph): MinutesBlock => ({ kind: 'paragraph', runs });

/** Sentences of one paragraph, each closed with a stop. */
function joinSentences(sentences: readonly MinutesParagraph[], { writer }: NewsScene): MinutesParagraph {
  return writer.join(
    sentences.filter((sentence) => sentence.length > 0),
    writer.language === 'zh' ? '' : ' ',
  );
}

function describeLead(scene: NewsScene): MinutesBlock[] {
  const { record, writer, news, lookup } = scene;
  const { meeting } = record;
  const { language } = writer;
  const places = meeting.venues
    .filter(({ kind }) => kind === 'main')
    .map(({ place }) => writer.quote(chooseText(place, language), 'line'))
    .filter((place) => place.length > 0);
  const remote = describeVenues(record, 'remote', writer);
  const organizers = meeting.organizers
    .map(({ organizationId }) => writer.quote(chooseText(lookup.organizationName(organizationId), language), 'line'))
    .filter((name) => name.length > 0);
  const partOf = writer.quote(chooseText(meeting.partOf, language), 'line');
  const lead = joinSentences(
    [
      describeOpening(scene),
      ...(places.length === 0 ? [] : [fill(news.venue, writer.join(places, '; '), writer)]),
      ...(remote.length === 0 ? [] : [fill(news.remote, enumerate(remote, writer), writer)]),
      ...(partOf.length === 0 ? [] : [fill(news.partOf, partOf, writer)]),
      ...(organizers.length === 0
        ? []
        : [fill((names) => news.organizers(organizers.length, names), enumerate(organizers, writer), writer)]),
    ],
    scene,
  );
  return [paragraph(lead), ...describeSubject(scene)];
}

/** «Nanjing, 16 June 2020 – A bilateral meeting entitled “…” was held by video conference.» */
function describeOpening(scene: NewsScene): MinutesParagraph {
  const { record, writer, news, build } = scene;
  const { meeting } = record;
  const { language } = writer;
  const day = formatDateRange(meeting.date, meeting.endDate, language);
  const city = meeting.venues
    .filter(({ kind }) => kind === 'main')
    .map((venue) => writer.quote(chooseText(venue.city, language), 'line'))
    .find((name) => name.length > 0);
  const dateline =
    city === undefined
      ? [writer.say(news.datelineOfDay(day))]
      : fill((place) => news.dateline(place, day), city, writer);
  const title = chooseText(meeting.title, language).text;
  const format = news.format[meeting.format];
  const isNamed = language === 'zh' && isNamedAsMeeting(title);
  const sentence = isNamed
    ? news.heldAs(titlePlace, format)
    : news.held[meeting.kind]({ title: title === '' ? '' : news.titled(titlePlace), format });
  return [...dateline, ...fillTitle(sentence, { record, writer, words: build.words[language] })];
}

/** What the meeting was about, in the words of its secretary. */
function describeSubject({ record, writer, news }: NewsScene): MinutesBlock[] {
  const { theme, framework } = record.meeting;
  const describe = (sentence: (text: string) => string, text: typeof theme): MinutesBlock[] => {
    const space = writer.language === 'zh' ? '' : ' ';
    const runs = writer.join(writer.quoteParagraphs(chooseText(text, writer.language)), space);
    return runs.length === 0 ? [] : [paragraph(closeSentence(fill(sentence, runs, writer), writer))];
  };
  return [...describe(news.theme, theme), ...describe(news.framework, framework)];
}

function describeDecisions(scene: NewsScene): MinutesBlock[] {
  const { record, writer, news } = scene;
  const entries = sortEntries(record);
  const decisions = sortAgenda(record)
    .flatMap((item) => entries.filter(({ agendaItemId, kind }) => agendaItemId === item.id && kind === 'decision'))
    .map((entry) => ({ id: entry.id, paragraphs: writer.quoteParagraphs(chooseEntryText(entry, writer.language)) }));
  return describeList(decisions, news.agreed, scene);
}

function describeSigned(scene: NewsScene): MinutesBlock[] {
  const { record, news } = scene;
  const agreements = sortAgreements(record);
  const count = agreements.reduce((sum, { several }) => sum + (several ? 2 : 1), 0);
  return describeList(
    agreements.map((agreement) => ({ id: agreement.id, paragraphs: describeDocument(agreement, scene) })),
    () => news.signed(count),
    scene,
  );
}

/** A document with its parties and, where they are known, who signed; the day only if it is not that of the meeting. */
function describeDocument(agreement: Agreement, scene: NewsScene): MinutesParagraph[] {
  const { record, lookup, writer, news } = scene;
  const signedOn = agreement.signedOn === record.meeting.date ? null : agreement.signedOn;
  const names = (agreement.signatories ?? []).map((signatory) =>
    writer.quote(chooseText(lookup.signatoryName(signatory), writer.language), 'name'),
  );
  const written = names.filter((name) => name.length > 0);
  const sentences = [
    ...describeAgreement({ ...agreement, signedOn }, lookup, writer),
    ...(written.length === 0 ? [] : [fill(news.signatories, enumerate(written, writer), writer)]),
  ];
  return [
    joinSentences(
      sentences.map((sentence) => closeSentence(sentence, writer)),
      scene,
    ),
  ];
}

/** One thing is said in the sentence that announces it, several stand below. */
function describeList(
  rows: readonly { id: string; paragraphs: MinutesParagraph[] }[],
  announce: (count: number) => string,
  { writer }: NewsScene,
): MinutesBlock[] {
  const written = rows.filter(({ paragraphs }) => paragraphs.some((runs) => runs.length > 0));
  const [only] = written;
  if (only === undefined) return [];
  const lead = announce(written.length);
  if (written.length === 1) {
    const space = writer.language === 'zh' ? '' : ' ';
    const [first = [], ...rest] = only.paragraphs;
    return [
      { kind: 'paragraph', id: only.id, runs: [writer.say(`${lead}${space}`), ...first] },
      ...rest.map((runs): MinutesBlock => ({ kind: 'paragraph', id: only.id, runs })),
    ];
  }
  return [
    paragraph([writer.say(lead)]),
    { kind: 'points', points: written.map((row, index) => ({ ...row, number: `${index + 1}.` })) },
  ];
}

function describeNext({ record, writer, news }: NewsScene): MinutesBlock[] {
  const { nextMeetingDate, nextMeetingNote } = record.meeting;
  const note = writer.quote(chooseText(nextMeetingNote, writer.language), 'text');
  if (nextMeetingDate === null) {
    if (note.length === 0) return [];
    return [paragraph(closeSentence(fill(news.nextNote, note, writer), writer))];
  }
  const day = writer.say(news.next(formatDate(nextMeetingDate, writer.language)));
  const space = writer.say(writer.language === 'zh' ? '' : ' ');
  return [paragraph(note.length === 0 ? [day] : [day, space, ...closeSentence(note, writer)])];
}
