import { expect, test } from 'vitest';
import { rankTexts } from '../../../renderer/app/palette-filter.ts';

const texts = ['Завершить заседание…', 'End the Meeting…'];

test.each([
  ['заверш', true],
  ['ЗАСЕД зав', true],
  ['end meet', true],
  ['ｅｎｄ', true],
  ['pfdthi', true], // «заверш» on the Latin layout
  ['утв еру', true], // «end the» on the Russian layout
  ['начать', false],
  ['end start', false],
  ['', false],
])('%j is found: %s', (typed, isFound) => {
  expect(rankTexts(typed, texts) > 0).toBe(isFound);
});

test('ё counts as е, and Chinese is found in the middle', () => {
  expect(rankTexts('вперед', ['Вперёд'])).toBeGreaterThan(0);
  expect(rankTexts('事项', ['转为议定事项'])).toBeGreaterThan(0);
});

test('the beginning goes before a word, a word before a part, the wrong layout last', () => {
  const ranks = [
    rankTexts('row', ['row up']),
    rankTexts('row', ['move row']),
    rankTexts('row', ['arrow']),
    rankTexts('кщц', ['row up']),
  ];
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  expect(new Set(ranks).size).toBe(4);
});
