import { describe, expect, test } from 'vitest';
import { type NameInput, queryKeys, searchKeys } from '#shared/domain/names/index.ts';

/** Whether typing finds the name: one of the word's keys is the beginning of one of the name's, sound keys in full. */
const finds = (typed: string, name: NameInput): boolean => {
  const keys = searchKeys(name);
  return queryKeys(typed).some((query) => keys.some((key) => key.startsWith(query)));
};

describe('is found while typing in any script', () => {
  test.each([
    ['Hu Yidong', 'Ху ид Идун hu yi Yidong yidong itung huyidong'],
    ['Ху Идун', 'Hu yid Ху идун'],
    ['胡一东', '胡 Ху hu yidong Идун huyid'],
    ['王文丽', '王 王文 Ван Вэньли wang wenli Wen li'],
    ['Wang Wenli', 'Ван Вэнь wenl'],
    ['吕伟', '吕 lü lyu lv lu Люй Вэй'],
    ['曾国藩', 'zeng ceng Цзэн guofan'],
    ['Hu I-tung', 'yidong hu itung'],
    ['Kuznetsov Anton', 'Кузн кузнецов Kuznecov Kuznetzov Kusnezow Ант anton'],
    ['Кузнецов Антон Борисович', 'Kuzn kuznetsov kuznetcov Kuznecov Borisov борис kuzini'],
    ['Хрущёв Никита', 'хрущев Хрущё Khrushch Chruščev hrus khru'],
    ['Rutskoi · Andre', 'Рудской Rudskoi Андрей andr'],
    ['鲁茨科伊·安德烈', '鲁茨 安德 luci andelie'],
    ['Щербаков Иван', 'Scherbakov Shcherb щерб'],
  ])('%s', (name, words) => {
    for (const word of words.split(' ')) expect([word, finds(word, name)]).toEqual([word, true]);
  });
});

test('a name in parts has the keys of the line', () => {
  expect(searchKeys({ family: '王', given: '文丽', patronymic: '' })).toEqual(searchKeys('王文丽'));
  expect(searchKeys({ family: '', given: '', patronymic: '', display: 'Hu Yidong' })).toEqual(searchKeys('Hu Yidong'));
});

test.each(['Кузнецов Антон Борисович', 'Щербацевич-Хрущёвский Всеволод Мстиславович', '曾单乐', 'Hu Yidong', 'Lü Nü'])(
  'few keys without spaces, each once: %s',
  (name) => {
    const keys = searchKeys(name);
    expect(keys.length).toBeLessThanOrEqual(40);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => /\s/u.test(key) || key === '')).toEqual([]);
    expect(searchKeys(name)).toEqual(keys);
  },
);

test('sound keys cannot be taken for words', () => {
  const sounds = searchKeys('Кузнецов Антон').filter((key) => key.startsWith('='));
  expect(sounds).toEqual(['=kuzneQov', '=anton']);
});

test('others stay out', () => {
  expect(finds('Zhang', 'Hu Yidong')).toBe(false);
  expect(finds('Петров', 'Кузнецов Антон')).toBe(false);
  expect(finds('张', '王文丽')).toBe(false);
});
