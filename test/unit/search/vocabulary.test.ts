import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneEditApart } from '#shared/domain/names/edit-distance.ts';
import { Vocabulary } from '../../../electron/search-index/vocabulary.ts';

function vocabularyOf(words: readonly string[]): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.add(word, 1);
  return vocabulary;
}

test('corrections are exactly the known words one edit away, however many words there are', () => {
  const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в', 'x', 'y'), minLength: 3, maxLength: 6 });
  // Enough others that the words are sorted in rather than looked through.
  const others = Array.from({ length: 2_500 }, (_, index) => `zzzz${index.toString(36)}`);
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, fc.boolean(), (words, typed, isMany) => {
      const vocabulary = vocabularyOf(isMany ? [...words, ...others] : words);
      const expected = typed.length < 4 ? [] : words.filter((known) => isOneEditApart(known, typed));
      expect(vocabulary.corrections(typed, 100).toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test('words added after the first correction are found too', () => {
  const vocabulary = vocabularyOf(Array.from({ length: 2_500 }, (_, index) => `word${index.toString(36)}`));
  expect(vocabulary.corrections('кузницов', 5)).toEqual([]);
  vocabulary.add('кузнецов', 1);
  expect(vocabulary.corrections('кузницов', 5)).toEqual(['кузнецов']);
});

test('the most used word comes first, and a word that comes again counts', () => {
  const vocabulary = vocabularyOf(['план', 'плац', 'плац']);
  expect(vocabulary.corrections('плас', 5)).toEqual(['плац', 'план']);
});

test('an unfinished word with an error in it leads to what it begins', () => {
  const vocabulary = vocabularyOf(['кузнецов', 'кузнечный', 'протокол']);
  expect(vocabulary.continuations('кузенц', 5)).toEqual(['кузнецов']);
  expect(vocabulary.continuations('прат', 5)).toEqual([]);
});

test('forms of a word share its stem', () => {
  const vocabulary = vocabularyOf(['договор', 'договора', 'договорами', 'доклад', 'meeting', 'meetings']);
  expect(vocabulary.inflections('договоров', 5).toSorted()).toEqual(['договор', 'договора', 'договорами']);
  expect(vocabulary.inflections('meeting', 5)).toEqual(['meetings']);
});
