import type { Agreement, AgreementDetail } from '#shared/contract/agreements.ts';
import type { HistoryLine, RecordReference } from '#shared/contract/follow-up.ts';
import { emptyText, filledLanguages, type LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { findReferences, listLinked, sortReferences } from '../links/index.ts';
import { listReports, toHistory } from '../status-reports/index.ts';
import { composeAgreementRows } from './compose.ts';
import { findAttendances, hasLeftRegister, isMeetingLocked, listFounded } from './detail-repository.ts';
import { listFiles } from './files-repository.ts';
import { agreementRegister } from './register.ts';
import { findAgreement } from './repository.ts';
import { findTerms, findTermsRow, listRenewals, listReplaced, toState } from './terms-repository.ts';

/** Everything that is known of a signed document; undefined when there is none of this id. */
export async function loadDetail(
  connection: Connection,
  id: string,
  today: string,
): Promise<AgreementDetail | undefined> {
  const register = agreementRegister(connection);
  await register.bringUpToDate();
  const entry = register.get(id);
  const agreement = findAgreement(connection, id);
  const row = entry && composeAgreementRows(connection, [entry], today).get(id);
  if (row === undefined || agreement === undefined) return undefined;
  const { state, stateOn, replacedById } = toState(findTermsRow(connection, id));
  const renewals = listRenewals(connection, [id]);
  const references = (ids: readonly string[]): RecordReference[] => {
    const found = findReferences(
      connection,
      ids.map((other) => ({ kind: 'agreement', id: other })),
      today,
    );
    return sortReferences([...found.values()]);
  };
  return {
    ...row,
    agreement,
    terms: findTerms(connection, id),
    state,
    stateOn,
    replacedBy: replacedById === null ? null : (references([replacedById])[0] ?? null),
    replaces: references(listReplaced(connection, id)),
    signatories: describeSignatories(connection, agreement, row.parties),
    renewals: renewals.map((renewal) => ({
      id: renewal.id,
      renewedOn: renewal.renewed_on,
      validTo: renewal.valid_to,
      note: renewal.note,
    })),
    fileList: listFiles(connection, id),
    linked: listLinked(connection, { kind: 'agreement', id }, today),
    founded: listFounded(connection, id),
    history: readHistory(connection, id, new Set(renewals.map((renewal) => renewal.id))),
    isLocked: agreement.meetingId !== null && isMeetingLocked(connection, agreement.meetingId),
  };
}

/** A report that made a renewal has its id. */
function readHistory(connection: Connection, id: string, renewalIds: ReadonlySet<string>): HistoryLine[] {
  const reports = listReports(connection, 'agreement', [id]).get(id) ?? [];
  return toHistory(reports, 'standing', (report, isNewState) => {
    if (renewalIds.has(report.id)) return ['renewed'];
    return report.state === 'replaced' && !isNewState ? ['replacement'] : [];
  });
}

function describeSignatories(
  connection: Connection,
  { signatories = [] }: Agreement,
  parties: AgreementDetail['parties'],
): AgreementDetail['signatories'] {
  const attendances = findAttendances(
    connection,
    signatories.flatMap(({ attendanceId }) => attendanceId ?? []),
  );
  const partyName = (partyId: string | undefined): LocalizedText | undefined =>
    parties.find(({ id }) => id === partyId)?.name;
  return signatories.map((signatory) => {
    const attendance = signatory.attendanceId === null ? undefined : attendances.get(signatory.attendanceId);
    const party = partyName(signatory.partyId);
    if (attendance === undefined) {
      return {
        id: signatory.id,
        personId: signatory.personId ?? null,
        partyId: signatory.partyId ?? null,
        name: signatory.name ?? emptyText(),
        position: signatory.position ?? emptyText(),
        organization: party ?? emptyText(),
        hasLeftRegister: signatory.personId === undefined && hasLeftRegister(connection, signatory.id),
      };
    }
    const { personId, name, position, organization } = attendance;
    return {
      id: signatory.id,
      personId,
      partyId: signatory.partyId ?? null,
      name,
      position,
      organization: filledLanguages(organization).length > 0 ? organization : (party ?? emptyText()),
      hasLeftRegister: false,
    };
  });
}
