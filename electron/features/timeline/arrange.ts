import { type TimelineInput, type TimelineKind, timelineKinds } from '#shared/contract/timeline.ts';
import { startSlices } from '../../slices.ts';
import type { TimelineFacts } from './facts.ts';
import type { AgreementFacts, MeetingFacts } from './repository.ts';

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

/** To what an event belongs, each list without doubles. */
interface Belonging {
  partner: readonly string[];
  area: readonly string[];
  group: readonly string[];
}

/** Puts what the filter leaves in the order of its days, and each event into its lanes. */
export async function arrange(facts: TimelineFacts, input: TimelineInput): Promise<Arranged> {
  // Another call may follow further changes while this one lets others through.
  const { groupAreas } = facts;
  const meetings = new Map(facts.meetings);
  const agreements = [...facts.agreements.values()];
  const slices = startSlices();
  const filter = new Filter(input);
  const lanes = new Lanes(input.lanes, filter.chosen[input.lanes]);
  const events: PlacedEvent[] = [];

  const dated = agreements.flatMap((agreement) => {
    const meeting = agreement.meetingId === null ? undefined : meetings.get(agreement.meetingId);
    const date = agreement.signedOn ?? meeting?.date;
    return date === undefined ? [] : { date, agreement, meeting };
  });
  const happenings = [...[...meetings.values()].map((meeting) => ({ date: meeting.date, meeting })), ...dated];
  if (slices.areDue()) await slices.pause();
  happenings.sort(byDate);
  for (const happening of happenings) {
    if (slices.areDue()) await slices.pause();
    if ('agreement' in happening) {
      const { agreement, meeting, date } = happening;
      const belonging = belongingOfAgreement(agreement, meeting, groupAreas);
      if (filter.passes('signing', date, null) && filter.leaves(belonging)) {
        const { id, meetingId } = agreement;
        events.push({ kind: 'signing', id, date, endDate: null, meetingId, set: lanes.enter(belonging) });
      }
    } else {
      placeMeeting(happening.meeting, groupAreas, filter, lanes, events);
    }
  }
  return { ...lanes.inOrder(), events, undated: agreements.length - dated.length };
}

/** A meeting, and its decisions behind it. */
function placeMeeting(
  meeting: MeetingFacts,
  groupAreas: ReadonlyMap<string, readonly string[]>,
  filter: Filter,
  lanes: Lanes,
  events: PlacedEvent[],
): void {
  const { id, date, endDate } = meeting;
  const belonging = belongingOf(meeting, groupAreas);
  const isLeft = filter.leaves(belonging);
  let shared: number | undefined;
  if (isLeft && filter.passes('meeting', date, endDate)) {
    shared = lanes.enter(belonging);
    events.push({ kind: 'meeting', id, date, endDate, meetingId: id, set: shared });
  }
  if (!filter.passes('decision', date, null)) return;
  for (const decision of meeting.decisions) {
    const placed = { kind: 'decision', id: decision.id, date, endDate: null, meetingId: id } as const;
    if (decision.areas.length === 0) {
      if (!isLeft) continue;
      shared = shared === undefined ? lanes.enter(belonging) : lanes.enterAgain(shared);
      events.push({ ...placed, set: shared });
    } else {
      const own = { ...belonging, area: union(belonging.area, decision.areas) };
      if (filter.leaves(own)) events.push({ ...placed, set: lanes.enter(own) });
    }
  }
}

function belongingOf(
  { partners, areas, groupId }: MeetingFacts,
  groupAreas: ReadonlyMap<string, readonly string[]>,
): Belonging {
  const ofGroup = groupId === null ? [] : (groupAreas.get(groupId) ?? []);
  return { partner: partners, area: union(areas, ofGroup), group: groupId === null ? [] : [groupId] };
}

/** Partners are the parties alone; areas and group are those of its meeting as well. */
function belongingOfAgreement(
  { partners, areas, groups }: AgreementFacts,
  meeting: MeetingFacts | undefined,
  groupAreas: ReadonlyMap<string, readonly string[]>,
): Belonging {
  const group = union(meeting?.groupId ? [meeting.groupId] : [], groups);
  const inherited = [...(meeting?.areas ?? []), ...group.flatMap((id) => groupAreas.get(id) ?? [])];
  return { partner: partners, area: union(areas, inherited), group };
}

const union = (some: readonly string[], others: readonly string[]): readonly string[] =>
  others.length === 0 ? some : [...new Set([...some, ...others])];

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

  inOrder(): Pick<Arranged, 'lanes' | 'sets'> {
    const lanes = [...this.#places].map(([id, place]) => ({ id, place, count: this.#counts[place] ?? 0 }));
    // What belongs to none comes last; equally many, in an order that does not change.
    lanes.sort(
      (a, b) =>
        Number(a.id === null) - Number(b.id === null) || b.count - a.count || ((a.id ?? '') < (b.id ?? '') ? -1 : 1),
    );
    const moved: number[] = [];
    for (const [index, { place }] of lanes.entries()) moved[place] = index;
    return {
      lanes: lanes.map(({ id, count }) => ({ id, count })),
      sets: this.#sets.map((set) => set.map((place) => moved[place] ?? 0).sort((a, b) => a - b)),
    };
  }
}

type Happening = { date: string; meeting: MeetingFacts | undefined; agreement?: AgreementFacts };

/** Meetings before what was signed on their day. */
function byDate(a: Happening, b: Happening): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const [one, other] = [a.agreement, b.agreement];
  if ((one === undefined) !== (other === undefined)) return one === undefined ? -1 : 1;
  const [oneId, otherId] = [(one ?? a.meeting)?.id ?? '', (other ?? b.meeting)?.id ?? ''];
  return oneId < otherId ? -1 : 1;
}
