import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '#shared/contract/settings.ts';
import en from '#resources/locales/en/home.json' with { type: 'json' };
import ru from '#resources/locales/ru/home.json' with { type: 'json' };
import zh from '#resources/locales/zh/home.json' with { type: 'json' };
import { isToRemind, wordReminder } from '../../../renderer/app/reminder-rule.ts';
import { onNewDay, todayHere } from '../../../renderer/app/today.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { home: en }, ru: { home: ru }, zh: { home: zh } } });
});

const pending = (overdue: number, dueSoon: number, expiring: number) => ({
  overdue: { count: overdue },
  dueSoon: { count: dueSoon },
  expiring: { count: expiring },
});

describe('a reminder', () => {
  test('comes once a day, where it is wanted, and not before the first run', () => {
    const settings = { ...defaultSettings, firstRunDone: true };
    expect(isToRemind(settings, '2026-11-21')).toBe(true);
    expect(isToRemind({ ...settings, remindedOn: '2026-11-21' }, '2026-11-21')).toBe(false);
    expect(isToRemind({ ...settings, remindedOn: '2026-11-21' }, '2026-11-22')).toBe(true);
    expect(isToRemind({ ...settings, reminders: false }, '2026-11-21')).toBe(false);
    expect(isToRemind({ ...settings, firstRunDone: false }, '2026-11-21')).toBe(false);
  });

  test('says in one sentence how much there is, and nothing where there is nothing', () => {
    expect(wordReminder(pending(0, 0, 0), 'en')).toBeNull();
    expect(wordReminder(pending(1, 0, 0), 'en')).toBe('1 action item is overdue.');
    expect(wordReminder(pending(3, 1, 2), 'en')).toBe(
      '3 action items are overdue, 1 action item is due soon, 2 signed documents are expiring or have expired.',
    );
    expect(wordReminder(pending(21, 2, 0), 'ru')).toBe('Просрочено 21 поручение, скоро срок у 2 поручений.');
    expect(wordReminder(pending(5, 0, 1), 'ru')).toBe(
      'Просрочено 5 поручений, истекает или истёк 1 подписанный документ.',
    );
    expect(wordReminder(pending(2, 0, 1), 'zh')).toBe('2 项行动事项已逾期，1 份签署文件即将到期或已到期。');
  });
});

describe('a new day', () => {
  const page = new EventTarget();
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('is heard of at midnight, and by a page that was asleep then', () => {
    vi.stubGlobal('document', page);
    vi.stubGlobal('window', page);
    vi.useFakeTimers({ now: new Date(2026, 10, 21, 22, 30) });
    const heard: string[] = [];
    const stop = onNewDay(() => heard.push(todayHere()));
    vi.advanceTimersByTime(80 * 60_000);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(20 * 60_000);
    expect(heard).toEqual(['2026-11-22']);
    // The machine slept: its clock went on, the timer did not.
    vi.setSystemTime(new Date(2026, 10, 24, 9));
    page.dispatchEvent(new Event('visibilitychange'));
    page.dispatchEvent(new Event('focus'));
    expect(heard).toEqual(['2026-11-22', '2026-11-24']);
    vi.advanceTimersByTime(24 * 3_600_000);
    expect(heard).toEqual(['2026-11-22', '2026-11-24', '2026-11-25']);
    stop();
    vi.advanceTimersByTime(48 * 3_600_000);
    expect(heard).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
  });
});
