import { type DocumentLayout, documentLayouts, type JournalEntry } from '#shared/contract/documents.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../context.ts';
import type { ExportLogRow } from '../../db/process-rows.ts';
import { putContent } from '../attachments/index.ts';
import { insertExport } from './repository.ts';

export interface HandedOut extends Omit<JournalEntry, 'id' | 'atMs' | 'sha256' | 'sizeBytes'> {
  /** As asked for, to be offered the next time; null where there is nothing to ask. */
  options: object | null;
  letterId: string | null;
  mediaType: string;
  bytes: Uint8Array;
}

/** Keeps what was handed out, with its bytes, and answers the hash. Outside the change sets: it cannot be undone. */
export function logExport(context: Context, handedOut: HandedOut): { id: string; sha256: string } {
  const [kept] = logExports(context, [handedOut]);
  if (kept === undefined) throw new Error('journal: nothing was kept');
  return kept;
}

/** As {@link logExport}, all of them or none. */
export function logExports(context: Context, handedOut: readonly HandedOut[]): { id: string; sha256: string }[] {
  const { connection } = context;
  const atMs = context.clock();
  const kept = connection.transaction(() =>
    handedOut.map((each) => {
      const row: ExportLogRow = {
        id: context.newId(),
        meeting_id: each.meetingId,
        at_ms: atMs,
        kind: each.kind,
        format: each.format,
        options: JSON.stringify({ layout: each.layout, ...each.options }),
        languages: JSON.stringify(each.languages),
        keeper_side_id: each.keeperSideId,
        letter_id: each.letterId,
        version_number: each.versionNumber,
        name: each.name,
        media_type: each.mediaType,
        sha256: putContent(connection, each.bytes),
        size_bytes: each.bytes.byteLength,
        pages: each.pages,
      };
      insertExport(connection, row);
      return { id: row.id, sha256: row.sha256 };
    }),
  );
  context.events.publish('change', { position: 0, tables: ['export_log'] });
  return kept;
}

export function describeExport(row: ExportLogRow): JournalEntry {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    atMs: row.at_ms,
    kind: row.kind as JournalEntry['kind'],
    format: row.format as JournalEntry['format'],
    layout: readLayout(row.options),
    languages: JSON.parse(row.languages) as Language[],
    keeperSideId: row.keeper_side_id,
    versionNumber: row.version_number,
    name: row.name,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    pages: row.pages,
  };
}

function readLayout(options: string): DocumentLayout {
  const { layout } = JSON.parse(options) as { layout?: unknown };
  return documentLayouts.find((known) => known === layout) ?? 'single';
}
