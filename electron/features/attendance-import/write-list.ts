import { generateNKeysBetween } from 'fractional-indexing';
import type { AttendanceDecision } from '#shared/contract/attendance-import.ts';
import type { Attendance } from '#shared/contract/attendance.ts';
import type { ExchangeProblem } from '#shared/contract/errors.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyPerson } from '#shared/domain/empty-records.ts';
import { commit, type Context } from '../../context.ts';
import { firstProblems, makeProblem, type Problems } from '../../exchange/problem.ts';
import { indexAlongside } from '../../search-index/index.ts';
import { startSlices } from '../../slices.ts';
import { insertAttendance, listAttendance } from '../attendance/index.ts';
import { applyPerson, hasName } from '../exchange/index.ts';
import { findPerson, insertPerson } from '../people/index.ts';
import type { MatchedLine } from './matcher.ts';
import type { Plan } from './plan.ts';
import { toAttendance } from './to-attendance.ts';

/** A line that brings somebody. */
interface Newcomer {
  line: MatchedLine;
  /** Of the register; null for guests and delegations. */
  personId: string | null;
  /** To be added to the register. */
  newPerson: Person | null;
}

/**
 * Writes a list into a meeting as one change set. Who comes in has said so and is not here yet: `response`
 * confirmed and `presence` expected, until the check-in makes it present with the time of arrival. Answers how many came in.
 */
export async function writeList(
  context: Context,
  meeting: Meeting,
  plan: Plan,
  decisions: readonly AttendanceDecision[],
  label: string,
): Promise<number | Problems> {
  const newcomers = await decide(context, plan, decisions);
  if ('problems' in newcomers) return newcomers;
  const newPeople = newcomers.flatMap(({ newPerson }) => newPerson ?? []);
  const readOf = await readRows(context, meeting, newcomers);
  return commit(
    context,
    { name: 'attendance.import', label },
    (write) => {
      plan.organizations.insert(
        write,
        new Set(newPeople.flatMap(({ affiliations }) => affiliations.map(({ organizationId }) => organizationId))),
      );
      for (const person of newPeople) insertPerson(write, person);
      const stored = listAttendance(context.connection, meeting.id);
      const here = new Set(stored.map(({ personId }) => personId));
      // Somebody may have been added by hand meanwhile.
      const coming = newcomers.filter(({ personId }) => personId === null || !here.has(personId));
      const keys = generateNKeysBetween(stored.at(-1)?.orderKey ?? null, null, coming.length);
      for (const [index, newcomer] of coming.entries()) {
        const row = readOf.get(newcomer) ?? toAttendance(context, meeting, newcomer.line, newcomer.personId);
        insertAttendance(write, { ...row, orderKey: keys[index] ?? '' });
      }
      return coming.length;
    },
    newPeople.length === 0 || newPeople.length > mostIndexedAlongside ? undefined : indexAlongside,
  );
}

/** Rows of those who need not be added to the register first; in slices, so that the transaction only writes. */
async function readRows(
  context: Context,
  meeting: Meeting,
  newcomers: readonly Newcomer[],
): Promise<Map<Newcomer, Attendance>> {
  const rows = new Map<Newcomer, Attendance>();
  const slices = startSlices();
  for (const newcomer of newcomers) {
    if (newcomer.newPerson !== null) continue;
    rows.set(newcomer, toAttendance(context, meeting, newcomer.line, newcomer.personId));
    if (slices.areDue()) await slices.pause();
  }
  return rows;
}

/** More are indexed after the commit, in slices. */
const mostIndexedAlongside = 200;

/** What becomes of each line; nobody twice. */
async function decide(
  { connection, newId }: Context,
  { lines, organizations }: Plan,
  decisions: readonly AttendanceDecision[],
): Promise<Newcomer[] | Problems> {
  const byLine = new Map(decisions.map((decision) => [decision.line, decision]));
  const problems: ExchangeProblem[] = [];
  const newcomers: Newcomer[] = [];
  const people = new Set<string>();
  const addKnown = (line: MatchedLine, personId: string): void => {
    if (!people.has(personId)) newcomers.push({ line, personId, newPerson: null });
    people.add(personId);
  };
  for (const line of lines) {
    const decision = byLine.get(line.source.line);
    byLine.delete(line.source.line);
    const { fate } = decision ?? { fate: line.fate };
    if (fate === 'skip' || fate === 'attending' || fate === 'empty') continue;
    const chosen = decision === undefined ? line.personId : decision.personId;
    if (fate === 'known') {
      if (chosen !== null && findPerson(connection, chosen) !== undefined) addKnown(line, chosen);
      else problems.push(makeProblem('wrong_decision', { line: line.source.line, detail: chosen ?? '' }));
    } else if (fate === 'delegation') newcomers.push({ line, personId: null, newPerson: null });
    else if (!hasName(line.draft) || line.source.isOrganization) {
      problems.push(makeProblem('wrong_decision', { line: line.source.line }));
    } else if (fate === 'register') {
      const organizationId = await organizations.find(line.organization);
      const { person } = applyPerson(emptyPerson(newId()), line.source.values, organizationId, newId);
      newcomers.push({ line, personId: person.id, newPerson: person });
    } else newcomers.push({ line, personId: null, newPerson: null });
  }
  for (const line of byLine.keys()) problems.push(makeProblem('wrong_decision', { line }));
  return problems.length > 0 ? firstProblems(problems) : newcomers;
}
