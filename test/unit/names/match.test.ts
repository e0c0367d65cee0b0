import { describe, expect, test } from 'vitest';
import { analyseName, blockingKeys, match } from '#shared/domain/names/index.ts';

/** Worked examples per rule: [a, b, reason code]. Standards B1, B5 (pinyin, Palladius), B3, B4 (Russian), B6, B7, B9. */
const same: [string, string, string][] = [
  ['Hu Yidong', 'Hu Yidong', 'identical'],
  ['HU Yidong', 'Hu Yidong', 'same_spelling'],
  ['Кузнецов Пётр', 'КУЗНЕЦОВ ПЕТР', 'same_spelling'],
  ['Ｈｕ　Yidong', 'Hu Yidong', 'identical'],
  // pinyin: joined, hyphenated, spaced, Western order, ü
  ['Hu Yi-dong', 'Hu Yidong', 'same_spelling'],
  ['hu yi dong', 'Hu Yidong', 'same_pinyin'],
  ['Yidong Hu', 'Hu Yidong', 'same_pinyin'],
  ['Lyu Wei', 'Lü Wei', 'same_pinyin'],
  ['LV Wei', 'Lu Wei', 'same_pinyin'],
  ["Xi'an Li", 'Li Xian', 'same_pinyin'],
  ['Ou Yang Wen', 'Wen Ouyang', 'same_pinyin'],
  // Palladius
  ['Ху Идун', 'Hu Yidong', 'same_palladius'],
  ['Ху И-дун', 'Yidong HU', 'same_palladius'],
  ['Ван Вэньли', 'Wang Wenli', 'same_palladius'],
  ['Лю Фен', 'Лю Фэн', 'same_palladius'],
  ['Люй Вэй', 'Lyu Wei', 'same_palladius'],
  ['Ван И', 'Wang Yi', 'same_palladius'],
  ['Е Пэйцзянь', 'Ye Peijian', 'same_palladius'],
  // characters, all readings
  ['王文丽', 'Wang Wenli', 'han_reading'],
  ['王文丽', 'Ван Вэньли', 'han_reading'],
  ['曾国藩', 'Zeng Guofan', 'han_reading'],
  ['覃伟', 'Tan Wei', 'han_reading'],
  ['欧阳文', 'Оуян Вэнь', 'han_reading'],
  ['司马迁', 'Qian Sima', 'han_reading'],
  ['张伟', '張偉', 'same_spelling'],
  ['王 文丽', '王文丽女士', 'same_han'],
  // Russian in several romanisations and both orders
  ['Кузнецов Антон', 'Anton Kuznetsov', 'same_romanisation'],
  ['Kuznetzov Anton', 'Kusnezow Anton', 'same_romanisation'],
  ['Рудской Андрей', 'Rutskoi Andrei', 'same_romanisation'],
  ['Хрущёв Никита', 'Nikita Chruščev', 'same_romanisation'],
  ['Чайковский Пётр', 'Pyotr Tchaikovsky', 'same_romanisation'],
  ['Путин Владимир', 'Vladimir Poutine', 'same_romanisation'],
  ['Антон Чехов', 'Antón Chéjov', 'same_romanisation'],
  ['Kuznetsov, Anton', 'Anton Kuznetsov', 'other_order'],
  ['Рудской Андрей', 'Rutskoi · Andre', 'given_name_equivalent'],
  ['Иванова Екатерина', 'Catherine Ivanova', 'given_name_equivalent'],
  ['Петров Водкин Кузьма', 'Петров-Водкин Кузьма', 'same_spelling'],
  // patronymics and initials
  ['Кузнецов Антон Борисович', 'Anton Kuznetsov', 'patronymic_missing'],
  ['Кузнецов А. Б.', 'A. B. Kuznetsov', 'initials'],
  ['Кузнецов А. Б.', 'Кузнецов Антон Борисович', 'initials'],
  ['Anton B. Kuznetsov', 'Кузнецов Антон Борисович', 'initials'],
  ['Brezhnev Leonid Ilyich', 'Леонид Ильич Брежнев', 'same_romanisation'],
  // Chinese transcription
  ['鲁茨科伊·安德烈', 'Андрей Рудской', 'han_transcription'],
  ['安德烈·伊万诺维奇·鲁茨科伊', 'Рудской Андрей Иванович', 'han_transcription'],
  ['鲁茨科伊·安德烈', 'Rudskoi Andrei', 'han_transcription'],
  ['安德烈·鲁茨科伊', '鲁茨科伊·安德烈', 'other_order'],
];

const possible: [string, string, string][] = [
  ['单伟', 'Dan Wei', 'han_reading'],
  ['Hu I-tung', 'Hu Yidong', 'wade_giles'],
  ['Mao Tse-tung', '毛泽东', 'wade_giles'],
  ['Li Wei', 'Wei Li', 'other_order'],
  ['王文丽', '王文莉', 'same_pinyin'],
  ['Ван Вэнли', 'Ван Вэньли', 'same_palladius'],
  ['Wang J. G.', 'Wang Jianguo', 'initials'],
  ['Кузнецов А.', 'Кузнецов Антон', 'initials'],
  ['Kuznetsov Anton', 'Kuznetsob Anton', 'typo'],
  ['Орлова Марина Иванова', 'Orlova Marina Ivanovna', 'typo'],
  ['Kuznetsov Alex', 'Кузнецов Александр', 'given_name_equivalent'],
  ['Кузнецов', 'Антон Кузнецов', 'family_only'],
  ['鲁茨科伊', 'Рудской Андрей', 'family_only'],
];

const different: [string, string, string][] = [
  ['Wang Wenli', 'Wang Wenliang', 'given_differs'],
  ['Ван Вэй', 'Ван Вэнь', 'given_differs'],
  ['Wang Wei', 'Zhang Wei', 'family_differs'],
  ['Xu Wei', 'Hu Wei', 'family_differs'],
  ['Xu Wei', 'Ху Вэй', 'family_differs'],
  ['王文丽', '李文丽', 'family_differs'],
  ['王文丽', 'Wang Jianlin', 'given_differs'],
  ['王文丽', 'Кузнецов Антон', 'family_differs'],
  ['Орлов Иван', 'Орлова Иван', 'family_differs'],
  ['Smirnov A. B.', 'Smirnova A. B.', 'family_differs'],
  ['Орлов Александр', 'Орлов Александра', 'given_differs'],
  ['Петрова Мария', 'Петрова Марина', 'given_differs'],
  ['Сидоров Юрий', 'Сидоров Георгий', 'given_differs'],
  ['Шашин Иван', 'Яшин Иван', 'family_differs'],
  ['Иванова Марина Ивановна', 'Ivanova Marina Petrovna', 'patronymic_differs'],
  ['Кузнецов А. Б.', 'Kuznetsov V. B.', 'initials'],
  ['Кузнецов А. Б.', 'Кузнецов Антон Владимирович', 'initials'],
  ['Антонов Иван', 'Иванов Антон', 'family_differs'],
  ['安德烈·库兹涅佐夫', 'Кузнецов Антон', 'given_differs'],
  ['', 'Hu Yidong', 'not_comparable'],
  ['…', '—', 'not_comparable'],
];

test.each(same)('%s is %s', (a, b, code) => {
  expect(match(a, b)).toMatchObject({ verdict: 'same', reason: { code } });
});
test.each(possible)('%s may be %s', (a, b, code) => {
  expect(match(a, b)).toMatchObject({ verdict: 'possible', reason: { code } });
});
test.each(different)('%s is not %s', (a, b, code) => {
  expect(match(a, b)).toMatchObject({ verdict: 'different', reason: { code } });
});

test.each([...same, ...possible, ...different])('the same both ways: %s, %s', (a, b) => {
  const [forth, back] = [match(a, b), match(b, a)];
  const { parts } = forth.reason;
  expect(back).toEqual({ ...forth, reason: { code: forth.reason.code, parts: { ...parts, a: parts.b, b: parts.a } } });
});

describe('blocks', () => {
  const blocks = (text: string): string[] => blockingKeys(analyseName(text));

  test.each([...same, ...possible.filter(([, , code]) => code !== 'family_only')])('one holds %s and %s', (a, b) => {
    const keys = new Set(blocks(a));
    expect(blocks(b).some((key) => keys.has(key))).toBe(true);
  });

  test.each([
    ['Wang Wenli', 'Wang Jianguo'],
    ['Кузнецов Антон', 'Кузнецов Дмитрий'],
    ['王文丽', '王建国'],
  ])('a common family name alone holds nobody together: %s, %s', (a, b) => {
    const keys = new Set(blocks(a));
    expect(blocks(b).filter((key) => keys.has(key))).toEqual([]);
  });
});

describe('the reason names what was compared', () => {
  test('the whole names and the common reading', () => {
    expect(match('Ху Идун', 'Hu Yidong').reason).toEqual({
      code: 'same_palladius',
      parts: { a: 'Ху Идун', b: 'Hu Yidong', reading: 'Hu Yidong' },
    });
  });

  test('the words that differ', () => {
    expect(match('Kuznetsov Anton', 'Kuznetsob Anton').reason.parts).toEqual({ a: 'Kuznetsov', b: 'Kuznetsob' });
    expect(match('Иванова Марина Ивановна', 'Иванова Марина Петровна').reason.parts).toEqual({
      a: 'Ивановна',
      b: 'Петровна',
    });
  });

  test('the patronymic that one lacks', () => {
    expect(match('Антон Кузнецов', 'Кузнецов Антон Борисович').reason.parts).toMatchObject({ reading: 'Борисович' });
  });
});

test('parts, lines and analysed names mix', () => {
  const parts = { family: 'Ху', given: 'Идун', patronymic: '' };
  expect(match(parts, 'Hu Yidong').verdict).toBe('same');
  expect(match(analyseName(parts), analyseName('胡一东')).verdict).toBe('same');
  expect(match({ family: '鲁茨科伊', given: '安德烈', patronymic: '' }, 'Рудской Андрей Иванович').verdict).toBe(
    'same',
  );
});

test('mixed-up columns', () => {
  const right = { family: 'Кузнецов', given: 'Антон', patronymic: '' };
  const wrong = { family: 'Антон', given: 'Кузнецов', patronymic: '' };
  expect(match(right, wrong)).toMatchObject({ verdict: 'same', reason: { code: 'other_order' } });
});
