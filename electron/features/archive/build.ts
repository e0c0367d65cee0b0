import type { MeetingRecord } from '#shared/contract/records.ts';
import type { Language } from '#shared/domain/language.ts';
import { buildMinutesDocument } from '#shared/domain/minutes/index.ts';
import type { Context } from '../../context.ts';
import { readLabels } from '../../documents/labels.ts';
import { startSlices } from '../../slices.ts';
import { hashContent, readPieces } from '../attachments/index.ts';
import { formatRecord } from '../records/index.ts';
import { type Content, startContent } from './content.ts';
import {
  type ArchivedFile,
  type ArchiveHead,
  manifestName,
  readMeName,
  sumsName,
  writeManifest,
  writeReadMe,
  writeSums,
} from './manifest.ts';
import type { ArchivedContent, PlannedFile, PlannedMeeting } from './plan.ts';
import { ZipWriter } from './zip-writer.ts';

/** `done` and `total` in bytes; what is yet to be made counts as {@link renderedBytes}. */
export interface ArchiveProgress {
  type: 'progress';
  done: number;
  total: number;
}

export interface BuiltArchive {
  chunks: Uint8Array<ArrayBuffer>[];
  bytes: number;
  sha256: string;
  /** How many files it holds. */
  files: number;
}

/** A document takes about as long as so many bytes that are only copied. */
const renderedBytes = 8 * 1024 * 1024;
const progressSteps = 200;

/** Of the files that are kept; the made ones are small. */
export function countKeptBytes(meetings: readonly PlannedMeeting[]): number {
  return meetings
    .flatMap(({ files }) => files)
    .reduce((sum, { source }) => sum + ('kept' in source ? source.kept.sizeBytes : 0), 0);
}

/** Makes the zip in slices. Answers the names of what is damaged instead when anything is: then there is no archive. */
export async function* buildArchive(
  context: Context,
  meetings: readonly PlannedMeeting[],
  signal: AbortSignal | undefined,
): AsyncGenerator<ArchiveProgress, BuiltArchive | { damaged: string[] }> {
  const zip = new ZipWriter();
  const head: ArchiveHead = { programVersion: context.version, createdAtMs: context.clock() };
  const planned = meetings.flatMap(({ files }) => files);
  const made = planned.filter(({ source }) => 'rendered' in source).length;
  const total = countKeptBytes(meetings) + made * renderedBytes;
  const slices = startSlices();
  const damaged: string[] = [];
  let done = 0;
  let told = 0;

  const finished: (PlannedMeeting & { archived: ArchivedFile[] })[] = [];
  for (const meeting of meetings) {
    const archived: ArchivedFile[] = [];
    for (const file of meeting.files) {
      const content = startContent();
      for await (const piece of readSource(context, meeting.record, file)) {
        signal?.throwIfAborted();
        content.add(piece);
        done += 'rendered' in file.source ? renderedBytes : 'kept' in file.source ? piece.length : 0;
        if (slices.areDue()) await slices.pause();
        if (done - told >= total / progressSteps) {
          told = done;
          yield { type: 'progress', done, total };
        }
      }
      const read = content.end();
      if ('kept' in file.source && !isAsKept(read, file.source.kept)) damaged.push(file.source.kept.name);
      // What is damaged is looked for to the end, so that all of it is named.
      if (damaged.length === 0) archived.push(await addPlanned(zip, file, read, head));
    }
    finished.push({ ...meeting, archived });
  }
  if (damaged.length > 0) return { damaged };

  const addText = (path: string, text: string): Promise<ArchivedFile> => {
    const content = startContent();
    content.add(Buffer.from(text));
    const facts = { path, what: 'read_me' as const, language: null, version: null, agendaItem: null };
    return addFile(zip, facts, content.end(), { atMs: head.createdAtMs, packs: true, addedAtMs: null });
  };
  const readMe = await addText(readMeName, writeReadMe(head, finished));
  const manifest = writeManifest(head, finished, [readMe]);
  const files = [...finished.flatMap(({ archived }) => archived), readMe];
  const sums = [...files, { path: manifestName, sha256: hashContent(Buffer.from(manifest)) }];
  await addText(manifestName, manifest);
  await addText(sumsName, writeSums(sums));
  return { ...zip.finish(), files: files.length + 2 };
}

const isAsKept = ({ bytes, sha256 }: Content, kept: ArchivedContent): boolean =>
  bytes === kept.sizeBytes && sha256 === kept.sha256;

async function* readSource(
  context: Context,
  record: MeetingRecord,
  { source }: PlannedFile,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  if ('kept' in source) yield* readPieces(context.connection, source.kept.sha256);
  else if ('record' in source) yield Buffer.from(formatRecord(record));
  else yield await render(context, record, source.rendered, source.language);
}

async function render(
  context: Context,
  record: MeetingRecord,
  format: 'pdf' | 'docx',
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = buildMinutesDocument(record, { languages: [language], labels: readLabels() });
  return format === 'pdf'
    ? (await context.documents.renderPdf(document)).bytes
    : context.documents.renderDocx(document);
}

const textTypes = new Set(['application/json', 'application/rtf', 'message/rfc822']);

function addPlanned(
  zip: ZipWriter,
  { source, ...facts }: PlannedFile,
  content: Content,
  head: ArchiveHead,
): Promise<ArchivedFile> {
  if (!('kept' in source)) {
    return addFile(zip, facts, content, { atMs: head.createdAtMs, packs: 'record' in source, addedAtMs: null });
  }
  const { addedAtMs, mediaType } = source.kept;
  // Other files are compressed already.
  const packs = mediaType.startsWith('text/') || textTypes.has(mediaType);
  return addFile(zip, facts, content, { atMs: addedAtMs, packs, addedAtMs });
}

async function addFile(
  zip: ZipWriter,
  facts: Omit<PlannedFile, 'source'>,
  { sha256, ...content }: Content,
  { addedAtMs, ...how }: { atMs: number; packs: boolean; addedAtMs: number | null },
): Promise<ArchivedFile> {
  await zip.add({ path: facts.path, ...how, ...content });
  return { ...facts, bytes: content.bytes, sha256, addedAtMs };
}
