import type { TextReference } from '#shared/contract/translations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { isInStep, textsForSource } from '#shared/domain/translations/source.ts';
import type { Translated } from '#shared/domain/translations/state.ts';
import type { Write } from '../../db/changes.ts';
import type { Connection } from '../../db/connection.ts';
import { renewText, unsaidRow } from '../../db/heading-rows.ts';
import type { EntryTextRow } from '../../db/schema.ts';
import { findEntries, toEntryTexts } from '../entries/index.ts';
import { findHeading, type StoredHeading } from './headings.ts';

/** What is said of a text besides its words. */
export type Said = Partial<Pick<EntryTextRow, 'revision' | 'base_revision' | 'status' | 'is_not_needed'>>;

/** Says it of a text of a row or a heading, whether or not something was said of it before. */
export function writeSaid(
  write: Write,
  { kind, id }: TextReference,
  language: Language,
  { texts }: Translated,
  said: Said,
): void {
  const { revision, baseRevision, status, isNotNeeded } = texts[language];
  const stored = { revision, base_revision: baseRevision, status, is_not_needed: isNotNeeded === true ? 1 : 0 };
  if (kind === 'entry') {
    const key = { entry_id: id, language };
    if (!write.update('entry_text', key, said)) write.insert('entry_text', { ...key, text: '', ...stored, ...said });
    return;
  }
  const key = { kind, record_id: id, language };
  if (!write.update('heading_text', key, said)) write.insert('heading_text', { ...key, ...stored, ...said });
}

/** The others become translations of another text. A source that some are behind gets a new revision to show it. */
export function writeHeadingSource(
  connection: Connection,
  write: Write,
  stored: StoredHeading,
  source: Language,
  atMs: number,
): void {
  const { kind, id } = stored;
  const key = { kind, record_id: id };
  if (!write.update('heading_source', key, { language: source })) {
    write.insert('heading_source', { ...key, language: source });
  }
  const texts = textsForSource(stored, source);
  const others = languages.filter((language) => language !== source);
  const isBehind = (language: Language): boolean =>
    texts[language].baseRevision === 0 && texts[language].text !== '' && !isInStep(stored, language, source);
  const isRenewed = texts[source].revision === 0 && others.some(isBehind);
  const { text, status } = texts[source];
  const revision = isRenewed
    ? renewText(connection, write, { ...unsaidRow(kind, id, source), status }, text, atMs)
    : texts[source].revision;
  for (const language of languages) {
    const { baseRevision, status, isNotNeeded } = texts[language];
    const isFollowing = isRenewed && others.includes(language) && isInStep(stored, language, source);
    const said = {
      base_revision: isFollowing ? revision : baseRevision,
      status,
      is_not_needed: isNotNeeded === true ? 1 : 0,
    };
    if (!isSaid(stored, language, said)) writeSaid(write, { kind, id }, language, stored, said);
  }
}

function isSaid({ texts }: Translated, language: Language, said: Required<Omit<Said, 'revision'>>): boolean {
  const { baseRevision, status, isNotNeeded } = texts[language];
  return (
    baseRevision === said.base_revision &&
    status === said.status &&
    (isNotNeeded === true) === (said.is_not_needed === 1)
  );
}

/** What a text said at one of its revisions; undefined where that was not kept. */
export function findRevision(
  connection: Connection,
  { kind, id }: TextReference,
  language: Language,
  revision: number,
): string | undefined {
  const [found] =
    kind === 'entry'
      ? connection.sql<{ text: string }>(
          'SELECT text FROM entry_revision WHERE entry_id = ? AND language = ? AND revision = ?',
          id,
          language,
          revision,
        )
      : connection.sql<{ text: string }>(
          'SELECT text FROM heading_revision WHERE kind = ? AND record_id = ? AND language = ? AND revision = ?',
          kind,
          id,
          language,
          revision,
        );
  return found?.text;
}

/** Those of the meeting that are there, by kind and id; a heading also when it is empty. */
export function findTexts(
  connection: Connection,
  meetingId: string,
  references: readonly TextReference[],
): Map<string, Translated> {
  const found = new Map<string, Translated>();
  const entryIds = new Set(references.flatMap(({ kind, id }) => (kind === 'entry' ? id : [])));
  for (const entry of findEntries(connection, [...entryIds])) {
    if (entry.meetingId === meetingId) found.set(`entry/${entry.id}`, entry);
  }
  for (const { kind, id } of references) {
    if (kind === 'entry' || found.has(`${kind}/${id}`)) continue;
    const heading = findHeading(connection, kind, id);
    if (heading?.meetingId === meetingId) found.set(`${kind}/${id}`, heading);
  }
  return found;
}

/** The texts of the rows of a meeting, without anything else of them; several meetings are asked for at once. */
export function listEntryTexts(connection: Connection, meetingId: string): Translated[] {
  const texts = Map.groupBy(
    connection.sql<EntryTextRow>(
      'SELECT * FROM entry_text WHERE entry_id IN (SELECT id FROM entry WHERE meeting_id = ?)',
      meetingId,
    ),
    (row) => row.entry_id,
  );
  return connection
    .sql<{ id: string; source: Language }>(
      'SELECT id, source_language AS source FROM entry WHERE meeting_id = ?',
      meetingId,
    )
    .map(({ id, source }) => ({ sourceLanguage: source, texts: toEntryTexts(texts.get(id) ?? []) }));
}
