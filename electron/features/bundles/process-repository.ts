import { mediaTypeOf } from '#shared/domain/media-types.ts';
import type { Connection } from '../../db/connection.ts';
import type { RecordTable } from '../../db/schema.ts';
import type { Row } from '../../db/write.ts';
import { listAgreementFiles } from '../agreements/index.ts';
import { listAttachments } from '../attachments/index.ts';
import { loadRecord } from '../records/index.ts';
import type { BundledProcess, Parcel } from './format.ts';
import { without } from './without.ts';

/** Meetings that are known, and the records in them. */
export interface Surroundings {
  has(meetingId: string): boolean;
}

/**
 * A meeting as a bundle holds it; files have no paths yet. `within`: the meetings of the bundle, since what leads to
 * others is left out. Undefined when there is no such meeting.
 */
export function loadParcel(connection: Connection, meetingId: string, within: Surroundings): Parcel | undefined {
  const record = loadRecord(connection, meetingId);
  return record && { record, process: loadProcess(connection, meetingId, within) };
}

function loadProcess(connection: Connection, meetingId: string, within: Surroundings): BundledProcess {
  const rowsOf = <Key extends keyof typeof processTables>(key: Key): BundledProcess[Key] =>
    connection
      .sql<Row>(`SELECT * FROM ${processTables[key]} WHERE meeting_id = ? ORDER BY id`, meetingId)
      .map((row) => fromRow(row)) as unknown as BundledProcess[Key];
  const [meeting] = connection.sql<{ parentId: string | null; sequence: number }>(
    'SELECT parent_id AS "parentId", calendar_sequence AS sequence FROM meeting WHERE id = ?',
    meetingId,
  );
  const parentId = meeting?.parentId ?? null;
  return {
    parentId: parentId !== null && within.has(parentId) ? parentId : null,
    calendarSequence: meeting?.sequence ?? 0,
    versions: rowsOf('versions'),
    amendments: rowsOf('amendments'),
    circulations: rowsOf('circulations'),
    comments: rowsOf('comments'),
    sideAgreements: rowsOf('sideAgreements'),
    attachments: listAttachments(connection, meetingId).map((file) => ({
      ...without(file, 'meetingId', 'mediaType'),
      path: '',
    })),
    agreementFiles: listAgreementIds(connection, meetingId).flatMap((id) =>
      listAgreementFiles(connection, id).map((file) => ({ ...without(file, 'mediaType'), path: '' })),
    ),
    reviewed: connection
      .sql<{ entryId: string; orderIndex: number; meetingId: string | null }>(
        `SELECT entry_id AS "entryId", order_index AS "orderIndex",
           (SELECT meeting_id FROM entry WHERE id = action_review.entry_id) AS "meetingId"
         FROM action_review WHERE meeting_id = ? ORDER BY order_index, entry_id`,
        meetingId,
      )
      .filter((row) => row.meetingId !== null && within.has(row.meetingId))
      .map(({ entryId, orderIndex }) => ({ entryId, orderIndex })),
    outside: loadOutside(connection, meetingId, within),
  };
}

const listAgreementIds = (connection: Connection, meetingId: string): string[] =>
  connection
    .sql<{ id: string }>('SELECT id FROM agreement WHERE meeting_id = ? ORDER BY order_key, id', meetingId)
    .map(({ id }) => id);

const entriesOf = '(SELECT id FROM entry WHERE meeting_id = :meetingId)';
const agreementsOf = '(SELECT id FROM agreement WHERE meeting_id = :meetingId)';
const meetingOf = (table: 'entry' | 'agreement', id: string): string =>
  `(SELECT meeting_id FROM ${table} WHERE id = ${id})`;

/** References from records of one meeting to those of others: with the meeting that each leads to. */
const outsideQueries = {
  decisions: `SELECT entry_id AS id, replaced_by_entry_id AS "toId",
      ${meetingOf('entry', 'replaced_by_entry_id')} AS "to"
    FROM decision WHERE entry_id IN ${entriesOf} AND replaced_by_entry_id IS NOT NULL ORDER BY entry_id`,
  proposals: `SELECT entry_id AS id, decision_entry_id AS "toId", ${meetingOf('entry', 'decision_entry_id')} AS "to"
    FROM proposal WHERE entry_id IN ${entriesOf} AND decision_entry_id IS NOT NULL ORDER BY entry_id`,
  agreements: `SELECT agreement_id AS id, replaced_by_agreement_id AS "toId",
      ${meetingOf('agreement', 'replaced_by_agreement_id')} AS "to"
    FROM agreement_terms WHERE agreement_id IN ${agreementsOf} AND replaced_by_agreement_id IS NOT NULL
    ORDER BY agreement_id`,
  reports: `SELECT id, meeting_id AS "toId", meeting_id AS "to" FROM status_report
    WHERE meeting_id IS NOT NULL AND (
      (kind IN ('action', 'decision', 'proposal') AND record_id IN ${entriesOf})
      OR (kind = 'agreement' AND record_id IN ${agreementsOf}))
    ORDER BY id`,
} as const;

interface Reference {
  id: string;
  toId: string;
  to: string | null;
}

function loadOutside(connection: Connection, meetingId: string, within: Surroundings): BundledProcess['outside'] {
  const isOutside = ({ to }: { to: string | null }): boolean => to !== null && to !== meetingId && within.has(to);
  const of = (key: keyof typeof outsideQueries): { id: string; toId: string }[] =>
    connection
      .sql<Reference>(outsideQueries[key], { meetingId })
      .filter(isOutside)
      .map(({ id, toId }) => ({ id, toId }));
  const links = connection
    .sql<{ kind: string; fromId: string; toId: string; to: string | null }>(
      `SELECT from_kind || '-' || to_kind AS kind, from_id AS "fromId", to_id AS "toId",
         CASE to_kind WHEN 'action' THEN ${meetingOf('entry', 'to_id')} ELSE ${meetingOf('agreement', 'to_id')} END AS "to"
       FROM record_link WHERE from_kind IN ('decision', 'proposal') AND from_id IN ${entriesOf} ORDER BY from_id, to_id`,
      { meetingId },
    )
    .filter(isOutside)
    .map(({ kind, fromId, toId }) => ({ kind, fromId, toId }));
  return {
    decisions: of('decisions'),
    proposals: of('proposals'),
    agreements: of('agreements'),
    reports: of('reports'),
    links: links as BundledProcess['outside']['links'],
  };
}

/** Tables with a row of their own for each item of a list, which name their meeting. */
const processTables = {
  versions: 'version',
  amendments: 'amendment',
  circulations: 'circulation',
  comments: 'comment',
  sideAgreements: 'side_agreement',
} as const;

/** A row of any table. */
export interface TableRow {
  table: RecordTable;
  row: Row;
}

/** The rows of what belongs to a meeting besides its record, references to other meetings excepted. */
export function processRows(meetingId: string, process: BundledProcess): TableRow[] {
  const lists = (Object.keys(processTables) as (keyof typeof processTables)[]).flatMap((key) =>
    (process[key] as Row[]).map((item) => ({
      table: processTables[key],
      row: toRow({ ...item, meetingId }),
    })),
  );
  return [
    ...lists,
    ...process.attachments.map((file) => ({
      table: 'attachment' as const,
      row: toRow({
        ...without(file, 'path'),
        meetingId,
        language: file.language ?? '',
        mediaType: mediaTypeOf(file.name),
      }),
    })),
    ...process.agreementFiles.map((file) => ({
      table: 'agreement_file' as const,
      row: toRow({ ...without(file, 'path'), mediaType: mediaTypeOf(file.name) }),
    })),
  ];
}

/** Columns of these tables are named as their fields are, in another way of writing; `meeting_id` goes without saying. */
function fromRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(without(row, 'meeting_id')).map(([column, value]) => [
      column.replace(/_(\w)/gu, (_match, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

function toRow(item: Row): Row {
  return Object.fromEntries(
    Object.entries(item).map(([field, value]) => [
      field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
