import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { Entry } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { MinutesDelta } from '#shared/contract/minutes.ts';
import type { Heading } from '#shared/contract/translations.ts';
import { compareByOrderKey, numberEntries } from '#shared/domain/minutes/numbering.ts';
import { compareByProtocol } from '#shared/domain/minutes/protocol-order.ts';
import { share, shareRecords } from './share.ts';
import type { MinutesState } from './types.ts';

export interface OpenedMinutes {
  detail: MeetingDetail;
  headings: readonly Heading[];
  spentSeconds: Record<string, number>;
}

export function firstState(opened: OpenedMinutes): MinutesState {
  const empty: MinutesState = {
    meeting: opened.detail.meeting,
    attendance: [],
    agenda: [],
    entries: new Map(),
    rows: new Map(),
    numbers: new Map(),
    headings: [],
    spentSeconds: opened.spentSeconds,
    isGone: false,
  };
  return withWhole(empty, opened);
}

/** Everything as just read; what reads as before keeps its identity. */
export function withWhole(state: MinutesState, { detail, headings, spentSeconds }: OpenedMinutes): MinutesState {
  const ids = new Set(detail.entries.map(({ id }) => id));
  const removed = [...state.entries.keys()].filter((id) => !ids.has(id));
  const lists = withAttendance(withAgenda(state, detail.agenda), detail.attendance);
  const next = withHeadings(withEntries(lists, detail.entries, removed), headings);
  return {
    ...next,
    meeting: share(state.meeting, detail.meeting),
    spentSeconds: share(state.spentSeconds, spentSeconds),
    isGone: false,
  };
}

export function withDelta(state: MinutesState, delta: MinutesDelta): MinutesState {
  let next = state;
  if (delta.meeting !== null) next = withMeeting(next, delta.meeting);
  if (delta.agenda !== null) next = withAgenda(next, delta.agenda);
  if (delta.attendance !== null) next = withAttendance(next, delta.attendance);
  if (delta.headings !== null) next = withHeadings(next, delta.headings);
  return withEntries(next, delta.entries, delta.removedEntryIds);
}

export function withMeeting(state: MinutesState, meeting: MinutesState['meeting']): MinutesState {
  const shared = share(state.meeting, meeting);
  return shared === state.meeting ? state : { ...state, meeting: shared };
}

export function withHeadings(state: MinutesState, read: readonly Heading[]): MinutesState {
  const known = new Map(state.headings.map((heading) => [`${heading.kind}/${heading.id}`, heading]));
  const headings = share(
    state.headings,
    read.map((heading) => share(known.get(`${heading.kind}/${heading.id}`), heading)),
  );
  return headings === state.headings ? state : { ...state, headings };
}

export function withAttendance(state: MinutesState, rows: readonly Attendance[]): MinutesState {
  const attendance = shareRecords(state.attendance, [...rows].sort(compareByProtocol));
  return attendance === state.attendance ? state : { ...state, attendance };
}

export function withAgenda(state: MinutesState, items: readonly AgendaItem[]): MinutesState {
  const agenda = shareRecords(state.agenda, [...items].sort(compareByOrderKey));
  if (agenda === state.agenda) return state;
  const isArranged =
    agenda.length === state.agenda.length && agenda.every((item, index) => item.id === state.agenda[index]?.id);
  if (isArranged) return { ...state, agenda };
  const byItem = Map.groupBy(state.entries.values(), (entry) => entry.agendaItemId);
  const rows = new Map(
    agenda.map(({ id }) => {
      const ids = (byItem.get(id) ?? []).sort(compareByOrderKey).map((entry) => entry.id);
      return [id, share(state.rows.get(id), ids)];
    }),
  );
  return { ...state, agenda, rows, numbers: numberEntries(agenda, [...state.entries.values()]) };
}

/** With rows added or changed, and rows taken out. Looks only at the agenda items that these belong to. */
export function withEntries(
  state: MinutesState,
  changed: readonly Entry[],
  removedIds: readonly string[] = [],
): MinutesState {
  const differing = changed.flatMap((entry) => {
    const before = state.entries.get(entry.id);
    const shared = share(before, entry);
    return shared === before ? [] : [shared];
  });
  const gone = removedIds.filter((id) => state.entries.has(id));
  if (differing.length === 0 && gone.length === 0) return state;
  const entries = new Map(state.entries);
  const arrived = new Map<string, string[]>();
  const touched = new Set<string>();
  for (const id of gone) {
    touched.add(entries.get(id)?.agendaItemId ?? '');
    entries.delete(id);
  }
  for (const entry of differing) {
    const before = entries.get(entry.id);
    entries.set(entry.id, entry);
    if (before?.agendaItemId !== entry.agendaItemId) {
      if (before !== undefined) touched.add(before.agendaItemId);
      const under = arrived.get(entry.agendaItemId);
      if (under === undefined) arrived.set(entry.agendaItemId, [entry.id]);
      else under.push(entry.id);
      touched.add(entry.agendaItemId);
    } else if (before.orderKey !== entry.orderKey || before.kind !== entry.kind) {
      touched.add(entry.agendaItemId);
    }
  }
  if (touched.size === 0) return { ...state, entries };
  const rows = arrange(state, entries, touched, arrived);
  return { ...state, entries, rows, numbers: renumber(state, entries, rows, touched) };
}

type Rows = MinutesState['rows'];

function arrange(
  state: MinutesState,
  entries: ReadonlyMap<string, Entry>,
  touched: ReadonlySet<string>,
  arrived: ReadonlyMap<string, readonly string[]>,
): Rows {
  let rows: Map<string, readonly string[]> | null = null;
  for (const itemId of touched) {
    const before = state.rows.get(itemId);
    // Rows of an item that is not known yet are arranged when it comes.
    if (before === undefined) continue;
    const under = [...before, ...(arrived.get(itemId) ?? [])].flatMap((id) => {
      const entry = entries.get(id);
      return entry?.agendaItemId === itemId ? [entry] : [];
    });
    const ids = under.sort(compareByOrderKey).map(({ id }) => id);
    if (ids.length === before.length && ids.every((id, index) => id === before[index])) continue;
    rows ??= new Map(state.rows);
    rows.set(itemId, ids);
  }
  return rows ?? state.rows;
}

function renumber(
  state: MinutesState,
  entries: ReadonlyMap<string, Entry>,
  rows: Rows,
  touched: ReadonlySet<string>,
): MinutesState['numbers'] {
  const changed = new Map<string, string | undefined>();
  const set = (id: string, number: string | undefined): void => {
    if (state.numbers.get(id) !== number) changed.set(id, number);
  };
  const left = new Set([...touched].flatMap((itemId) => state.rows.get(itemId) ?? []));
  state.agenda.forEach((item, index) => {
    if (!touched.has(item.id)) return;
    const counts = new Map<string, number>();
    for (const id of rows.get(item.id) ?? []) {
      left.delete(id);
      const kind = entries.get(id)?.kind;
      const isNumbered = kind === 'decision' || kind === 'action' || kind === 'proposal';
      const count = isNumbered ? (counts.get(kind) ?? 0) + 1 : 0;
      if (isNumbered) counts.set(kind, count);
      set(id, isNumbered ? `${String(index + 1)}.${String(count)}` : undefined);
    }
  });
  for (const id of left) set(id, undefined);
  if (changed.size === 0) return state.numbers;
  const numbers = new Map(state.numbers);
  for (const [id, number] of changed) {
    if (number === undefined) numbers.delete(id);
    else numbers.set(id, number);
  }
  return numbers;
}
