import type { Attendance } from '#shared/contract/attendance.ts';
import type { Entry } from '#shared/contract/entries.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import { protocolRank } from '#shared/domain/minutes/protocol-order.ts';

/** The first so many of the People pane have a number: Alt+1…9 names them as the speaker. */
export const numberedPeople = 9;

export interface PeopleOrderInput {
  attendance: readonly Attendance[];
  /** See {@link lastSpoken}. */
  spoken: ReadonlyMap<string, number>;
  /** The order as it stands on screen; null: start afresh. */
  before: readonly string[] | null;
}

/**
 * Who stands where in the People pane; answers ids of the attendance, the first {@link numberedPeople} are numbered.
 *
 * Afresh: those who spoke last, then chairs and heads of delegation, then the protocol order, then interpreters and
 * those in attendance; who is not present stands behind those who are. From then on nobody moves under the fingers:
 * numbers stay with their people whoever speaks, comes or goes. A speaker without a number takes the place of the last
 * numbered one who has not spoken, or else of the one whose speech is longest ago. The live screen starts afresh when
 * another agenda item becomes the current one.
 */
export function peopleOrder({ attendance, spoken, before }: PeopleOrderInput): string[] {
  const rows = new Map(attendance.map((row) => [row.id, row]));
  const compare = byProtocol(rows);
  const speakers = [...spoken.keys()]
    .filter((id) => rows.has(id))
    .sort((a, b) => at(spoken, b) - at(spoken, a))
    .slice(0, numberedPeople);
  if (before === null) return [...speakers, ...without(attendance, speakers).sort(compare)];

  const known = new Set(before);
  const here = before.filter((id) => rows.has(id));
  const numbered = fillGaps(before.slice(0, numberedPeople), here, rows);
  let rest = here.filter((id) => !numbered.includes(id));
  const added = attendance.map(({ id }) => id).filter((id) => !known.has(id));
  for (const id of added.sort(compare)) {
    if (numbered.length < numberedPeople && rest.length === 0) numbered.push(id);
    else rest = insert(rest, id, compare);
  }
  // The one who spoke last comes last, so that an earlier speaker cannot take the place just given.
  for (const id of speakers.toReversed()) {
    if (numbered.includes(id)) continue;
    const place = placeToGive(numbered, spoken);
    const [displaced] = numbered.splice(place, 1, id);
    rest = rest.filter((other) => other !== id);
    if (displaced !== undefined) rest = insert(rest, displaced, compare);
  }
  return [...numbered, ...rest];
}

/** When each participant last spoke, for comparing only: later is greater. */
export function lastSpoken(entries: Iterable<Entry>): Map<string, number> {
  const spoken = new Map<string, number>();
  for (const { speakerAttendanceId, atMs } of entries) {
    if (speakerAttendanceId === null) continue;
    spoken.set(speakerAttendanceId, Math.max(spoken.get(speakerAttendanceId) ?? 0, atMs ?? 0));
  }
  return spoken;
}

/** Interpreters and those in attendance: they do not belong to the body that meets. */
export function isOnlyInAttendance({ category, roles }: Attendance): boolean {
  return category === 'in_attendance' || roles.includes('interpreter');
}

type Compare = (a: string, b: string) => number;

function byProtocol(rows: ReadonlyMap<string, Attendance>): Compare {
  const ranks = new Map([...rows.values()].map((row) => [row.id, rankOf(row)]));
  return (a, b) => {
    const [first, second] = [rows.get(a), rows.get(b)];
    if (first === undefined || second === undefined) return 0;
    return at(ranks, a) - at(ranks, b) || compareByOrderKey(first, second);
  };
}

/** Chairs 0, heads of delegation 1, members 2, in attendance 3; the same again behind them for those who are not there. */
function rankOf(row: Attendance): number {
  const rank = isOnlyInAttendance(row) ? 3 : protocolRank(row);
  return rank + awayRanks[row.presence];
}

/** Who may still come stands before those who will not. */
const awayRanks = { present: 0, proxy: 0, expected: 4, excused: 8, absent: 8 } as const satisfies Record<
  Attendance['presence'],
  number
>;

const at = (numbers: ReadonlyMap<string, number>, id: string): number => numbers.get(id) ?? 0;

function without(attendance: readonly Attendance[], ids: readonly string[]): string[] {
  return attendance.map(({ id }) => id).filter((id) => !ids.includes(id));
}

/** The place of a numbered participant who was removed goes to the first one without a number; the others keep theirs. */
function fillGaps(numbered: readonly string[], here: readonly string[], rows: ReadonlyMap<string, unknown>): string[] {
  const spare = here.filter((id) => !numbered.includes(id));
  return numbered.flatMap((id) => {
    if (rows.has(id)) return [id];
    const next = spare.shift();
    return next === undefined ? [] : [next];
  });
}

function insert(rest: readonly string[], id: string, compare: Compare): string[] {
  const index = rest.findIndex((other) => compare(id, other) < 0);
  return rest.toSpliced(index === -1 ? rest.length : index, 0, id);
}

function placeToGive(numbered: readonly string[], spoken: ReadonlyMap<string, number>): number {
  const silent = numbered.findLastIndex((id) => !spoken.has(id));
  if (silent !== -1) return silent;
  const longestAgo = Math.min(...numbered.map((id) => at(spoken, id)));
  return numbered.findIndex((id) => at(spoken, id) === longestAgo);
}
