import type { z } from 'zod';
import { line, text as paragraphs } from '#shared/contract/fields.ts';
import type { Agreement } from '#shared/contract/agreements.ts';
import type { MeetingDetail } from '#shared/contract/meetings.ts';
import type { Heading, HeadingKind } from '#shared/contract/translations.ts';
import { filledLanguages, type Language, type LocalizedText } from '#shared/domain/language.ts';
import { compareByOrderKey } from '#shared/domain/minutes/numbering.ts';
import { usualSource } from '#shared/domain/translations/source.ts';
import type { Translated } from '#shared/domain/translations/state.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import {
  findSource,
  headingColumns,
  headingText,
  meetingIdOf,
  readTextRows,
  type TextRows,
  toTexts,
  workingLanguagesOf,
} from '../../db/heading-rows.ts';
import type { HeadingSourceRow, HeadingTextRow } from '../../db/schema.ts';
import { listAgenda } from '../agenda/index.ts';
import { listAgreements } from '../agreements/index.ts';
import { findMeeting } from '../meetings/index.ts';

const unsaid: TextRows = new Map();

type Parts = Pick<MeetingDetail, 'meeting' | 'agenda' | 'agreements'>;

interface HeadingPlace {
  kind: HeadingKind;
  id: string;
  placeId: string;
  text: LocalizedText;
}

/** In the order of the minutes, as far as they are written in some language. */
export function listHeadings(connection: Connection, parts: Parts): Heading[] {
  const { meeting } = parts;
  const written = headingPlaces(parts).filter(({ text }) => filledLanguages(text).length > 0);
  const states = readStates(
    connection,
    written.map(({ id }) => id),
  );
  return written.map(({ kind, id, placeId, text }) => ({
    kind,
    id,
    meetingId: meeting.id,
    placeId,
    sourceLanguage: states.sources.get(`${kind}/${id}`) ?? usualSource(text, meeting.workingLanguages) ?? 'en',
    texts: toTexts(text, states.texts.get(`${kind}/${id}`) ?? unsaid),
  }));
}

/** As {@link listHeadings}; undefined when there is no such meeting. */
export function loadHeadings(connection: Connection, meetingId: string): Heading[] | undefined {
  const meeting = findMeeting(connection, meetingId);
  if (meeting === undefined) return undefined;
  const [agenda, agreements] = [listAgenda(connection, meetingId), listAgreements(connection, meetingId)];
  return listHeadings(connection, { meeting, agenda, agreements });
}

/** Every place for a heading, in the order of the minutes, with what stands in it. */
export function headingPlaces({ meeting, agenda, agreements }: Parts): HeadingPlace[] {
  return [
    { kind: 'meeting_title', id: meeting.id, placeId: meeting.id, text: meeting.title },
    { kind: 'meeting_theme', id: meeting.id, placeId: meeting.id, text: meeting.theme },
    { kind: 'meeting_framework', id: meeting.id, placeId: meeting.id, text: meeting.framework },
    ...[...agenda]
      .sort(compareByOrderKey)
      .map(({ id, title }) => ({ kind: 'agenda_title' as const, id, placeId: id, text: title })),
    ...[...agreements].sort(compareByOrderKey).flatMap(agreementPlaces),
  ];
}

const agreementPlaces = ({ id, title, parties }: Agreement): HeadingPlace[] => [
  { kind: 'agreement_title', id, placeId: id, text: title },
  ...parties.map((party) => ({
    kind: 'party_description' as const,
    id: party.id,
    placeId: id,
    text: party.description,
  })),
];

export function readStates(connection: Connection, ids: readonly string[]) {
  // Keys are led by their kind, which is therefore asked for by name.
  const wanted = { ids: JSON.stringify([...new Set(ids)]), kinds: JSON.stringify(Object.keys(headingColumns)) };
  const of = <Row>(table: 'heading_text' | 'heading_source'): Row[] =>
    connection.sql<Row>(
      `SELECT * FROM ${table} WHERE kind IN (SELECT value FROM json_each(:kinds))
         AND record_id IN (SELECT value FROM json_each(:ids))`,
      wanted,
    );
  const texts = Map.groupBy(of<HeadingTextRow>('heading_text'), (row) => `${row.kind}/${row.record_id}`);
  return {
    texts: new Map([...texts].map(([key, rows]) => [key, new Map(rows.map((row) => [row.language, row]))])),
    sources: new Map(
      of<HeadingSourceRow>('heading_source').map((row) => [`${row.kind}/${row.record_id}`, row.language]),
    ),
  };
}

export interface StoredHeading extends Translated {
  kind: HeadingKind;
  id: string;
  meetingId: string;
}

/** One heading of a meeting, also an empty one; undefined when its record is gone, or belongs to no meeting. */
export function findHeading(connection: Connection, kind: HeadingKind, id: string): StoredHeading | undefined {
  const { table } = headingColumns[kind];
  const [row] = connection.sql<Record<string, string>>(`SELECT * FROM ${table} WHERE id = ?`, id);
  const meetingId = row && meetingIdOf(connection, table, row);
  if (row === undefined || meetingId === undefined) return undefined;
  const text = headingText(kind, row);
  const source = findSource(connection, kind, id) ?? usualSource(text, workingLanguagesOf(connection, table, row));
  return {
    kind,
    id,
    meetingId,
    sourceLanguage: source ?? 'en',
    texts: toTexts(text, readTextRows(connection, kind, id)),
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
