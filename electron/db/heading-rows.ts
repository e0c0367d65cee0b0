import type { EntryText } from '#shared/contract/entries.ts';
import { type HeadingKind, headingKinds, type TextKind } from '#shared/contract/translations.ts';
import type { Language, LocalizedText } from '#shared/domain/language.ts';
import type { Connection } from './connection.ts';
import { fromColumns } from './localized.ts';
import type { AcceptedFindingRow, HeadingSourceRow, HeadingTextRow, RecordTable } from './schema.ts';
import type { Row, Write } from './write.ts';

/** Where the texts of a heading stand: `title` is `title_en`, `title_ru`, `title_zh`. */
export const headingColumns = {
  meeting_title: { table: 'meeting', column: 'title' },
  meeting_theme: { table: 'meeting', column: 'theme' },
  meeting_framework: { table: 'meeting', column: 'framework' },
  agenda_title: { table: 'agenda_item', column: 'title' },
  agreement_title: { table: 'agreement', column: 'title' },
  party_description: { table: 'agreement_party', column: 'description' },
} as const satisfies Record<HeadingKind, { table: RecordTable; column: string }>;

export type HeadingTable = (typeof headingColumns)[HeadingKind]['table'];

/** The text of a heading in each language as the row holds it. */
export const headingText = (kind: HeadingKind, row: Row): LocalizedText =>
  fromColumns<string>(row as Record<string, string>, headingColumns[kind].column);

export interface MeetingHeading {
  kind: HeadingKind;
  id: string;
  text: LocalizedText;
}

export function readHeadings(connection: Connection, meetingId: string): MeetingHeading[] {
  const rows: Record<HeadingTable, Row[]> = {
    meeting: connection.sql('SELECT * FROM meeting WHERE id = ?', meetingId),
    agenda_item: connection.sql('SELECT * FROM agenda_item WHERE meeting_id = ?', meetingId),
    agreement: connection.sql('SELECT * FROM agreement WHERE meeting_id = ?', meetingId),
    agreement_party: connection.sql(
      'SELECT * FROM agreement_party WHERE agreement_id IN (SELECT id FROM agreement WHERE meeting_id = ?)',
      meetingId,
    ),
  };
  return toHeadings(rows);
}

/** Those of one agreement, whose row it is. */
export function readAgreementHeadings(connection: Connection, row: Row): MeetingHeading[] {
  const parties = connection.sql<Row>('SELECT * FROM agreement_party WHERE agreement_id = ?', row['id']);
  return toHeadings({ agreement: [row], agreement_party: parties });
}

const toHeadings = (rows: Partial<Record<HeadingTable, Row[]>>): MeetingHeading[] =>
  headingKinds.flatMap((kind) =>
    (rows[headingColumns[kind].table] ?? []).map((row) => ({
      kind,
      id: String(row['id']),
      text: headingText(kind, row),
    })),
  );

export const parseLanguages = (meeting: Row): Language[] =>
  JSON.parse(String(meeting['working_languages'])) as Language[];

export function workingLanguagesOf(connection: Connection, table: HeadingTable, row: Row): Language[] {
  if (table === 'meeting') return parseLanguages(row);
  const meetingId = meetingIdOf(connection, table, row);
  if (meetingId === undefined) return [];
  const [meeting] = connection.sql<Row>('SELECT working_languages FROM meeting WHERE id = ?', meetingId);
  return meeting === undefined ? [] : parseLanguages(meeting);
}

/** Undefined of an agreement that belongs to no meeting. */
export function meetingIdOf(connection: Connection, table: HeadingTable, row: Row): string | undefined {
  if (table === 'meeting') return String(row['id']);
  if (table !== 'agreement_party') return row['meeting_id']?.toString();
  const [agreement] = connection.sql<{ meetingId: string | null }>(
    'SELECT meeting_id AS "meetingId" FROM agreement WHERE id = ?',
    row['agreement_id'],
  );
  return agreement?.meetingId ?? undefined;
}

/** Undefined when its record is gone, or belongs to no meeting. */
export function findMeetingOfHeading(connection: Connection, kind: HeadingKind, id: string): string | undefined {
  const { table } = headingColumns[kind];
  if (table === 'meeting') return id;
  const [row] = connection.sql<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);
  return row && meetingIdOf(connection, table, row);
}

export type TextRows = Map<Language, HeadingTextRow>;
type TextRowKey = Pick<HeadingTextRow, 'kind' | 'record_id' | 'language'>;

export const textKey = ({ kind, record_id, language }: TextRowKey): TextRowKey => ({ kind, record_id, language });

/** What holds of a text without a row. */
export const unsaidRow = (kind: HeadingKind, id: string, language: Language): HeadingTextRow => ({
  kind,
  record_id: id,
  language,
  revision: 0,
  base_revision: null,
  status: 'draft',
  is_not_needed: 0,
});

export function readTextRows(connection: Connection, kind: HeadingKind, id: string): TextRows {
  const rows = connection.sql<HeadingTextRow>('SELECT * FROM heading_text WHERE kind = ? AND record_id = ?', kind, id);
  return new Map(rows.map((row) => [row.language, row]));
}

export function putTextRow(write: Write, row: HeadingTextRow): void {
  if (!write.update('heading_text', textKey(row), row)) write.insert('heading_text', row);
}

export function toTexts(text: LocalizedText, rows: TextRows): Record<Language, EntryText> {
  const toText = (language: Language): EntryText => ({
    text: text[language],
    revision: rows.get(language)?.revision ?? 0,
    baseRevision: rows.get(language)?.base_revision ?? null,
    status: rows.get(language)?.status === 'reviewed' ? 'reviewed' : 'draft',
    ...(rows.get(language)?.is_not_needed === 1 && { isNotNeeded: true as const }),
  });
  return { en: toText('en'), ru: toText('ru'), zh: toText('zh') };
}

export function findSource(connection: Connection, kind: HeadingKind, id: string): Language | undefined {
  return connection.sql<HeadingSourceRow>('SELECT * FROM heading_source WHERE kind = ? AND record_id = ?', kind, id)[0]
    ?.language;
}

/** One more than any that was ever given: an undo goes back behind revisions, and typing forgets some. */
export function nextRevision(connection: Connection, { kind, record_id, language, revision }: HeadingTextRow): number {
  const [newest] = connection.sql<{ revision: number | null }>(
    'SELECT max(revision) AS revision FROM heading_revision WHERE kind = ? AND record_id = ? AND language = ?',
    kind,
    record_id,
    language,
  );
  return Math.max(newest?.revision ?? 0, revision) + 1;
}

/**
 * Outside the change set: what was written stays, whatever is undone. Only a record that was removed and came back from
 * a file counts anew from revisions that it had, with other words.
 */
export function keepRevision(connection: Connection, row: HeadingTextRow, text: string, atMs: number): void {
  connection.sql(
    `INSERT INTO heading_revision (kind, record_id, language, revision, text, at_ms) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, at_ms = excluded.at_ms WHERE text <> excluded.text`,
    row.kind,
    row.record_id,
    row.language,
    row.revision,
    text,
    atMs,
  );
}

export function forgetRevision(connection: Connection, { kind, record_id, language, revision }: HeadingTextRow): void {
  connection.sql(
    'DELETE FROM heading_revision WHERE kind = ? AND record_id = ? AND language = ? AND revision = ?',
    kind,
    record_id,
    language,
    revision,
  );
}

/** The same words under a new revision, which is answered: for a source that others are behind. */
export function renewText(
  connection: Connection,
  write: Write,
  row: HeadingTextRow,
  text: string,
  atMs: number,
): number {
  const revision = nextRevision(connection, row);
  keepRevision(connection, row, text, atMs);
  putTextRow(write, { ...row, revision });
  keepRevision(connection, { ...row, revision }, text, atMs);
  return revision;
}

/** What was found right of a row or a heading, or of a whole meeting, goes with it. */
export function removeFindings(
  connection: Connection,
  write: Write,
  meetingId: string,
  text?: { kind: TextKind; id: string },
): void {
  const findings =
    text === undefined
      ? connection.sql<AcceptedFindingRow>('SELECT * FROM accepted_finding WHERE meeting_id = ?', meetingId)
      : connection.sql<AcceptedFindingRow>(
          'SELECT * FROM accepted_finding WHERE meeting_id = ? AND kind = ? AND record_id = ?',
          meetingId,
          text.kind,
          text.id,
        );
  for (const finding of findings) write.remove('accepted_finding', finding);
}
