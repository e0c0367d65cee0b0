import type { OrganizationRelated } from '#shared/contract/organizations.ts';
import { emptyText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import { findPerson } from '../people/index.ts';

/** Everybody with a position in an organisation, now or once: one row for each position. */
export function listPeopleOf(connection: Connection, organizationId: string): OrganizationRelated['people'] {
  return connection
    .all(queries.selectFrom('affiliation').selectAll().where('organization_id', '=', organizationId))
    .map((row) => {
      const person = findPerson(connection, row.person_id);
      return {
        personId: row.person_id,
        name: person === undefined ? emptyText() : composedNames(person.names),
        position: fromColumns(row, 'position'),
        from: row.from_date,
        to: row.to_date,
      };
    });
}
