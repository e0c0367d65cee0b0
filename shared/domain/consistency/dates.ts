import type { Language } from '../language.ts';
import { parseHanNumeral } from './han-numerals.ts';
import type { Quantity } from './quantity.ts';
import { cover, type Range, rangeOf } from './text.ts';

/** Parts of a date as keys: `y2020`, `d6-16`, `m6`, `q1`. */
interface DateParts {
  year?: number | undefined;
  month?: number | undefined;
  days?: number[];
  quarter?: number | undefined;
}

const space = '[ \\u00a0\\u202f\\u2009]{1,2}';
const maybe = '[ \\u00a0\\u202f\\u2009]{0,2}';
const dash = `${maybe}[-–—‑~～]${maybe}`;
const year = '(?:19|20)\\d{2}';
/** Days and months that there are not, too: a slip of the hand is a date all the same. */
const day = '(?:[123]\\d|0?[1-9])';
const month = '(?:1\\d|0?[1-9])';
const no = {
  before: '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d]|\\d[.,])',
  beforeDigit: '(?<!\\d|\\d[.,])',
  after: '(?![\\d])',
  afterWord: '(?![\\p{L}\\d])',
};

const englishMonths = [
  ...[
    'jan(?:uary|\\.)?',
    'feb(?:ruary|\\.)?',
    'mar(?:ch|\\.)?',
    'apr(?:il|\\.)?',
    'may',
    'june?',
    'july?',
    'aug(?:ust|\\.)?',
  ],
  ...['sept?(?:ember|\\.)?', 'oct(?:ober|\\.)?', 'nov(?:ember|\\.)?', 'dec(?:ember|\\.)?'],
];
const englishMonth = `(${englishMonths.join('|')})`;
const russianMonths = [
  ...['январ(?:[ьяюе]|ем)', 'феврал(?:[ьяюе]|ем)', 'март(?:[ауе]|ом)?', 'апрел(?:[ьяюе]|ем)', 'ма(?:[йяюе]|ем)'],
  ...['июн(?:[ьяюе]|ем)', 'июл(?:[ьяюе]|ем)', 'август(?:[ауе]|ом)?', 'сентябр(?:[ьяюе]|ем)'],
  ...['октябр(?:[ьяюе]|ем)', 'ноябр(?:[ьяюе]|ем)', 'декабр(?:[ьяюе]|ем)'],
];
const russianAdjectives = [
  ...['январск', 'февральск', 'мартовск', 'апрельск', 'майск', 'июньск', 'июльск', 'августовск', 'сентябрьск'],
  ...['октябрьск', 'ноябрьск', 'декабрьск'],
].map((stem) => `${stem}[а-я]{2,3}`);
const russianMonth = `(${russianMonths.join('|')})`;
const russianYear = `(${year})(?:${maybe}(?:гг?\\.?|год[а-я]{0,2})(?![а-я]))?`;

const monthOf = (months: readonly string[]): ((word: string | undefined) => number | undefined) => {
  const patterns = months.map((source) => new RegExp(`^(?:${source})$`, 'u'));
  return (word) => {
    const index = word === undefined ? -1 : patterns.findIndex((pattern) => pattern.test(word));
    return index === -1 ? undefined : index + 1;
  };
};
const readEnglishMonth = monthOf(englishMonths);
const readRussianMonth = monthOf(
  russianMonths.map((source, index) => `${source}|${russianAdjectives[index] ?? source}`),
);

interface Rule {
  pattern: RegExp;
  /** Without this in the text it is no use to look. */
  sign: RegExp;
  read: (groups: (string | undefined)[]) => DateParts | DateParts[] | null;
}
const rule = (sign: RegExp, source: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(source, 'gu'),
  sign,
  read,
});
const signs = {
  numeric: /\d[-./]\d/u,
  year: /(?:19|20)\d\d/u,
  english: /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/u,
  englishQuarter: /quarter|q[1-4]/u,
  russian: /янв|фев|мар|апр|ма[йяюе]|июн|июл|авг|сен|окт|ноя|дек/u,
  russianQuarter: /кв/u,
  month: /月/u,
  quarter: /季度/u,
  hanYear: /年/u,
};
const toNumber = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
const daysOf = (...texts: (string | undefined)[]): number[] =>
  texts.flatMap((text) => (text === undefined ? [] : [Number(text)]));

const numeric: Rule[] = [
  rule(signs.numeric, `${no.beforeDigit}(${year})([-./])(${month})\\2(${day})${no.after}`, ([y, , m, d]) => ({
    year: toNumber(y),
    month: toNumber(m),
    days: daysOf(d),
  })),
  rule(
    signs.numeric,
    `${no.beforeDigit}(${day})([./])(${month})\\2(${year})(?:${maybe}г\\.)?${no.after}`,
    ([d, , m, y]) => ({
      year: toNumber(y),
      month: toNumber(m),
      days: daysOf(d),
    }),
  ),
];

const ordinalEnding = '(?:st|nd|rd|th)?';
const english: Rule[] = [
  ...numeric,
  // «From 16 to 18 June 2020», «16–18 June», «16 and 17 June»
  rule(
    signs.english,
    `${no.before}(${day})${ordinalEnding}(?:(?:${dash}|${space}(?:to|and|or)${space})(${day})${ordinalEnding})?${maybe}(?:of${space})?${englishMonth}(?:,?${space}(${year}))?${no.afterWord}`,
    ([d, e, m, y]) => ({ year: toNumber(y), month: readEnglishMonth(m), days: daysOf(d, e) }),
  ),
  rule(
    signs.english,
    `${no.before}${englishMonth}${space}(${day})${ordinalEnding}(?:(?:${dash}|${space}(?:to|and)${space})(${day})${ordinalEnding})?(?![.,]?\\d)(?:,?${space}(${year}))?${no.afterWord}`,
    ([m, d, e, y]) => ({ year: toNumber(y), month: readEnglishMonth(m), days: daysOf(d, e) }),
  ),
  rule(signs.english, `${no.before}${englishMonth},?${space}(?:of${space})?(${year})${no.afterWord}`, ([m, y]) => ({
    year: toNumber(y),
    month: readEnglishMonth(m),
  })),
  rule(
    signs.englishQuarter,
    `${no.before}(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th)${space}quarter)(?:${space}(?:of${space})?(?:the${space}year${space})?(${year}))?${no.afterWord}`,
    ([q, word, y]) => ({ quarter: q === undefined ? readOrdinal(word) : Number(q), year: toNumber(y) }),
  ),
];

const readOrdinal = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined;
  const index = ['first', 'second', 'third', 'fourth'].indexOf(word);
  return index === -1 ? Number(word.slice(0, 1)) : index + 1;
};

const russianOrdinal = '(?:-?(?:го|й|м|е|ом))?';
const russianQuarter =
  '(i{1,3}|iv|[1-4](?:-?(?:й|го|м|ом|му))?|перв[а-я]{2,3}|втор[а-я]{2,3}|трет[а-я]{2,4}|четв[её]рт[а-я]{2,3})';
const russian: Rule[] = [
  ...numeric,
  rule(
    signs.russian,
    `${no.before}(${day})${russianOrdinal}(?:(?:${dash}|${space}(?:по|и|до|или)${space})(${day})${russianOrdinal})?${maybe}${russianMonth}(?:${space}${russianYear})?${no.afterWord}`,
    ([d, e, m, y]) => ({ year: toNumber(y), month: readRussianMonth(m), days: daysOf(d, e) }),
  ),
  rule(signs.russian, `${no.before}${russianMonth}${space}${russianYear}${no.afterWord}`, ([m, y]) => ({
    year: toNumber(y),
    month: readRussianMonth(m),
  })),
  rule(
    signs.russianQuarter,
    `(?<![\\p{L}\\d])${russianQuarter}${space}(?:квартал[а-я]{0,2}|кв\\.)(?:${space}${russianYear})?${no.afterWord}`,
    ([q, y]) => ({ quarter: readRussianQuarter(q), year: toNumber(y) }),
  ),
  rule(signs.russian, `${no.before}(${russianAdjectives.join('|')})${no.afterWord}`, ([m]) => ({
    month: readRussianMonth(m),
  })),
];

const quarterWords: [RegExp, number][] = [
  [/^(?:iv|4|четв)/u, 4],
  [/^(?:iii|3|трет)/u, 3],
  [/^(?:ii|2|втор)/u, 2],
  [/^(?:i|1|перв)/u, 1],
];
const readRussianQuarter = (word = ''): number | undefined => quarterWords.find(([pattern]) => pattern.test(word))?.[1];

const han = '[〇零一二三四五六七八九十]';
const hanYear = `(${year}|[一二][〇零九]${han}{2})`;
const hanMonth = `(${month}|十[一二]?|[一二三四五六七八九])`;
const hanDay = `(${day}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])`;
const readHan = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d/u.test(text) ? Number(text) : (parseHanNumeral(text) ?? undefined);
const hanDays = (...texts: (string | undefined)[]): number[] => texts.flatMap((text) => readHan(text) ?? []);
const through = `${maybe}[日号]?${maybe}(?:[-–—～~至到和、]|——)${maybe}`;
const chinese: Rule[] = [
  ...numeric,
  rule(
    signs.month,
    `${no.beforeDigit}(?:${hanYear}${maybe}年${maybe})?${hanMonth}${maybe}月${maybe}${hanDay}(?:${through}${hanDay})?${maybe}[日号]`,
    ([y, m, d, e]) => ({ year: readHan(y), month: readHan(m), days: hanDays(d, e) }),
  ),
  rule(
    signs.quarter,
    `${no.beforeDigit}(?:${hanYear}${maybe}年${maybe})?(?:第([一二三四1-4])|([一二三四]))季度`,
    ([y, q, r]) => ({
      year: readHan(y),
      quarter: readHan(q ?? r),
    }),
  ),
  rule(signs.month, `${no.beforeDigit}${hanYear}${maybe}年${maybe}${hanMonth}${maybe}月份?`, ([y, m]) => ({
    year: readHan(y),
    month: readHan(m),
  })),
  rule(signs.month, `(?<![\\d.,个几数]|[零〇一二三四五六七八九十百])${hanMonth}${maybe}月份?(?![\\d])`, ([m]) => ({
    month: readHan(m),
  })),
  rule(signs.hanYear, `20世纪${maybe}([1-9])0年代`, ([decade]) => ({ year: 1900 + Number(decade) * 10 })),
  rule(signs.hanYear, `21世纪${maybe}([0-9])0年代`, ([decade]) => ({ year: 2000 + Number(decade) * 10 })),
  rule(signs.year, `${no.beforeDigit}(${year})${maybe}(?:年)?${dash}(${year})${maybe}年?${no.after}`, ([y, z]) => [
    { year: toNumber(y) },
    { year: toNumber(z) },
  ]),
  rule(signs.hanYear, `${no.beforeDigit}${hanYear}${maybe}年`, ([y]) => ({ year: readHan(y) })),
];

/** «2020–2021», «2020/21». */
const years = rule(
  signs.year,
  `${no.before}(${year})(?:${dash}|/)(${year}|\\d{2})(?![\\d.,]?\\d)`,
  ([y = '', z = '']) => {
    const first = Number(y);
    const last = z.length === 2 ? Math.floor(first / 100) * 100 + Number(z) : Number(z);
    return last <= first ? null : [{ year: first }, { year: last }];
  },
);
const rules: Record<Language, Rule[]> = {
  en: [
    ...english,
    years,
    rule(
      signs.year,
      `(?<=${no.before}(?:in|of|since|until|by|during|from|to|for|year|throughout|and|before|after|spring|summer|autumn|winter|early|mid|late)${space})(${year})(?:${maybe}[-–]${maybe})?${no.afterWord}(?!${space}(?:people|participants|companies|organi[sz]ations))`,
      ([y]) => ({ year: toNumber(y) }),
    ),
    // «May» is a verb as well, but not between months or before a sign.
    rule(
      signs.english,
      `(?<=(?<!\\p{L})(?:${englishMonths.join('|')})${dash})${englishMonth}${no.afterWord}|${no.before}(may)(?=${dash}(?:june|july|aug|sep|oct|nov|dec|jan|feb|mar|apr)|[,;)])`,
      (groups) => ({ month: readEnglishMonth(groups.find(Boolean)) }),
    ),
    rule(signs.year, `${no.before}(${year})s${no.afterWord}`, ([y]) => ({ year: toNumber(y) })),
    rule(
      signs.english,
      `(?<=(?:${no.before}(?:in|of|by|until|since|from|to|end|early|mid|late|before|after|during|for|next|last|this|every|through|mid-|late-|early-))[ \\u00a0-])${englishMonth}${no.afterWord}`,
      ([m]) => ({ month: readEnglishMonth(m) }),
    ),
    rule(
      signs.english,
      `${no.before}(january|february|april|june|july|august|september|october|november|december)${no.afterWord}`,
      ([m]) => ({ month: readEnglishMonth(m) }),
    ),
  ],
  ru: [
    ...russian,
    years,
    rule(
      signs.year,
      `${no.before}(${year})(?:-?[ехмй]{1,2})?${maybe}(?:гг?\\.|г(?![а-я])|год[а-я]{0,3})(?![а-я])`,
      ([y]) => ({
        year: toNumber(y),
      }),
    ),
    rule(signs.russian, `${no.before}${russianMonth}${no.afterWord}`, ([m]) => ({ month: readRussianMonth(m) })),
  ],
  zh: [...chinese, years],
};

const keysOf = ({ year: y, month, days = [], quarter }: DateParts): string[] => [
  ...(y === undefined ? [] : [`y${y}`]),
  ...(quarter === undefined ? [] : [`q${quarter}`]),
  ...(month === undefined ? [] : days.length === 0 ? [`m${month}`] : days.map((each) => `d${month}-${each}`)),
];

/** The dates of a folded text, and the text without them. */
export function readDates(folded: string, text: string, language: Language): { dates: Quantity[]; rest: string } {
  const dates: Quantity[] = [];
  let rest = folded;
  for (const { pattern, sign, read } of rules[language]) {
    if (!sign.test(folded)) continue;
    const ranges: Range[] = [];
    for (const match of rest.matchAll(pattern)) {
      const parts = read(match.slice(1));
      const keys = (parts === null ? [] : Array.isArray(parts) ? parts : [parts]).flatMap(keysOf);
      if (keys.length === 0) continue;
      const range = rangeOf(match);
      ranges.push(range);
      dates.push({
        ...range,
        kind: 'date',
        raw: text.slice(range.start, range.end),
        keys: [...new Set(keys)],
        needs: 'all',
        currency: '',
        value: null,
        isWeak: false,
      });
    }
    rest = cover(rest, ranges);
  }
  return { dates, rest };
}
