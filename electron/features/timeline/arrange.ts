import { type TimelineInput, type TimelineKind, timelineKinds } from '#shared/contract/timeline.ts';
import type { Slices } from '../../slices.ts';
import type { Belonging, History } from './history.ts';

export interface PlacedEvent {
  kind: TimelineKind;
  id: string;
  date: string;
  endDate: string | null;
  meetingId: string | null;
  /** Index into the sets. */
  set: number;
}

/** Lanes are named by ids here; null: of what belongs to none. */
export interface Arranged {
  lanes: { id: string | null; count: number }[];
  /** Indexes of lanes. */
  sets: number[][];
  events: PlacedEvent[];
  /** Agreements that neither have a date nor belong to a meeting. */
  undated: number;
}

/** What the filter leaves, and each event in its lanes. */
export async function arrange(
  { happenings, undated }: History,
  input: TimelineInput,
  slices: Slices,
): Promise<Arranged> {
  const filter = new Filter(input);
  const lanes = new Lanes(input.lanes, filter.chosen[input.lanes]);
  const events: PlacedEvent[] = [];
  for (const happening of happenings) {
    if (slices.areDue()) await slices.pause();
    const { kind, id, date, endDate, meetingId, belonging } = happening;
    const isLeft = filter.leaves(belonging);
    let set: number | undefined;
    if (isLeft && filter.passes(kind, date, endDate)) {
      set = lanes.enter(belonging);
      events.push({ kind, id, date, endDate, meetingId, set });
    }
    if (happening.decisions.length === 0 || !filter.passes('decision', date, null)) continue;
    for (const { id: entryId, belonging: own } of happening.decisions) {
      let place: number;
      if (own !== null) {
        if (!filter.leaves(own)) continue;
        place = lanes.enter(own);
      } else {
        if (!isLeft) continue;
        set = place = set === undefined ? lanes.enter(belonging) : lanes.enterAgain(set);
      }
      events.push({ kind: 'decision', id: entryId, date, endDate: null, meetingId, set: place });
    }
  }
  return { ...(await lanes.inOrder(slices)), events, undated };
}

class Filter {
  readonly chosen: Record<keyof Belonging, ReadonlySet<string>>;
  readonly #kinds: ReadonlySet<TimelineKind>;
  readonly #from: string;
  readonly #to: string;

  constructor({ kinds, from, to, organizationIds, areaIds, groupIds }: TimelineInput) {
    this.chosen = { partner: new Set(organizationIds), area: new Set(areaIds), group: new Set(groupIds) };
    this.#kinds = new Set(kinds.length === 0 ? timelineKinds : kinds);
    this.#from = from ?? '';
    this.#to = to ?? '9999-12-31';
  }

  passes(kind: TimelineKind, date: string, endDate: string | null): boolean {
    return this.#kinds.has(kind) && date <= this.#to && (endDate ?? date) >= this.#from;
  }

  leaves({ partner, area, group }: Belonging): boolean {
    const { chosen } = this;
    return hasSome(chosen.partner, partner) && hasSome(chosen.area, area) && hasSome(chosen.group, group);
  }
}

const hasSome = (chosen: ReadonlySet<string>, ids: readonly string[]): boolean =>
  chosen.size === 0 || ids.some((id) => chosen.has(id));

/** Makes the lanes while events enter them. */
class Lanes {
  readonly #by: keyof Belonging;
  readonly #chosen: ReadonlySet<string>;
  readonly #places = new Map<string | null, number>();
  readonly #counts: number[] = [];
  readonly #sets: number[][] = [];

  constructor(by: keyof Belonging, chosen: ReadonlySet<string>) {
    this.#by = by;
    this.#chosen = chosen;
  }

  /** Answers the set of the lanes that an event stands in. */
  enter(belonging: Belonging): number {
    const all = belonging[this.#by];
    const ids: readonly (string | null)[] =
      this.#chosen.size > 0 ? all.filter((id) => this.#chosen.has(id)) : all.length > 0 ? all : [null];
    const set = ids.map((id) => {
      const known = this.#places.get(id);
      if (known !== undefined) return known;
      const place = this.#counts.push(0) - 1;
      this.#places.set(id, place);
      return place;
    });
    return this.enterAgain(this.#sets.push(set) - 1);
  }

  /** One more event in the lanes of a set. */
  enterAgain(set: number): number {
    for (const place of this.#sets[set] ?? []) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    return set;
  }

  async inOrder(slices: Slices): Promise<Pick<Arranged, 'lanes' | 'sets'>> {
    const lanes = [...this.#places].map(([id, place]) => ({ id, place, count: this.#counts[place] ?? 0 }));
    // What belongs to none comes last; equally many, in an order that does not change.
    lanes.sort(
      (a, b) =>
        Number(a.id === null) - Number(b.id === null) || b.count - a.count || ((a.id ?? '') < (b.id ?? '') ? -1 : 1),
    );
    const moved: number[] = [];
    for (const [index, { place }] of lanes.entries()) moved[place] = index;
    const sets: number[][] = [];
    for (const set of this.#sets) {
      if (slices.areDue()) await slices.pause();
      sets.push(set.map((place) => moved[place] ?? 0).sort((a, b) => a - b));
    }
    return { lanes: lanes.map(({ id, count }) => ({ id, count })), sets };
  }
}
