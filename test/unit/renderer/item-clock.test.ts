import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from '../../../renderer/app/store.ts';
import { ItemClock } from '../../../renderer/features/minutes/live/item-clock.ts';
import type { LiveView } from '../../../renderer/features/minutes/live/view.ts';
import type { MinutesSession, MinutesState } from '../../../renderer/features/minutes/model/types.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, _options: object, hold: () => unknown) => Promise.resolve(hold()) },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A clock on two agenda items, and what it has told: `item seconds`. */
function startClock(status: 'live' | 'draft' = 'live') {
  const told: string[] = [];
  const state = createStore({ meeting: { status }, spentSeconds: {} } as unknown as MinutesState);
  const view = createStore({ itemId: 'first' } as LiveView);
  const session = {
    meetingId: 'meeting',
    state,
    addTime(itemId: string, seconds: number) {
      told.push(`${itemId} ${String(seconds)}`);
      const { spentSeconds } = state.get();
      state.set({ ...state.get(), spentSeconds: { ...spentSeconds, [itemId]: (spentSeconds[itemId] ?? 0) + seconds } });
    },
  } as unknown as MinutesSession;
  const clock = new ItemClock(session, view);
  const stop = clock.start();
  const goTo = (itemId: string) => view.set({ ...view.get(), itemId });
  const setStatus = (next: 'live' | 'draft') =>
    state.set({ ...state.get(), meeting: { ...state.get().meeting, status: next } });
  return { clock, told, stop, goTo, setStatus };
}

test('tells every half minute, when the item changes and when the screen is left', () => {
  const { clock, told, stop, goTo } = startClock();
  vi.advanceTimersByTime(42_000);
  expect([told, clock.seconds.get()]).toEqual([['first 30'], 42]);
  goTo('second');
  expect([told, clock.seconds.get()]).toEqual([['first 30', 'first 12'], 0]);
  vi.advanceTimersByTime(7_000);
  goTo('first');
  expect(clock.seconds.get()).toBe(42);
  vi.advanceTimersByTime(5_000);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['first 30', 'first 12', 'second 7', 'first 5']);
});

test('tells what it has when the page goes', () => {
  const { told } = startClock();
  vi.advanceTimersByTime(3_000);
  window.dispatchEvent(new Event('pagehide'));
  expect(told).toEqual(['first 3']);
});

test('counts only while the meeting is live', () => {
  const { clock, told, stop, setStatus } = startClock('draft');
  vi.advanceTimersByTime(60_000);
  expect([told, clock.seconds.get()]).toEqual([[], 0]);
  setStatus('live');
  vi.advanceTimersByTime(10_000);
  setStatus('draft');
  vi.advanceTimersByTime(60_000);
  stop();
  expect(told).toEqual(['first 10']);
});

test('does not count while the machine was asleep, nor by the clock on the wall', () => {
  const { told, stop } = startClock();
  vi.advanceTimersByTime(10_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(10_000);
  // Nothing ran for longer than five minutes, as when a lid is closed.
  const before = performance.now();
  const now = vi.spyOn(performance, 'now').mockReturnValue(before + 301_000);
  vi.advanceTimersByTime(1_000);
  now.mockRestore();
  const slept = vi.spyOn(performance, 'now').mockReturnValue(before + 302_000);
  stop();
  slept.mockRestore();
  expect(told).toEqual(['first 21']);
});
