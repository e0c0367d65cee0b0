import type { PersonRelated } from '#shared/contract/people.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { AgreementRow } from '../../db/schema.ts';

type RelatedAgreement = PersonRelated['signatures'][number];

const agreementsOf = {
  signatory: `SELECT agreement_id FROM agreement_signatory
    WHERE attendance_id IN (SELECT id FROM attendance WHERE person_id = :id) OR person_id = :id`,
  party: 'SELECT agreement_id FROM agreement_party WHERE organization_id = :id',
} as const;

/** What a person signed, or what an organisation is a party to; newest first. */
export function listAgreementsSignedAs(
  connection: Connection,
  role: keyof typeof agreementsOf,
  id: string,
): RelatedAgreement[] {
  return connection
    .sql<AgreementRow>(
      `SELECT * FROM agreement g WHERE id IN (${agreementsOf[role]})
       ORDER BY coalesce(signed_on, (SELECT date FROM meeting m WHERE m.id = g.meeting_id)) DESC, order_key, id`,
      { id },
    )
    .map((row) => ({
      agreementId: row.id,
      meetingId: row.meeting_id,
      title: fromColumns(row, 'title'),
      kind: row.kind as RelatedAgreement['kind'],
      signedOn: row.signed_on,
    }));
}
