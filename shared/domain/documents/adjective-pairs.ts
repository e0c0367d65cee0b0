import type { Language } from '../language.ts';
import { type CountryWords, countryWords } from './country-words.ts';

type Replace = (text: string) => string;

/** Turns a pair of countries that stands in the other order; what stands in order already, or alone, stays. */
const turnsByPair = new Map<string, Record<Language, Replace>>();

/**
 * A text of a paper with the countries of its sides in their order: «Chinese-Russian» becomes «Russian-Chinese»,
 * «китайско-российский» «российско-китайский», 中俄 俄中, «China and Russia» «Russia and China». Words for both sides
 * together, such as 双方, stay. `countries` are ISO 3166 codes in the order of the text.
 */
export function orderCountries(text: string, language: Language, countries: readonly string[]): string {
  let ordered = text;
  countries.forEach((first, index) => {
    for (const second of countries.slice(index + 1)) ordered = turnsOf(first, second)[language](ordered);
  });
  return ordered;
}

function turnsOf(first: string, second: string): Record<Language, Replace> {
  const key = `${first} ${second}`;
  let turns = turnsByPair.get(key);
  if (turns === undefined) {
    const [one, two] = [countryWords[first], countryWords[second]];
    const same: Replace = (text) => text;
    turns =
      first === second || one === undefined || two === undefined
        ? { en: same, ru: same, zh: same }
        : { en: turnEnglish(one.en, two.en), ru: turnRussian(one.ru, two.ru), zh: turnChinese(one.zh, two.zh) };
    turnsByPair.set(key, turns);
  }
  return turns;
}

const hyphen = '[-\u2010\u2011\u2012\u2013\u2014]';
/** A pair that is part of something longer is of more countries than these two. */
const notInside = `(?<![\\p{L}\\p{N}]|\\p{L}${hyphen})`;
const notGoingOn = `(?![\\p{L}\\p{N}]|${hyphen}\\p{L})`;
const dash = `[ \u00A0]?${hyphen}[ \u00A0]?|[ \u00A0]?/[ \u00A0]?`;

function anyOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  return longestFirst.map((word) => word.replace(/ /gu, '[ \u00A0]')).join('|');
}

/** «People’s Republic of China and Russia», «Embassy of China and Russia House»: the first name belongs to one thing. */
const notOfOne =
  '(?<!(?:Republic|Federation|Bank|Embassy|Consulate|General|Academy|University|Ministry|Government) of )';

function turnEnglish(first: CountryWords['en'], second: CountryWords['en']): Replace {
  const isPrefix = (word: string): boolean => word.toLowerCase() === second.prefix?.toLowerCase();
  const leads = anyOf([second.adjective, ...(second.prefix === undefined ? [] : [second.prefix])]);
  const adjectives = new RegExp(
    `${notInside}(${leads})(${hyphen}|[ \u00A0]and[ \u00A0])(${first.adjective})${notGoingOn}`,
    'giu',
  );
  const names = new RegExp(
    `${notInside}${notOfOne}(${anyOf(second.names)})([ \u00A0](?:and|&)[ \u00A0]|${dash})(${anyOf(first.names)})${notGoingOn}`,
    'gu',
  );
  return (text) =>
    text
      .replace(adjectives, (_, lead: string, between: string, end: string) => {
        const newLead = isPrefix(lead) ? (first.prefix ?? first.adjective) : first.adjective;
        return `${likeCase(lead, newLead)}${between}${likeCase(end, second.adjective)}`;
      })
      .replace(names, '$3$2$1');
}

const endings = 'ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими|ою';

function turnRussian(first: CountryWords['ru'], second: CountryWords['ru']): Replace {
  const [ones, twos] = [anyOf(first.stems), anyOf(second.stems)];
  const compound = new RegExp(`${notInside}(${twos})о(${hyphen})(${ones})(${endings})${notGoingOn}`, 'giu');
  const adjectives = new RegExp(
    `${notInside}(${twos})(${endings})([ \u00A0]и[ \u00A0])(${ones})(\\2)${notGoingOn}`,
    'giu',
  );
  const names = new RegExp(
    `${notInside}(${anyOf(second.names.flat())})([ \u00A0]и[ \u00A0]|${dash})(${anyOf(first.names.flat())})${notGoingOn}`,
    'gu',
  );
  const plain = (name: string): string => name.replace(/\u00A0/gu, ' ');
  // Only what stands in one case may change places: «Россией и Китаем», never «России и Китай».
  const agree = (one: string, two: string): boolean =>
    second.names.some((forms) =>
      forms.some(
        (form, grammatical) => form === plain(one) && first.names.some((others) => others[grammatical] === plain(two)),
      ),
    );
  return (text) =>
    text
      .replace(
        compound,
        (_, lead: string, between: string, end: string, ending: string) =>
          `${likeCase(lead, end)}${isUpper(lead) ? 'О' : 'о'}${between}${likeCase(end, lead)}${ending}`,
      )
      .replace(
        adjectives,
        (_, one: string, ending: string, between: string, two: string, last: string) =>
          `${likeCase(one, two)}${ending}${between}${likeCase(two, one)}${last}`,
      )
      .replace(names, (whole: string, one: string, between: string, two: string) =>
        agree(one, two) ? `${two}${between}${one}` : whole,
      );
}

function turnChinese(first: CountryWords['zh'], second: CountryWords['zh']): Replace {
  // 其中俄方, 会议中俄罗斯, 在俄中国公民, 驻俄中资企业: two words of which one ends in 中 or the other begins with it.
  const lastOf = ({ short, names }: CountryWords['zh']): string =>
    short === '中' ? '国方华央心资企小部间文医药' : `${(names[0] ?? '').slice(1, 2)}方国语文籍军`;
  const before = second.short === '中' ? '其之当集' : '在驻旅赴对访留援';
  const shorts = new RegExp(`(?<![${before}])${second.short}${first.short}(?![${lastOf(first)}])`, 'gu');
  const names = new RegExp(`(${anyOf(second.names)})([—–－-]{1,2}|和|与|及|同|以及|、)(${anyOf(first.names)})`, 'gu');
  return (text) => text.replace(names, '$3$2$1').replace(shorts, `${first.short}${second.short}`);
}

function isUpper(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** A word with the capitals of the one in whose place it comes. */
function likeCase(pattern: string, word: string): string {
  if (isUpper(pattern)) return word.toUpperCase();
  const [head = '', ...rest] = word.toLowerCase();
  return /^\p{Lu}/u.test(pattern) ? head.toUpperCase() + rest.join('') : head + rest.join('');
}
