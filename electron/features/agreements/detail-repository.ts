import type { LocalizedText } from '#shared/domain/language.ts';
import { isLocked, type MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { AttendanceRow } from '../../db/schema.ts';

export interface SeenAttendance {
  personId: string | null;
  name: LocalizedText;
  position: LocalizedText;
  organization: LocalizedText;
}

/** As they attended, by id of the attendance. */
export function findAttendances(connection: Connection, ids: readonly string[]): Map<string, SeenAttendance> {
  const rows = connection.sql<AttendanceRow>(
    'SELECT * FROM attendance WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        personId: row.person_id,
        name: fromColumns(row, 'name'),
        position: fromColumns(row, 'position'),
        organization: fromColumns(row, 'organization'),
      },
    ]),
  );
}

/** Groups whose founding document this is. */
export function listFounded(connection: Connection, agreementId: string): { groupId: string; name: LocalizedText }[] {
  return connection
    .sql<Record<'id' | 'name_en' | 'name_ru' | 'name_zh', string>>(
      `SELECT id, name_en, name_ru, name_zh FROM working_group WHERE id IN (
         SELECT from_id FROM record_link WHERE from_kind = 'group' AND to_kind = 'agreement' AND to_id = ?)
       ORDER BY id`,
      agreementId,
    )
    .map((row) => ({ groupId: row.id, name: fromColumns(row, 'name') }));
}

export function isMeetingLocked(connection: Connection, meetingId: string): boolean {
  const [meeting] = connection.sql<{ status: MeetingStatus }>('SELECT status FROM meeting WHERE id = ?', meetingId);
  return meeting !== undefined && isLocked(meeting.status);
}

/** The person of a signature was removed from the register, by a change that nobody has taken back. */
export function hasLeftRegister(connection: Connection, signatoryId: string): boolean {
  return (
    connection.sql(
      `SELECT 1 FROM change c JOIN change_set s ON s.seq = c.change_set_seq
       WHERE c.table_name = 'agreement_signatory' AND c.row_key = ? AND s.name = 'person.remove'
         AND s.kind = 'do' AND s.state = 'done' LIMIT 1`,
      signatoryId,
    ).length > 0
  );
}
