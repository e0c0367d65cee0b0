import { describe, expect, test } from 'vitest';
import { type NameInput, suggestForms } from '#shared/domain/names/index.ts';
import type { Script } from '#shared/domain/language.ts';

const first = (name: NameInput, script: Script) => suggestForms(name, script)[0];

describe('the best form in another script', () => {
  test.each<[string, Script, string, string, number]>([
    ['Ху Идун', 'latin', 'Hu Yidong', 'pinyin', 1],
    ['Hu Yidong', 'cyrillic', 'Ху Идун', 'palladius', 1],
    ['Yidong HU', 'cyrillic', 'Ху Идун', 'palladius', 1],
    ['曾国藩', 'latin', 'Zeng Guofan', 'pinyin', 0.98],
    ['欧阳文', 'cyrillic', 'Оуян Вэнь', 'palladius', 0.98],
    ['单于晴', 'latin', 'Chanyu Qing', 'pinyin', 0.98],
    ['Кузнецов Антон Борисович', 'latin', 'Kuznetsov Anton Borisovich', 'icao_9303', 0.9],
    ['Антон Борисович Кузнецов', 'latin', 'Kuznetsov Anton Borisovich', 'icao_9303', 0.9],
    ['Kuznetsov Anton', 'cyrillic', 'Кузнецов Антон', 'icao_9303', 0.8],
    ['Yuri Gagarin', 'cyrillic', 'Гагарин Юрий', 'icao_9303', 0.8],
    ['Kusnezow Anton', 'cyrillic', 'Кузнецов Антон', 'icao_9303', 0.8],
    ['Joukov Gueorgui', 'cyrillic', 'Жуков Георгий', 'icao_9303', 0.8],
    ['Dostoevsky Fyodor', 'cyrillic', 'Достоевский Фёдор', 'icao_9303', 0.8],
    ['Tchaikovsky Pyotr Ilyich', 'cyrillic', 'Чайковский Пётр Ильич', 'icao_9303', 0.8],
  ])('%s, %s', (name, script, text, scheme, confidence) => {
    expect(first(name, script)).toMatchObject({ text, scheme, confidence });
  });
});

test('the parts are told apart', () => {
  expect(first('Антон Борисович Кузнецов', 'latin')).toMatchObject({
    family: 'Kuznetsov',
    given: 'Anton',
    patronymic: 'Borisovich',
  });
  expect(first({ family: '王', given: '文丽', patronymic: '' }, 'latin')).toMatchObject({
    family: 'Wang',
    given: 'Wenli',
  });
});

test('Russian in Latin: each spelling once, the passport’s first', () => {
  const forms = suggestForms('Щукин Юрий', 'latin');
  expect(forms.map(({ text }) => text)).toEqual([
    'Shchukin Iurii',
    'Shchukin Yuriy',
    'Shchukin Yury',
    'Shhukin Yurij',
    'Ŝukin Ûrij',
    'Ščukin Jurij',
    'Shchukin I͡uriĭ',
  ]);
  expect(forms.every(({ confidence }) => confidence < 1)).toBe(true);
});

test('Russian in characters: given, patronymic, family, with the interpunct U+00B7', () => {
  expect(first('Рудской Андрей Иванович', 'han')).toMatchObject({
    text: '安德烈·伊万诺维奇·鲁茨科伊',
    family: '鲁茨科伊',
    given: '安德烈',
    patronymic: '伊万诺维奇',
  });
  expect(first('Орлова Марина', 'han')?.text).toBe('玛丽娜·奥尔洛娃');
});

test.each<[string, Script]>([
  ['Hu Yidong', 'han'], // never characters from pinyin
  ['Ху Идун', 'han'],
  ['Hu I-tung', 'cyrillic'], // never from Wade-Giles
  ['安德烈·鲁茨科伊', 'latin'],
  ['Кузнецов А. Б.', 'han'],
  ['John Smith', 'cyrillic'],
  ['Hu Yidong', 'latin'],
  ['', 'latin'],
])('nothing without ground: %s, %s', (name, script) => {
  expect(suggestForms(name, script)).toEqual([]);
});
