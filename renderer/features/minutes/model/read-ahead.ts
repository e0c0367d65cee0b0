import { api } from '../../../app/api.ts';

type Opened = Awaited<ReturnType<typeof api.minutes.open>>;

const underWay = new Map<string, Promise<Opened>>();
/** Their sessions are there and follow the changes: nothing has to be read again. */
const taken = new Set<string>();

/** Begins to read the minutes of a meeting while the code of their screen is still being loaded. */
export function readAhead(meetingId: string): void {
  if (taken.has(meetingId) || underWay.has(meetingId)) return;
  const reading = api.minutes.open({ meetingId });
  // Whoever takes it hears of the failure.
  reading.catch(() => undefined);
  underWay.set(meetingId, reading);
}

/** The minutes as read ahead, or read now. May be some time old: whoever takes it asks for what has changed since. */
export function takeRead(meetingId: string): Promise<Opened> {
  const reading = underWay.get(meetingId) ?? api.minutes.open({ meetingId });
  underWay.delete(meetingId);
  taken.add(meetingId);
  return reading;
}
