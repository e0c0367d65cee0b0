import type { PersonRelated } from '#shared/contract/people.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { AgreementRow } from '../../db/schema.ts';

type RelatedAgreement = PersonRelated['signatures'][number];

const agreementsOf = {
  signatory:
    'SELECT s.agreement_id FROM agreement_signatory s JOIN attendance a ON a.id = s.attendance_id WHERE a.person_id = ?',
  party: 'SELECT agreement_id FROM agreement_party WHERE organization_id = ?',
} as const;

/** What a person signed, or what an organisation is a party to; newest first. */
export function listAgreementsSignedAs(
  connection: Connection,
  role: keyof typeof agreementsOf,
  id: string,
): RelatedAgreement[] {
  return connection
    .sql<AgreementRow>(
      `SELECT g.* FROM agreement g JOIN meeting m ON m.id = g.meeting_id
       WHERE g.id IN (${agreementsOf[role]})
       ORDER BY coalesce(g.signed_on, m.date) DESC, g.order_key, g.id`,
      id,
    )
    .map((row) => ({
      agreementId: row.id,
      meetingId: row.meeting_id,
      title: fromColumns(row, 'title'),
      kind: row.kind as RelatedAgreement['kind'],
      signedOn: row.signed_on,
    }));
}
