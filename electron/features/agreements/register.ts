import { standingOn, type StandingOnDay } from '#shared/domain/agreement-standing.ts';
import type { Connection } from '../../db/connection.ts';
import { readValidity } from '../links/index.ts';
import { meetingTitles, perConnection, Register } from '../registers/index.ts';
import {
  type AgreementEntry,
  listEntryIdsAfter,
  loadAgreementTexts,
  loadEntryRows,
  agreementsOfMeetings,
  agreementsOfOrganizations,
} from './register-repository.ts';

export const agreementRegister = perConnection(
  (connection) =>
    new Register<AgreementEntry>(connection, {
      idsAfter: listEntryIdsAfter,
      affecting: {
        agreement: 'id',
        agreement_party: 'agreement_id',
        agreement_signatory: 'agreement_id',
        agreement_terms: 'agreement_id',
        agreement_renewal: 'agreement_id',
        record_area: 'record_id',
        record_link: 'to_id',
        meeting: { column: 'id', toIds: agreementsOfMeetings },
        attendance: { column: 'meeting_id', toIds: agreementsOfMeetings },
        organization: { column: 'id', toIds: agreementsOfOrganizations },
      },
      load: loadEntries,
      compare: compareNewestFirst,
      loadTexts: loadAgreementTexts,
      shared: [meetingTitles<AgreementEntry>(connection, ({ meetingId }) => (meetingId === null ? [] : [meetingId]))],
    }),
);

function loadEntries(connection: Connection, ids: readonly string[]): AgreementEntry[] {
  const validity = readValidity(connection, ids);
  return loadEntryRows(connection, ids).flatMap((row) => {
    const found = validity.get(row.id);
    return found === undefined
      ? []
      : [
          {
            ...row,
            date: found.signedOn ?? found.meetingDate ?? '',
            meetingDate: found.meetingDate ?? '',
            validity: found,
          },
        ];
  });
}

/** The newest first, those of one meeting in their own order; without a day at the end. */
export function compareNewestFirst(a: AgreementEntry, b: AgreementEntry): number {
  return (
    compareStrings(b.date, a.date) ||
    compareStrings(b.meetingDate, a.meetingDate) ||
    compareStrings(a.meetingId ?? '', b.meetingId ?? '') ||
    compareStrings(a.orderKey, b.orderKey) ||
    compareStrings(a.id, b.id)
  );
}

/** The oldest first; without a day at the end. */
export const compareOldestFirst = (a: AgreementEntry, b: AgreementEntry): number =>
  a.date === '' || b.date === '' ? compareStrings(b.date, a.date) : compareStrings(a.date, b.date);

export const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const known = new WeakMap<AgreementEntry, { day: string; found: StandingOnDay }>();

/** As `standingOn`, reckoned once for each entry and day: filters and groups ask again and again. */
export function standingOf(entry: AgreementEntry, day: string): StandingOnDay {
  let last = known.get(entry);
  if (last?.day !== day) known.set(entry, (last = { day, found: standingOn(entry.validity, day) }));
  return last.found;
}

/** Whether somebody should look at it: it ends by a day, or has ended, and nobody has said what became of it. */
export function endsBy(entry: AgreementEntry, today: string, until: string): boolean {
  const { standing, validTo } = standingOf(entry, today);
  return validTo !== null && validTo <= until && standing !== 'terminated' && standing !== 'replaced';
}
