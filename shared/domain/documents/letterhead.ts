import type { Letterhead } from '../../contract/letterheads.ts';
import { chooseText, filledLanguages } from '../language.ts';
import type { MinutesLetterhead, MinutesParagraph, MinutesSection } from '../minutes/document.ts';
import type { RunWriter } from '../minutes/runs.ts';
import { splitParagraphs } from '../minutes/typography.ts';
import type { PaperWords } from './words.ts';

type Lines = Omit<Letterhead, 'template'>;

/** The name in the language of the part, beneath it the names in the others; then address and ways to reach it. */
export function describeLetterhead(letterhead: Lines, words: PaperWords, writer: RunWriter): MinutesLetterhead {
  const { language } = writer;
  const own = chooseText(letterhead.name, language);
  const others = filledLanguages(letterhead.name).filter((one) => one !== own.language);
  const names = [
    writer.quote(own, 'line'),
    // Not stand-ins: a letterhead in several languages is meant.
    ...others.map((one) => writer.quote({ text: letterhead.name[one], language: one, isFallback: false }, 'line')),
  ];
  const { phone, email, website } = letterhead;
  const ways = [
    ...(phone === '' ? [] : [words.letterhead.phone(phone)]),
    ...(email === '' ? [] : [words.letterhead.email(email)]),
    ...(website === '' ? [] : [website]),
  ];
  const reach: MinutesParagraph[] = ways.length === 0 ? [] : [[writer.say(ways.join(language === 'zh' ? '，' : ', '))]];
  return { names: names.filter((line) => line.length > 0), lines: [...describeAddress(letterhead, writer), ...reach] };
}

/** The lines of the address; the mark of one that stands in comes after the last. */
function describeAddress({ address }: Lines, writer: RunWriter): MinutesParagraph[] {
  const chosen = chooseText(address, writer.language);
  const lines = splitParagraphs(chosen.text);
  return lines.map((text, index) => {
    const runs = writer.quote({ ...chosen, text }, 'line');
    return index === lines.length - 1 ? runs : runs.filter(({ role }) => role !== 'mark');
  });
}

/** The part under a letterhead; a body that stands in it is not named once more above the title. */
export function putUnderLetterhead(
  section: MinutesSection,
  letterhead: Lines,
  words: PaperWords,
  writer: RunWriter,
): MinutesSection {
  const named = section.organisation
    .filter(({ role }) => role !== 'mark')
    .map(({ text }) => text)
    .join('');
  const printed = describeLetterhead(letterhead, words, writer);
  const isSame = printed.names.some((line) => line[0]?.text === named);
  return { ...section, letterhead: printed, organisation: isSame ? [] : section.organisation };
}
