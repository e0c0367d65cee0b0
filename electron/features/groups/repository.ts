import type { Group, GroupListItem, GroupSide, Membership } from '#shared/contract/groups.ts';
import { emptyText, filledLanguages, type LocalizedText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import type { GroupSideRow, MembershipRow, OrganizationRow, WorkingGroupRow } from '../../db/schema.ts';

export function listGroups(connection: Connection): GroupListItem[] {
  const rows = connection.sql<
    WorkingGroupRow & { member_count: number; meeting_count: number; last_meeting: string | null }
  >(
    `SELECT g.*,
       (SELECT count(*) FROM membership m WHERE m.group_id = g.id AND m.to_date IS NULL) AS member_count,
       (SELECT count(*) FROM meeting t WHERE t.group_id = g.id) AS meeting_count,
       (SELECT max(date) FROM meeting t WHERE t.group_id = g.id) AS last_meeting
     FROM working_group g`,
  );
  return rows.map((row) => ({
    id: row.id,
    name: fromColumns(row, 'name'),
    memberCount: row.member_count,
    meetingCount: row.meeting_count,
    lastMeeting: row.last_meeting,
  }));
}

export function findGroup(connection: Connection, id: string): Group | undefined {
  const row = connection.first(queries.selectFrom('working_group').selectAll().where('id', '=', id));
  if (row === undefined) return undefined;
  const sides = connection.all(
    queries.selectFrom('group_side').selectAll().where('group_id', '=', id).orderBy('order_index'),
  );
  const members = connection.all(
    queries.selectFrom('membership').selectAll().where('group_id', '=', id).orderBy('order_index'),
  );
  const mandate = fromColumns(row, 'mandate');
  return {
    id: row.id,
    name: fromColumns(row, 'name'),
    ...(filledLanguages(mandate).length === 0 ? {} : { mandate }),
    aims: fromColumns(row, 'aims'),
    tasks: fromColumns(row, 'tasks'),
    areas: fromColumns(row, 'areas'),
    foundingDocument: row.founding_document,
    sides: sides.map(toSide),
    members: members.map(toMembership),
  };
}

/** By id. */
export function findOrganizationNames(connection: Connection, ids: readonly string[]): Map<string, LocalizedText> {
  const rows = connection.sql<Pick<OrganizationRow, 'id' | 'name_en' | 'name_ru' | 'name_zh'>>(
    'SELECT id, name_en, name_ru, name_zh FROM organization WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map((row) => [row.id, fromColumns(row, 'name')]));
}

export function insertGroup(write: Write, group: Group): void {
  write.insert('working_group', groupRow(group));
  replaceList(write, 'group_side', [], sideRows(group));
  replaceList(write, 'membership', [], membershipRows(group));
}

export function updateGroup(write: Write, stored: Group, next: Group): void {
  write.update('working_group', { id: next.id }, groupRow(next));
  // Members point to sides: new sides come before them, sides that are gone leave after them.
  const kept = stored.sides.filter((side) => !next.sides.some(({ id }) => id === side.id));
  replaceList(
    write,
    'group_side',
    next.sides.filter(({ id }) => stored.sides.some((side) => side.id === id)).map(({ id }) => id),
    sideRows(next),
  );
  replaceList(
    write,
    'membership',
    stored.members.map(({ id }) => id),
    membershipRows(next),
  );
  for (const { id } of kept) write.remove('group_side', { id });
}

export function removeGroup(write: Write, stored: Group): void {
  for (const { id } of stored.members) write.remove('membership', { id });
  for (const { id } of stored.sides) write.remove('group_side', { id });
  write.remove('working_group', { id: stored.id });
}

export function countGroupUses(connection: Connection, id: string): { kind: string; count: number }[] {
  const uses = connection.sql<{ kind: string; count: number }>(
    "SELECT 'meeting' AS kind, count(*) AS count FROM meeting WHERE group_id = ?",
    id,
  );
  return uses.filter(({ count }) => count > 0);
}

function groupRow(group: Group): WorkingGroupRow {
  return {
    id: group.id,
    ...toColumns('name', group.name),
    ...toColumns('mandate', group.mandate ?? emptyText()),
    ...toColumns('aims', group.aims),
    ...toColumns('tasks', group.tasks),
    ...toColumns('areas', group.areas),
    founding_document: group.foundingDocument,
  };
}

function sideRows(group: Group): GroupSideRow[] {
  return group.sides.map((side, index) => ({
    id: side.id,
    group_id: group.id,
    country: side.country,
    ...toColumns('name', side.name),
    zone: side.zone,
    lead_organization_id: side.leadOrganizationId,
    coordinating_organization_id: side.coordinatingOrganizationId,
    order_index: index,
  }));
}

function membershipRows(group: Group): MembershipRow[] {
  return group.members.map((member, index) => ({
    id: member.id,
    group_id: group.id,
    side_id: member.sideId,
    person_id: member.personId,
    organization_id: member.organizationId,
    role: member.role,
    from_date: member.from,
    to_date: member.to,
    order_index: index,
  }));
}

function toSide(row: GroupSideRow): GroupSide {
  return {
    id: row.id,
    country: row.country,
    name: fromColumns(row, 'name'),
    zone: row.zone,
    leadOrganizationId: row.lead_organization_id,
    coordinatingOrganizationId: row.coordinating_organization_id,
  };
}

function toMembership(row: MembershipRow): Membership {
  return {
    id: row.id,
    sideId: row.side_id,
    personId: row.person_id,
    organizationId: row.organization_id,
    role: row.role as Membership['role'],
    from: row.from_date,
    to: row.to_date,
  };
}
