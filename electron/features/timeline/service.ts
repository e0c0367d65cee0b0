import type {
  TimelineDescription,
  TimelineEvent,
  TimelineInput,
  TimelineLane,
  TimelinePart,
} from '#shared/contract/timeline.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import { type Arranged, arrange } from './arrange.ts';
import { readHistory } from './facts.ts';
import { describeEvents, loadLaneNames } from './repository.ts';

/** So many events are looked up, or sent, at a time: a few milliseconds. */
const batch = { titles: 250, sent: 1_000 };

export interface Timeline {
  lanes: TimelineLane[];
  /** By date, the earliest first. */
  events: TimelineEvent[];
  /** Agreements that have no day to stand at. */
  undated: number;
}

/** The whole timeline with the titles of its events, for documents. */
export async function listTimeline(connection: Connection, input: TimelineInput): Promise<Timeline> {
  const slices = startSlices();
  const arranged = await arrange(await readHistory(connection), input, slices);
  const { sets, undated } = arranged;
  const events: TimelineEvent[] = [];
  for (let start = 0; start < arranged.events.length; start += batch.titles) {
    const placed = arranged.events.slice(start, start + batch.titles);
    const found = new Map(describeEvents(connection, placed).map((description) => [keyOf(description), description]));
    for (const event of placed) {
      const { set, ...rest } = event;
      events.push({ ...rest, title: found.get(keyOf(event))?.title ?? emptyText(), lanes: sets[set] ?? [] });
    }
    if (slices.areDue()) await slices.pause();
  }
  return { lanes: nameLanes(connection, input, arranged), events, undated };
}

const keyOf = ({ kind, id }: Pick<TimelineDescription, 'kind' | 'id'>): string => `${kind} ${id}`;

type Answer = { type: 'lanes'; lanes: TimelineLane[]; events: number; undated: number } | TimelinePart;

/** The same for the screen, without titles and in parts. */
export async function* streamTimeline(connection: Connection, input: TimelineInput): AsyncGenerator<Answer> {
  const slices = startSlices();
  const arranged = await arrange(await readHistory(connection), input, slices);
  const { events, sets, undated } = arranged;
  if (slices.areDue()) await slices.pause();
  yield { type: 'lanes', lanes: nameLanes(connection, input, arranged), events: events.length, undated };
  // Sets come with the first part that has an event in them.
  let sentSets = 0;
  for (let start = 0; start < events.length; start += batch.sent) {
    if (slices.areDue()) await slices.pause();
    const part = events.slice(start, start + batch.sent);
    const knownSets = part.reduce((most, { set }) => Math.max(most, set + 1), sentSets);
    yield {
      type: 'events',
      kinds: part.map(({ kind }) => kind),
      ids: part.map(({ id }) => id),
      dates: part.map(({ date }) => date),
      endDates: part.map(({ endDate }) => endDate),
      sets: part.map(({ set }) => set),
      laneSets: sets.slice(sentSets, knownSets),
    };
    sentSets = knownSets;
  }
}

function nameLanes(connection: Connection, input: TimelineInput, { lanes }: Arranged): TimelineLane[] {
  const names = loadLaneNames(
    connection,
    input.lanes,
    lanes.flatMap(({ id }) => id ?? []),
  );
  return lanes.map(({ id, count }) => ({ id, count, name: (id === null ? undefined : names.get(id)) ?? emptyText() }));
}
