import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSyllables } from '#shared/domain/names/syllables.ts';
import { fromWadeGiles, toWadeGiles } from '#shared/domain/names/wade-giles.ts';
import { anyText } from '../../support/any-text.ts';

test.each([
  ['yi dong', 'i-tung'],
  ['wen li', 'wên-li'],
  ['ze dong', 'tsê-tung'],
  ['zhou', 'chou'],
  ['qing', "ch'ing"],
  ['xu', 'hsü'],
  ['ci', "tz'u"],
  ['si', 'ssu'],
  ['zhi', 'chih'],
  ['ri', 'jih'],
  ['ge', 'ko'],
  ['guo', 'kuo'],
  ['duo', 'to'],
  ['shuo', 'shuo'],
  ['gui', 'kuei'],
  ['kui', "k'uei"],
  ['jie', 'chieh'],
  ['yan', 'yen'],
  ['yu', 'yü'],
  ['yue', 'yüeh'],
  ['er', 'êrh'],
])('%s is written %s and read back first', (pinyin, expected) => {
  const syllables = pinyin.split(' ');
  expect(toWadeGiles(syllables)).toBe(expected);
  expect(fromWadeGiles(expected)[0]).toEqual(syllables);
});

const read = (word: string): string[] => fromWadeGiles(word).map((cut) => cut.join(' '));

test('marks that old files leave out leave readings open', () => {
  expect(read('Chu').sort()).toEqual(['chu', 'ju', 'qu', 'zhu']);
  expect(read('Ch’u')).toEqual(['chu', 'qu']);
  expect(read('Ch`ü')).toEqual(['qu']);
  expect(read('Tse-tung')[0]).toBe('ze dong');
  expect(read('Wen Li')).toContain('wen li');
  expect(read('I-tung')).toContain('yi dong');
});

test('every syllable comes back, with its marks and without', () => {
  const lost = [...readSyllables().keys()].filter((syllable) => {
    const bare = toWadeGiles([syllable])
      .normalize('NFD')
      .replace(/[\p{M}']/gu, '');
    return !read(toWadeGiles([syllable])).includes(syllable) || !read(bare).includes(syllable);
  });
  expect(lost).toEqual([]);
});

test('what is none', () => {
  expect(['', '-', 'Рудской', 'xi', 'Zhou', '王'].flatMap(fromWadeGiles)).toEqual([]);
  expect(toWadeGiles(['wang', 'x'])).toBe('');
});

test('any text has an answer of bounded size', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fromWadeGiles(text).length).toBeLessThanOrEqual(16);
    }),
  );
});
