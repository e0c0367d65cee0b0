import { type TimelineKind, timelineKinds, type TimelineLane, type TimelinePart } from '#shared/contract/timeline.ts';

/** What happened, by index: the earliest first. */
export interface TimelineData {
  lanes: readonly TimelineLane[];
  /** Agreements that have no day to stand at. */
  undated: number;
  count: number;
  kinds: readonly TimelineKind[];
  ids: readonly string[];
  dates: readonly string[];
  endDates: readonly (string | null)[];
  /** The dates in ms. */
  times: Float64Array;
  lanesOf: (event: number) => readonly number[];
  /** Indexes of the events of each lane, the earliest first. */
  events: readonly Int32Array[];
  /** The kinds that each lane has, in the order of {@link timelineKinds}. */
  tracks: readonly (readonly TimelineKind[])[];
}

type Answer = { type: 'lanes'; lanes: TimelineLane[]; events: number; undated: number } | TimelinePart;

/** Gathers what comes in parts. */
export async function gather(answers: AsyncIterable<Answer>): Promise<TimelineData> {
  let lanes: TimelineLane[] = [];
  let undated = 0;
  const kinds: TimelineKind[] = [];
  const ids: string[] = [];
  const dates: string[] = [];
  const endDates: (string | null)[] = [];
  const sets: number[] = [];
  const laneSets: number[][] = [];
  for await (const answer of answers) {
    if (answer.type === 'lanes') {
      lanes = answer.lanes;
      undated = answer.undated;
      continue;
    }
    for (const kind of answer.kinds) kinds.push(kind);
    for (const id of answer.ids) ids.push(id);
    for (const date of answer.dates) dates.push(date);
    for (const date of answer.endDates) endDates.push(date);
    for (const set of answer.sets) sets.push(set);
    for (const set of answer.laneSets) laneSets.push(set);
  }
  const lanesOf = (event: number): readonly number[] => laneSets[sets[event] ?? -1] ?? [];
  return {
    lanes,
    undated,
    count: ids.length,
    kinds,
    ids,
    dates,
    endDates,
    times: timesOf(dates),
    lanesOf,
    ...byLane(lanes, kinds, lanesOf),
  };
}

/** Many events share a day: it is read once. */
function timesOf(dates: readonly string[]): Float64Array {
  const times = new Float64Array(dates.length);
  let day = '';
  let ms = 0;
  for (const [event, date] of dates.entries()) {
    if (date !== day) {
      day = date;
      ms = toMs(date);
    }
    times[event] = ms;
  }
  return times;
}

function byLane(
  lanes: readonly TimelineLane[],
  kinds: readonly TimelineKind[],
  lanesOf: TimelineData['lanesOf'],
): Pick<TimelineData, 'events' | 'tracks'> {
  const events = lanes.map(({ count }) => new Int32Array(count));
  const filled = lanes.map(() => 0);
  const found = lanes.map(() => new Set<TimelineKind>());
  for (const [event, kind] of kinds.entries()) {
    for (const lane of lanesOf(event)) {
      const place = filled[lane] ?? 0;
      filled[lane] = place + 1;
      const ofLane = events[lane];
      if (ofLane !== undefined) ofLane[place] = event;
      found[lane]?.add(kind);
    }
  }
  return { events, tracks: found.map((kindsOfLane) => timelineKinds.filter((kind) => kindsOfLane.has(kind))) };
}

export const toMs = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** From the first day to the last one, in ms; of nothing, the present. */
export function spanOf({ dates, endDates, count }: TimelineData): { firstMs: number; lastMs: number } {
  if (count === 0) return { firstMs: Date.now(), lastMs: Date.now() };
  // What took several days may end behind the last that began.
  let last = dates[count - 1] ?? '';
  for (const date of endDates) if (date !== null && date > last) last = date;
  return { firstMs: toMs(dates[0] ?? ''), lastMs: toMs(last) };
}

export function hrefOf(kind: TimelineKind, id: string): string {
  switch (kind) {
    case 'meeting':
      return `/meetings/${id}`;
    case 'signing':
      return `/registers/agreements?open=${id}`;
    case 'decision':
      return `/registers/decisions?open=${id}`;
  }
}
