import { describe, expect, test } from 'vitest';
import { emptyText } from '#shared/domain/language.ts';
import { zonedClock } from '#shared/domain/minutes/dates.ts';
import { clocksOf, itemStarts, lengthOf } from '../../../renderer/features/meetings/agenda-times.ts';

const meeting = {
  date: '2026-11-20',
  endDate: null,
  startTime: '10:00',
  endTime: '12:00',
  zone: 'Asia/Shanghai',
};
const items = (...minutes: (number | null)[]) => minutes.map((plannedMinutes) => ({ plannedMinutes }));
const timesIn = (zone: string, starts: readonly (number | null)[]) =>
  starts.map((start) => start && zonedClock(start, zone).time);

describe('start of the items', () => {
  test('each begins when those before it are over, on every clock', () => {
    const starts = itemStarts(meeting, items(15, 30, 45));
    expect(timesIn('Asia/Shanghai', starts)).toEqual(['10:00', '10:15', '10:45']);
    expect(timesIn('Europe/Moscow', starts)).toEqual(['05:00', '05:15', '05:45']);
  });

  test('nobody can tell behind an item without minutes, or without a start time', () => {
    expect(timesIn('Asia/Shanghai', itemStarts(meeting, items(15, null, 45)))).toEqual(['10:00', '10:15', null]);
    expect(itemStarts({ ...meeting, startTime: null }, items(15, 30))).toEqual([null, null]);
  });

  test('of several days only the first is told by the minutes', () => {
    const starts = itemStarts({ ...meeting, endDate: '2026-11-21' }, items(60, 90, 30, 30));
    expect(timesIn('Asia/Shanghai', starts)).toEqual(['10:00', '11:00', null, null]);
  });
});

test.each([
  [{}, 120],
  [{ endDate: '2026-11-21' }, 240],
  [{ endTime: null }, null],
  [{ startTime: null }, null],
  [{ endTime: '09:00' }, null],
])('the meeting lasts: %o', (changes, minutes) => {
  expect(lengthOf({ ...meeting, ...changes })).toBe(minutes);
});

describe('clocks', () => {
  const text = (en: string, ru = '') => ({ ...emptyText(), en, ru });
  const side = (country: string, zone: string, name: string) => ({
    id: country,
    country,
    zone,
    name: text(name),
    leadOrganizationId: null,
  });
  const venue = (kind: 'main' | 'remote', country: string, city: string, ru = '') => ({
    id: city,
    kind,
    country,
    city: text(city, ru),
    place: emptyText(),
  });
  const sides = [side('CN', 'Asia/Shanghai', 'Chinese side'), side('RU', 'Europe/Moscow', 'Russian side')];

  test('hang in the cities of the venues, in the language asked for or the one there is', () => {
    const venues = [venue('main', 'CN', 'Nanjing', 'Нанкин'), venue('remote', 'RU', 'Moscow')];
    expect(clocksOf({ zone: 'Asia/Shanghai', sides, venues }, 'ru')).toEqual([
      { zone: 'Asia/Shanghai', place: { text: 'Нанкин', language: 'ru', isFallback: false } },
      { zone: 'Europe/Moscow', place: { text: 'Moscow', language: 'en', isFallback: true } },
    ]);
  });

  test('else with the side, else where the zone is named after', () => {
    const places = (zone: string) => clocksOf({ zone, sides, venues: [] }, 'en').map(({ place }) => place.text);
    expect(places('Asia/Shanghai')).toEqual(['Chinese side', 'Russian side']);
    expect(places('America/New_York')).toEqual(['New York', 'Chinese side', 'Russian side']);
  });
});
