import type { Attendance, AttendanceRole } from '#shared/contract/attendance.ts';
import { emptyText, filledLanguages } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { findOrganization } from '../organizations/index.ts';
import { findNames } from '../people/index.ts';
import { findOfficesOn } from './repository.ts';

export function hasSnapshot(attendance: Attendance): boolean {
  return [attendance.name, attendance.position, attendance.organization].some(
    (value) => filledLanguages(value).length > 0,
  );
}

/** Name, office and organisation as the register has them for `date` (`YYYY-MM-DD`). A guest outside the register stays as typed. */
export function takeSnapshot(connection: Connection, attendance: Attendance, date: string): Attendance {
  return takeSnapshots(connection, [attendance], date)[0] ?? attendance;
}

/** As {@link takeSnapshot}, for a whole list. */
export function takeSnapshots(connection: Connection, rows: readonly Attendance[], date: string): Attendance[] {
  const personIds = rows.flatMap(({ personId }) => personId ?? []);
  const names = personIds.length === 0 ? undefined : findNames(connection, personIds);
  const offices = personIds.length === 0 ? undefined : findOfficesOn(connection, personIds, date);
  return rows.map((row) => {
    if (row.personId === null) return withOrganization(connection, row);
    const name = names?.get(row.personId);
    if (name === undefined) return row;
    const office = offices?.get(row.personId);
    return {
      ...row,
      organizationId: row.organizationId ?? office?.organizationId ?? null,
      name: composedNames(name),
      position: office?.position ?? emptyText(),
      organization: office?.organization ?? emptyText(),
    };
  });
}

function withOrganization(connection: Connection, row: Attendance): Attendance {
  const organization = row.organizationId === null ? undefined : findOrganization(connection, row.organizationId);
  return organization === undefined ? row : { ...row, organization: organization.name };
}

/** Who only interprets, observes or was invited does not stand among those present in the minutes, but below them. */
export const isInAttendance = (roles: readonly AttendanceRole[]): boolean =>
  roles.length > 0 && roles.every((role) => inAttendance.has(role));

const inAttendance = new Set<AttendanceRole>(['interpreter', 'observer', 'guest']);
