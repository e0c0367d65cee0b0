import type { Slices } from '../../slices.ts';
import type { AgreementFacts, MeetingFacts } from './repository.ts';

/** To what an event belongs, each list without doubles. */
export interface Belonging {
  partner: readonly string[];
  area: readonly string[];
  group: readonly string[];
}

/** A meeting with its decisions, or what was signed. */
interface Happening {
  kind: 'meeting' | 'signing';
  id: string;
  date: string;
  endDate: string | null;
  meetingId: string | null;
  belonging: Belonging;
  /** `belonging` null: that of the meeting. */
  decisions: readonly { id: string; belonging: Belonging | null }[];
}

/** What happened, the earliest first; of one day meetings before what was signed. */
export interface History {
  happenings: readonly Happening[];
  /** Agreements that neither have a date nor belong to a meeting. */
  undated: number;
}

export interface HistoryFacts {
  meetings: ReadonlyMap<string, MeetingFacts>;
  agreements: ReadonlyMap<string, AgreementFacts>;
  groupAreas: ReadonlyMap<string, readonly string[]>;
}

/** Puts everything in the order of its days; sorted day by day, as one sort of all would hold other calls. */
export async function makeHistory(
  { meetings, agreements, groupAreas }: HistoryFacts,
  slices: Slices,
): Promise<History> {
  const days = new Map<string, Happening[]>();
  const enter = (happening: Happening): void => {
    const day = days.get(happening.date);
    if (day === undefined) days.set(happening.date, [happening]);
    else day.push(happening);
  };
  let undated = 0;
  for (const meeting of meetings.values()) {
    enter(ofMeeting(meeting, groupAreas));
    if (slices.areDue()) await slices.pause();
  }
  for (const agreement of agreements.values()) {
    const meeting = agreement.meetingId === null ? undefined : meetings.get(agreement.meetingId);
    const date = agreement.signedOn ?? meeting?.date;
    if (date === undefined) undated += 1;
    else enter(ofAgreement(agreement, date, meeting, groupAreas));
    if (slices.areDue()) await slices.pause();
  }
  const happenings: Happening[] = [];
  for (const date of [...days.keys()].sort()) {
    happenings.push(...(days.get(date) ?? []).sort(withinDay));
    if (slices.areDue()) await slices.pause();
  }
  return { happenings, undated };
}

function ofMeeting(meeting: MeetingFacts, groupAreas: HistoryFacts['groupAreas']): Happening {
  const { id, date, endDate, groupId, partners, areas } = meeting;
  const ofGroup = groupId === null ? [] : (groupAreas.get(groupId) ?? []);
  const belonging = { partner: partners, area: union(areas, ofGroup), group: groupId === null ? [] : [groupId] };
  const decisions = meeting.decisions.map((decision) => ({
    id: decision.id,
    belonging: decision.areas.length === 0 ? null : { ...belonging, area: union(belonging.area, decision.areas) },
  }));
  return { kind: 'meeting', id, date, endDate, meetingId: id, belonging, decisions };
}

/** Partners are the parties alone; areas and group are those of its meeting as well. */
function ofAgreement(
  { id, meetingId, partners, areas, groups }: AgreementFacts,
  date: string,
  meeting: MeetingFacts | undefined,
  groupAreas: HistoryFacts['groupAreas'],
): Happening {
  const group = union(meeting?.groupId ? [meeting.groupId] : [], groups);
  const inherited = [...(meeting?.areas ?? []), ...group.flatMap((groupId) => groupAreas.get(groupId) ?? [])];
  const belonging = { partner: partners, area: union(areas, inherited), group };
  return { kind: 'signing', id, date, endDate: null, meetingId, belonging, decisions: [] };
}

const union = (some: readonly string[], others: readonly string[]): readonly string[] =>
  others.length === 0 ? some : [...new Set([...some, ...others])];

function withinDay(one: Happening, other: Happening): number {
  if (one.kind !== other.kind) return one.kind === 'meeting' ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
