import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch, indexTokens, phraseFor, splitWords } from '../../../electron/search-index/segment.ts';

describe('folding', () => {
  test.each([
    ['Семёнов', 'семенов'],
    ['Йошкар-Ола', 'йошкар-ола'],
    ['Łukasz Nuñez Søren', 'lukasz nunez soren'],
    ['Straße', 'strasse'],
    ['ＪＩＴＲＩ', 'jitri'],
    ['Lǚ Yǒng', 'lu yong'],
    ['İstanbul', 'istanbul'],
  ])('%s is %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  test('the short way for plain texts gives what the long way gives', () => {
    const plain = fc.string({ unit: fc.constantFrom(...Array.from('AZaz09 .-АЯЁаяёйЙ中国，。、«»“—')) });
    fc.assert(
      fc.property(plain, (text) => {
        // An accent makes the whole text go the long way.
        expect([...splitWords(text), 'e']).toEqual(splitWords(`${text} é`));
      }),
    );
  });
});

test('words of every script stand apart, signs and lone surrogates are none', () => {
  expect(splitWords('JITRI产业技术 — Санкт-Петербург, №7 \ud800 x')).toEqual([
    'jitri',
    '产业技术',
    'санкт',
    'петербург',
    'no7',
    'x',
  ]);
  expect(splitWords('"*() OR - \u0000')).toEqual(['or']);
});

test('a Han run is stored as pairs and its last character', () => {
  expect(indexTokens('产业技术')).toEqual(['产业', '业技', '技术', '术']);
  expect(indexTokens('проект')).toEqual(['проект']);
  expect(phraseFor('产业技')).toBe('"产业 业技"');
  expect(phraseFor('产')).toBe('"产" *');
  expect(phraseFor('jitri')).toBe('"jitri"');
});
