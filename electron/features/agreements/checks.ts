import type { Agreement, AgreementTerms } from '#shared/contract/agreements.ts';
import type { Connection } from '../../db/connection.ts';

/** What an agreement names and is not there, or is not of its meeting; undefined: all of it is. */
export function findUnknown(connection: Connection, agreement: Agreement): string | undefined {
  const { meetingId, parties, signatories = [] } = agreement;
  const has = (table: 'meeting' | 'organization' | 'person', id: string): boolean =>
    connection.sql(`SELECT 1 FROM ${table} WHERE id = ?`, id).length > 0;
  if (meetingId !== null && !has('meeting', meetingId)) return 'meeting';
  if (parties.some(({ organizationId }) => organizationId !== null && !has('organization', organizationId))) {
    return 'organization';
  }
  const attends = (id: string): boolean =>
    connection.sql('SELECT 1 FROM attendance WHERE id = ? AND meeting_id = ?', id, meetingId).length > 0;
  for (const { attendanceId, personId, partyId } of signatories) {
    if (attendanceId !== null && !attends(attendanceId)) return 'attendance';
    if (attendanceId === null && personId !== undefined && !has('person', personId)) return 'person';
    if (partyId !== undefined && !parties.some(({ id }) => id === partyId)) return 'agreement_party';
  }
  return undefined;
}

/** What the terms name and is none of the agreement; undefined: all of it is. */
export function findUnknownOfTerms({ parties }: Agreement, { copies }: AgreementTerms): string | undefined {
  const known = new Set(parties.map(({ id }) => id));
  const isKnown = copies.every(
    ({ keeperPartyId, signingOrder }) =>
      (keeperPartyId === null || known.has(keeperPartyId)) && signingOrder.every((id) => known.has(id)),
  );
  return isKnown ? undefined : 'agreement_party';
}
