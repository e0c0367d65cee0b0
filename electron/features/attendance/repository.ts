import type { Attendance } from '#shared/contract/attendance.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import type { AffiliationRow, AttendanceRow, OrganizationRow } from '../../db/schema.ts';

/** As the list was arranged; heads come to the front in protocol order (domain/minutes/protocol-order.ts). */
export function listAttendance(connection: Connection, meetingId: string): Attendance[] {
  return connection
    .all(
      queries
        .selectFrom('attendance')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('order_key')
        .orderBy('id'),
    )
    .map(toAttendance);
}

export function findAttendance(connection: Connection, id: string): Attendance | undefined {
  const row = connection.first(queries.selectFrom('attendance').selectAll().where('id', '=', id));
  return row && toAttendance(row);
}

export function insertAttendance(write: Write, attendance: Attendance): void {
  write.insert('attendance', attendanceRow(attendance));
}

export function updateAttendance(write: Write, attendance: Attendance): void {
  write.update('attendance', { id: attendance.id }, attendanceRow(attendance));
}

/** Where the minutes refer to somebody who attends. */
export function countAttendanceUses(connection: Connection, id: string): { kind: string; count: number }[] {
  const uses = connection.sql<{ kind: string; count: number }>(
    `SELECT 'entry' AS kind, count(*) AS count FROM entry WHERE speaker_attendance_id = :id
     UNION ALL SELECT 'agenda_item', count(*) FROM agenda_item WHERE presenter_attendance_id = :id
     UNION ALL SELECT 'agreement', count(*) FROM agreement_signatory WHERE attendance_id = :id`,
    { id },
  );
  return uses.filter(({ count }) => count > 0);
}

export interface HeldOffice {
  position: LocalizedText;
  organization: LocalizedText;
  organizationId: string;
}

/** The first office that each person held on `date`, by person; open ends count as held. */
export function findOfficesOn(
  connection: Connection,
  personIds: readonly string[],
  date: string,
): Map<string, HeldOffice> {
  type Row = Pick<AffiliationRow, 'person_id' | 'organization_id' | 'position_en' | 'position_ru' | 'position_zh'> &
    Pick<OrganizationRow, 'name_en' | 'name_ru' | 'name_zh'>;
  const rows = connection.sql<Row>(
    `SELECT a.person_id, a.organization_id, a.position_en, a.position_ru, a.position_zh, o.name_en, o.name_ru, o.name_zh
     FROM affiliation a CROSS JOIN organization o ON o.id = a.organization_id
     WHERE a.person_id IN (SELECT value FROM json_each(:people))
       AND (a.from_date IS NULL OR a.from_date <= :date) AND (a.to_date IS NULL OR a.to_date >= :date)
     ORDER BY a.person_id, a.order_index`,
    { people: JSON.stringify(personIds), date },
  );
  const offices = new Map<string, HeldOffice>();
  for (const row of rows) {
    if (offices.has(row.person_id)) continue;
    offices.set(row.person_id, {
      position: fromColumns(row, 'position'),
      organization: fromColumns(row, 'name'),
      organizationId: row.organization_id,
    });
  }
  return offices;
}

/** Where the meeting stands, and whose it is. */
export function findMeetingState(
  connection: Connection,
  meetingId: string,
): { status: MeetingStatus; groupId: string | null } | undefined {
  return connection.sql<{ status: MeetingStatus; groupId: string | null }>(
    'SELECT status, group_id AS "groupId" FROM meeting WHERE id = ?',
    meetingId,
  )[0];
}

/** People and organisations of a group in the order of its members. */
export function listMembers(
  connection: Connection,
  groupId: string,
): { personId: string | null; organizationId: string | null }[] {
  return connection.sql(
    'SELECT person_id AS "personId", organization_id AS "organizationId" FROM membership WHERE group_id = ? ORDER BY order_index',
    groupId,
  );
}

export function findMeetingDate(connection: Connection, meetingId: string): string | undefined {
  return connection.first(queries.selectFrom('meeting').select('date').where('id', '=', meetingId))?.date;
}

function attendanceRow(attendance: Attendance): AttendanceRow {
  return {
    id: attendance.id,
    meeting_id: attendance.meetingId,
    person_id: attendance.personId,
    organization_id: attendance.organizationId,
    head_count: attendance.headCount,
    side_id: attendance.sideId,
    roles: JSON.stringify(attendance.roles),
    category: attendance.category,
    mode: attendance.mode,
    response: attendance.response,
    presence: attendance.presence,
    arrived_at: attendance.arrivedAt,
    left_at: attendance.leftAt,
    ...toColumns('name', attendance.name),
    ...toColumns('position', attendance.position),
    ...toColumns('organization', attendance.organization),
    order_key: attendance.orderKey,
  };
}

function toAttendance(row: AttendanceRow): Attendance {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    personId: row.person_id,
    organizationId: row.organization_id,
    headCount: row.head_count,
    sideId: row.side_id,
    roles: JSON.parse(row.roles) as Attendance['roles'],
    category: row.category as Attendance['category'],
    mode: row.mode as Attendance['mode'],
    response: row.response as Attendance['response'],
    presence: row.presence as Attendance['presence'],
    arrivedAt: row.arrived_at,
    leftAt: row.left_at,
    name: fromColumns(row, 'name'),
    position: fromColumns(row, 'position'),
    organization: fromColumns(row, 'organization'),
    orderKey: row.order_key,
  };
}
