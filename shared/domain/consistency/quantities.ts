import type { Language } from '../language.ts';
import { readDates } from './dates.ts';
import { readMeaning } from './money.ts';
import { type Figure, readFigures, toQuantity } from './numbers.ts';
import { numberKey, type Quantity } from './quantity.ts';
import { readReferences } from './references.ts';
import { cover, foldInPlace, type Range } from './text.ts';
import { readTimes } from './times.ts';

/** Parts of a whole and half hours («two thirds», 三分之二, «в половине пятого»): put in many ways, nothing is said of them. */
const fractions: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:one|two|three|a)[- ](?:third|quarter|fifth|sixth|tenth)s?(?!\p{L})|(?<!\p{L})(?:half|quarter) (?:past|to) [a-z]{3,6}|(?<!\p{L})half(?: an?)?(?: (?:hour|million|billion))?/gu,
  ru: /(?<!\p{L})(?:одн[аой]{1,2}|две|двух|три|трех)[ \u00a0](?:треть?[ией]?|четверт[ьией]{1,2}|пят(?:ая|ой|ых)|десят(?:ая|ой|ых))(?!\p{L})|(?<!\p{L})половин[аеуы][ \u00a0][а-я]{3,9}его(?!\p{L})|(?<!\p{L})половин[аеуы][ \u00a0](?:[а-я]{3,12}ого)(?!\p{L})/gu,
  zh: /[一二三四五六七八九十]{1,3}分之[一二三四五六七八九十]{1,3}|[一二三四五六七八九十]{1,2}点(?:半|[一三]刻)/gu,
};

/**
 * Everything countable of a text, in its order. `open` is the text without addresses; `names` are parts that are read by
 * others: names of people.
 */
export function readQuantities(text: string, open: string, language: Language, names: readonly Range[]): Quantity[] {
  if (language === 'zh' && !/[\d\uFF10-\uFF19一二三四五六七八九十百千万两]/u.test(text)) return [];
  const folded = foldInPlace(open);
  const uncovered = cover(folded, [...names, ...findAll(folded, fractions[language], /百$/u)]);
  const { dates, rest: afterDates } = readDates(uncovered, text, language);
  const { times, rest: afterTimes } = readTimes(afterDates, text, language);
  const { references, rest } = readReferences(afterTimes, text, language);
  const figures = readFigures(rest, text, language);
  const found = [...dates, ...times, ...references, ...readAmounts(figures, rest, text, language)];
  return found.sort((a, b) => a.start - b.start);
}

function findAll(text: string, pattern: RegExp, notBehind: RegExp): Range[] {
  return [...text.matchAll(pattern)]
    .filter(({ index }) => !notBehind.test(text.slice(Math.max(0, index - 1), index)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !text.slice(start, end).startsWith('百'));
}

const rangeJoint = /^[ \u00a0]?(?:%|万|亿)?[ \u00a0]?(?:[-–—‑~～]|至|到|to|до|and|и)[ \u00a0]?[$€¥£₽]?$/u;

/** Numbers with what they count; in «5–7 million yuan» both are yuan, and millions. */
function readAmounts(figures: readonly Figure[], rest: string, text: string, language: Language): Quantity[] {
  const quantities: Quantity[] = [];
  let next: { figure: Figure; quantity: Quantity } | undefined;
  for (const figure of [...figures].reverse()) {
    const quantity = toQuantity(figure, text);
    const meaning = readMeaning(rest, figure, language);
    if (meaning !== null) {
      quantity.kind = meaning.kind;
      quantity.currency = meaning.currency;
      quantity.start = meaning.start;
      quantity.end = meaning.end;
      quantity.isWeak = false;
    }
    const joint = next === undefined ? '' : rest.slice(figure.end, next.figure.start);
    if (next !== undefined && rangeJoint.test(joint)) {
      const { quantity: other, figure: right } = next;
      if (quantity.kind === 'number' && other.kind !== 'number' && !/and|и/u.test(joint)) {
        quantity.kind = other.kind;
        quantity.currency = other.currency;
      } else if (other.kind === 'number' && quantity.kind !== 'number' && !/and|и/u.test(joint)) {
        other.kind = quantity.kind;
        other.currency = quantity.currency;
      }
      const factor = scaleOf(right, rest);
      if (!figure.hasScale && factor > 1) {
        const scaled = figure.values.map((value) => numberKey(value * factor));
        const isLikely = (figure.values[0] ?? 0) * factor <= (right.values[0] ?? 0);
        quantity.keys = isLikely ? [...scaled, ...quantity.keys] : [...quantity.keys, ...scaled];
        if (isLikely && quantity.value !== null) quantity.value *= factor;
      }
    }
    quantity.raw = text.slice(quantity.start, quantity.end);
    quantities.push(isBareYear(figure, quantity, rest) ? { ...quantity, ...asYear(figure) } : quantity);
    next = { figure, quantity };
  }
  return quantities;
}

/** Four digits that count nothing: «in autumn 2022, …». */
const isBareYear = ({ path, hasScale }: Figure, { kind, isWeak, end }: Quantity, rest: string): boolean =>
  kind === 'number' &&
  !isWeak &&
  !hasScale &&
  /^(?:19|20)\d\d$/u.test(path) &&
  !/^[ \u00a0]?[\p{L}°²%]/u.test(rest.slice(end, end + 2));
const asYear = ({ path }: Figure): Pick<Quantity, 'kind' | 'keys' | 'value' | 'needs'> => ({
  kind: 'date',
  keys: [`y${path}`],
  value: null,
  needs: 'all',
});

/** By how much the word or sign behind its digits multiplies a number. */
function scaleOf({ start, end, values, hasScale, path }: Figure, rest: string): number {
  if (!hasScale || path === '' || end - start <= path.length) return 1;
  const own = Number(path.replace(/[ \u00a0\u202f\u2009'’]/gu, '').replace(',', '.'));
  const whole = values[0] ?? 0;
  return rest !== '' && own > 0 && whole > own ? Number((whole / own).toPrecision(6)) : 1;
}
