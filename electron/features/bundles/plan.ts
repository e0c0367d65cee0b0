import { isDeepStrictEqual } from 'node:util';
import type { BundleChoice, BundledMeeting, BundlePreview } from '#shared/contract/bundles.ts';
import { isLocked } from '#shared/domain/meeting-moves.ts';
import type { Connection } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import { findKnownIds, findTakenIds, listIds, planRegister } from '../records/index.ts';
import { compareParcels } from './compare.ts';
import { filesOf, type Parcel } from './format.ts';
import { compare, inOrder } from './order.ts';
import { loadParcel } from './process-repository.ts';

/** What can be done with a meeting of a bundle here, now. */
export type MeetingPlan = Pick<BundledMeeting, 'state' | 'differences' | 'choices' | 'obstacle'>;

export function planMeeting(connection: Connection, parcel: Parcel, parcels: readonly Parcel[]): MeetingPlan {
  const { id } = parcel.record.meeting;
  const ids = new Set(parcels.map(({ record }) => record.meeting.id));
  const here = loadParcel(connection, id, ids);
  if (here === undefined) {
    const isTaken = isAnythingTaken(connection, parcel);
    return {
      state: 'new',
      differences: [],
      choices: isTaken ? ['copy', 'skip'] : ['add', 'skip'],
      obstacle: isTaken ? 'id-taken' : null,
    };
  }
  const differences = compareParcels(here, withoutMissing(connection, parcel));
  if (differences.length === 0) return { state: 'same', differences, choices: [], obstacle: null };
  const obstacle = findObstacle(connection, here, parcel);
  return { state: 'differs', differences, choices: choicesOf(obstacle), obstacle };
}

const choicesOf = (obstacle: MeetingPlan['obstacle']): BundleChoice[] =>
  obstacle === null ? ['skip', 'replace', 'copy'] : ['skip', 'copy'];

/** Agreed minutes stay what they are, and so does every version that was agreed: only a copy can stand beside them. */
function findObstacle(connection: Connection, here: Parcel, wanted: Parcel): MeetingPlan['obstacle'] {
  if (isLocked(here.record.meeting.status)) return 'agreed';
  const isKept = (version: Parcel['process']['versions'][number]): boolean =>
    wanted.process.versions.some(
      ({ id, contentSha256, agreedAtMs }) =>
        id === version.id && contentSha256 === version.contentSha256 && agreedAtMs === version.agreedAtMs,
    ) && isDeepStrictEqual(agreedIn(here, version.id), agreedIn(wanted, version.id));
  if (here.process.versions.some((version) => version.agreedAtMs !== null && !isKept(version))) return 'agreed';
  return isAnythingTaken(connection, wanted, here) ? 'id-taken' : null;
}

/** What a version is besides its row: its files, and who agreed to it. Scans come and go, as they do in agreed minutes. */
function agreedIn({ process }: Parcel, versionId: string): unknown {
  const files = process.attachments.filter((file) => file.versionId === versionId && file.kind !== 'scan');
  const sides = process.sideAgreements.filter((side) => side.versionId === versionId);
  return [inOrder(files).map(({ kind, id, language, sha256 }) => ({ kind, id, language, sha256 })), inOrder(sides)];
}

const processIds = ({ process }: Parcel): string[] =>
  [
    ...process.versions,
    ...process.amendments,
    ...process.circulations,
    ...process.comments,
    ...process.sideAgreements,
    ...filesOf({ process }),
  ].map(({ id }) => id);

/** Whether something of a meeting has the id of something else here; two different things must never share one. */
function isAnythingTaken(connection: Connection, parcel: Parcel, here?: Parcel): boolean {
  const { record } = parcel;
  const own = new Set(here === undefined ? [] : [...listIds(here.record).map(({ id }) => id), ...processIds(here)]);
  const taken = findTakenIds(connection, record, planRegister(connection, record));
  const takenBeside = findKnownIds(connection, processIds(parcel));
  return taken.some(({ detail }) => !own.has(detail)) || [...takenBeside].some((id) => !own.has(id));
}

/** Without references to meetings that are not here: they cannot be, and are no difference. */
function withoutMissing(connection: Connection, { record, process }: Parcel): Parcel {
  const { outside, reviewed } = process;
  const known = findKnownIds(connection, [
    ...reviewed.map(({ entryId }) => entryId),
    ...Object.values(outside).flatMap((list) => list.map(({ toId }) => toId)),
  ]);
  const leads = ({ toId }: { toId: string }): boolean => known.has(toId);
  return {
    record,
    process: {
      ...process,
      reviewed: reviewed.filter(({ entryId }) => known.has(entryId)),
      outside: {
        decisions: outside.decisions.filter(leads),
        proposals: outside.proposals.filter(leads),
        agreements: outside.agreements.filter(leads),
        reports: outside.reports.filter(leads),
        links: outside.links.filter(leads),
      },
    },
  };
}

type PlannedBundle = Pick<BundlePreview, 'meetings' | 'people' | 'organizations' | 'groups'>;

/** Looks at every meeting of a bundle, with other calls answered in between. */
export async function planBundle(connection: Connection, parcels: readonly Parcel[]): Promise<PlannedBundle> {
  const slices = startSlices();
  const meetings: BundledMeeting[] = [];
  const people = new Map<string, Fate>();
  const organizations = new Map<string, Fate>();
  const groups = new Map<string, Fate>();
  for (const parcel of parcels) {
    const { record } = parcel;
    const { id, title, date, status } = record.meeting;
    const files = filesOf(parcel);
    meetings.push({
      meetingId: id,
      title,
      date,
      status,
      files: files.length,
      sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      ...planMeeting(connection, parcel, parcels),
    });
    const register = planRegister(connection, record);
    for (const [personId, fate] of register.people) people.set(personId, fate);
    for (const [organizationId, fate] of register.organizations) organizations.set(organizationId, fate);
    if (record.group !== null && register.group !== 'none') groups.set(record.group.id, register.group);
    if (slices.areDue()) await slices.pause();
  }
  meetings.sort((a, b) => compare(a.date, b.date) || compare(a.meetingId, b.meetingId));
  return { meetings, people: count(people), organizations: count(organizations), groups: count(groups) };
}

type Fate = 'created' | 'same' | 'kept';

function count(fates: Map<string, Fate>): Record<Fate, number> {
  const result = { created: 0, same: 0, kept: 0 };
  for (const fate of fates.values()) result[fate] += 1;
  return result;
}
