import { describe, expect, test } from 'vitest';
import { type LatinScheme, latinSchemes, toLatin } from '#shared/domain/names/russian-latin.ts';

/** Rows of standards B3; the columns as in `latinSchemes`. */
describe('one word in the eight schemes', () => {
  test.each([
    ['Щукин', 'Shchukin', 'Shchukin', 'Shchukin', 'Shhukin', 'Ŝukin', 'Ščukin', 'Shchukin', 'Shchukin'],
    ['Хрущёв', 'Khrushchev', 'Khrushchëv', 'Khrushchyov', 'Xrushhyov', 'Hruŝëv', 'Xruščëv', 'Khrushchev', 'Khrushchëv'],
    ['Кузнецов', 'Kuznetsov', 'Kuznetsov', 'Kuznetsov', 'Kuzneczov', 'Kuznecov', 'Kuznecov', 'Kuznetcov', 'Kuznet͡sov'],
    ['Ельцин', 'Eltsin', 'Yel’tsin', 'Yeltsin', 'El`cin', 'Elʹcin', 'Elʹcin', 'Eltcin', 'Elʹt͡sin'],
    ['Юрий', 'Iurii', 'Yuriy', 'Yury', 'Yurij', 'Ûrij', 'Jurij', 'Iurii', 'I͡uriĭ'],
    [
      'Подъячев',
      'Podieiachev',
      'Pod”yachev',
      'Podyachev',
      'Pod``yachev',
      'Podʺâčev',
      'Podʺjačev',
      'Podiachev',
      'Podʺi͡achev',
    ],
    ['Ерёмин', 'Eremin', 'Yerëmin', 'Yeryomin', 'Eryomin', 'Erëmin', 'Erëmin', 'Eremin', 'Erëmin'],
    ['Эйхвальд', 'Eikhvald', 'Eykhval’d', 'Eykhvald', 'E`jxval`d', 'Èjhvalʹd', 'Èjxvalʹd', 'Eikhvald', 'Ėĭkhvalʹd'],
    ['Рудской', 'Rudskoi', 'Rudskoy', 'Rudskoy', 'Rudskoj', 'Rudskoj', 'Rudskoj', 'Rudskoi', 'Rudskoĭ'],
    ['Быстрый', 'Bystryi', 'Bystryy', 'Bystry', 'By`stry`j', 'Bystryj', 'Bystryj', 'Bystryi', 'Bystryĭ'],
  ])('%s', (word, ...expected) => {
    expect(latinSchemes.map((scheme) => toLatin(word, scheme))).toEqual(expected);
  });
});

describe('capitals follow the letter, not the word', () => {
  test.each<[string, LatinScheme, string]>([
    ['ЩУКИН', 'icao_9303', 'SHCHUKIN'],
    ['Щукин', 'icao_9303', 'Shchukin'],
    ['щукин', 'icao_9303', 'shchukin'],
    ['Ж. Щ.', 'icao_9303', 'Zh. Shch.'],
    ['ЮРЬЕВ', 'bgn_pcgn', 'YUR’YEV'],
    ['БЫСТРЫЙ', 'press', 'BYSTRY'],
    ['Анна-Юлия', 'icao_9303', 'Anna-Iuliia'],
  ])('%s, %s', (text, scheme, expected) => {
    expect(toLatin(text, scheme)).toBe(expected);
  });
});

test.each(latinSchemes)('%s leaves no Cyrillic letter and touches nothing else', (scheme) => {
  expect(toLatin('Съешь ещё этих мягких французских булок, да выпей чаю', scheme)).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(toLatin('Hu 胡 7, -', scheme)).toBe('Hu 胡 7, -');
});
