import { expect, test } from 'vitest';
import { buildNameRegister, checkTexts, type NameRegister } from '#shared/domain/consistency/index.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { allPairs, makeFixtureOrganizations, makeFixturePeople } from './pairs.ts';

const people = makeFixturePeople();
const register = buildNameRegister(
  people.map(({ id, names }) => ({ id, names, aliases: id === people[3]?.id ? ['Орлава Марина'] : [] })),
  makeFixtureOrganizations().map((organization) => ({ ...organization, aliases: [] })),
);
const everybody = new Set(people.map(({ id }) => id));
const noRegister: NameRegister = buildNameRegister([], []);

interface Written {
  from: Language;
  source: string;
  to: Language;
  target: string;
}
function check(
  { from, source, to, target }: Written,
  known = register,
  near: ReadonlySet<string> = everybody,
  mentioned: readonly string[] = [],
) {
  const text = (language: Language) => {
    const written = language === from ? source : language === to ? target : '';
    return { text: written, revision: 1, baseRevision: language === from ? null : 1, status: 'draft' as const };
  };
  const texts = { en: text('en'), ru: text('ru'), zh: text('zh') };
  return checkTexts({ kind: 'entry', near, mentioned, sourceLanguage: from, texts }, languages, known).map(
    ({ finding }) => finding,
  );
}

test('of sentences that are right, with all that is easily taken for a fault, at most 5 in a hundred are faulted', () => {
  expect(allPairs.length).toBeGreaterThan(600);
  const faulted = allPairs.flatMap(({ sourceLanguage, source, targetLanguage, target }) => {
    const findings = check({ from: sourceLanguage, source, to: targetLanguage, target });
    return findings.length === 0 ? [] : [`${findings.map(({ detail }) => detail).join(', ')}: ${source} → ${target}`];
  });
  expect(faulted.length, faulted.join('\n')).toBeLessThanOrEqual(0.05 * allPairs.length);
});

test.each<[source: string, target: string, expected: string[]]>([
  ['Выступил Ху Идун.', 'Hu Yidong spoke.', []],
  ['Предложение Ху Идуна принято.', 'Yidong Hu’s proposal was accepted.', []],
  ['С Марией Орловой не встречались, с М. И. Орловой — да.', 'M. I. Orlova was met.', []],
  ['Выступила Марина Орлова.', 'Orlova spoke.', ['person-missing Марина Орлова → Orlova Marina Ivanovna']],
  ['Выступила Орлова.', 'Orlova spoke.', []],
  ['Выступила Марина Орлова.', 'Marina Orlowa spoke.', ['person-missing Марина Орлова → Orlova Marina Ivanovna']],
  ['Орлава Марина выступила.', 'Marina Orlova spoke.', []],
  ['Павлу Морозову передан отчёт.', 'The report went to Pavel Morozov.', []],
  ['Отчёт Соколовской Елены Викторовны.', 'The report of Elena Sokolovskaya.', []],
  ['Ли присутствующих спросить?', 'Shall those present be asked?', []],
  ['Отчёт СО РАН.', 'Report of the Siberian Branch of the Russian Academy of Sciences.', []],
  [
    'В Сибирском отделении РАН.',
    'At the Academy.',
    ['organization-missing Сибирском отделении РАН → Siberian Branch of the Russian Academy of Sciences'],
  ],
  ['Новосибирским государственным университетом.', 'By NSU.', []],
  ['Компания «РусГидро».', 'RusHydro company.', []],
])('%s → %s', (source, target, expected) => {
  const found = check({ from: 'ru', source, to: 'en', target });
  expect(found.map(({ code, detail, expected: form }) => `${code} ${detail} → ${form ?? ''}`)).toEqual(expected);
});

test('who stays away is meant by his full name only', () => {
  const written: Written = { from: 'ru', source: 'Выступила Орлова.', to: 'en', target: 'She spoke.' };
  expect(check(written).map(({ code }) => code)).toEqual(['person-missing']);
  expect(check(written, register, new Set())).toEqual([]);
});

test('who is mentioned in a row is meant by a short or misspelt name, too', () => {
  const [hu] = people;
  const short: Written = { from: 'ru', source: 'Ху выступил.', to: 'en', target: 'He spoke.' };
  const misspelt: Written = { from: 'en', source: 'Mr Orlowa spoke.', to: 'ru', target: 'Было выступление.' };
  expect(check(short)).toEqual([]);
  expect(check(short, register, everybody, [hu!.id]).map(({ detail }) => detail)).toEqual(['Ху']);
  expect(check(misspelt)).toEqual([]);
  expect(check(misspelt, register, everybody, [people[3]!.id]).map(({ expected }) => expected)).toEqual(['Орлова']);
});

test('a name that is not in the register is nobody’s business, and one of the register in another script is one finding', () => {
  const written: Written = { from: 'ru', source: 'Выступил Ху Идун.', to: 'en', target: 'Ху Идун spoke.' };
  expect(check(written).map(({ code, range }) => [code, range])).toEqual([['person-missing', { start: 0, end: 7 }]]);
  expect(check(written, noRegister).map(({ code }) => code)).toEqual(['foreign-script']);
});

test('a family name of one character is no name inside another word', () => {
  const name = { family: '', given: '', patronymic: '', display: '' };
  const known = buildNameRegister(
    [{ id: 'ou', names: { latin: name, cyrillic: name, han: { ...name, family: '欧', given: '明' } }, aliases: [] }],
    [],
  );
  const written: Written = { from: 'ru', source: 'Это 1,2 млн евро.', to: 'zh', target: '费用约120万欧元。' };
  expect(check(written, known)).toEqual([]);
});

const long = 50_000;
test.each(['1 ', '1,', ' ', '(', '中 ', 'Hu Yidong '])('fifty thousand characters «%s» come to an end', (piece) => {
  const text = piece.repeat(long / piece.length);
  // No more findings than anybody could read; the time limit of the test says that it ends.
  expect(check({ from: 'ru', source: text, to: 'zh', target: text }).length).toBeLessThan(500);
});
