import type { AgreementValidity } from '#shared/domain/agreement-standing.ts';
import type { Connection } from '../../db/connection.ts';
import type { AgreementRenewalRow } from '../../db/follow-up-rows.ts';

type Row = Omit<AgreementValidity, 'renewals'> & { id: string };

/** What decides how agreements stand, by id. */
export function readValidity(connection: Connection, ids: readonly string[]): Map<string, AgreementValidity> {
  const rows = connection.sql<Row>(
    `SELECT a.id, a.signed_on AS "signedOn", (SELECT date FROM meeting WHERE id = a.meeting_id) AS "meetingDate",
       t.valid_from AS "validFrom", t.valid_to AS "validTo", coalesce(t.renewal, 'none') AS renewal,
       t.renewal_months AS "renewalMonths", t.notice_days AS "noticeDays",
       coalesce(t.state, 'standing') AS state, t.state_on AS "stateOn"
     FROM agreement a LEFT JOIN agreement_terms t ON t.agreement_id = a.id
     WHERE a.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  );
  const renewals = Map.groupBy(
    connection.sql<AgreementRenewalRow>(
      `SELECT * FROM agreement_renewal WHERE agreement_id IN (SELECT value FROM json_each(?)) ORDER BY renewed_on, id`,
      JSON.stringify(ids),
    ),
    (row) => row.agreement_id,
  );
  return new Map(
    rows.map(({ id, ...row }) => [
      id,
      {
        ...row,
        renewals: (renewals.get(id) ?? []).map((renewal) => ({
          renewedOn: renewal.renewed_on,
          validTo: renewal.valid_to,
        })),
      },
    ]),
  );
}
