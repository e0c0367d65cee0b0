import type { Agreement, AgreementSignatory } from '#shared/contract/agreements.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { replaceList } from '../../db/lists.ts';
import { fromColumns, toColumns } from '../../db/localized.ts';
import { queries } from '../../db/queries.ts';
import type { AgreementPartyRow, AgreementRow, AgreementSignatoryRow } from '../../db/schema.ts';

export function listAgreements(connection: Connection, meetingId: string): Agreement[] {
  return connection
    .all(
      queries
        .selectFrom('agreement')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('order_key')
        .orderBy('id'),
    )
    .map((row) => toAgreement(connection, row));
}

export function findAgreement(connection: Connection, id: string): Agreement | undefined {
  const row = connection.first(queries.selectFrom('agreement').selectAll().where('id', '=', id));
  return row && toAgreement(connection, row);
}

export function insertAgreement(write: Write, agreement: Agreement): void {
  write.insert('agreement', agreementRow(agreement));
  replaceList(write, 'agreement_party', [], partyRows(agreement));
  replaceList(write, 'agreement_signatory', [], signatoryRows(agreement));
}

export function updateAgreement(write: Write, stored: Agreement, next: Agreement): void {
  write.update('agreement', { id: next.id }, agreementRow(next));
  replaceList(
    write,
    'agreement_party',
    stored.parties.map(({ id }) => id),
    partyRows(next),
  );
  replaceList(
    write,
    'agreement_signatory',
    signatoriesOf(stored).map(({ id }) => id),
    signatoryRows(next),
  );
}

export function removeAgreement(write: Write, stored: Agreement): void {
  for (const { id } of signatoriesOf(stored)) write.remove('agreement_signatory', { id });
  for (const { id } of stored.parties) write.remove('agreement_party', { id });
  write.remove('agreement', { id: stored.id });
}

function toAgreement(connection: Connection, row: AgreementRow): Agreement {
  const parties = connection.all(
    queries.selectFrom('agreement_party').selectAll().where('agreement_id', '=', row.id).orderBy('order_index'),
  );
  const signatories = connection.all(
    queries.selectFrom('agreement_signatory').selectAll().where('agreement_id', '=', row.id).orderBy('order_index'),
  );
  return {
    id: row.id,
    meetingId: row.meeting_id,
    kind: row.kind as Agreement['kind'],
    title: fromColumns(row, 'title'),
    signedOn: row.signed_on,
    several: row.several === 1,
    parties: parties.map((party) => ({
      id: party.id,
      organizationId: party.organization_id,
      description: fromColumns(party, 'description'),
    })),
    ...(signatories.length > 0 && {
      signatories: signatories.map(toSignatory),
    }),
    orderKey: row.order_key,
  };
}

function toSignatory(row: AgreementSignatoryRow): AgreementSignatory {
  return {
    id: row.id,
    attendanceId: row.attendance_id,
    ...(row.person_id !== null && { personId: row.person_id }),
    ...(row.party_id !== null && { partyId: row.party_id }),
    ...(row.attendance_id === null && { name: fromColumns(row, 'name'), position: fromColumns(row, 'position') }),
  };
}

function agreementRow(agreement: Agreement): AgreementRow {
  return {
    id: agreement.id,
    meeting_id: agreement.meetingId,
    kind: agreement.kind,
    ...toColumns('title', agreement.title),
    signed_on: agreement.signedOn,
    several: agreement.several ? 1 : 0,
    order_key: agreement.orderKey,
  };
}

function partyRows(agreement: Agreement): AgreementPartyRow[] {
  return agreement.parties.map((party, index) => ({
    id: party.id,
    agreement_id: agreement.id,
    organization_id: party.organizationId,
    ...toColumns('description', party.description),
    order_index: index,
  }));
}

const signatoriesOf = (agreement: Agreement): AgreementSignatory[] => agreement.signatories ?? [];

/** Who attended is named by the attendance alone. */
function signatoryRows(agreement: Agreement): AgreementSignatoryRow[] {
  return signatoriesOf(agreement).map(({ id, attendanceId, personId, partyId, name, position }, index) => ({
    id,
    agreement_id: agreement.id,
    attendance_id: attendanceId,
    person_id: attendanceId === null ? (personId ?? null) : null,
    party_id: partyId ?? null,
    ...toColumns('name', attendanceId === null ? (name ?? emptyText()) : emptyText()),
    ...toColumns('position', attendanceId === null ? (position ?? emptyText()) : emptyText()),
    order_index: index,
  }));
}
