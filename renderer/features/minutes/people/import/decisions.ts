import type { AttendanceDecision, AttendanceRow } from '#shared/contract/attendance-import.ts';

/** What is done with a line; `delegation` is what becomes of one when nothing is decided. */
export type Decision = AttendanceDecision['fate'] | 'delegation';

/** What can be decided about a line; the first is what happens otherwise. */
const decisionsOf: Record<AttendanceRow['fate'], readonly Decision[]> = {
  known: ['known', 'guest', 'skip'],
  suspected: ['guest', 'known', 'register', 'skip'],
  guest: ['guest', 'register', 'skip'],
  delegation: ['delegation', 'skip'],
  attending: [],
  empty: [],
};

export function possibleDecisions({ fate, person }: AttendanceRow): readonly Decision[] {
  return decisionsOf[fate].filter((decision) => decision !== 'known' || person !== null);
}

/** What becomes of a line, by itself or as decided; null for one that nothing becomes of. */
export function outcomeOf(row: AttendanceRow, decided: ReadonlyMap<number, Decision>): Decision | null {
  return decided.get(row.line) ?? possibleDecisions(row)[0] ?? null;
}

/** Only what is to be other than it would be by itself. */
export function listDecisions(
  rows: readonly AttendanceRow[],
  decisions: ReadonlyMap<number, Decision>,
): AttendanceDecision[] {
  return rows.flatMap((row): AttendanceDecision[] => {
    const decision = decisions.get(row.line);
    if (decision === undefined || decision === 'delegation') return [];
    // What happens to a suspected line is always said: it is the user who is meant to have decided.
    if (row.fate !== 'suspected' && decision === possibleDecisions(row)[0]) return [];
    return [{ line: row.line, fate: decision, personId: decision === 'known' ? (row.person?.id ?? null) : null }];
  });
}

/** Nobody attends twice: of several lines that mean one person, the first counts. */
export function firstOfEachPerson(
  wanted: readonly AttendanceRow[],
  all: readonly AttendanceRow[],
  decisions: ReadonlyMap<number, Decision>,
): AttendanceRow[] {
  const lines = new Set(wanted.map(({ line }) => line));
  const isTaken = (row: AttendanceRow) =>
    !lines.has(row.line) && (row.fate === 'attending' || outcomeOf(row, decisions) === 'known');
  const taken = new Set(all.filter(isTaken).map(({ person }) => person?.id));
  return wanted.filter(({ person }) => {
    if (person === null || taken.has(person.id)) return false;
    taken.add(person.id);
    return true;
  });
}
