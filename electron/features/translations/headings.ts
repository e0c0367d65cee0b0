import type { EntryText } from '#shared/contract/entries.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { Heading, HeadingKind } from '#shared/contract/translations.ts';
import { filledLanguages, type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import type { Connection } from '../../db/connection.ts';
import type { HeadingSourceRow, HeadingTextRow } from '../../db/schema.ts';

/** Where the texts of a heading stand: `title` is `title_en`, `title_ru`, `title_zh`. */
export const headingColumns = {
  meeting_title: { table: 'meeting', column: 'title' },
  meeting_theme: { table: 'meeting', column: 'theme' },
  meeting_framework: { table: 'meeting', column: 'framework' },
  agenda_title: { table: 'agenda_item', column: 'title' },
  agreement_title: { table: 'agreement', column: 'title' },
  party_description: { table: 'agreement_party', column: 'description' },
} as const satisfies Record<HeadingKind, { table: string; column: string }>;

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
  const written = found.filter(({ text }) => filledLanguages(text).length > 0);
  const states = readStates(
    connection,
    written.map(({ id }) => id),
  );
  return written.map(({ kind, id, placeId, text }) => {
    const filled = filledLanguages(text);
    const usual = [...meeting.workingLanguages, ...languages].find((language) => filled.includes(language)) ?? 'en';
    return {
      kind,
      id,
      meetingId: meeting.id,
      placeId,
      sourceLanguage: states.sources.get(`${kind}/${id}`) ?? usual,
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
