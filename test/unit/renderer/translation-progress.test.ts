import { expect, test } from 'vitest';
import type { MeetingListItem } from '#shared/contract/meetings.ts';
import type { TextCounts } from '#shared/contract/translations.ts';
import { isUnfinished, meetingsToAsk } from '../../../renderer/features/translation-progress/unfinished.ts';

const counts = (change: Partial<TextCounts>): TextCounts => ({
  total: 4,
  filled: 4,
  reviewed: 4,
  outdated: 0,
  empty: 0,
  notNeeded: 0,
  ...change,
});

test('a meeting is finished when each text is reviewed in each language, or not needed there', () => {
  const of = (zh: TextCounts) => isUnfinished({ meetingId: '', languages: { en: counts({}), ru: counts({}), zh } });
  expect(of(counts({}))).toBe(false);
  expect(of(counts({ filled: 3, reviewed: 3, notNeeded: 1 }))).toBe(false);
  expect(of(counts({ reviewed: 3 }))).toBe(true);
  expect(of(counts({ filled: 3, reviewed: 3, outdated: 1 }))).toBe(true);
  expect(of(counts({ filled: 3, reviewed: 3, empty: 1 }))).toBe(true);
});

test('meetings before and after their minutes are written are not asked for; the newest come first', () => {
  const meeting = (date: string, status: MeetingListItem['status']) => ({ date, status }) as MeetingListItem;
  const meetings = [
    meeting('2026-01-01', 'draft'),
    meeting('2026-03-01', 'agreed'),
    meeting('2026-04-01', 'circulated'),
    meeting('2026-05-01', 'planned'),
    meeting('2026-02-01', 'live'),
  ];
  expect(meetingsToAsk(meetings).map(({ date }) => date)).toEqual(['2026-04-01', '2026-02-01', '2026-01-01']);
  expect(meetingsToAsk(Array.from({ length: 99 }, () => meeting('2026-01-01', 'draft')))).toHaveLength(40);
});
