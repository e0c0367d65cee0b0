import { describe, expect, test } from 'vitest';
import { findConventions, foldCyrillic, foldLatin, foldLatinFreely } from '#shared/domain/names/russian-fold.ts';
import { latinSchemes, toLatin } from '#shared/domain/names/russian-latin.ts';

const fold = (word: string): string[] => foldLatin(word, findConventions(word));

/** The variant classes of standards B3, and the spellings of the German, French and Spanish press. */
describe('spellings of one name share its sound key', () => {
  test.each([
    ['Рудской', 'Rudskoi Rudskoy Rudskoj Rudskoĭ Rutskoi Rutskoy RUDSKOI'],
    ['Кузнецов', 'Kuznetsov Kuznetzov Kuznecov Kuzneczov Kuznetcov Kusnezow Kuznetsoff Kuznet͡sov'],
    ['Царовцева', 'Tzarovtzeva Tsarovtseva Carovceva Czarovceva Tcarovtceva'],
    ['Шманевский', 'Shmanevskiy Shmanevskii Shmanevsky Šmanevskij Shmanevskij'],
    ['Щербаков', 'Shcherbakov Scherbakov Ŝerbakov Ščerbakov Shherbakov Scherbakow Schtscherbakow'],
    ['Хрущёв', 'Khrushchev Khrushchyov Hruŝëv Chruščev Chruschtschow Khrouchtchev Jruschov Xrushhyov'],
    ['Подъячев', 'Podyachev Podiachev Pod"yachev Podjačev Podieiachev'],
    ['Юлия', 'Iuliia Yuliya Julija Yulia Julia Ûliâ'],
    ['Ерёмин', 'Eremin Yeryomin Yeremin Eryomin'],
    ['Жуков', 'Zhukov Žukov Schukow Joukov'],
    ['Чайковский', 'Chaykovskiy Tchaikovsky Čajkovskij Tschaikowski Tchaïkovski'],
    ['Евгений', 'Evgeny Yevgeniy Evgenii Yevgeny Jevgenij Jewgeni Evgueni'],
    ['Соловьёв', 'Solovyov Soloviev Solov’ev Solowjow Solovev'],
    ['Пётр', 'Petr Pyotr Piotr Pjotr'],
    ['Сахаров', 'Sakharov Saharov Sacharow Sajárov'],
    ['Александр', 'Aleksandr Alexandr'],
    ['Достоевский', 'Dostoevsky Dostoyevsky Dostoievski Dostojewski'],
    ['Малевич', 'Malevich Malevič Malewitsch Malevitch'],
  ])('%s', (cyrillic, spellings) => {
    const key = foldCyrillic(cyrillic);
    for (const spelling of spellings.split(' ')) expect([spelling, ...fold(spelling)]).toContain(key);
  });
});

describe('other names keep other keys', () => {
  test.each([
    ['Яшин', 'Ашин'],
    ['Люков', 'Луков'],
    ['Шуков', 'Жуков'],
    ['Зуев', 'Цуев'],
    ['Чернов', 'Шернов'],
    ['Евгений', 'Евгения'],
    ['Сорин', 'Зорин'],
    ['Хомов', 'Комов'],
  ])('%s is not %s', (a, b) => {
    expect(foldCyrillic(a)).not.toBe(foldCyrillic(b));
    expect(foldLatin(toLatin(a, 'icao_9303'), [])).not.toContain(foldCyrillic(b));
  });
});

test.each(latinSchemes)('every word in %s folds back to its Cyrillic key', (scheme) => {
  const words = 'Щукин Хрущёв Царёв Юрьев Яковлев Ельцин Мясоедов Жёлтый Подъячев Ильинична Эйхвальд Фёдоров Зоя Чехов';
  for (const word of words.split(' ')) {
    const latin = toLatin(word, scheme);
    expect([latin, ...foldLatinFreely(latin)]).toContain(foldCyrillic(word));
  }
});

test('a habit of spelling needs its evidence: z is not ц in an English spelling', () => {
  expect(fold('Zimin')).not.toContain(foldCyrillic('Цимин'));
  expect(fold('Sorin')).not.toContain(foldCyrillic('Зорин'));
  expect(foldLatinFreely('Sorin')).toContain(foldCyrillic('Зорин'));
});
