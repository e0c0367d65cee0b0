import { setTimeout } from 'node:timers/promises';
import type { AttendanceRow } from '#shared/contract/attendance-import.ts';
import { chooseText } from '#shared/domain/language.ts';
import type { Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import { listAttendance } from '../attendance/index.ts';
import { OrganizationFinder } from '../exchange/index.ts';
import { findPerson } from '../people/index.ts';
import { type MatchedLine, Matcher, personLabel } from './matcher.ts';
import type { ListLine } from './read-list.ts';

export interface Plan {
  lines: MatchedLine[];
  organizations: OrganizationFinder;
}

interface Progress {
  type: 'progress';
  done: number;
  total: number;
}

const progressMs = 50;

/** Decides what each line would do, without writing; in slices, with progress about every 50 ms. */
export async function* planList(
  { connection, newId }: Pick<Context, 'connection' | 'newId'>,
  meetingId: string,
  lines: readonly ListLine[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, Plan> {
  const total = lines.length;
  const organizations = new OrganizationFinder(connection, newId);
  const matcher = new Matcher(connection, listAttendance(connection, meetingId), organizations, newId);
  const prepared = matcher.prepare().then(() => true);
  while (!(await Promise.race([prepared, setTimeout(progressMs, false)]))) {
    signal?.throwIfAborted();
    yield { type: 'progress', done: 0, total };
  }
  const matched: MatchedLine[] = [];
  const slices = startSlices();
  let progressAt = performance.now();
  for (const line of lines) {
    matched.push(await matcher.match(line));
    if (!slices.areDue()) continue;
    await slices.pause();
    signal?.throwIfAborted();
    if (performance.now() - progressAt < progressMs) continue;
    progressAt = performance.now();
    yield { type: 'progress', done: matched.length, total };
  }
  return { lines: matched, organizations };
}

export function describeLine(connection: Connection, line: MatchedLine): AttendanceRow {
  const { source, draft, organization, fate, personId, match } = line;
  const person = personId === null ? undefined : findPerson(connection, personId);
  const organizationLabel = chooseText(organization, 'en').text;
  return {
    line: source.line,
    label: (source.isOrganization ? '' : personLabel(draft)) || organizationLabel || (source.values.email ?? ''),
    organization: organizationLabel,
    fate,
    person: person === undefined ? null : { id: person.id, label: personLabel(person) },
    match,
  };
}
