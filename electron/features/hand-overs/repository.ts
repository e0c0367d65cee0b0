import { z } from 'zod';
import { textReference } from '#shared/contract/translations.ts';
import { language } from '#shared/contract/fields.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Connection } from '../../db/connection.ts';

/** A text as it was handed over. */
const handedText = textReference.extend({
  code: z.string(),
  number: z.string(),
  /** That of the hand-over, or the one that stood in for it. */
  sourceLanguage: language,
  source: z.string(),
  target: z.string(),
  /**
   * What the row was taken down in, and what it said when the source was written: the source itself, where it is no
   * translation; null where that is not kept.
   */
  originLanguage: language,
  origin: z.string().nullable(),
});
export type HandedText = z.infer<typeof handedText>;

export interface HandOver {
  id: string;
  meetingId: string;
  sourceLanguage: Language;
  targetLanguage: Language;
  atMs: number;
  texts: HandedText[];
}

interface HandOverRow {
  id: string;
  meeting_id: string;
  source_language: Language;
  target_language: Language;
  at_ms: number;
  texts: string;
}

/** Outside the change sets: what has left the house is not undone. */
export function insertHandOver(connection: Connection, handOver: HandOver): void {
  const { id, meetingId, sourceLanguage, targetLanguage, atMs, texts } = handOver;
  connection.sql(
    `INSERT INTO hand_over (id, meeting_id, source_language, target_language, at_ms, texts) VALUES (?, ?, ?, ?, ?, ?)`,
    id,
    meetingId,
    sourceLanguage,
    targetLanguage,
    atMs,
    JSON.stringify(texts),
  );
}

export const listHandOverIds = (connection: Connection): string[] =>
  connection.sql<{ id: string }>('SELECT id FROM hand_over').map(({ id }) => id);

export function findHandOver(connection: Connection, id: string): HandOver | undefined {
  const [row] = connection.sql<HandOverRow>('SELECT * FROM hand_over WHERE id = ?', id);
  return row && toHandOver(row);
}

/** The hand-over that has a text of this code; the newest, should chance give two the same. */
export function findHandOverOfText(connection: Connection, code: string): HandOver | undefined {
  const [row] = connection.sql<HandOverRow>(
    `SELECT * FROM hand_over
     WHERE EXISTS (SELECT 1 FROM json_each(hand_over.texts) WHERE json_extract(value, '$.code') = ?)
     ORDER BY at_ms DESC LIMIT 1`,
    code,
  );
  return row && toHandOver(row);
}

export function findMeetingTitle(connection: Connection, id: string): Record<Language, string> | undefined {
  return connection.sql<Record<Language, string>>(
    'SELECT title_en AS en, title_ru AS ru, title_zh AS zh FROM meeting WHERE id = ?',
    id,
  )[0];
}

const toHandOver = (row: HandOverRow): HandOver => ({
  id: row.id,
  meetingId: row.meeting_id,
  sourceLanguage: row.source_language,
  targetLanguage: row.target_language,
  atMs: row.at_ms,
  texts: z.array(handedText).parse(JSON.parse(row.texts)),
});

interface Place {
  kind: string;
  id: string;
  language: Language;
}

/** What a text said at each of its revisions that are kept. */
export function listRevisions(
  connection: Connection,
  { kind, id, language }: Place,
): { revision: number; text: string }[] {
  return kind === 'entry'
    ? connection.sql(
        'SELECT revision, text FROM entry_revision WHERE entry_id = ? AND language = ? ORDER BY revision',
        id,
        language,
      )
    : connection.sql(
        'SELECT revision, text FROM heading_revision WHERE kind = ? AND record_id = ? AND language = ? ORDER BY revision',
        kind,
        id,
        language,
      );
}
