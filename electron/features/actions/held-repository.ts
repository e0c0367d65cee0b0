import type { ActionOwner, Action } from '#shared/contract/entries.ts';
import type { Connection } from '../../db/connection.ts';
import type { ActionOwnerRow, ActionRow } from '../../db/schema.ts';
import type { ActionAssignmentRow } from '../../db/follow-up-rows.ts';

/** Who owns an action and when it is due. */
export type Assignment = Pick<Action, 'owners' | 'due' | 'dueAtNextMeeting'>;

/** An action as it stands now. */
export interface HeldAction extends Action {
  entryId: string;
  /** What the minutes say. */
  minutes: Assignment;
  /** Its owners and its date have been changed since, whether to others or back. */
  isAssigned: boolean;
}

const wanted = 'IN (SELECT value FROM json_each(?))';

/** The actions of these entries, by id; whatever is no action, or not any more, is left out. */
export function listHeld(connection: Connection, entryIds: readonly string[]): Map<string, HeldAction> {
  const list = JSON.stringify(entryIds);
  const rows = connection.sql<
    { id: string } & { [Column in keyof Omit<ActionRow, 'entry_id'>]: ActionRow[Column] | null }
  >(
    `SELECT e.id, a.due, a.due_at_next_meeting, a.status
     FROM entry e LEFT JOIN action a ON a.entry_id = e.id WHERE e.id ${wanted} AND +e.kind = 'action'`,
    list,
  );
  const assignments = new Map(
    connection
      .sql<ActionAssignmentRow>(`SELECT * FROM action_assignment WHERE entry_id ${wanted}`, list)
      .map((row) => [row.entry_id, row]),
  );
  const agreed = ownersIn(connection, 'action_owner', list);
  const assigned = assignments.size === 0 ? agreed : ownersIn(connection, 'action_assignee', list);
  return new Map(
    rows.map((row) => {
      const minutes = {
        owners: agreed.get(row.id) ?? [],
        due: row.due,
        dueAtNextMeeting: row.due_at_next_meeting === 1,
      };
      const assignment = assignments.get(row.id);
      const now =
        assignment === undefined
          ? minutes
          : {
              owners: assigned.get(row.id) ?? [],
              due: assignment.due,
              dueAtNextMeeting: assignment.due_at_next_meeting === 1,
            };
      const status = (row.status ?? 'open') as Action['status'];
      return [row.id, { entryId: row.id, ...now, status, minutes, isAssigned: assignment !== undefined }];
    }),
  );
}

function ownersIn(
  connection: Connection,
  table: 'action_owner' | 'action_assignee',
  list: string,
): Map<string, ActionOwner[]> {
  const owners = new Map<string, ActionOwner[]>();
  const rows = connection.sql<ActionOwnerRow>(
    `SELECT * FROM ${table} WHERE entry_id ${wanted} ORDER BY entry_id, order_index`,
    list,
  );
  for (const row of rows) {
    const known = owners.get(row.entry_id);
    if (known === undefined) owners.set(row.entry_id, [toOwner(row)]);
    else known.push(toOwner(row));
  }
  return owners;
}

function toOwner({ id, person_id, organization_id, side_id }: ActionOwnerRow): ActionOwner {
  if (person_id !== null) return { id, kind: 'person', ownerId: person_id };
  if (organization_id !== null) return { id, kind: 'organization', ownerId: organization_id };
  return { id, kind: 'side', ownerId: side_id ?? '' };
}

/** The same owners, in whatever order. */
export function hasSameOwners(a: readonly Omit<ActionOwner, 'id'>[], b: readonly Omit<ActionOwner, 'id'>[]): boolean {
  const known = new Set(a.map(keyOfOwner));
  return a.length === b.length && b.every((owner) => known.has(keyOfOwner(owner)));
}

export const keyOfOwner = ({ kind, ownerId }: Omit<ActionOwner, 'id'>): string => `${kind}/${ownerId}`;

export const isSameAssignment = (a: Assignment, b: Assignment): boolean =>
  a.due === b.due && a.dueAtNextMeeting === b.dueAtNextMeeting && hasSameOwners(a.owners, b.owners);
