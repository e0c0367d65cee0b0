import type { Agreement } from '#shared/contract/agreements.ts';
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

/** True when all of them are on the list of that meeting. */
export function attendMeeting(connection: Connection, meetingId: string, attendanceIds: readonly string[]): boolean {
  return attendanceIds.every(
    (id) => connection.sql('SELECT 1 FROM attendance WHERE id = ? AND meeting_id = ?', id, meetingId).length > 0,
  );
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
  for (const { id } of stored.parties) write.remove('agreement_party', { id });
  for (const { id } of signatoriesOf(stored)) write.remove('agreement_signatory', { id });
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
      signatories: signatories.map((signatory) => ({ id: signatory.id, attendanceId: signatory.attendance_id })),
    }),
    orderKey: row.order_key,
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

const signatoriesOf = (agreement: Agreement) => agreement.signatories ?? [];

function signatoryRows(agreement: Agreement): AgreementSignatoryRow[] {
  return signatoriesOf(agreement).map((signatory, index) => ({
    id: signatory.id,
    agreement_id: agreement.id,
    attendance_id: signatory.attendanceId,
    order_index: index,
  }));
}
