import type { HeadingKind } from '#shared/contract/translations.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import { isLocked, type MeetingStatus } from '#shared/domain/meeting-moves.ts';
import type { Row, Touched } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { listTexts } from '../translations/index.ts';
import { listAmendments, readVersionRecord } from '../versions/index.ts';
import { asAgreed, unitsOf } from './derive.ts';
import { insertUnit, listUnitsAfter, nextMeetingUnit, removeUnit } from './repository.ts';
import { unitKey } from './words.ts';

/*
 * `memory_meeting.stamp`: empty while the units of a meeting are to be made anew, `agreed` when they are those of its
 * agreed minutes, `amendment/ID` when they are what was agreed before this amendment was opened.
 */
const toBeMade = '';
const stampOfAgreed = 'agreed';
const stampOf = ({ id }: { id: string }): string => `amendment/${id}`;

interface Stage {
  isAgreed: boolean;
  date: string;
  amendment: { id: string; baseVersionId: string | null } | null;
}

function readStage(connection: Connection, meetingId: string): Stage | undefined {
  const [row] = connection.sql<{ status: MeetingStatus; date: string }>(
    'SELECT status, date FROM meeting WHERE id = ?',
    meetingId,
  );
  if (row === undefined) return undefined;
  const amendment = listAmendments(connection, meetingId).find(({ closedAtMs }) => closedAtMs === null) ?? null;
  return { isAgreed: isLocked(row.status), date: row.date, amendment };
}

/** Every meeting that may have units, or has them. */
export function markAll(connection: Connection): void {
  connection.sql(
    `INSERT OR REPLACE INTO memory_meeting (meeting_id, stamp)
     SELECT id, ? FROM meeting WHERE status IN ('agreed', 'amended')
     UNION SELECT meeting_id, ? FROM amendment WHERE closed_at_ms IS NULL
     UNION SELECT meeting_id, ? FROM memory_meeting`,
    toBeMade,
    toBeMade,
    toBeMade,
  );
}

/** Meetings whose units these changes may have made wrong. Drafts have none, so typing costs nothing here. */
export function markAffected(connection: Connection, touched: readonly Touched[]): void {
  const affected = new Set<string>();
  for (const { table, before, after } of touched) {
    for (const image of [before, after]) {
      const id = image === null ? undefined : meetingOf(connection, table, image);
      if (id !== undefined) affected.add(id);
    }
  }
  for (const id of affected) {
    const stage = readStage(connection, id);
    const stamp = readStamp(connection, id);
    const isAgreed = stage?.isAgreed === true;
    const amendment = stage?.amendment ?? null;
    const isMissing = amendment === null ? stamp !== undefined : stamp !== stampOf(amendment);
    if (isAgreed || isMissing) writeStamp(connection, id, toBeMade);
  }
}

function readStamp(connection: Connection, meetingId: string): string | undefined {
  return connection.sql<{ stamp: string }>('SELECT stamp FROM memory_meeting WHERE meeting_id = ?', meetingId)[0]
    ?.stamp;
}

function writeStamp(connection: Connection, meetingId: string, stamp: string): void {
  connection.sql('INSERT OR REPLACE INTO memory_meeting (meeting_id, stamp) VALUES (?, ?)', meetingId, stamp);
}

const headingRows: Record<HeadingKind, string> = {
  meeting_title: 'SELECT id FROM meeting WHERE id = ?',
  meeting_theme: 'SELECT id FROM meeting WHERE id = ?',
  meeting_framework: 'SELECT id FROM meeting WHERE id = ?',
  agenda_title: 'SELECT meeting_id AS id FROM agenda_item WHERE id = ?',
  agreement_title: 'SELECT meeting_id AS id FROM agreement WHERE id = ?',
  party_description:
    'SELECT meeting_id AS id FROM agreement WHERE id = (SELECT agreement_id FROM agreement_party WHERE id = ?)',
};

/** Of which meeting the texts are that a row belongs to: the column that leads there, and how. */
const ways: Partial<Record<Touched['table'], { column: string; sql?: string }>> = {
  meeting: { column: 'id' },
  agenda_item: { column: 'meeting_id' },
  entry: { column: 'meeting_id' },
  agreement: { column: 'meeting_id' },
  amendment: { column: 'meeting_id' },
  version: { column: 'meeting_id' },
  entry_text: { column: 'entry_id', sql: 'SELECT meeting_id AS id FROM entry WHERE id = ?' },
  agreement_party: { column: 'agreement_id', sql: 'SELECT meeting_id AS id FROM agreement WHERE id = ?' },
};

/** Undefined where the row says nothing of the texts of a meeting, belongs to none, or has gone with what it belonged to. */
function meetingOf(connection: Connection, table: Touched['table'], image: Row): string | undefined {
  const find = (sql: string, id: unknown): string | undefined =>
    connection.sql<{ id: string | null }>(sql, id)[0]?.id ?? undefined;
  if (table === 'heading_text' || table === 'heading_source') {
    return find(headingRows[image.kind as HeadingKind], image.record_id);
  }
  const way = ways[table];
  if (way === undefined) return undefined;
  return way.sql === undefined ? image[way.column]?.toString() : find(way.sql, image[way.column]);
}

/** A meeting whose units are to be made anew. */
export function findMarked(connection: Connection): string | undefined {
  return connection.sql<{ id: string }>(
    'SELECT meeting_id AS id FROM memory_meeting WHERE stamp = ? LIMIT 1',
    toBeMade,
  )[0]?.id;
}

/** So many units are written in one transaction: a few milliseconds' work. */
const mostAtOnce = 50;

/** Makes the units of a meeting what they are to be, or comes a step nearer and leaves it marked. */
export function makeUnits(connection: Connection, meetingId: string): void {
  const stage = readStage(connection, meetingId);
  const made = deriveUnits(connection, meetingId, stage);
  if (made.units !== null && !writeUnits(connection, meetingId, made.units, stage?.date ?? '')) return;
  if (made.stamp === null) connection.sql('DELETE FROM memory_meeting WHERE meeting_id = ?', meetingId);
  else writeStamp(connection, meetingId, made.stamp);
}

/** `units` null: what is there stays; `stamp` null: the meeting has none. */
function deriveUnits(
  connection: Connection,
  meetingId: string,
  stage: Stage | undefined,
): { units: LocalizedText[] | null; stamp: string | null } {
  if (stage?.isAgreed === true) return { units: unitsOf(listTexts(connection, meetingId) ?? []), stamp: stampOfAgreed };
  const amendment = stage?.amendment ?? null;
  if (amendment === null) return { units: [], stamp: null };
  const { baseVersionId } = amendment;
  const agreed = baseVersionId === null ? undefined : readVersionRecord(connection, baseVersionId);
  const stamp = stampOf(amendment);
  // The kept file is damaged: what was taken before is the best there is.
  if (agreed === undefined) return { units: null, stamp };
  return { units: unitsOf(asAgreed(listTexts(connection, meetingId) ?? [], agreed)), stamp };
}

/** Answers whether nothing is left to do. Units that say the same keep their numbers. */
function writeUnits(
  connection: Connection,
  meetingId: string,
  wanted: readonly LocalizedText[],
  date: string,
): boolean {
  const missing = new Map(wanted.map((texts) => [unitKey(texts), texts]));
  const surplus: number[] = [];
  for (const unit of listUnitsAfter(connection, 0, -1, meetingId)) {
    if (unit.date !== date || !missing.delete(unitKey(unit.texts))) surplus.push(unit.id);
  }
  let room = mostAtOnce;
  for (const id of surplus) {
    if (room-- === 0) return false;
    removeUnit(connection, id);
  }
  for (const texts of missing.values()) {
    if (room-- === 0) return false;
    insertUnit(connection, { id: nextMeetingUnit(connection), sourceId: null, meetingId, date, texts });
  }
  return true;
}
