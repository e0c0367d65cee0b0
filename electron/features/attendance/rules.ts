import type { Attendance } from '#shared/contract/attendance.ts';
import { emptyText, filledLanguages } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { findOrganization } from '../organizations/index.ts';
import { findPerson } from '../people/index.ts';
import { findOfficeOn } from './repository.ts';

export function hasSnapshot(attendance: Attendance): boolean {
  return [attendance.name, attendance.position, attendance.organization].some(
    (value) => filledLanguages(value).length > 0,
  );
}

/** Name, office and organisation as the register has them for `date` (`YYYY-MM-DD`). A guest outside the register stays as typed. */
export function takeSnapshot(connection: Connection, attendance: Attendance, date: string): Attendance {
  if (attendance.personId !== null) {
    const person = findPerson(connection, attendance.personId);
    if (person === undefined) return attendance;
    const office = findOfficeOn(connection, attendance.personId, date);
    return {
      ...attendance,
      organizationId: attendance.organizationId ?? office?.organizationId ?? null,
      name: composedNames(person.names),
      position: office?.position ?? emptyText(),
      organization: office?.organization ?? emptyText(),
    };
  }
  if (attendance.organizationId === null) return attendance;
  const organization = findOrganization(connection, attendance.organizationId);
  return organization === undefined ? attendance : { ...attendance, organization: organization.name };
}
