import type { FollowedKind, HistoryLine, MeetingReference } from '#shared/contract/follow-up.ts';
import { composedNames } from '#shared/domain/person-name.ts';
import { chooseText } from '#shared/domain/language.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import type { StatusReportRow } from '../../db/follow-up-rows.ts';
import { fromColumns } from '../../db/localized.ts';
import type { MeetingRow } from '../../db/schema.ts';
import { findNames } from '../people/index.ts';

/** What somebody said about a record; see `reportInput` of the contract. */
export interface Report {
  id: string;
  kind: FollowedKind;
  /** Of the entry or the agreement. */
  recordId: string;
  /** How it stands from then on, said or unchanged. */
  state: string;
  on: string;
  reporterId: string | null;
  /** Empty with a `reporterId`: their name of the register. */
  reporter: string;
  meetingId: string | null;
  note: string;
}

export interface StoredReport {
  id: string;
  recordId: string;
  state: string;
  on: string;
  atMs: number;
  reporterId: string | null;
  reporter: string;
  meeting: MeetingReference | null;
  note: string;
}

/** What a report names and is not there; undefined: all of it is. */
export function findUnknownOfReport(
  connection: Connection,
  { reporterId, meetingId }: Pick<Report, 'reporterId' | 'meetingId'>,
): 'person' | 'meeting' | undefined {
  const isMissing = (table: 'person' | 'meeting', id: string | null): boolean =>
    id !== null && connection.sql(`SELECT 1 FROM ${table} WHERE id = ?`, id).length === 0;
  if (isMissing('person', reporterId)) return 'person';
  return isMissing('meeting', meetingId) ? 'meeting' : undefined;
}

export function insertReport(connection: Connection, write: Write, report: Report, atMs: number): void {
  write.insert('status_report', {
    id: report.id,
    kind: report.kind,
    record_id: report.recordId,
    reported_on: report.on,
    state: report.state,
    reporter_person_id: report.reporterId,
    reporter: report.reporter === '' ? nameOf(connection, report.reporterId) : report.reporter,
    meeting_id: report.meetingId,
    note: report.note,
    recorded_at_ms: atMs,
  });
}

function nameOf(connection: Connection, personId: string | null): string {
  const names = personId === null ? undefined : findNames(connection, [personId]).get(personId);
  return names === undefined ? '' : chooseText(composedNames(names), 'en').text;
}

/** The reports on records of one kind, each record's oldest first. */
export function listReports(
  connection: Connection,
  kind: FollowedKind,
  recordIds: readonly string[],
): Map<string, StoredReport[]> {
  type Row = StatusReportRow & Pick<MeetingRow, 'title_en' | 'title_ru' | 'title_zh' | 'date' | 'group_id'>;
  const rows = connection.sql<Row>(
    `SELECT r.*, m.title_en, m.title_ru, m.title_zh, m.date, m.group_id
     FROM status_report r LEFT JOIN meeting m ON m.id = r.meeting_id
     WHERE r.kind = ? AND r.record_id IN (SELECT value FROM json_each(?))
     ORDER BY r.reported_on, r.recorded_at_ms, r.id`,
    kind,
    JSON.stringify(recordIds),
  );
  const reports = rows.map((row): StoredReport => ({
    id: row.id,
    recordId: row.record_id,
    state: row.state,
    on: row.reported_on,
    atMs: row.recorded_at_ms,
    reporterId: row.reporter_person_id,
    reporter: row.reporter,
    meeting:
      row.meeting_id === null
        ? null
        : { id: row.meeting_id, title: fromColumns(row, 'title'), date: row.date, groupId: row.group_id },
    note: row.note,
  }));
  return Map.groupBy(reports, ({ recordId }) => recordId);
}

/**
 * The reports on one record (oldest first) as its history, newest first: a state stands where it became another one than
 * before, at first than `unsaid`. `changedBy` says what else a report changed.
 */
export function toHistory(
  reports: readonly StoredReport[],
  unsaid: string,
  changedBy: (report: StoredReport, isNewState: boolean) => HistoryLine['changed'] = () => [],
): HistoryLine[] {
  let former = unsaid;
  const lines = reports.map((report): HistoryLine => {
    const { id, atMs, on, state, reporterId, reporter, meeting, note } = report;
    const isNewState = state !== former;
    former = state;
    return {
      id,
      atMs,
      on,
      source: 'reported',
      state: isNewState ? state : null,
      changed: changedBy(report, isNewState),
      reporterId,
      reporter,
      meeting,
      note,
    };
  });
  return lines.reverse();
}
