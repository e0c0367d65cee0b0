import { describe, expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { readRoman, writeRoman } from '#shared/domain/ordinals.ts';
import { nextSeriesNumber, nextTitle } from '#shared/domain/series-number.ts';

describe('the next number of a series', () => {
  test.each([
    ['7', '8'],
    ['9', '10'],
    ['07', '08'],
    ['99', '100'],
    ['VII', 'VIII'],
    ['ix', 'x'],
    ['七', '八'],
    ['十九', '二十'],
    ['WG-7', 'WG-8'],
    ['№ 7', '№ 8'],
    ['7th', '8th'],
    ['2nd', '3rd'],
    ['10th', '11th'],
    ['20th', '21st'],
    ['第7次', '第8次'],
    ['3/7', '4/7'],
    ['3/2026', '4/2026'],
    ['2026-03', '2026-04'],
  ])('%s → %s', (last, next) => {
    expect(nextSeriesNumber(last, 2026)).toBe(next);
  });

  test.each(['', '12-го', 'внеочередное', 'IIX', '3-7', '7 of 9', '7a', '3/2025', '2025/3', '2025/2026'])(
    'nothing is guessed after «%s»',
    (last) => {
      expect(nextSeriesNumber(last, 2026)).toBe('');
    },
  );
});

test('Roman numbers are read as they are written', () => {
  for (let value = 1; value < 200; value++) expect(readRoman(writeRoman(value))).toBe(value);
});

describe('the title of the next meeting', () => {
  const next = (text: string, language: 'en' | 'ru' | 'zh', number = '7'): string =>
    nextTitle({ ...emptyText(), [language]: text }, number)[language];

  test.each([
    ['en', 'Seventh meeting of the Working Group', 'Eighth meeting of the Working Group'],
    ['en', 'SEVENTH MEETING', 'EIGHTH MEETING'],
    ['en', 'The 7th joint session', 'The 8th joint session'],
    ['en', 'VII Forum', 'VIII Forum'],
    ['en', 'Meeting No. 7', 'Meeting No. 8'],
    ['en', 'Seventh Annual International Joint Meeting', 'Eighth Annual International Joint Meeting'],
    ['ru', 'Седьмое заседание Рабочей группы', 'Восьмое заседание Рабочей группы'],
    ['ru', 'О седьмом заседании', 'О восьмом заседании'],
    ['ru', 'Итоги седьмой встречи', 'Итоги восьмой встречи'],
    ['ru', '7-е совместное заседание', '8-е совместное заседание'],
    ['ru', 'VII заседание', 'VIII заседание'],
    ['ru', 'Заседание № 7', 'Заседание № 8'],
    ['zh', '工作组第七次会议', '工作组第八次会议'],
    ['zh', '工作组第7次会议', '工作组第8次会议'],
    ['zh', '第七届论坛', '第八届论坛'],
  ] as const)('%s: %s', (language, last, expected) => {
    expect(next(last, language)).toBe(expected);
  });

  test.each([
    ['en', '19', 'Nineteenth meeting', 'Twentieth meeting'],
    ['en', '20', 'Twentieth meeting', 'Twenty-first meeting'],
    ['en', '21', 'Twenty-First Meeting', 'Twenty-Second Meeting'],
    ['en', '11', '11th meeting', '12th meeting'],
    ['ru', '2', 'Второе заседание', 'Третье заседание'],
    ['ru', '2', 'Второй раунд консультаций', 'Третий раунд консультаций'],
    ['ru', '2', 'По итогам второй встречи', 'По итогам третьей встречи'],
    ['ru', '3', 'Третьего заседания', 'Четвертого заседания'],
    ['ru', '4', 'Четвёртое заседание', 'Пятое заседание'],
    ['ru', '8', 'Восьмой форум', 'Девятый форум'],
    ['ru', '20', 'Двадцатое заседание', 'Двадцать первое заседание'],
    ['ru', '29', 'Двадцать девятая сессия', 'Тридцатая сессия'],
    ['zh', '9', '第九次会议', '第十次会议'],
    ['zh', '20', '第二十次会议', '第二十一次会议'],
  ] as const)('%s, after %s: %s', (language, number, last, expected) => {
    expect(next(last, language, number)).toBe(expected);
  });

  test.each([
    ['en', 'Meeting of the Working Group'],
    ['en', 'Sixth meeting'],
    ['en', 'Seventh meeting of the seventh session'],
    ['en', 'Seven institutes: a meeting'],
    ['en', 'Seventh Heaven Centre'],
    ['ru', 'Заседание рабочей группы'],
    ['ru', 'Седьмой канал'],
    ['zh', '第七研究院工作会议'],
  ] as const)('%s: %s stays', (language, text) => {
    expect(next(text, language)).toBe(text);
  });

  test.each([
    ['en', 'Seventh (7th) meeting'],
    ['ru', 'Седьмое (7-е) заседание'],
    ['zh', '第七次（第7次）会议'],
  ] as const)('%s: what is said twice stays: %s', (language, text) => {
    expect(next(text, language)).toBe(text);
  });

  test('the number that somebody gave the new meeting counts', () => {
    const title = { en: 'Seventh meeting', ru: 'Седьмое заседание', zh: '第七次会议' };
    expect(nextTitle(title, '7', '9')).toEqual({ en: 'Ninth meeting', ru: 'Девятое заседание', zh: '第九次会议' });
    expect(nextTitle(title, '7', 'extra').en).toBe('Eighth meeting');
  });

  test('deputies are no meetings', () => {
    expect(next('Meeting of First Deputy Ministers, working session', 'en', '1')).toBe(
      'Meeting of First Deputy Ministers, working session',
    );
  });

  test('without a number, two languages must agree', () => {
    const title = { en: 'Second meeting', ru: 'Второе заседание', zh: '第二次会议' };
    expect(nextTitle(title, '')).toEqual({ en: 'Third meeting', ru: 'Третье заседание', zh: '第三次会议' });
    expect(nextTitle({ ...title, zh: '第三次会议' }, '')).toEqual({ ...title, zh: '第三次会议' });
    expect(nextTitle({ ...emptyText(), ru: 'Второе заседание' }, '').ru).toBe('Второе заседание');
  });
});
