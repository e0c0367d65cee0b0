import type { EraseBlock, ErasePreview, EraseRemain } from '#shared/contract/people.ts';
import { emptyText } from '#shared/domain/language.ts';
import { isLocked, type MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Row } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { rowHasWords } from '../../db/erase-log.ts';
import { fromColumns } from '../../db/localized.ts';
import type { RecordTable } from '../../db/schema.ts';
import { tableKeys } from '../../db/table-keys.ts';
import { startSlices } from '../../slices.ts';

type Block = ErasePreview['blocks'][number];
type Remains = ErasePreview['stays'][number];

const pageSize = 500;
const mostPlaces = 20;
const lockedStatuses = "('agreed', 'amended')";

/** What keeps a person from being erased, the newest meeting first. */
export function listBlocks(connection: Connection, ids: ReadonlySet<string>): Block[] {
  const people = JSON.stringify([...ids]);
  const one = '(SELECT value FROM json_each(:people))';
  const open = `m.status NOT IN ${lockedStatuses}`;
  const queries: Record<EraseBlock, string> = {
    attends: `SELECT a.meeting_id FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE a.person_id IN ${one} AND ${open}`,
    owns: `SELECT e.meeting_id FROM action_owner o JOIN entry e ON e.id = o.entry_id JOIN meeting m ON m.id = e.meeting_id
           WHERE o.person_id IN ${one} AND ${open}`,
    mentioned: `SELECT e.meeting_id FROM entry_mention o JOIN entry e ON e.id = o.entry_id JOIN meeting m ON m.id = e.meeting_id
                WHERE o.person_id IN ${one} AND ${open}`,
    amending: `SELECT c.meeting_id FROM amendment c
               WHERE c.closed_at_ms IS NULL AND EXISTS (
                 SELECT 1 FROM change h WHERE h.table_name = 'attendance'
                   AND coalesce(h.before, h.after) ->> 'meeting_id' = c.meeting_id
                   AND (h.before ->> 'person_id' IN ${one} OR h.after ->> 'person_id' IN ${one}))`,
    assigned: `SELECT e.meeting_id FROM action_assignee o JOIN entry e ON e.id = o.entry_id WHERE o.person_id IN ${one}
               UNION SELECT e.meeting_id FROM action_owner o JOIN action a ON a.entry_id = o.entry_id JOIN entry e ON e.id = o.entry_id
               WHERE o.person_id IN ${one} AND a.status IN ('open', 'in_progress')
                 AND NOT EXISTS (SELECT 1 FROM action_assignment n WHERE n.entry_id = o.entry_id)`,
    unlisted: `SELECT e.meeting_id FROM action_owner o JOIN entry e ON e.id = o.entry_id JOIN meeting m ON m.id = e.meeting_id
               WHERE o.person_id IN ${one} AND NOT ${open} AND NOT EXISTS (
                 SELECT 1 FROM attendance a WHERE a.meeting_id = e.meeting_id AND a.person_id = o.person_id)`,
  };
  return (Object.entries(queries) as [EraseBlock, string][]).flatMap(([reason, meetings]) =>
    connection
      .sql<Row>(`SELECT * FROM meeting WHERE id IN (${meetings}) ORDER BY date DESC, id`, { people })
      .map((row) => ({
        reason,
        meetingId: String(row['id']),
        title: fromColumns<string>(row as Record<string, string>, 'title'),
        date: String(row['date']),
      })),
  );
}

/** Agreed minutes that give an action to one of these people: their rows go on pointing at a record without a name. */
export function listHeldRows(connection: Connection, ids: ReadonlySet<string>): { table: RecordTable; row: Row }[] {
  const people = JSON.stringify([...ids]);
  const owners = connection.sql<Row & { meeting: string }>(
    `SELECT o.*, e.meeting_id AS meeting FROM action_owner o JOIN entry e ON e.id = o.entry_id
     WHERE o.person_id IN (SELECT value FROM json_each(?))`,
    people,
  );
  const meetings = JSON.stringify(owners.map(({ meeting }) => meeting));
  const attendances = connection.sql<Row>(
    `SELECT * FROM attendance WHERE person_id IN (SELECT value FROM json_each(?))
       AND meeting_id IN (SELECT value FROM json_each(?))`,
    people,
    meetings,
  );
  return [
    ...owners.map((row) => ({ table: 'action_owner' as const, row: row })),
    ...attendances.map((row) => ({ table: 'attendance' as const, row })),
  ];
}

/** Letters that were never sent, to whoever is to be forgotten. */
export function listUnsent(
  connection: Connection,
  ids: ReadonlySet<string>,
  words: RegExp | null,
): { id: string; sha256: string }[] {
  const letters = connection.sql<Row & { id: string; draft_sha256: string; own: number }>(
    `SELECT *, attendance_id IN (
       SELECT id FROM attendance WHERE person_id IN (SELECT value FROM json_each(?))) AS own
     FROM letter WHERE sent_at_ms IS NULL`,
    JSON.stringify([...ids]),
  );
  return letters
    .filter(
      ({ own, name, email }) =>
        own === 1 || (words !== null && rowHasWords({ name: name ?? '', email: email ?? '' }, words)),
    )
    .map(({ id, draft_sha256: sha256 }) => ({ id, sha256 }));
}

export function countGoing(
  connection: Connection,
  ids: ReadonlySet<string>,
): Pick<ErasePreview['goes'], 'memberships' | 'reports'> {
  const people = JSON.stringify([...ids]);
  const count = (table: string, column: string): number =>
    connection.sql<{ count: number }>(
      `SELECT count(*) AS count FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`,
      people,
    )[0]?.count ?? 0;
  return { memberships: count('membership', 'person_id'), reports: count('status_report', 'reporter_person_id') };
}

/** Tables of the person itself, and those that hold no words. */
const passedOver: ReadonlySet<string> = new Set([
  'person',
  'person_name',
  'person_alias',
  'affiliation',
  'person_distinct',
  'membership',
  'setting',
]);

/** Where the words stay after the person is gone: what is agreed, signed, sent or kept, and free text. Read in slices. */
export async function listRemains(
  connection: Connection,
  ids: ReadonlySet<string>,
  words: RegExp | null,
  unsent: ReadonlySet<string>,
): Promise<Remains[]> {
  const found = new Finds(connection);
  const slices = startSlices();
  for (const table of Object.keys(tableKeys) as RecordTable[]) {
    if (passedOver.has(table)) continue;
    for await (const row of readAll(connection, table)) {
      if (table === 'letter' && unsent.has(String(row['id']))) continue;
      const isOwn = [row['person_id'], row['reporter_person_id']].some((id) => ids.has(String(id)));
      if (isOwn ? table === 'status_report' || !hasName(row) : words === null || !rowHasWords(row, words)) continue;
      found.add(table, row);
    }
    if (slices.areDue()) await slices.pause();
  }
  found.addKept(ids);
  return found.list();
}

const hasName = (row: Row): boolean => ['name_en', 'name_ru', 'name_zh'].some((column) => Boolean(row[column]));

async function* readAll(connection: Connection, table: RecordTable): AsyncGenerator<Row> {
  const slices = startSlices();
  const keys: readonly string[] = tableKeys[table];
  let after: unknown[] | null = null;
  for (;;) {
    const page: Row[] = connection.sql<Row>(
      `SELECT * FROM ${table} ${after === null ? '' : `WHERE (${keys.join(', ')}) > (${keys.map(() => '?').join(', ')})`}
       ORDER BY ${keys.join(', ')} LIMIT ${String(pageSize)}`,
      ...(after ?? []),
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = keys.map((key) => last[key]);
    if (slices.areDue()) await slices.pause();
  }
}

/** Rows that stay, gathered by what they are and where they stand. */
class Finds {
  readonly #connection: Connection;
  readonly #finds = new Map<EraseRemain, { count: number; first: Map<string, Remains['first'][number]> }>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  add(table: RecordTable, row: Row): void {
    const agreementId = table === 'agreement' ? row['id'] : row['agreement_id'];
    const meeting = this.#meetingOf(table, row);
    const agreement = typeof agreementId === 'string' ? this.#read('agreement', agreementId) : undefined;
    const isAgreed = meeting !== undefined && isLocked(meeting['status'] as MeetingStatus);
    if (table === 'letter') this.#count(row['sent_at_ms'] === null ? 'text' : 'sent_letter', 1, meeting, undefined);
    else if (agreement !== undefined && (isAgreed || agreement['signed_on'] !== null)) {
      this.#count('signed_document', 1, meeting, agreement);
    } else this.#count(isAgreed && table !== 'comment' ? 'agreed_minutes' : 'text', 1, meeting, agreement);
  }

  /** Files made from meetings that the person is in, or once was: what is in them is not read. */
  addKept(ids: ReadonlySet<string>): void {
    for (const meetingId of meetingsEver(this.#connection, ids)) {
      const meeting = this.#read('meeting', meetingId);
      const count = (query: string): number => this.#connection.sql<{ count: number }>(query, meetingId)[0]?.count ?? 0;
      this.#count(
        'kept_version',
        count('SELECT count(*) AS count FROM version WHERE meeting_id = ?'),
        meeting,
        undefined,
      );
      const handedOut =
        count('SELECT count(*) AS count FROM export_log WHERE meeting_id = ?') +
        count('SELECT count(*) AS count FROM hand_over WHERE meeting_id = ?');
      this.#count('handed_out', handedOut, meeting, undefined);
    }
  }

  list(): Remains[] {
    return [...this.#finds].map(([kind, { count, first }]) => ({
      kind,
      count,
      first: [...first.values()].slice(0, mostPlaces),
    }));
  }

  #count(kind: EraseRemain, count: number, meeting: Row | undefined, agreement: Row | undefined): void {
    if (count === 0) return;
    const find = this.#finds.get(kind) ?? { count: 0, first: new Map() };
    this.#finds.set(kind, find);
    find.count += count;
    const place = agreement ?? meeting;
    const id = String(place?.['id'] ?? '');
    if (find.first.has(id)) return;
    find.first.set(id, {
      meetingId: agreement === undefined ? ((meeting?.['id'] as string | undefined) ?? null) : null,
      agreementId: (agreement?.['id'] as string | undefined) ?? null,
      title: place === undefined ? emptyText() : fromColumns<string>(place as Record<string, string>, 'title'),
    });
  }

  #meetingOf(table: RecordTable, row: Row): Row | undefined {
    if (table === 'meeting') return row;
    if (typeof row['meeting_id'] === 'string') return this.#read('meeting', row['meeting_id']);
    const entry = typeof row['entry_id'] === 'string' ? this.#read('entry', row['entry_id']) : undefined;
    const agreement =
      typeof row['agreement_id'] === 'string' ? this.#read('agreement', row['agreement_id']) : undefined;
    const meetingId = (entry ?? agreement)?.['meeting_id'];
    return typeof meetingId === 'string' ? this.#read('meeting', meetingId) : undefined;
  }

  #read(table: 'meeting' | 'entry' | 'agreement', id: string): Row | undefined {
    return this.#connection.sql<Row>(`SELECT * FROM ${table} WHERE id = ?`, id)[0];
  }
}

/** Meetings that one of these people takes part in, or once did, also those that are gone. */
function meetingsEver(connection: Connection, ids: ReadonlySet<string>): Set<string> {
  const people = JSON.stringify([...ids]);
  return new Set(
    connection
      .sql<{ id: string }>(
        `SELECT meeting_id AS id FROM attendance WHERE person_id IN (SELECT value FROM json_each(:people))
         UNION SELECT coalesce(before, after) ->> 'meeting_id' FROM change
         WHERE table_name = 'attendance' AND (before ->> 'person_id' IN (SELECT value FROM json_each(:people))
           OR after ->> 'person_id' IN (SELECT value FROM json_each(:people)))`,
        { people },
      )
      .map(({ id }) => id),
  );
}

/** When the person was first written down here, in ms since 1970; null: before any change that is remembered. */
export function firstSeen(connection: Connection, ids: ReadonlySet<string>): number | null {
  const [row] = connection.sql<{ atMs: number | null }>(
    `SELECT min(s.at_ms) AS "atMs" FROM change c JOIN change_set s ON s.seq = c.change_set_seq
     WHERE c.table_name = 'person' AND c.row_key IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...ids]),
  );
  return row?.atMs ?? null;
}
