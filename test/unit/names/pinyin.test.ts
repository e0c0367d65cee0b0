import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldPinyin, isPinyinSyllable, joinPinyin, segmentPinyin } from '#shared/domain/names/pinyin.ts';
import { readSyllables } from '#shared/domain/names/syllables.ts';
import { anyText } from '../../support/any-text.ts';

const syllables = [...readSyllables().keys()];

describe('a pinyin word is cut into syllables', () => {
  test.each([
    ["Xi'an", 'xi an'],
    ['Xi’an', 'xi an'],
    ['Xīʼān', 'xi an'],
    ['Xian', 'xian, xi an'],
    ['Yidong', 'yi dong'],
    ['YIDONG', 'yi dong'],
    ['Ｙｉｄｏｎｇ', 'yi dong'],
    ['Wen-li', 'wen li'],
    ['Wen Li', 'wen li'],
    ['wen2li4', 'wen li'],
    ['Wénlì', 'wen li'],
    ['Sima Qian', 'si ma qian, si ma qi an'],
    ['OUYANG', 'ou yang'],
    ['Zhijun', 'zhi jun'],
    ['Changan', 'chan gan, chang an'], // the apostrophe of Chang'an is missing: the reading without it comes first
    ["Chang'an", 'chang an'],
    ["Li Jian'an", 'li jian an, li ji an an'],
    ['Lü', 'lü'],
    ['Lǚ', 'lü'],
    ['Lv', 'lü'],
    ['Lu:', 'lü'],
    ['LYU', 'lü'],
    ['NYU', 'nü'],
    ['lüe', 'lüe, lü e'],
    ['lue', 'lüe, lu e'],
    ['xü', 'xu'],
    ['Lu', 'lu'],
  ])('%s', (word, expected) => {
    expect(segmentPinyin(word).map((cut) => cut.join(' '))).toEqual(expected.split(', '));
  });

  test.each(['', ' ', "'", 'Ivanov', 'Рудской', '王', 'wenl', 'b', 'Xi’an3x', 'Rudskoi'])('«%s» is none', (word) => {
    expect(segmentPinyin(word)).toEqual([]);
    expect(foldPinyin(word)).toBe('');
  });

  test('every pair of syllables is found again, written together as the standard does, and apart', () => {
    const standard = syllables.filter((syllable) => !['cei', 'sei', 'ten', 'fiao', 'nia'].includes(syllable));
    expect(standard).toHaveLength(415);
    const lost: string[] = [];
    for (const first of standard) {
      for (const second of standard) {
        const pair = `${first} ${second}`;
        const cuts = segmentPinyin(joinPinyin([first, second])).map((cut) => cut.join(' '));
        const apart = segmentPinyin(`${first}-${second}`);
        if (!cuts.includes(pair) || apart[0]?.join(' ') !== pair) lost.push(pair);
      }
    }
    expect(lost).toEqual([]);
  });

  test('three syllables, any of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 3 }), (word) => {
        expect(segmentPinyin(word.join(''))).toContainEqual(word);
      }),
    );
  });
});

test('one syllable is told from a word', () => {
  expect(['hu', 'Hú', 'LYU', 'zhuang', 'er'].every(isPinyinSyllable)).toBe(true);
  expect(['yidong', 'iv', '', 'xi an', 'xi’an', '胡'].some(isPinyinSyllable)).toBe(false);
});

test('one key for all spellings of a name, ü told from u', () => {
  expect(new Set(["Xi'an", 'Xī’ān', 'XI AN', 'xi-an'].map(foldPinyin))).toEqual(new Set(['xian']));
  expect(new Set(['Lü', 'LYU', 'lv', 'Lǚ'].map(foldPinyin))).toEqual(new Set(['lv']));
  expect(foldPinyin('Lu')).toBe('lu');
});

test('a name part is written together, with an apostrophe where GB/T 28039-2011 wants one', () => {
  expect(joinPinyin(['xi', 'an'])).toBe("Xi'an");
  expect(joinPinyin(['ou', 'yang'])).toBe('Ouyang');
  expect(joinPinyin(['jiàn', 'ān'])).toBe("Jiàn'ān");
  expect(joinPinyin([])).toBe('');
});

test('any text has an answer of bounded size', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(segmentPinyin(text).length).toBeLessThanOrEqual(16);
      expect(typeof foldPinyin(text)).toBe('string');
    }),
  );
});
