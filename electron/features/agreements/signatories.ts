import type { Agreement, AgreementSignatory } from '#shared/contract/agreements.ts';
import type { Person } from '#shared/contract/people.ts';
import { emptyText, filledLanguages, type LocalizedText } from '#shared/domain/language.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import type { AgreementSignatoryRow, AttendanceRow } from '../../db/schema.ts';

/**
 * The signatories as they are to be written: whoever signs without having attended stands with name and office as of the
 * signing. What the caller does not say is taken from the register, the office for `day` (null: now).
 */
export function withNames(
  agreement: Agreement,
  day: string | null,
  findPerson: (id: string) => Person | undefined,
): AgreementSignatory[] | undefined {
  return agreement.signatories?.map((signatory) => {
    const { attendanceId, personId, partyId, name, position } = signatory;
    if (attendanceId !== null || personId === undefined) return signatory;
    if (name !== undefined && position !== undefined) return signatory;
    const person = findPerson(personId);
    if (person === undefined) return signatory;
    const party = agreement.parties.find(({ id }) => id === partyId)?.organizationId ?? null;
    return {
      ...signatory,
      name: name ?? composedNames(person.names),
      position: position ?? officeOf(person, party, day),
    };
  });
}

/** The office in the organisation that is signed for, else the first one; empty if none was held on that day. */
function officeOf({ affiliations }: Person, organizationId: string | null, day: string | null): LocalizedText {
  const held = affiliations.filter(({ from, to }) =>
    day === null ? to === null : (from === null || from <= day) && (to === null || to >= day),
  );
  const own = held.find((affiliation) => affiliation.organizationId === organizationId);
  return (own ?? held[0])?.position ?? emptyText();
}

/** The agreement outside its meeting: who attended there stays a signatory by name and office. */
export function detachSignatories(connection: Connection, agreement: Agreement): AgreementSignatory[] {
  return (agreement.signatories ?? []).map((signatory) => {
    if (signatory.attendanceId === null) return signatory;
    const [row] = connection.sql<AttendanceRow>('SELECT * FROM attendance WHERE id = ?', signatory.attendanceId);
    const ownParty = agreement.parties.find(
      ({ organizationId }) => organizationId !== null && organizationId === row?.organization_id,
    );
    const partyId = signatory.partyId ?? ownParty?.id;
    return {
      id: signatory.id,
      attendanceId: null,
      ...(row !== undefined && row.person_id !== null && { personId: row.person_id }),
      ...(partyId !== undefined && { partyId }),
      name: row === undefined ? emptyText() : fromColumns(row, 'name'),
      position: row === undefined ? emptyText() : fromColumns(row, 'position'),
    };
  });
}

/**
 * To be called before a person is removed, in the same change set: what they signed keeps their name and office, and
 * leads to nobody any more.
 */
export function keepSignatures(connection: Connection, write: Write, person: Person): void {
  const signed = connection.sql<AgreementSignatoryRow>(
    'SELECT * FROM agreement_signatory WHERE person_id = ?',
    person.id,
  );
  for (const row of signed) {
    const isNamed = filledLanguages(fromColumns(row, 'name')).length > 0;
    const name = isNamed ? {} : toColumns('name', composedNames(person.names));
    write.update('agreement_signatory', { id: row.id }, { person_id: null, ...name });
  }
}
