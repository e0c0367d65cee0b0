import type { HeadingKind } from '#shared/contract/translations.ts';
import { type Language, languages, type LocalizedText } from '#shared/domain/language.ts';
import { usualSource } from '#shared/domain/translations/source.ts';
import type { Connection } from './connection.ts';
import {
  findSource,
  forgetRevision,
  type HeadingTable,
  headingText,
  keepRevision,
  type MeetingHeading,
  meetingIdOf,
  nextRevision,
  parseLanguages,
  putTextRow,
  readAgreementHeadings,
  readHeadings,
  readTextRows,
  removeFindings,
  textKey,
  unsaidRow,
  workingLanguagesOf,
} from './heading-rows.ts';
import type { HeadingTextRow, RecordTable } from './schema.ts';
import type { Row, Write } from './write.ts';

const kindsOf: Partial<Record<RecordTable, HeadingKind[]>> = {
  meeting: ['meeting_title', 'meeting_theme', 'meeting_framework'],
  agenda_item: ['agenda_title'],
  agreement: ['agreement_title'],
  agreement_party: ['party_description'],
};

/** Keeps the state of headings right while a change set writes the records that they stand in. */
export interface HeadingWatch {
  /** To be called after a row was changed, with its images. */
  changed(table: RecordTable, before: Row, after: Row): void;
  /** To be called before a row is removed: what is said of its texts goes with it. */
  removing(table: RecordTable, row: Row): void;
}

export function watchHeadings(connection: Connection, write: Write, atMs: number): HeadingWatch {
  return {
    changed(table, before, after) {
      const kinds = kindsOf[table];
      if (kinds === undefined) return;
      const id = String(after['id']);
      for (const kind of kinds) {
        const [from, to] = [headingText(kind, before), headingText(kind, after)];
        if (languages.every((language) => from[language] === to[language])) continue;
        const working = workingLanguagesOf(connection, table as HeadingTable, before);
        writeTexts(connection, write, { kind, id, from, to, working, atMs });
      }
      if (table === 'meeting' && before['working_languages'] !== after['working_languages']) {
        const held = { former: parseLanguages(before), next: parseLanguages(after) };
        keepSources(connection, write, readHeadings(connection, id), held);
      }
      if (table === 'agreement' && before['meeting_id'] !== after['meeting_id']) {
        const languagesOf = (row: Row): Language[] => workingLanguagesOf(connection, table, row);
        const held = { former: languagesOf(before), next: languagesOf(after) };
        keepSources(connection, write, readAgreementHeadings(connection, after), held);
      }
    },

    removing(table, row) {
      const id = String(row['id']);
      if (table === 'entry') removeFindings(connection, write, String(row['meeting_id']), { kind: 'entry', id });
      const kinds = kindsOf[table];
      if (kinds === undefined) return;
      const meetingId = meetingIdOf(connection, table as HeadingTable, row);
      for (const kind of kinds) {
        for (const text of readTextRows(connection, kind, id).values()) write.remove('heading_text', textKey(text));
        write.remove('heading_source', { kind, record_id: id });
        if (table !== 'meeting' && meetingId !== undefined) removeFindings(connection, write, meetingId, { kind, id });
      }
      // Also those of records that went without a word: they refer to the meeting.
      if (table === 'meeting') removeFindings(connection, write, id);
    },
  };
}

interface Change {
  kind: HeadingKind;
  id: string;
  from: LocalizedText;
  to: LocalizedText;
  /** The meeting's working languages before the change. */
  working: readonly Language[];
  atMs: number;
}

function writeTexts(connection: Connection, write: Write, change: Change): void {
  const { kind, id, from, to } = change;
  const stored = readTextRows(connection, kind, id);
  const rowOf = (language: Language): HeadingTextRow => stored.get(language) ?? unsaidRow(kind, id, language);
  const source = followSource(connection, write, change);
  const isChanged = (language: Language): boolean => from[language] !== to[language];
  const formerRevision = rowOf(source).revision;
  const revision = isChanged(source) ? writeNext(connection, write, change, rowOf(source), null) : formerRevision;
  for (const language of languages) {
    if (language === source) continue;
    const row = rowOf(language);
    if (isChanged(language)) writeNext(connection, write, change, row, revision);
    // Where nothing is said, it was right for what the source said so far.
    else if (isChanged(source) && to[language].trim() !== '') {
      putTextRow(write, { ...row, base_revision: row.base_revision ?? formerRevision });
    }
  }
}

/** Writes the next revision of one text and answers its number. */
function writeNext(
  connection: Connection,
  write: Write,
  { from, to, atMs }: Change,
  row: HeadingTextRow,
  baseRevision: number | null,
): number {
  const { language, revision: former } = row;
  const revision = nextRevision(connection, row);
  // What was typed without a pause keeps only its newest text. Before the first revision nothing was typed here.
  if (former > 0 && write.continues('heading_text', textKey(row))) forgetRevision(connection, row);
  else if (former > 0 || from[language] !== '') keepRevision(connection, row, from[language], atMs);
  const next = { ...row, revision, base_revision: baseRevision, status: 'draft', is_not_needed: 0 };
  putTextRow(write, next);
  keepRevision(connection, next, to[language], atMs);
  return revision;
}

/**
 * The source language of a heading that is being written. As long as nobody has said it, it is the first working
 * language with a text. What was the source so far stays it: when an earlier language is filled, and also while its own
 * text is empty, because who writes a title anew often deletes it first.
 */
function followSource(connection: Connection, write: Write, { kind, id, from, to, working }: Change): Language {
  const key = { kind, record_id: id };
  const said = findSource(connection, kind, id);
  const former = said ?? usualSource(from, working);
  const next = usualSource(to, working);
  if (next === undefined) {
    // Nothing is left of it; what is written next is another heading.
    write.remove('heading_source', key);
    return former ?? 'en';
  }
  if (said === undefined && former !== undefined && next !== former) {
    write.insert('heading_source', { ...key, language: former });
  }
  return former ?? next;
}

/** Headings whose source would become another one by the other working languages of their meeting keep theirs. */
function keepSources(
  connection: Connection,
  write: Write,
  headings: readonly MeetingHeading[],
  { former, next }: Record<'former' | 'next', readonly Language[]>,
): void {
  for (const { kind, id, text } of headings) {
    const source = usualSource(text, former);
    if (source === undefined || usualSource(text, next) === source) continue;
    if (findSource(connection, kind, id) !== undefined) continue;
    write.insert('heading_source', { kind, record_id: id, language: source });
  }
}
