import { line, text as paragraphs } from '#shared/contract/fields.ts';
import type { z } from 'zod';
import type { EntryText } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { Heading, HeadingKind } from '#shared/contract/translations.ts';
import { type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { usualSource } from '#shared/domain/translations/source.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { headingColumns } from '../../db/heading-rows.ts';
import type { HeadingSourceRow, HeadingTextRow } from '../../db/schema.ts';

type Parts = Pick<MeetingDetail, 'meeting' | 'agenda' | 'agreements'>;

/** In the order of the minutes, as far as they are written in some language. */
export function listHeadings(connection: Connection, { meeting, agenda, agreements }: Parts): Heading[] {
  const found: { kind: HeadingKind; id: string; placeId: string; text: LocalizedText }[] = [
    { kind: 'meeting_title', id: meeting.id, placeId: meeting.id, text: meeting.title },
    { kind: 'meeting_theme', id: meeting.id, placeId: meeting.id, text: meeting.theme },
    { kind: 'meeting_framework', id: meeting.id, placeId: meeting.id, text: meeting.framework },
    ...[...agenda]
      .sort(compareByOrderKey)
      .map(({ id, title }) => ({ kind: 'agenda_title' as const, id, placeId: id, text: title })),
    ...[...agreements].sort(compareByOrderKey).flatMap(({ id, title, parties }) => [
      { kind: 'agreement_title' as const, id, placeId: id, text: title },
      ...parties.map((party) => ({
        kind: 'party_description' as const,
        id: party.id,
        placeId: id,
        text: party.description,
      })),
    ]),
  ];
  const written = found.filter(({ text }) => usualSource(text, meeting.workingLanguages) !== undefined);
  const states = readStates(
    connection,
    written.map(({ id }) => id),
  );
  return written.map(({ kind, id, placeId, text }) => {
    return {
      kind,
      id,
      meetingId: meeting.id,
      placeId,
      sourceLanguage: states.sources.get(`${kind}/${id}`) ?? usualSource(text, meeting.workingLanguages) ?? 'en',
      texts: Object.fromEntries(
        languages.map((language) => [language, toText(text[language], states.texts.get(`${kind}/${id}/${language}`))]),
      ) as Record<Language, EntryText>,
    };
  });
}

function readStates(connection: Connection, ids: readonly string[]) {
  const wanted = JSON.stringify([...new Set(ids)]);
  const texts = connection.sql<HeadingTextRow>(
    'SELECT * FROM heading_text WHERE record_id IN (SELECT value FROM json_each(?))',
    wanted,
  );
  const sources = connection.sql<HeadingSourceRow>(
    'SELECT * FROM heading_source WHERE record_id IN (SELECT value FROM json_each(?))',
    wanted,
  );
  return {
    texts: new Map(texts.map((row) => [`${row.kind}/${row.record_id}/${row.language}`, row])),
    sources: new Map(sources.map((row) => [`${row.kind}/${row.record_id}`, row.language])),
  };
}

function toText(text: string, row: HeadingTextRow | undefined): EntryText {
  return {
    text,
    revision: row?.revision ?? 0,
    baseRevision: row?.base_revision ?? null,
    status: row?.status === 'reviewed' ? 'reviewed' : 'draft',
    ...(row?.is_not_needed === 1 && { isNotNeeded: true as const }),
  };
}

/**
 * Writes one text of a heading, whose state follows by itself (db/headings.ts). False when it reads so already, or when
 * its record is gone.
 */
export function writeHeading(
  connection: Connection,
  write: Write,
  { kind, id, language }: { kind: HeadingKind; id: string; language: Language },
  text: string,
): boolean {
  const { table, column } = headingColumns[kind];
  const name = `${column}_${language}`;
  const [row] = connection.sql<{ text: string }>(`SELECT ${name} AS text FROM ${table} WHERE id = ?`, id);
  if (row === undefined || row.text === text) return false;
  return write.update(table, { id }, { [name]: text });
}

const fields: Record<HeadingKind, z.ZodType<string>> = {
  meeting_title: line,
  meeting_theme: paragraphs,
  meeting_framework: paragraphs,
  agenda_title: line,
  agreement_title: line,
  party_description: line,
};

/** As the contract of the record takes it; undefined when it is too long for its field. */
export function cleanHeading(kind: HeadingKind, value: string): string | undefined {
  return fields[kind].safeParse(value).data;
}
