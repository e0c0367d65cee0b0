import type { ActionOwner } from '#shared/contract/entries.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import type { ActionOwnerRow } from '../../db/schema.ts';
import { type Assignment, type HeldAction, isSameAssignment, keyOfOwner } from './held-repository.ts';

type Owner = Omit<ActionOwner, 'id'>;

/** From whose minutes an action is. */
export interface ActionPlace {
  meetingId: string;
  status: MeetingStatus;
  /** Its text in the language in which it was written, shortened: what the history calls it. */
  label: string;
}

/** By entry; whatever is no action is left out. */
export function listPlaces(connection: Connection, entryIds: readonly string[]): Map<string, ActionPlace> {
  const rows = connection.sql<ActionPlace & { id: string }>(
    `SELECT e.id, e.meeting_id AS "meetingId", (SELECT status FROM meeting WHERE id = e.meeting_id) AS status,
       substr(coalesce((SELECT text FROM entry_text WHERE entry_id = e.id AND language = e.source_language), ''), 1, 60)
         AS label
     FROM entry e WHERE e.id IN (SELECT value FROM json_each(?)) AND +e.kind = 'action'`,
    JSON.stringify(entryIds),
  );
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** Of these people and organisations what is not there; undefined: all are. */
export function findUnknownOwner(
  connection: Connection,
  owners: readonly Owner[],
): 'person' | 'organization' | undefined {
  for (const { kind, ownerId } of owners) {
    if (kind === 'side') continue;
    if (connection.sql(`SELECT 1 FROM ${kind} WHERE id = ?`, ownerId).length === 0) return kind;
  }
  return undefined;
}

/** The meetings of sides, by side. */
export function meetingsOfSides(connection: Connection, owners: readonly Owner[]): Map<string, string> {
  const ids = owners.flatMap(({ kind, ownerId }) => (kind === 'side' ? ownerId : []));
  const rows = connection.sql<{ id: string; meetingId: string }>(
    'SELECT id, meeting_id AS "meetingId" FROM meeting_side WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, meetingId }) => [id, meetingId]));
}

/** Owners and date in the minutes; what was said beside them is over. */
export function assignInMinutes(write: Write, action: HeldAction, next: Assignment, beside: readonly string[]): void {
  writeStatusRow(write, action, { due: next.due, due_at_next_meeting: next.dueAtNextMeeting ? 1 : 0 });
  replaceList(
    write,
    'action_owner',
    action.minutes.owners.map(({ id }) => id),
    ownerRows(action.entryId, next.owners),
  );
  if (action.isAssigned) removeAssignment(write, action.entryId, beside);
}

/** Owners and date beside the minutes, which stay; where they say the same, nothing is to be said. */
export function assignBeside(write: Write, action: HeldAction, next: Assignment, beside: readonly string[]): void {
  const { entryId } = action;
  if (isSameAssignment(next, action.minutes)) {
    if (action.isAssigned) removeAssignment(write, entryId, beside);
    return;
  }
  const row = { entry_id: entryId, due: next.due, due_at_next_meeting: next.dueAtNextMeeting ? 1 : 0 };
  if (!write.update('action_assignment', { entry_id: entryId }, row)) write.insert('action_assignment', row);
  replaceList(write, 'action_assignee', beside, ownerRows(entryId, next.owners));
}

function removeAssignment(write: Write, entryId: string, assigneeIds: readonly string[]): void {
  for (const id of assigneeIds) write.remove('action_assignee', { id });
  write.remove('action_assignment', { entry_id: entryId });
}

export function assigneesOf(connection: Connection, entryIds: readonly string[]): Map<string, string[]> {
  const rows = connection.sql<{ id: string; entryId: string }>(
    'SELECT id, entry_id AS "entryId" FROM action_assignee WHERE entry_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(entryIds),
  );
  const assignees = Map.groupBy(rows, ({ entryId }) => entryId);
  return new Map([...assignees].map(([entryId, found]) => [entryId, found.map(({ id }) => id)]));
}

const ownerRows = (entryId: string, owners: readonly ActionOwner[]): ActionOwnerRow[] =>
  owners.map(({ id, kind, ownerId }, index) => ({
    id,
    entry_id: entryId,
    person_id: kind === 'person' ? ownerId : null,
    organization_id: kind === 'organization' ? ownerId : null,
    side_id: kind === 'side' ? ownerId : null,
    order_index: index,
  }));

export const writeStatus = (write: Write, action: HeldAction, status: HeldAction['status']): void => {
  writeStatusRow(write, action, { status });
};

/** An action that nobody has said anything of has no row yet. */
function writeStatusRow(
  write: Write,
  { entryId, status, minutes }: HeldAction,
  patch: { due?: string | null; due_at_next_meeting?: number; status?: string },
): void {
  if (write.update('action', { entry_id: entryId }, patch)) return;
  write.insert('action', {
    entry_id: entryId,
    due: minutes.due,
    due_at_next_meeting: minutes.dueAtNextMeeting ? 1 : 0,
    status,
    ...patch,
  });
}

/** The wanted owners, each once; those that are there already keep their rows. */
export function toOwners(wanted: readonly Owner[], stored: readonly ActionOwner[], newId: () => string): ActionOwner[] {
  const known = new Map(stored.map((owner) => [keyOfOwner(owner), owner.id]));
  return [...new Map(wanted.map((owner) => [keyOfOwner(owner), owner]))].map(([key, { kind, ownerId }]) => ({
    id: known.get(key) ?? newId(),
    kind,
    ownerId,
  }));
}
