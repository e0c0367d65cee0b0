import type { Connection } from './connection.ts';
import type { RecordTable, RecordTables } from './schema.ts';
import type { Row, Write } from './write.ts';

/*
 * What stands beside the minutes belongs to a record by its id, mostly without a foreign key. Here it is told what
 * becomes of it when the record goes.
 */

/** A column that names a record, and what else a row must say to mean it. */
interface Naming {
  table: RecordTable;
  column: string;
  where?: string;
}

/** Of a record that goes: rows that go with it, and references that become null. */
interface Following {
  rows: readonly Naming[];
  references: readonly Naming[];
}

const of = (table: RecordTable, column: string, where?: string): Naming =>
  where === undefined ? { table, column } : { table, column, where };

export const following: Partial<Record<RecordTable, Following>> = {
  entry: {
    rows: [
      of('decision', 'entry_id'),
      of('proposal', 'entry_id'),
      of('proposal_partner', 'entry_id'),
      of('action_assignee', 'entry_id'),
      of('action_assignment', 'entry_id'),
      of('status_report', 'record_id', "kind IN ('action', 'decision', 'proposal')"),
      of('record_link', 'from_id', "from_kind IN ('decision', 'proposal')"),
      of('record_link', 'to_id', "to_kind = 'action'"),
      of('record_area', 'record_id', "kind = 'entry'"),
    ],
    references: [of('decision', 'replaced_by_entry_id'), of('proposal', 'decision_entry_id')],
  },
  agreement: {
    rows: [
      of('agreement_terms', 'agreement_id'),
      of('agreement_language', 'agreement_id'),
      of('agreement_copy', 'agreement_id'),
      of('agreement_renewal', 'agreement_id'),
      of('agreement_file', 'agreement_id'),
      of('status_report', 'record_id', "kind = 'agreement'"),
      of('record_link', 'to_id', "to_kind = 'agreement'"),
      of('record_area', 'record_id', "kind = 'agreement'"),
    ],
    references: [of('agreement_terms', 'replaced_by_agreement_id')],
  },
  agreement_party: {
    rows: [],
    references: [of('agreement_copy', 'keeper_party_id'), of('agreement_signatory', 'party_id')],
  },
  // What was said at a meeting stays said; only where it was said is not known any more.
  meeting: {
    rows: [of('record_area', 'record_id', "kind = 'meeting'")],
    references: [of('status_report', 'meeting_id')],
  },
  meeting_side: { rows: [of('action_assignee', 'side_id')], references: [] },
  working_group: {
    rows: [of('record_link', 'from_id', "from_kind = 'group'"), of('record_area', 'record_id', "kind = 'group'")],
    references: [],
  },
  // Who reported, or signed, stays named in words where they did.
  person: {
    rows: [],
    references: [of('status_report', 'reporter_person_id'), of('agreement_signatory', 'person_id')],
  },
};

const condition = ({ table, column, where }: Naming): string =>
  `FROM ${table} WHERE ${column} = :id${where === undefined ? '' : ` AND ${where}`}`;

/** Whether anything follows a record: one statement, since rows of minutes go while they are typed. */
const questions = new Map(
  Object.entries(following).map(([table, { rows, references }]) => [
    table,
    `SELECT 1 WHERE ${[...rows, ...references].map((naming) => `EXISTS (SELECT 1 ${condition(naming)})`).join(' OR ')}`,
  ]),
);

export function hasFollowUp(connection: Connection, table: RecordTable, id: string): boolean {
  const question = questions.get(table);
  return question !== undefined && connection.sql(question, { id }).length > 0;
}

/**
 * To be called before a row is removed: what follows it goes in the same change set, and what refers to it no longer
 * does. Contents of files stay, so that undo finds them.
 */
export function removeFollowUp(connection: Connection, write: Write, table: RecordTable, row: Row): void {
  const followed = following[table];
  if (followed === undefined) return;
  const id = String(row['id']);
  if (table === 'agreement_party') leaveSigningOrders(connection, write, String(row['agreement_id']), id);
  if (!hasFollowUp(connection, table, id)) return;
  const rowsOf = (naming: Naming): Row[] => connection.sql<Row>(`SELECT * ${condition(naming)}`, { id });
  for (const naming of followed.references) {
    for (const found of rowsOf(naming)) write.update(naming.table, found, { [naming.column]: null });
  }
  for (const naming of followed.rows) {
    for (const found of rowsOf(naming)) write.remove(naming.table, found);
  }
}

function leaveSigningOrders(connection: Connection, write: Write, agreementId: string, partyId: string): void {
  const copies = connection.sql<RecordTables['agreement_copy']>(
    'SELECT * FROM agreement_copy WHERE agreement_id = ?',
    agreementId,
  );
  for (const { id, signing_order: signingOrder } of copies) {
    const parties = JSON.parse(signingOrder) as string[];
    if (!parties.includes(partyId)) continue;
    const left = parties.filter((party) => party !== partyId);
    write.update('agreement_copy', { id }, { signing_order: JSON.stringify(left) });
  }
}
