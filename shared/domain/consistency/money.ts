import type { Language } from '../language.ts';
import type { Figure } from './numbers.ts';

const currencies = ['CNY', 'USD', 'EUR', 'RUB', 'GBP', 'JPY', 'HKD'] as const;
export type Currency = (typeof currencies)[number];

/** How a currency is written behind and before a number; folded. */
const names: Record<Currency, string> = {
  HKD: 'hk\\$|hkd|港元|港币',
  USD: 'us\\$|usd|\\$|(?:us|u\\.s\\.|american)[ \\u00a0]dollars?|dollars?|долл(?:\\.|аров|ара|ар)?(?:[ \\u00a0]сша)?|доллар[а-я]{0,3}(?:[ \\u00a0]сша)?|美元|美金',
  EUR: '€|eur|euros?|евро|欧元',
  RUB: '₽|rub|rur|roubles?|rubles?|(?:российск[а-я]{2,3}[ \\u00a0])?руб(?:\\.|л[а-я]{1,3})|卢布',
  GBP: '£|gbp|pounds?(?:[ \\u00a0]sterling)?|фунт[а-я]{0,3}(?:[ \\u00a0]стерлингов)?|英镑',
  JPY: 'jpy|(?:japanese[ \\u00a0])?yen|(?:японск[а-я]{2,3}[ \\u00a0])?иен[а-я]{0,2}|日元',
  CNY: 'rmb|cny|¥|￥|yuan|renminbi|(?:китайск[а-я]{2,3}[ \\u00a0])?юан[а-я]{1,3}|元(?:人民币)?|人民币',
};
const gap = '[ \\u00a0\\u202f-]{0,2}';
const edge = '(?![a-zа-я])';
const behind = currencies.map((code) => [new RegExp(`^${gap}(?:${names[code]})${edge}`, 'u'), code] as const);
const before = currencies.map((code) => [new RegExp(`(?<![a-zа-я])(?:${names[code]})${gap}约?$`, 'u'), code] as const);
/** 元 inside another word (元素, 元件). */
const noYuan = /^[ \u00a0]{0,2}元(?:素|件|首|旦|老|年)/u;

export interface Meaning {
  start: number;
  end: number;
  kind: 'percentage' | 'currency';
  currency: Currency | '';
}

const percentBehind: Record<Language, RegExp> = {
  en: /^[ \u00a0\u202f-]?(?:%|per[ \u00a0]?cents?|percent(?:age)?(?:[ \u00a0-]points?)?|p\.[ \u00a0]?p\.)/u,
  ru: /^[ \u00a0\u202f-]?(?:%|процент[а-я]{0,3}|п\.[ \u00a0]?п\.)/u,
  zh: /^[ \u00a0]?(?:%|个百分点|百分点)/u,
};
const percentBefore = /百分之[ \u00a0]?$/u;

/** What a number counts, when it is percent or money; ranges are those of the whole expression. */
export function readMeaning(folded: string, figure: Figure, language: Language): Meaning | null {
  const after = folded.slice(figure.end, figure.end + 32);
  const head = folded.slice(Math.max(0, figure.start - 24), figure.start);
  const percent = percentBehind[language].exec(after);
  if (percent !== null) {
    return { start: figure.start, end: figure.end + percent[0].length, kind: 'percentage', currency: '' };
  }
  const hundredths = percentBefore.exec(head);
  if (hundredths !== null) {
    return { start: figure.start - hundredths[0].length, end: figure.end, kind: 'percentage', currency: '' };
  }
  const rest = after.replace(/^[多余]/u, ' ');
  if (!noYuan.test(rest)) {
    for (const [pattern, currency] of behind) {
      const match = pattern.exec(rest);
      if (match !== null) return { start: figure.start, end: figure.end + match[0].length, kind: 'currency', currency };
    }
  }
  for (const [pattern, currency] of before) {
    const match = pattern.exec(head);
    if (match !== null) return { start: figure.start - match[0].length, end: figure.end, kind: 'currency', currency };
  }
  return null;
}

const words: Record<Language, Record<Currency, string>> = {
  en: { CNY: 'yuan', USD: 'US dollars', EUR: 'euros', RUB: 'roubles', GBP: 'pounds', JPY: 'yen', HKD: 'HK dollars' },
  ru: {
    CNY: 'юаней',
    USD: 'долларов США',
    EUR: 'евро',
    RUB: 'рублей',
    GBP: 'фунтов стерлингов',
    JPY: 'иен',
    HKD: 'гонконгских долларов',
  },
  zh: { CNY: '元', USD: '美元', EUR: '欧元', RUB: '卢布', GBP: '英镑', JPY: '日元', HKD: '港元' },
};
export const currencyWord = (currency: string, language: Language): string =>
  (words[language] as Record<string, string>)[currency] ?? currency;
