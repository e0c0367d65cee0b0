import { prefixWords } from '#shared/domain/prefix-words.ts';
import { expect, test } from 'vitest';
import { type Nameable, readPrefix, readSubstitution } from '../../../renderer/features/minutes/rows/prefix.ts';

const ivanov: Nameable = { id: 'ivanov', name: { en: 'Ivan Ivanov', ru: 'Иванов И. И.', zh: '' } };
const zhang: Nameable = { id: 'zhang', name: { en: 'Zhang Wei', ru: 'Чжан Вэй', zh: '张伟' } };
const wangWei: Nameable = { id: 'wang-wei', name: { en: 'Wang Wei', ru: 'Ван Вэй', zh: '王伟' } };
const wangFang: Nameable = { id: 'wang-fang', name: { en: 'Wang Fang', ru: 'Ван Фан', zh: '王芳' } };
const semyonov: Nameable = { id: 'semyonov', name: { en: 'Pyotr Semyonov', ru: 'Пётр Семёнов', zh: '' } };
const present = [ivanov, zhang, wangWei, wangFang, semyonov];

test.each([
  ['+ ', 'action'],
  ['= ', 'decision'],
  ['* ', 'proposal'],
  ['- ', 'note'],
  ['＋ ', 'action'],
  ['＝\u3000', 'decision'],
  ['＊\u3000', 'proposal'],
  ['－ ', 'note'],
])('the sign «%s» makes the row a(n) %s', (typed, kind) => {
  expect(readPrefix(typed, [])).toEqual({ typed, kind });
  expect(readPrefix(`${typed}and more`, [])).toEqual({ typed, kind });
});

test.each(Object.entries(prefixWords).flatMap(([kind, words]) => words.map((word) => [word, kind])))(
  'the word «%s» before a colon makes the row a(n) %s',
  (word, kind) => {
    for (const typed of [`${word}:`, `${word}：`, `${word.toLowerCase()}:`, `${word.toUpperCase()} :`]) {
      expect(readPrefix(typed, present)).toEqual({ typed, kind });
    }
    expect(readPrefix(word, present)).toBeNull();
  },
);

test.each([
  '+',
  '+5 % a year',
  '-5 °C',
  '=',
  '1. First',
  '10:30 Coffee',
  'https://example.org',
  '(Note): x',
  ': x',
  '',
])('no prefix: «%s»', (text) => {
  expect(readPrefix(text, present)).toBeNull();
});

test('a prefix stands at the very beginning and in the first line', () => {
  expect(readPrefix(' + budget', present)).toBeNull();
  expect(readPrefix('First\nNOTE: second', present)).toBeNull();
  expect(readPrefix('They said: no', present)).toBeNull();
});

test.each([
  ['Ivanov:', 'ivanov'],
  ['иванов:', 'ivanov'],
  ['Иванов И. И.:', 'ivanov'],
  ['Г-н Иванов:', 'ivanov'],
  ['Mr. Ivanov:', 'ivanov'],
  ['СЕМЕНОВ:', 'semyonov'],
  ['Семёнов：', 'semyonov'],
  ['张伟：', 'zhang'],
  ['张：', 'zhang'],
  ['Zhang:', 'zhang'],
  ['Wang Wei:', 'wang-wei'],
])('«%s» names the speaker', (typed, speakerId) => {
  expect(readPrefix(typed, present)).toEqual({ typed, speakerId });
});

test.each(['Wang:', '王：', 'Вэй:', 'Smith:', 'И.:', 'Z:', 'Иван:'])(
  '«%s» names nobody, or not exactly one of those present',
  (typed) => {
    expect(readPrefix(typed, present)).toBeNull();
  },
);

test('a word for a kind is a kind, also when somebody present has that name', () => {
  const note: Nameable = { id: 'note', name: { en: 'Note', ru: '', zh: '' } };
  expect(readPrefix('Note:', [note])).toEqual({ typed: 'Note:', kind: 'note' });
});

test.each([
  ['s/old/new/', 'old', 'new'],
  ['s/old/new', 'old', 'new'],
  ['s/old/new/g', 'old', 'new'],
  [' s/old// ', 'old', ''],
  ['s/км\\/ч/km\\/h/', 'км/ч', 'km/h'],
  ['ｓ／旧／新／', '旧', '新'],
])('«%s» replaces', (text, find, replace) => {
  expect(readSubstitution(text)).toEqual({ find, replace });
});

test.each(['s/old', 's//new/', 'as/old/new/', 's/a/b/c/', 'S/old/new/', 's/old/new/ and more', ''])(
  '«%s» is a text like any other',
  (text) => {
    expect(readSubstitution(text)).toBeNull();
  },
);
