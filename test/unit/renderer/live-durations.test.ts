import { describe, expect, test } from 'vitest';
import { formatSeconds, minutesOver } from '../../../renderer/features/minutes/live/durations.ts';

describe('time of an agenda item', () => {
  test.each([
    [0, '0:00'],
    [5, '0:05'],
    [760, '12:40'],
    [3_599, '59:59'],
    [3_760, '1:02:40'],
  ])('%i seconds are %s', (seconds, words) => {
    expect(formatSeconds(seconds)).toBe(words);
  });

  test.each([
    [900, 15, 0],
    [901, 15, 1],
    [1_020, 15, 2],
    [1_021, 15, 3],
    [5_000, null, 0],
    [5_000, 0, 0],
  ])('%i seconds of a plan of %s minutes are %i over', (seconds, planned, over) => {
    expect(minutesOver(seconds, planned)).toBe(over);
  });
});
