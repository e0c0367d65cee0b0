import type { Attendance } from '#shared/contract/attendance.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import type { AttendanceRow } from '../../db/schema.ts';

/** In protocol order. */
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

/** The first affiliation held on `date`; open ends count as held. */
export function findOfficeOn(connection: Connection, personId: string, date: string): HeldOffice | undefined {
  const row = connection.first(
    queries
      .selectFrom('affiliation')
      .innerJoin('organization', 'organization.id', 'affiliation.organization_id')
      .select([
        'affiliation.organization_id',
        'affiliation.position_en',
        'affiliation.position_ru',
        'affiliation.position_zh',
      ])
      .select(['organization.name_en', 'organization.name_ru', 'organization.name_zh'])
      .where('affiliation.person_id', '=', personId)
      .where((where) => where.or([where('from_date', 'is', null), where('from_date', '<=', date)]))
      .where((where) => where.or([where('to_date', 'is', null), where('to_date', '>=', date)]))
      .orderBy('affiliation.order_index')
      .limit(1),
  );
  return (
    row && {
      position: fromColumns(row, 'position'),
      organization: fromColumns(row, 'name'),
      organizationId: row.organization_id,
    }
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
