import type { Language } from '#shared/domain/language.ts';
import type { InconsistencyCode } from '#shared/contract/consistency.ts';
import type { Pair, Span } from './pairs.ts';
import { concepts } from './register.ts';

export const faultKinds = ['number', 'date', 'name', 'term', 'punctuation'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The codes under which a fault may be reported. */
export const codesOf: Record<FaultKind, readonly InconsistencyCode[]> = {
  number: ['number-missing', 'number-added', 'percentage-differs', 'currency-differs', 'reference-differs'],
  date: ['date-differs'],
  name: ['person-missing', 'organization-missing'],
  term: ['term-missing', 'term-forbidden'],
  punctuation: ['punctuation-missing', 'punctuation-doubled', 'quotes', 'spaces'],
};

export interface Planted extends Pair {
  fault: FaultKind;
  /** The target with its fault. */
  faulty: string;
}

/**
 * One fault per pair, the kinds in turns, as far as a pair has what a fault of the kind can be planted in. The same every
 * time: what is done to a text follows from its number.
 */
export function plantFaults(pairs: readonly Pair[]): Planted[] {
  const counts: Record<FaultKind, number> = { number: 0, date: 0, name: 0, term: 0, punctuation: 0 };
  return pairs.map((pair, index) => {
    const possible = faultKinds.filter((kind) => plant(pair, kind, index) !== null);
    const [fault = 'punctuation'] = possible.sort((a, b) => counts[a] - counts[b]);
    counts[fault] += 1;
    return { ...pair, fault, faulty: plant(pair, fault, index) ?? pair.target };
  });
}

const spanKind = { number: 'figure', date: 'date', name: 'name', term: 'term' } as const;

function plant(pair: Pair, fault: FaultKind, seed: number): string | null {
  if (fault === 'punctuation') return plantPunctuation(pair, seed);
  const spans = pair.spans.filter(({ kind }) => kind === spanKind[fault]);
  const span = spans[seed % Math.max(1, spans.length)];
  if (span === undefined) return null;
  const written = pair.target.slice(span.start, span.end);
  const changed = changes[fault](written, pair.targetLanguage, seed, span);
  if (changed === null || changed === written) return null;
  return pair.target.slice(0, span.start) + changed + pair.target.slice(span.end);
}

type Change = (written: string, language: Language, seed: number, span: Span) => string | null;

const changes: Record<Exclude<FaultKind, 'punctuation'>, Change> = {
  number: changeNumber,
  date: changeDate,
  name: changeName,
  term: (_written, language, _seed, { concept }) => concepts[concept]?.wrong[language] ?? null,
};

const wrongWords: [RegExp, string][] = [
  [/eight/u, 'nine'],
  [/восьми/u, 'девяти'],
  [/three/u, 'five'],
  [/три/u, 'четыре'],
  [/twelve/u, 'ten'],
  [/двенадцать/u, 'двадцать'],
  [/шесть/u, 'семь'],
  [/six/u, 'five'],
  [/четыре/u, 'три'],
  [/four/u, 'five'],
  [/ten/u, 'fifteen'],
  [/десяти/u, 'пяти'],
  [/twenty/u, 'twelve'],
  [/двадцатью/u, 'двенадцатью'],
  [/二十/u, '十二'],
  [/fifth/u, 'sixth'],
  [/пятое/u, 'шестое'],
  [/五/u, '六'],
  [/四/u, '三'],
  [/Stage III/u, 'Stage IV'],
];
const wrongUnits: [RegExp, string][] = [
  [/yuan/u, 'roubles'],
  [/RMB/u, 'USD'],
  [/юаней/u, 'рублей'],
  [/евро/u, 'долл. США'],
  [/卢布/u, '元'],
  [/欧元/u, '美元'],
  [/million/u, 'billion'],
  [/млн/u, 'млрд'],
  [/万/u, '亿'],
  [/ ?(?:per cent|%)/u, ''],
];

/** Another digit, two digits turned round, a digit too many or too few, another word, unit or currency. */
function changeNumber(written: string, _language: Language, seed: number): string | null {
  const way = seed % 5;
  if (way === 4 || !/\d/u.test(written)) {
    const unit = (/\d/u.test(written) ? wrongUnits : wrongWords).find(([pattern]) => pattern.test(written));
    if (unit !== undefined) return written.replace(unit[0], unit[1]);
  }
  const digits = /\d+(?=\D*$)/u.exec(written)?.[0];
  if (digits === undefined) return null;
  const turned = Array.from(digits).reverse().join('');
  if (way === 1 && turned !== digits && !turned.startsWith('0')) return written.replace(/\d+(?=\D*$)/u, turned);
  if (way === 2 && digits.length > 1 && digits.endsWith('0'))
    return written.replace(/\d+(?=\D*$)/u, digits.slice(0, -1));
  if (way === 3 && !/\d[.,]\d/u.test(written)) return written.replace(/\d+(?=\D*$)/u, `${digits}0`);
  return written.replace(/\d(?=\D*$)/u, (digit) => String((Number(digit) + 3) % 10));
}

const months: Record<Language, string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' '),
  zh: [],
};

/** Another year, month or day. */
function changeDate(written: string, language: Language, seed: number): string | null {
  const hasYear = /(?:19|20)\d\d/u.test(written);
  const way = seed % 3;
  if (way === 0 && hasYear)
    return written.replace(
      /(\d\d\d)(\d)(?=\D*$)/u,
      (_whole, start: string, last: string) => `${start}${(Number(last) + 1) % 10}`,
    );
  if (way === 1) {
    if (language === 'zh' && /\d月/u.test(written)) {
      return written.replace(/(\d{1,2})月/u, (_whole, month: string) => `${(Number(month) % 12) + 1}月`);
    }
    const month = months[language].findIndex((name) => new RegExp(`${name}(?!\\p{L}{3})`, 'u').test(written));
    if (language === 'en' && month !== -1) {
      return written.replace(months.en[month] ?? '', months.en[(month + 1) % 12] ?? '');
    }
    // Of the same declension: январь and февраль, март and август.
    const other = { 2: 'август', 7: 'март', 4: null }[month] ?? (month === 1 ? 'январ' : 'феврал');
    if (language === 'ru' && month !== -1 && month !== 4) return written.replace(months.ru[month] ?? '', other);
  }
  const changed = written.replace(/(?<!\d)\d{1,2}(?!\d)/u, (day) => String(Number(day) === 9 ? 8 : Number(day) + 1));
  if (changed !== written) return changed;
  return hasYear ? written.replace(/\d(?=\D*$)/u, (last) => String((Number(last) + 1) % 10)) : null;
}

const strangers: Record<Language, string> = { en: 'Ivan Petrov', ru: 'Иван Петров', zh: '伊万·彼得罗夫' };
/** Characters that sound the same. */
const sameSound: [string, string][] = [
  ['文', '雯'],
  ['志', '智'],
  ['丽', '莉'],
  ['国', '果'],
  ['义', '怡'],
  ['雪', '学'],
  ['娜', '那'],
  ['科', '柯'],
  ['圣', '胜'],
  ['工', '公'],
  ['江', '姜'],
  ['术', '求'],
  ['电', '店'],
  ['尔', '儿'],
  ['西', '希'],
];

/** A letter too few, two letters turned round, a character of the same sound, or another name. */
function changeName(written: string, language: Language, seed: number): string | null {
  if (seed % 4 === 3) return strangers[language];
  if (language === 'zh') {
    const pair = sameSound.find(([right]) => written.includes(right));
    return pair === undefined ? strangers.zh : written.replace(pair[0], pair[1]);
  }
  // Inside the longest word, away from the endings that Russian changes.
  const words = written.match(/\p{L}{2,}/gu) ?? [];
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  if (longest.length < 4) return strangers[language];
  const at = Math.floor(longest.length / 2) - 1;
  const first = longest.charAt(at);
  const second = longest.charAt(at + 1);
  const changed =
    seed % 2 === 0 || first === second
      ? longest.slice(0, at) + longest.slice(at + 1)
      : longest.slice(0, at) + second + first + longest.slice(at + 2);
  return written.replace(longest, changed);
}

/** A sign too few or too many, other quotation marks, spaces. */
function plantPunctuation({ target, targetLanguage }: Pair, seed: number): string {
  const last = target.slice(-1);
  const ways: (string | null)[] = [
    /[.。!?？]$/u.test(target) ? target.slice(0, -1) : null,
    /[.。]$/u.test(target) ? target + last : null,
    /[«“]/u.test(target) ? target.replace(/[«“»”]/gu, targetLanguage === 'en' ? '„' : '"') : null,
    targetLanguage === 'zh' ? target.replace('，', ',') : target.replace(', ', ' , '),
    targetLanguage === 'zh'
      ? target.replace(/(\p{Script=Han}{3})/u, '$1 ').replace(/ (?!\p{Script=Han})/u, '')
      : target.replace(/ (?=\p{Ll})/u, '  '),
    targetLanguage === 'zh' ? target.replace('，', '，，') : target.replace(', ', ',, '),
    /[»”]/u.test(target) ? target.replace(/[»”]/u, '') : null,
    targetLanguage === 'zh' && target.endsWith('。') ? `${target.slice(0, -1)}.` : target.replace(/, (?=\p{L})/u, ','),
  ];
  for (let step = 0; step < ways.length; step += 1) {
    const changed = ways[(seed + step) % ways.length];
    if (changed !== null && changed !== undefined && changed !== target) return changed;
  }
  return `${target}${last}`;
}
