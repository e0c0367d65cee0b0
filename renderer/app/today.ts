import { useSyncExternalStore } from 'react';

/** Today's date on this machine as `YYYY-MM-DD`. */
export function todayHere(): string {
  const now = new Date();
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** A little behind midnight: a timer may come back before its time. */
const behindMidnightMs = 1_000;

const listeners = new Set<() => void>();
let known = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls the listener when the day has changed while the page is open. One timer for all, to the next midnight; it stands
 * still while the machine sleeps, so the page looks as well when somebody comes back to it.
 */
export function onNewDay(listener: () => void): () => void {
  if (listeners.size === 0) {
    known = todayHere();
    wait();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('focus', look);
  };
}

/** Today's date, drawn anew when another day begins. */
export function useToday(): string {
  return useSyncExternalStore(onNewDay, todayHere);
}

function look(): void {
  const day = todayHere();
  if (day === known) return;
  known = day;
  wait();
  for (const listener of [...listeners]) listener();
}

function wait(): void {
  clearTimeout(timer);
  const now = new Date();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  timer = setTimeout(
    () => {
      look();
      wait();
    },
    midnight.getTime() - now.getTime() + behindMidnightMs,
  );
}
