import { describe, expect, test } from 'vitest';
import { findInText, matchContext, replaceMatches } from '../../../renderer/features/minutes/find/matches.ts';

const stretches = (text: string, needle: string, isExact = false): string[] =>
  findInText(text, needle, isExact).map(({ start, end }) => text.slice(start, end));

describe('finding in a text', () => {
  test.each([
    ['case', 'Иванов, ИВАНОВА', 'иванов', ['Иванов', 'ИВАНОВ']],
    ['ё as е, й not as и', 'Пётр и Петр, войны', 'петр', ['Пётр', 'Петр']],
    ['й stays й', 'Андрей Андреи', 'андрей', ['Андрей']],
    ['full width', 'ＭＯＵ 与 MOU', 'mou', ['ＭＯＵ', 'MOU']],
    ['Han', '联合实验室的实验', '实验', ['实验', '实验']],
    ['no overlap', 'aaaa', 'aa', ['aa', 'aa']],
    ['accents', 'résumé', 'resume', ['résumé']],
    ['a combining mark belongs to its letter', 'e\u0301tat', 'etat', ['e\u0301tat']],
    ['nothing', 'text', '', []],
  ])('%s', (_name, text, needle, found) => {
    expect(stretches(text, needle)).toEqual(found);
  });

  test('half of a ligature is no match, the whole is', () => {
    expect(stretches('oﬃce', 'fi')).toEqual([]);
    expect(stretches('oﬃce', 'ffi')).toEqual(['ﬃ']);
  });

  test('exactly: case and dots count', () => {
    expect(stretches('Пётр, пётр, Петр', 'Пётр', true)).toEqual(['Пётр']);
  });

  test('places are right behind letters outside the basic plane', () => {
    expect(stretches('😀 Ж ж', 'ж')).toEqual(['Ж', 'ж']);
    expect(findInText('😀ж', 'ж', false)).toEqual([{ start: 2, end: 3 }]);
  });
});

describe('replacing', () => {
  test('every match, from left to right, also with nothing', () => {
    const text = 'Hu Yidun met Hu Yidun.';
    expect(replaceMatches(text, findInText(text, 'yidun', false), 'Yidong')).toBe('Hu Yidong met Hu Yidong.');
    expect(replaceMatches(text, findInText(text, ' met Hu Yidun', true), '')).toBe('Hu Yidun.');
  });

  test('the replacement is a text, not a pattern', () => {
    expect(replaceMatches('a', [{ start: 0, end: 1 }], '$&\\1')).toBe('$&\\1');
  });
});

test('a match is shown with a few words around it, and never with half a character', () => {
  const text = `${'😀'.repeat(30)}X${'y'.repeat(100)}`;
  const [before, found, after] = matchContext(text, { start: 60, end: 61 });
  expect([before.startsWith('…'), found, after.endsWith('…')]).toEqual([true, 'X', true]);
  expect(before.isWellFormed() && after.isWellFormed()).toBe(true);
});

test('no word is cut at the edges of what is shown, but for one that is longer than all of it', () => {
  const around = (text: string, word: string) => {
    const start = text.indexOf(word);
    return matchContext(text, { start, end: start + word.length });
  };
  const russian = `${'Стороны договорились продолжить сотрудничество. '.repeat(3)}Вопрос ${'решён положительно и единогласно '.repeat(3)}`;
  const [before, , after] = around(russian, 'Вопрос');
  expect(before).toBe('…договорились продолжить сотрудничество. ');
  expect(after).toBe(' решён положительно и единогласно решён…');
  expect(around(`${'x'.repeat(50)}Y${'z'.repeat(50)}`, 'Y')).toEqual([`…${'x'.repeat(40)}`, 'Y', `${'z'.repeat(40)}…`]);
  expect(around(`${'a'.repeat(50)}, b`, 'b')).toEqual(['…, ', 'b', '']);
});

test('Chinese is cut between any two characters', () => {
  const chinese = `${'双方同意设立联合实验室'.repeat(5)}甲${'并于明年开始工作'.repeat(6)}`;
  const [before, found, after] = matchContext(chinese, { start: 55, end: 56 });
  expect([before.length, found, after.length]).toEqual([41, '甲', 41]);
});
