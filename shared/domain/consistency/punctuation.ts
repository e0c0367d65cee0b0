import type { Language } from '../language.ts';
import type { Finding } from './finding.ts';
import { clip, rangeOf } from './text.ts';

const stops: Record<Language, string> = { en: '.', ru: '.', zh: '。' };
/** Signs that end a paragraph and may be followed by closing quotes and brackets. */
const ending = /([.!?…。！？;；:：])["'»”’“）)\]】》]*$/u;
/** Where the point may be that of the last word, which other languages write without one. */
const abbreviated =
  /(?:(?<!\p{L})(?:ltd|Ltd|Inc|Co|Corp|etc|Jr|Sr|а|г|гг|им|тыс|млн|млрд|руб|долл|др|пр|т\. ?[дп]|стр|ул|обл|чел|экз|ред|[apm]\.m)|\p{Lu})\.["'»”’)]*$/u;

const legalForm = /(?:Ltd|Inc|Corp|Co|etc)\.$/u;

interface Paragraph {
  start: number;
  text: string;
}

function readParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    const trimmed = match[0].trim();
    if (trimmed !== '') paragraphs.push({ start: match.index + match[0].indexOf(trimmed), text: trimmed });
  }
  return paragraphs;
}

/**
 * Signs that end the source and not the translation, or end it as another language does; paragraph by paragraph.
 * `isSentence`: of a row, where the point of an abbreviation ends the sentence as well.
 */
export function compareEndings(source: string, target: string, language: Language, isSentence: boolean): Finding[] {
  const wanted = readParagraphs(source);
  const written = readParagraphs(target);
  const pairs =
    wanted.length === written.length
      ? wanted.map((each, index) => [each, written[index]])
      : [[wanted.at(-1), written.at(-1)]];
  return pairs.flatMap(([from, to]) =>
    from === undefined || to === undefined ? [] : compareEnding(from, to, language, isSentence),
  );
}

function compareEnding(source: Paragraph, target: Paragraph, language: Language, isSentence: boolean): Finding[] {
  const end = ending.exec(source.text)?.[1];
  if (end === undefined) return [];
  const own = ending.exec(target.text);
  const width = own?.[1] ?? '';
  const tail = clip(target.text.slice(-12));
  if (own !== null) {
    const isChinese = /[。！？；：]/u.test(width);
    // A Chinese sentence that ends with a word in Latin letters has its own full stop, too; «…» is every language's.
    const isLatin = !/\p{Script=Han}/u.test(target.text) || legalForm.test(target.text);
    if (width === '…' || (language === 'zh' ? isChinese || isLatin : !isChinese)) return [];
    const start = target.start + own.index;
    return [
      {
        code: 'punctuation-missing',
        detail: tail,
        expected: toLanguage(width, language),
        range: { start, end: start + 1 },
      },
    ];
  }
  if (!isSentence && end === '.' && abbreviated.test(source.text)) return [];
  const sign = toLanguage(end, language);
  return [
    { code: 'punctuation-missing', detail: tail, expected: /[…]/u.test(end) ? stops[language] : sign, range: null },
  ];
}

const pairs = [
  ['.', '。'],
  ['!', '！'],
  ['?', '？'],
  [';', '；'],
  [':', '：'],
] as const;
function toLanguage(sign: string, language: Language): string {
  const pair = pairs.find(([half, full]) => half === sign || full === sign);
  return pair === undefined ? sign : pair[language === 'zh' ? 1 : 0];
}

/** Two signs where there is one; «…», «?!» and the point of an abbreviation before a comma are right. */
const doubled =
  /,{2,}|，{2,}|！{2,}|？{2,}|!{2,}|\?{2,}|、{2,}|。{2,}|;{2,}|；{2,}|(?<!:):{2,}(?!:)|：{2,}|(?<!\.)\.\.(?!\.)|\.{4,}|[,，、;；](?:[.。]|[,，、;；:：])|[。！？]\.|\.。|。[,，、;；]|([,;:]) {1,2}\1|(?<!\.) ?(?<![.])\. \.(?! ?\.)/gu;

/** More than these in one text is a text of another kind, and no help. */
const mostFindings = 100;

/** Punctuation that stands twice. */
export function checkDoubled(text: string, open: string): Finding[] {
  return [...open.matchAll(doubled)].slice(0, mostFindings).map((match) => {
    const { start, end } = rangeOf(match);
    return {
      code: 'punctuation-doubled',
      detail: clip(text.slice(Math.max(0, start - 10), Math.min(text.length, end + 5)).trim()),
      expected: text.slice(start, start + 1).trim() === '' ? text.slice(end - 1, end) : text.slice(start, start + 1),
      range: { start, end },
    };
  });
}
