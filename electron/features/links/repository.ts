import type { LinkKind, RecordReference } from '#shared/contract/follow-up.ts';
import type { LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';
import { fromColumns } from '../../db/localized.ts';
import type { RecordLinkRow } from '../../db/follow-up-rows.ts';
import type { AgreementRow, MeetingRow } from '../../db/schema.ts';
import { localizedTextColumns } from '../entries/index.ts';

/** What a link joins: a record that has a state, or a group. */
export type LinkedKind = RecordReference['kind'] | 'group';
/** One of the two ends of a link. */
export interface LinkedId<Kind extends LinkedKind = LinkedKind> {
  kind: Kind;
  id: string;
}

/** The kinds at both ends of a link. */
export const endsOf: Record<LinkKind, { from: 'decision' | 'proposal' | 'group'; to: 'action' | 'agreement' }> = {
  'decision-action': { from: 'decision', to: 'action' },
  'decision-agreement': { from: 'decision', to: 'agreement' },
  'proposal-agreement': { from: 'proposal', to: 'agreement' },
  'group-agreement': { from: 'group', to: 'agreement' },
};

export function isThere(connection: Connection, { kind, id }: LinkedId): boolean {
  if (kind === 'group') return connection.sql('SELECT 1 FROM working_group WHERE id = ?', id).length > 0;
  if (kind === 'agreement') return connection.sql('SELECT 1 FROM agreement WHERE id = ?', id).length > 0;
  return connection.sql('SELECT 1 FROM entry WHERE id = ? AND kind = ?', id, kind).length > 0;
}

/** What a record is linked to, in either direction, whether it is still of that kind or not. */
export function listLinkedIds(connection: Connection, { kind, id }: LinkedId): LinkedId[] {
  return connection.sql<LinkedId>(
    `SELECT to_kind AS kind, to_id AS id FROM record_link WHERE from_kind = :kind AND from_id = :id
     UNION ALL SELECT from_kind, from_id FROM record_link WHERE to_kind = :kind AND to_id = :id`,
    { kind, id },
  );
}

export function isLinked(connection: Connection, link: RecordLinkRow): boolean {
  const { from_kind, from_id, to_kind, to_id } = link;
  return (
    connection.sql(
      'SELECT 1 FROM record_link WHERE from_kind = ? AND from_id = ? AND to_kind = ? AND to_id = ?',
      from_kind,
      from_id,
      to_kind,
      to_id,
    ).length > 0
  );
}

/** How the history names a record: its text in the language in which it was written, or its title. */
export function findLabel(connection: Connection, { kind, id }: LinkedId): string {
  const [row] =
    kind === 'group' || kind === 'agreement'
      ? connection.sql<{ label: string }>(
          kind === 'group'
            ? "SELECT coalesce(nullif(name_en, ''), nullif(name_ru, ''), name_zh) AS label FROM working_group WHERE id = ?"
            : "SELECT coalesce(nullif(title_en, ''), nullif(title_ru, ''), title_zh) AS label FROM agreement WHERE id = ?",
          id,
        )
      : connection.sql<{ label: string }>(
          `SELECT coalesce(
             (SELECT text FROM entry_text WHERE entry_id = e.id AND language = e.source_language), '') AS label
           FROM entry e WHERE id = ?`,
          id,
        );
  return row?.label.slice(0, 60) ?? '';
}

export type MeetingColumns = Pick<MeetingRow, 'title_en' | 'title_ru' | 'title_zh' | 'date' | 'group_id'>;
const meetingColumns = 'm.title_en, m.title_ru, m.title_zh, m.date, m.group_id';

export interface EntryReferenceRow extends MeetingColumns {
  id: string;
  kind: 'action' | 'decision' | 'proposal';
  meeting_id: string;
  state: string;
  text_en: string;
  text_ru: string;
  text_zh: string;
}

/** Of those ids the entries that have a state now. */
export function listEntryRows(connection: Connection, ids: readonly string[]): EntryReferenceRow[] {
  if (ids.length === 0) return [];
  return connection.sql<EntryReferenceRow>(
    `SELECT e.id, e.kind, e.meeting_id, ${meetingColumns}, ${localizedTextColumns},
       CASE e.kind
         WHEN 'action' THEN coalesce((SELECT status FROM action WHERE entry_id = e.id), 'open')
         WHEN 'decision' THEN coalesce((SELECT state FROM decision WHERE entry_id = e.id), 'in_force')
         ELSE coalesce((SELECT stage FROM proposal WHERE entry_id = e.id), 'proposed')
       END AS state
     FROM entry e JOIN meeting m ON m.id = e.meeting_id
     WHERE e.id IN (SELECT value FROM json_each(?)) AND e.kind IN ('action', 'decision', 'proposal')`,
    JSON.stringify(ids),
  );
}

export interface AgreementReferenceRow {
  id: string;
  number: string;
  title: LocalizedText;
  meetingId: string | null;
  meeting: MeetingColumns | null;
}

export function listAgreementRows(connection: Connection, ids: readonly string[]): AgreementReferenceRow[] {
  if (ids.length === 0) return [];
  type Row = AgreementRow & { number: string; m_en: string; m_ru: string; m_zh: string } & {
    date: string | null;
    group_id: string | null;
  };
  return connection
    .sql<Row>(
      `SELECT a.*, coalesce((SELECT number FROM agreement_terms WHERE agreement_id = a.id), '') AS number,
         m.title_en AS m_en, m.title_ru AS m_ru, m.title_zh AS m_zh, m.date, m.group_id
       FROM agreement a LEFT JOIN meeting m ON m.id = a.meeting_id WHERE a.id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    )
    .map((row) => {
      const { m_en, m_ru, m_zh, date, group_id } = row;
      return {
        id: row.id,
        number: row.number,
        title: fromColumns(row, 'title'),
        meetingId: row.meeting_id,
        meeting: date === null ? null : { title_en: m_en, title_ru: m_ru, title_zh: m_zh, date, group_id },
      };
    });
}
