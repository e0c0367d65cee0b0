import type { Backup } from '#shared/contract/backups.ts';

const keptToday = 3;
const keptDays = 14;
const keptMonths = 12;

/**
 * Which backups need not be kept any more: all but the newest three of today, the newest of each of the last fourteen
 * days that have one, the newest of each of the last twelve months that have one, and the newest of each `before_*`. Days
 * are those of the calendar here. They are counted, not measured from now, and what comes from the future is kept and not
 * counted: a clock that jumps removes nothing that it would not have removed anyway.
 */
export function listOutdated(backups: readonly Backup[], nowMs: number): string[] {
  const newestFirst = [...backups].sort((a, b) => b.atMs - a.atMs);
  const past = newestFirst.filter(({ atMs }) => atMs <= nowMs);
  const today = dayOf(nowMs);
  const kept = new Set([
    ...newestFirst.filter(({ atMs }) => atMs > nowMs),
    ...past.filter(({ atMs }) => dayOf(atMs) === today).slice(0, keptToday),
    ...newestOfEach(past, ({ atMs }) => dayOf(atMs)).slice(0, keptDays),
    ...newestOfEach(past, ({ atMs }) => monthOf(atMs)).slice(0, keptMonths),
    ...newestOfEach(
      past.filter(({ reason }) => reason.startsWith('before_')),
      ({ reason }) => reason,
    ),
  ]);
  return backups.filter((backup) => !kept.has(backup)).map(({ name }) => name);
}

/** The first of each group; the groups in the order in which they begin. */
function newestOfEach(newestFirst: readonly Backup[], groupOf: (backup: Backup) => string): Backup[] {
  return [...Map.groupBy(newestFirst, groupOf).values()].flatMap((group) => group.slice(0, 1));
}

function monthOf(atMs: number): string {
  const at = new Date(atMs);
  return `${String(at.getFullYear())}-${String(at.getMonth())}`;
}

const dayOf = (atMs: number): string => `${monthOf(atMs)}-${String(new Date(atMs).getDate())}`;
