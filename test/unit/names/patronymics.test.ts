import { describe, expect, test } from 'vitest';
import { fatherKeys, looksFeminine, looksLikePatronymic } from '#shared/domain/names/patronymics.ts';
import { foldCyrillic, foldLatin } from '#shared/domain/names/russian-fold.ts';
import { foldWord } from '#shared/domain/names/spelling.ts';

/** Endings of standards B4. */
describe('looks like a patronymic', () => {
  test.each(
    (
      'Иванович Ивановна Сергеевич Сергеевна Ильич Ильинична Кузьмич Кузьминична Фомич Лукич Никитич Никитична Юрьевич ' +
      'Ivanovich Ivanovna Sergeevich Sergeyevna Yurievich Il’ich Ilyich Ilich Ilinichna Ivanovitch Iwanowitsch Iwanowna Ivanovič'
    ).split(' '),
  )('%s', (word) => {
    expect(looksLikePatronymic(word)).toBe(true);
  });

  test.each('Иванов Иванова Иван Анна Марина Орлова Ван Ivanov Ivanova Anna Savina Chen'.split(' '))(
    'not %s',
    (word) => {
      expect(looksLikePatronymic(word)).toBe(false);
    },
  );
});

test.each([
  ['Ивановна', true],
  ['Ilinichna', true],
  ['Iwanowna', true],
  ['Иванович', false],
  ['Ivanovich', false],
  ['Ильич', false],
])('%s is feminine: %s', (word, expected) => {
  expect(looksFeminine(foldWord(word))).toBe(expected);
});

test.each([
  ['Борисович', 'Borisovna'],
  ['Сергеевич', 'Sergeyevna'],
  ['Юрьевна', 'Iurevich'],
])('%s and %s have the same father', (cyrillic, latin) => {
  expect(fatherKeys(foldLatin(latin, []))).toContain(fatherKeys([foldCyrillic(cyrillic)])[0]);
});
