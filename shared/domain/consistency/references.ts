import type { Language } from '../language.ts';
import { hanNumeral, parseHanNumeral } from './han-numerals.ts';
import type { Quantity } from './quantity.ts';
import { cover, type Range, rangeOf } from './text.ts';

const space = '[ \\u00a0\\u202f]{0,2}';
const gap = '[ \\u00a0\\u202f]{1,2}';
const path = '\\d{1,4}(?:\\.\\d{1,4}){0,4}';
const list = (joint: string): string =>
  `(${path}(?:${space}(?:${joint})${space}${path}(?![\\d%])){0,20})(?![\\d,.]?\\d)(?!${space}[%‰])`;

const englishWords =
  'decisions?|items?|actions?|proposals?|paragraphs?|clauses?|sections?|points?|articles?|resolutions?|annex(?:es)?|appendix|appendices|minutes|protocol|order|para\\.|art\\.';
const russianWords = [
  ...['решени', 'пункт', 'подпункт', 'поручени', 'действи', 'предложени', 'раздел', 'стать', 'вопрос', 'приложени'],
  ...['протокол', 'приказ', 'постановлени', 'распоряжени', 'абзац'],
].join('|');
const hanWords = '决定|决议|议程|议题|行动项?|任务|提案|建议|议定事项|事项|附件|条款|纪要|措施';

const patterns: Record<Language, RegExp[]> = {
  en: [
    new RegExp(
      `(?<!\\p{L})(?:${englishWords})${gap}(?:nos?\\.?${space}|№${space})?${list(`,|and|,${gap}and|&|-|–|to`)}`,
      'gu',
    ),
  ],
  ru: [
    new RegExp(
      `(?<!\\p{L})(?:(?:${russianWords})[а-я]{0,3}${gap}|(?:пп?|ст|разд|прил)\\.${space})(?:№${space}|n${space})?${list(',|и|;|-|–|—|по|до')}`,
      'gu',
    ),
  ],
  zh: [
    new RegExp(`(?:${hanWords})第?${space}${list('、|，|和|及|至|—|–|-')}(?:项|条|款|号)?`, 'gu'),
    new RegExp(`第${space}${list('、|，|和|及|至|—|–|-')}${space}(?:项|条|款|号|点)(?=${space}(?:${hanWords}))`, 'gu'),
    new RegExp(`第${space}(\\d{1,4}(?:\\.\\d{1,4}){1,4})${space}(?:项|条|款|号|点)?`, 'gu'),
    new RegExp(
      `(?:第([${hanNumeral}]{1,4})(?:项|条|款|号))(?=(?:${hanWords}))|(?:${hanWords})第?([${hanNumeral}]{1,4})(?=项|条|款|号|[，。；、：]|$)`,
      'gu',
    ),
  ],
};
/** 3.1.2 is no decimal number anywhere. */
const deepPath = /(?<![\d.,])\d{1,4}(?:\.\d{1,4}){2,4}(?![\d.,]?\d)/gu;

/** What the text refers to by number, and the text without it. */
export function readReferences(
  folded: string,
  text: string,
  language: Language,
): { references: Quantity[]; rest: string } {
  const references: Quantity[] = [];
  let rest = folded;
  for (const pattern of [...patterns[language], deepPath]) {
    const ranges: Range[] = [];
    for (const match of rest.matchAll(pattern)) {
      const range = rangeOf(match);
      const numeral = match.slice(1).find(Boolean) ?? match[0];
      const keys = /\d/u.test(numeral)
        ? [...numeral.matchAll(/\d+(?:\.\d+)*/gu)].map(([each]) => each)
        : [String(parseHanNumeral(numeral) ?? '')].filter((key) => key !== '');
      if (keys.length === 0) continue;
      ranges.push(range);
      references.push({
        ...range,
        kind: 'reference',
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
  return { references, rest };
}
