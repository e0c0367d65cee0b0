import type { Authenticity } from '../../contract/documents.ts';
import type { MeetingRecord } from '../../contract/records.ts';
import { chooseText, type Language, languageTags } from '../language.ts';
import { formatDate } from '../minutes/dates.ts';
import type { MinutesParagraph, MinutesText } from '../minutes/document.ts';
import type { RunWriter } from '../minutes/runs.ts';
import { chineseNumeral } from '../minutes/typography.ts';
import { authenticLanguages } from './authentic.ts';
import { type CopyWords, signingPlace } from './copy-words.ts';
import { type Copy, orderBySides, orderSides } from './order-sides.ts';

export interface ClosingOptions {
  /** Of the language of the writer. */
  words: CopyWords;
  copy: Copy | null;
  authenticity: Authenticity;
  isNonBinding: boolean;
  /** Of the whole document, in its order. */
  languages: readonly Language[];
}

/**
 * What stands before the signatures: which text counts, how many copies there are, that nothing is owed (standards, A3
 * and A4). Paragraphs with `isClosing`, to be put right before the signatures; none where there is nothing to say.
 */
export function describeClosingFormula(
  record: MeetingRecord,
  writer: RunWriter,
  options: ClosingOptions,
): MinutesText[] {
  const { words, copy } = options;
  const languages =
    copy === null
      ? options.languages
      : orderBySides(options.languages, orderSides(record.meeting.sides, copy, writer.language));
  const sentences = [describeDone(record, writer, languages, options), describeAuthentic(writer, languages, options)];
  const paragraphs = [
    options.isNonBinding ? [writer.say(words.nonBinding)] : [],
    writer.join(
      sentences.filter((sentence) => sentence.length > 0),
      writer.language === 'zh' ? '' : ' ',
    ),
  ];
  return paragraphs
    .filter((runs) => runs.length > 0)
    .map((runs) => ({ kind: 'paragraph', isClosing: true, runs }) satisfies MinutesText);
}

/** «Done at Nanjing on 16 June 2020 in duplicate, each in the Chinese and Russian languages, both texts being …». */
function describeDone(
  record: MeetingRecord,
  writer: RunWriter,
  languages: readonly Language[],
  { words, copy, authenticity }: ClosingOptions,
): MinutesParagraph {
  const isEqual = authenticity.kind === 'equal' || authenticity.kind === 'prevails';
  const authentic = isEqual ? authenticLanguages(record, languages, authenticity) : languages;
  // Two at least count: of three, one can be left.
  const translation = languages.find((language) => !authentic.includes(language));
  const equal = describeEqual(words, authentic, copy, authenticity);
  // Of a single text there is nothing to tell but that it counts, which is said after this or needs no words.
  if (copy === null && equal === '') return [];
  const names = authentic.map((language) => words.language[language]);
  const listed = names.length === 1 ? words.inLanguage(names[0] ?? '') : words.inLanguages(enumerate(names, writer));
  const written = copy === null ? words.inOriginal(listed) : words.inCopies(listed);
  const date = describeDay(record.meeting.endDate ?? record.meeting.date, writer.language);
  const places = describePlaces(record, writer);
  const done = places.length === 0 ? words.done(date) : words.doneAt(signingPlace, date);
  const sentence =
    equal === ''
      ? words.sentence(done, written)
      : translation === undefined
        ? words.sentenceEqual(done, written, equal)
        : words.sentenceTranslated(done, written, equal, words.language[translation]);
  return sentence
    .split(signingPlace)
    .flatMap((part, index) => [...(index === 0 ? [] : places), ...(part === '' ? [] : [writer.say(part)])]);
}

/** Empty where nobody said so, or where it is not so. */
function describeEqual(
  words: CopyWords,
  languages: readonly Language[],
  copy: Copy | null,
  authenticity: Authenticity,
): string {
  if (authenticity.kind !== 'equal' && authenticity.kind !== 'prevails') return '';
  if (languages.length > 1) return languages.length === 2 ? words.equalPair : words.equalTexts;
  return authenticity.kind === 'equal' && copy !== null ? words.equalCopies : '';
}

function describeAuthentic(
  writer: RunWriter,
  languages: readonly Language[],
  { words, authenticity, isNonBinding }: ClosingOptions,
): MinutesParagraph {
  if (authenticity.kind !== 'prevails' && authenticity.kind !== 'sole') return [];
  const name = words.language[authenticity.language];
  if (authenticity.kind === 'prevails') {
    return [writer.say(isNonBinding ? words.prevailsUnbound(name) : words.prevails(name))];
  }
  // One file per language: its text is the one that counts, or a translation of one in another file.
  if (!languages.includes(authenticity.language)) return [writer.say(words.soleElsewhere(name))];
  const others = languages
    .filter((language) => language !== authenticity.language)
    .map((language) => words.language[language]);
  const [other = ''] = others;
  if (others.length === 0) return [writer.say(words.sole(name))];
  return [
    writer.say(others.length === 1 ? words.soleOfTwo(name, other) : words.soleOfThree(name, enumerate(others, writer))),
  ];
}

/** The cities of the meeting's halls, each once; nothing for a meeting that was held online. */
function describePlaces(record: MeetingRecord, writer: RunWriter): MinutesParagraph {
  const { format, venues } = record.meeting;
  if (format === 'online') return [];
  const cities = new Map<string, MinutesParagraph>();
  for (const { kind, city } of venues) {
    const chosen = chooseText(city, writer.language);
    if (kind !== 'main' || chosen.text.trim() === '' || cities.has(chosen.text)) continue;
    const isWhole = chosen.isFallback || /^г\.\s?/u.test(chosen.text);
    const text = isWhole ? chosen.text : writer.labels.city(chosen.text);
    cities.set(chosen.text, writer.quote({ ...chosen, text }, 'line'));
  }
  const places = [...cities.values()];
  return listFormat(writer)
    .formatToParts(places.map((_, index) => String(index)))
    .flatMap(({ type, value }) => (type === 'element' ? (places[Number(value)] ?? []) : [writer.say(value)]));
}

/** The date as signed papers have it: in Chinese with Chinese numerals, 二〇二〇年六月十六日 (standards, A2). */
function describeDay(date: string, language: Language): string {
  if (language !== 'zh') return formatDate(date, language);
  const [year = '', month = '', day = ''] = date.split('-');
  const digits = year.replace(/\d/gu, (digit) => (digit === '0' ? '〇' : chineseNumeral(Number(digit))));
  return `${digits}年${chineseNumeral(Number(month))}月${chineseNumeral(Number(day))}日`;
}

function enumerate(names: readonly string[], writer: RunWriter): string {
  return listFormat(writer).format(names);
}

/** «Chinese, Russian and English», «китайском, русском и английском», 中文、俄文和英文. */
function listFormat(writer: RunWriter): Intl.ListFormat {
  return new Intl.ListFormat(languageTags[writer.language], { type: 'conjunction' });
}
