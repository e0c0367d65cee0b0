import { useSyncExternalStore } from 'react';
import type { TimelineDescription, TimelineKind } from '#shared/contract/timeline.ts';
import { api } from '../../app/api.ts';
import { onChange } from '../../app/changes.ts';
import { notifyError } from '../../app/notify.ts';

/*
 * What events are, asked for when somebody looks at them: titles of tens of thousands would be megabytes. One question
 * for all that come into sight together.
 */

interface Wanted {
  kind: TimelineKind;
  id: string;
}

/** `null`: removed since. */
const known = new Map<string, TimelineDescription | null>();
/** Read before the last change: shown until they are read again. */
const stale = new Set<string>();
const wanted = new Map<string, Wanted>();
const listeners = new Set<() => void>();
/** So many are asked for in one call, and kept. */
const batch = 250;
const mostKept = 20_000;
let isAsking = false;
/** Answers to questions from before the last change are not kept. */
let round = 0;
let isFollowing = false;

const keyOf = ({ kind, id }: Wanted): string => `${kind} ${id}`;

/** Undefined while it is being asked for. */
export function useDescription(kind: TimelineKind, id: string): TimelineDescription | null | undefined {
  return useSyncExternalStore(subscribe, () => read({ kind, id }));
}

/** Asks for what will probably be looked at next. */
export function prefetch(events: readonly Wanted[]): void {
  for (const event of events) read(event);
}

function read(event: Wanted): TimelineDescription | null | undefined {
  const key = keyOf(event);
  const found = known.get(key);
  if ((found === undefined || stale.has(key)) && !wanted.has(key)) {
    wanted.set(key, event);
    ask();
  }
  return found;
}

function subscribe(listener: () => void): () => void {
  if (!isFollowing) {
    isFollowing = true;
    onChange(forget);
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Something was written: what is on screen is asked for again. */
function forget(): void {
  round += 1;
  for (const key of known.keys()) stale.add(key);
  tell();
}

function ask(): void {
  if (isAsking) return;
  isAsking = true;
  // Everything that the same drawing asks for goes in one call.
  setTimeout(() => void askNow(), 0);
}

async function askNow(): Promise<void> {
  try {
    while (wanted.size > 0) {
      const events = [...wanted.values()].slice(0, batch);
      const asked = round;
      const found = await api.timeline.describe({ events });
      if (asked === round) keep(events, found);
    }
  } catch (error) {
    wanted.clear();
    notifyError(error);
  } finally {
    isAsking = false;
  }
}

function keep(events: readonly Wanted[], found: readonly TimelineDescription[]): void {
  if (known.size > mostKept) {
    known.clear();
    stale.clear();
  }
  const byKey = new Map(found.map((description) => [keyOf(description), description]));
  for (const event of events) {
    const key = keyOf(event);
    wanted.delete(key);
    stale.delete(key);
    known.set(key, byKey.get(key) ?? null);
  }
  tell();
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}
