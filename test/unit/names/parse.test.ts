import { describe, expect, test } from 'vitest';
import { analyseName, splitName } from '#shared/domain/names/index.ts';

/** Order by evidence (standards, B4 and B5): [text, family, given, patronymic, certain]. */
describe('splits a name in one line', () => {
  test.each<[string, string, string, string, boolean]>([
    // patronymic
    ['Кузнецов Антон Борисович', 'Кузнецов', 'Антон', 'Борисович', true],
    ['Антон Борисович Кузнецов', 'Кузнецов', 'Антон', 'Борисович', true],
    ['Orlova Marina Ivanovna', 'Orlova', 'Marina', 'Ivanovna', true],
    ['Роман Аркадьевич Абрамович', 'Абрамович', 'Роман', 'Аркадьевич', true],
    ['Абрамович Роман Аркадьевич', 'Абрамович', 'Роман', 'Аркадьевич', true],
    ['Orlova Marina Ivanova', 'Orlova', 'Marina', 'Ivanova', true],
    ['Мамин-Сибиряк Дмитрий Наркисович', 'Мамин-Сибиряк', 'Дмитрий', 'Наркисович', true],
    // capitals, comma, given names, endings
    ['Andrei RUDSKOI', 'Rudskoi', 'Andrei', '', true],
    ['Kuznetsov, Anton', 'Kuznetsov', 'Anton', '', true],
    ['Андрей Рудской', 'Рудской', 'Андрей', '', true],
    ['Rutskoi · Andre', 'Rutskoi', 'Andre', '', true],
    ['Timur Bekov', 'Bekov', 'Timur', '', true],
    // initials
    ['Кузнецов А. Б.', 'Кузнецов', 'А.', 'Б.', true],
    ['A. B. Kuznetsov', 'Kuznetsov', 'A.', 'B.', true],
    ['Anton B. Kuznetsov', 'Kuznetsov', 'Anton', 'B.', true],
    // Chinese
    ['HU Yidong', 'Hu', 'Yidong', '', true],
    ['Yidong Hu', 'Hu', 'Yidong', '', true],
    ['Ouyang Wen', 'Ouyang', 'Wen', '', true],
    ['Wen Ouyang', 'Ouyang', 'Wen', '', true],
    ['Ху Идун', 'Ху', 'Идун', '', true],
    ['Сыма Цянь', 'Сыма', 'Цянь', '', true],
    ['王文丽', '王', '文丽', '', true],
    ['欧阳修', '欧阳', '修', '', true],
    ['安德烈·鲁茨科伊', '鲁茨科伊', '安德烈', '', false],
    // nothing to tell by
    ['Li Wei', 'Li', 'Wei', '', false],
    ['Putin', 'Putin', '', '', false],
  ])('%s', (text, family, given, patronymic, isCertain) => {
    expect(splitName(text)).toMatchObject({ family, given, patronymic, isCertain });
  });
});

test('titles are no part of a name, in any of the languages', () => {
  for (const text of ['Dr. Anton Kuznetsov', 'Prof. Kuznetsov Anton', 'Mr Anton Kuznetsov'])
    expect(splitName(text)).toMatchObject({ family: 'Kuznetsov', given: 'Anton' });
  expect(analyseName('王文丽女士').chinese.readings[0]?.han).toBe('王文丽');
});

test('a Latin letter in a Cyrillic word is read as the letter it looks like', () => {
  expect(analyseName('Кузнeцов Aнтон').folded).toBe('кузнецов антон');
});

test('only what can be nothing else counts as Chinese', () => {
  for (const name of ['Hu Yidong', 'Ван Вэньли', '王文丽', 'wang wenli'])
    expect(analyseName(name).isChinese).toBe(true);
  for (const name of ['Nina Li', 'Иванов Иван', 'John Smith', '安德烈·鲁茨科伊', 'Анна Лин', ''])
    expect(analyseName(name).isChinese).toBe(false);
});

test('columns that were mixed up are read both ways', () => {
  expect(analyseName({ family: 'Антон', given: 'Кузнецов', patronymic: '' }).western.isCertain).toBe(false);
  expect(analyseName({ family: 'Кузнецов', given: 'Антон', patronymic: '' }).western.isCertain).toBe(true);
});
