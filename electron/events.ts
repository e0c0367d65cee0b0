import { EventPublisher } from '@orpc/server';
import type { ChangeEvent } from '#shared/contract/app.ts';

/** Tells every open page what was written. */
export type Events = EventPublisher<{ change: ChangeEvent }>;

/** Keeps the last hundred events for a listener that is slower than the writer; older ones it re-reads after reconnecting. */
export function createEvents(): Events {
  return new EventPublisher({ maxBufferedEvents: 100 });
}
