import type { AgreementListItem } from '#shared/contract/agreements.ts';
import { emptyText, filledLanguages } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { listAreasOf } from '../areas/index.ts';
import { meetingsOf, referenceTo } from '../registers/index.ts';
import { standingOf } from './register.ts';
import type { AgreementEntry } from './register-repository.ts';
import { listRowFacts } from './register-repository.ts';

/** The rows of a page, by id; the meetings of the registers must be up to date. */
export function composeAgreementRows(
  connection: Connection,
  entries: readonly AgreementEntry[],
  today: string,
): Map<string, AgreementListItem> {
  const ids = entries.map(({ id }) => id);
  const facts = listRowFacts(connection, ids);
  const areas = listAreasOf(connection, 'agreement', ids);
  const meetings = meetingsOf(connection);
  return new Map(
    entries.flatMap((entry): [string, AgreementListItem][] => {
      const found = facts.get(entry.id);
      if (found === undefined) return [];
      const { validFrom } = entry.validity;
      const meeting = entry.meetingId === null ? undefined : meetings.get(entry.meetingId);
      return [
        [
          entry.id,
          {
            agreementId: entry.id,
            kind: entry.kind,
            number: found.number,
            title: found.title,
            several: found.several,
            parties: found.parties.map(({ id, organizationId, registered, description }) => ({
              id,
              organizationId,
              name: filledLanguages(registered ?? emptyText()).length > 0 ? (registered ?? description) : description,
            })),
            signedOn: entry.validity.signedOn,
            place: found.place,
            ...standingOf(entry, today),
            validFrom,
            files: found.files,
            areas: areas.get(entry.id) ?? [],
            meeting: meeting === undefined ? null : referenceTo(meeting),
          },
        ],
      ];
    }),
  );
}
