import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromPalladius, toPalladius, toPalladiusName } from '#shared/domain/names/palladius.ts';
import { readSyllables } from '#shared/domain/names/syllables.ts';
import { anyText } from '../../support/any-text.ts';

const syllables = [...readSyllables().keys()];
/** Read only where nothing else is possible (standard B2: no attested use in names). */
const unattested = new Set(['o', 'ei', 'lo']);
const attested = syllables.filter((syllable) => !unattested.has(syllable));

describe('pinyin is written in Palladius Cyrillic', () => {
  test.each([
    ['chang an', 'чанъань'],
    ['heng yang', 'хэнъян'],
    ['xiong an', 'сюнъань'],
    ['peng you', 'пэнъю'],
    ['zhuang er', 'чжуанъэр'],
    ['yan an', 'яньань'],
    ['xi an', 'сиань'],
    ['hui zhou', 'хуэйчжоу'],
    ['nan jing', 'наньцзин'],
    ['zhi jun', 'чжицзюнь'],
    ['jian rong', 'цзяньжун'],
    ['lü', 'люй'],
    ['nüe', 'нюэ'],
    ['jue', 'цзюэ'],
    ['quan', 'цюань'],
    ['guo', 'го'],
    ['zi', 'цзы'],
    ['shi', 'ши'],
    ['er', 'эр'],
    ['weng', 'вэн'],
    ['yo', 'ё'],
  ])('%s', (pinyin, expected) => {
    expect(toPalladius(pinyin.split(' '))).toBe(expected);
  });

  test('names: the family name apart and first', () => {
    expect(toPalladiusName(['hu'], ['yi', 'dong'])).toBe('Ху Идун');
    expect(toPalladiusName(['si', 'ma'], ['qian'])).toBe('Сыма Цянь');
    expect(toPalladiusName(['wang'], ['wen', 'li'])).toBe('Ван Вэньли');
    expect(toPalladiusName(['wang'], [])).toBe('Ван');
  });

  test('an unknown syllable gives nothing, never half a word', () => {
    expect(toPalladius(['wang', 'ivan'])).toBe('');
    expect(toPalladius([])).toBe('');
  });
});

const read = (word: string): string[] =>
  fromPalladius(word).map(({ syllables: cut, strict }) => `${cut.join(' ')}${strict ? '' : '?'}`);

describe('Palladius Cyrillic is read', () => {
  test.each([
    ['Ху', 'hu'],
    ['Идун', 'yi dong'],
    ['Липин', 'li ping'],
    ['Юнчжи', 'yong zhi'],
    ['Вэньли', 'wen li'],
    ['Чжицзюнь', 'zhi jun'],
    ['Цзяньжун', 'jian rong'],
    ['Чанъань', 'chang an'],
    ['Динъин', 'ding ying'],
    ['Сыма', 'si ma'],
    ['Чжун-шу', 'zhong shu'], // obsolete, but the reading is exact
    ['Су’ань', 'su an'],
    ['ло', 'luo'],
    ['Хуэйчжоу', 'hui zhou'],
    ['ХУ', 'hu'],
    ['Цзэпин', 'ze ping'],
    ['ЛЮЙ', 'lü'],
    ['Люй', 'lü'], // й typed as и with a breve
  ])('%s, exactly', (word, expected) => {
    expect(read(word)[0]).toBe(expected);
  });

  test.each([
    ['бей', 'bei?'],
    ['Вей', 'wei?'],
    ['фен', 'feng?'],
    ['вен', 'weng?'],
    ['фынь', 'fen?'],
    ['Джоу', 'zhou?'],
    ['Дзян', 'jiang?'],
    ['Вэнли', 'wen li?'],
    ['Чанань', 'chang an?'],
    ['Динин', 'ding ying?'],
    ['ци', 'ci?'],
    ['си', 'si?'],
    ['хой', 'hui?'],
    ['йо', 'yo?'],
    ['Луо', 'luo?'],
    ['Xу', 'hu?'], // Latin X
    ['Bан', 'wang?'], // Latin B
  ])('%s, tolerantly', (word, expected) => {
    expect(read(word)).toContain(expected);
  });

  test('exact readings come first', () => {
    expect(read('Ван')).toEqual(['wang', 'wan?']);
    expect(read('Динин')[0]).toBe('di ning');
  });

  test.each(['', 'Рудской', 'Wang', 'Xy', '王', 'Пётр', 'ъ', '-', 'Орлова'])('«%s» is none', (word) => {
    expect(fromPalladius(word)).toEqual([]);
  });

  test('every syllable and every pair comes back exactly', () => {
    const lost: string[] = [];
    for (const syllable of syllables) {
      if (syllable !== 'lo' && !read(toPalladius([syllable])).includes(syllable)) lost.push(syllable);
    }
    for (const first of attested) {
      for (const second of attested) {
        if (!read(toPalladius([first, second])).includes(`${first} ${second}`)) lost.push(`${first} ${second}`);
      }
    }
    expect(lost).toEqual([]);
  });

  test('any text has an answer of bounded size', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fromPalladius(text).length).toBeLessThanOrEqual(16);
      }),
    );
  });
});
