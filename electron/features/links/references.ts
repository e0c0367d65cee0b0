import type { FollowedKind, MeetingReference, RecordReference } from '#shared/contract/follow-up.ts';
import { type AgreementValidity, standingOn } from '#shared/domain/agreement-standing.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import { numbersOf } from '../registers/index.ts';
import { compareTexts } from './placed-heads.ts';
import {
  type AgreementReferenceRow,
  type EntryReferenceRow,
  listAgreementRows,
  listEntryRows,
  type LinkedId,
  listLinkedIds,
  type MeetingColumns,
} from './repository.ts';
import { readValidity } from './validity-repository.ts';

/**
 * Records as others name them, by id; those that are gone, or of another kind by now, are not among them. `today` judges
 * how agreements stand.
 */
export function findReferences(
  connection: Connection,
  wanted: readonly LinkedId<FollowedKind>[],
  today: string,
): Map<string, RecordReference> {
  const ids = (isWanted: (kind: FollowedKind) => boolean): string[] =>
    wanted.filter(({ kind }) => isWanted(kind)).map(({ id }) => id);
  const kinds = new Map(wanted.map(({ kind, id }) => [id, kind]));
  const entries = listEntryRows(
    connection,
    ids((kind) => kind !== 'agreement'),
  ).filter((row) => kinds.get(row.id) === row.kind);
  const numbers = new Map(
    [...Map.groupBy(entries, ({ kind }) => kind)].flatMap(([kind, rows]) => [
      ...numbersOf(
        connection,
        kind,
        rows.map((row) => row.meeting_id),
      ),
    ]),
  );
  const agreementIds = ids((kind) => kind === 'agreement');
  const validity = readValidity(connection, agreementIds);
  const agreements = listAgreementRows(connection, agreementIds);
  return new Map(
    [
      ...entries.map((row) => toEntryReference(row, numbers.get(row.id) ?? '')),
      ...agreements.map((row) => toAgreementReference(row, standingOf(validity.get(row.id), today))),
    ].map((reference) => [reference.id, reference]),
  );
}

/** What is linked to a record, newest meeting first; agreements outside every meeting by the date of signing. */
export function listLinked(connection: Connection, of: LinkedId, today: string): RecordReference[] {
  const linked = listLinkedIds(connection, of).filter((end): end is LinkedId<FollowedKind> => end.kind !== 'group');
  return sortReferences([...findReferences(connection, linked, today).values()]);
}

/** Newest meeting first, then as numbered there; what stands outside every meeting comes last. */
export function sortReferences(references: readonly RecordReference[]): RecordReference[] {
  return [...references].sort(
    (a, b) =>
      compareTexts(b.meeting?.date ?? '', a.meeting?.date ?? '') ||
      compareTexts(a.meeting?.id ?? '', b.meeting?.id ?? '') ||
      a.number.localeCompare(b.number, 'en', { numeric: true }) ||
      compareTexts(a.id, b.id),
  );
}

function toEntryReference(row: EntryReferenceRow, number: string): RecordReference {
  const meeting = toMeetingReference(row.meeting_id, row);
  return { kind: row.kind, id: row.id, number, text: fromColumns(row, 'text'), state: row.state, meeting };
}

const standingOf = (validity: AgreementValidity | undefined, today: string): string =>
  validity === undefined ? 'in_force' : standingOn(validity, today).standing;

function toAgreementReference(row: AgreementReferenceRow, state: string): RecordReference {
  const { id, number, title, meeting, meetingId } = row;
  return {
    kind: 'agreement',
    id,
    number,
    text: title,
    state,
    meeting: meeting === null || meetingId === null ? null : toMeetingReference(meetingId, meeting),
  };
}

const toMeetingReference = (id: string, row: MeetingColumns): MeetingReference => ({
  id,
  title: fromColumns(row, 'title'),
  date: row.date,
  groupId: row.group_id,
});
