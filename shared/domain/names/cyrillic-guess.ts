import { remember, wordCount } from './memo.ts';
import { type NameWord } from './name-word.ts';

/** Latin spellings and the Cyrillic letters they most often stand for in names; longest first, `^` and `$` at the ends of a word. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^ye|^je/gu, 'е'],
  [/^yo|^jo/gu, 'ё'],
  [/shch|šč|ŝ|shh|sch/gu, 'щ'],
  [/zh|ž/gu, 'ж'],
  [/kh/gu, 'х'],
  [/tsch|tch|ch|č/gu, 'ч'],
  [/dsk(?=[oi])/gu, 'дск'],
  [/ts(?=k)/gu, 'тс'],
  [/ts|tz|tc|cz/gu, 'ц'],
  [/sh|š/gu, 'ш'],
  [/c(?=[eiy]|ov|ev)/gu, 'ц'],
  [/c$/gu, 'ц'],
  [/x/gu, 'кс'],
  [/ph/gu, 'ф'],
  [/(?<=s)(?:kiy|kii|kij|ky|ki)$/gu, 'кий'],
  [/(?<=к|k)(?:aya|aia|aja)$/gu, 'ая'],
  [/(?:iia|iya|ija)/gu, 'ия'],
  [/(?:iy|ii|ij|iĭ|yi|yj)$/gu, 'ий'],
  [/(?<=[aeoiuаеоиуё])(?:y|i|j|ĭ|ï)(?![aeou])/gu, 'й'],
  [/(?<=[^aeiouyаеёиоуыэюя'])ye/gu, 'ье'],
  [/yi/gu, 'ьи'],
  [/(?<=[lntdvsm])(?:ya|ia|ja)$/gu, 'ья'],
  [/(?:ya|ia|ja|â)/gu, 'я'],
  [/(?:yu|iu|ju|û)/gu, 'ю'],
  [/(?:yo|jo|ë|io)/gu, 'ё'],
  [/(?:ye|je)/gu, 'е'],
  [/ou/gu, 'у'],
  [/(?<=[oe])ff$/gu, 'в'],
  [/y$/gu, 'ий'],
  [/['’ʹ`](?=[еёюя])/gu, 'ь'],
  [/['’ʹ`]/gu, 'ь'],
  [/["”ʺ]/gu, 'ъ'],
];
const letters = new Map(
  Array.from('aаbбcкdдeеfфgгhхiиjйkкlлmмnнoоpпqкrрsсtтuуvвwвyыzз').flatMap((letter, index, all): [string, string][] =>
    index % 2 === 0 ? [[letter, all[index + 1] ?? '']] : [],
  ),
);

/** Habits of German and French spelling, where the word itself gives them away (see russian-graphemes.ts). */
const habits: readonly { evidence: RegExp; spellings: readonly (readonly [RegExp, string])[] }[] = [
  {
    evidence: /w|sch/u,
    spellings: [
      [/schtsch/gu, 'щ'],
      [/tsch/gu, 'ч'],
      [/sch/gu, 'ш'],
      [/ch/gu, 'х'],
      [/(?<!t)z/gu, 'ц'],
      [/ss/gu, 'с'],
      [/(?<=[aeiouy])s(?=[aeiounmlrv])/gu, 'з'],
    ],
  },
  {
    evidence: /ou|tch|[ïéè]/u,
    spellings: [
      [/chtch/gu, 'щ'],
      [/tch/gu, 'ч'],
      [/(?<![sk])ch/gu, 'ш'],
      [/j(?=[aeiou])/gu, 'ж'],
      [/iou/gu, 'ю'],
      [/ou/gu, 'у'],
      [/ine$/gu, 'ин'],
      [/gu(?=[eiéï])/gu, 'г'],
    ],
  },
];

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * The likeliest Cyrillic for one Latin word of a Russian name: a customary given name as passports spell it, else letter
 * by letter back from ICAO 9303, BGN/PCGN and the press. A guess: ь, ъ, ё, э and й have left no trace in most spellings.
 */
export function guessCyrillic(word: NameWord): string {
  if (word.script !== 'latin') return word.raw;
  if (word.isInitial) return capitalize(spell(word.raw.toLowerCase()).slice(0, 1)).concat('.');
  if (word.given !== undefined) return word.given.name;
  return capitalize(spell(word.raw.normalize('NFC').toLowerCase()));
}

const spell = remember(wordCount, (latin) => {
  const habit = habits.find(({ evidence }) => evidence.test(latin));
  let word = latin;
  for (const [pattern, cyrillic] of [...(habit?.spellings ?? []), ...spellings]) word = word.replace(pattern, cyrillic);
  return word
    .replace(/[a-z\u00df-\u024f]/gu, (letter) => letters.get(letter.normalize('NFD').charAt(0)) ?? '')
    .replace(/[^а-яё-]/gu, '');
});
