import { isDeepStrictEqual } from 'node:util';
import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Write } from '../../db/changes.ts';
import type { RecordTable, RecordTables } from '../../db/schema.ts';
import { tableKeys } from '../../db/table-keys.ts';
import type { Row } from '../../db/write.ts';
import { insertAgendaItem } from '../agenda/index.ts';
import { insertAgreement } from '../agreements/index.ts';
import { insertAttendance } from '../attendance/index.ts';
import { insertMeeting } from '../meetings/index.ts';
import { insertFollowUpRows, withoutGroup } from '../records/index.ts';
import { insertRecordStates } from '../translations/index.ts';
import type { Parcel } from './format.ts';
import { processRows, type TableRow } from './process-repository.ts';
import { without } from './without.ts';

/**
 * The rows that a meeting of a bundle is made of, but for its entries and the states of headings: these have revisions of
 * their own here, and are written by those who know about them.
 */
export function rowsOf({ record, process }: Parcel): TableRow[] {
  const { rows, write } = collectRows();
  insertMeeting(write, record.meeting);
  for (const attendance of record.attendance) insertAttendance(write, attendance);
  for (const item of record.agenda) insertAgendaItem(write, item);
  for (const agreement of record.agreements) insertAgreement(write, agreement);
  insertRecordStates(write, record.meeting.id, findingsOf(record));
  if (record.followUp !== undefined) insertFollowUpRows(write, withoutGroup(record.followUp));
  return [...rows.map(withoutPlace), ...processRows(record.meeting.id, process)];
}

const findingsOf = ({ acceptedFindings = [] }: MeetingRecord): Pick<MeetingRecord, 'acceptedFindings'> => ({
  acceptedFindings,
});

/** Where a meeting stands among others, and how often its calendar entry was changed, is written by itself. */
function withoutPlace({ table, row }: TableRow): TableRow {
  if (table !== 'meeting') return { table, row };
  return { table, row: without(row, 'parent_id', 'calendar_sequence') };
}

/** Takes rows up instead of writing them. */
function collectRows(): { rows: TableRow[]; write: Write } {
  const rows: TableRow[] = [];
  const refuse = (): never => {
    throw new Error('rows are only collected');
  };
  const write: Write = {
    insert: (table, row) => void rows.push({ table, row: row as Row }),
    update: refuse,
    remove: refuse,
    continues: refuse,
    isLocked: refuse,
  };
  return { rows, write };
}

/**
 * Makes the rows of a meeting other ones, and writes only what differs; references have to hold at the end. `stored` is
 * what the meeting says, which is not row for row what is there: one that says what goes without saying may be there or
 * not, and one that was there goes with the record that it named.
 */
export function changeRows(write: Write, stored: readonly TableRow[], wanted: readonly TableRow[]): void {
  const storedByKey = new Map(stored.map((item) => [keyOf(item), item]));
  const wantedKeys = new Set(wanted.map(keyOf));
  for (const [key, { table, row }] of storedByKey) {
    if (!wantedKeys.has(key)) write.remove(table, row);
  }
  for (const item of wanted) {
    const { table, row } = item;
    const known = storedByKey.get(keyOf(item));
    // Only these: a column may name what is in no bundle.
    const changed = Object.entries(row).filter(([column, value]) => !isDeepStrictEqual(known?.row[column], value));
    if (changed.length === 0) continue;
    if (!write.update(table, pickKey(table, row), Object.fromEntries(changed))) write.insert(table, row as never);
  }
}

const keysOf = (table: RecordTable): readonly string[] => tableKeys[table];

const pickKey = <Table extends RecordTable>(table: Table, row: Row): Partial<RecordTables[Table]> =>
  Object.fromEntries(keysOf(table).map((column) => [column, row[column]])) as Partial<RecordTables[Table]>;

const keyOf = ({ table, row }: TableRow): string =>
  JSON.stringify([table, ...keysOf(table).map((column) => row[column])]);
