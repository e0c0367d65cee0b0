import { maxBundleBytes, maxBundleFiles } from '#shared/contract/bundles.ts';
import { chooseText } from '#shared/domain/language.ts';
import type { Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import { describeFileName } from '../../documents/file-name.ts';
import { findNameFault } from '../../exchange/zip-limits.ts';
import { exporters } from '../../formats.ts';
import { startSlices } from '../../slices.ts';
import {
  describeCheck,
  layOutReadMe,
  manifestName,
  nameFolder,
  PathList,
  readMeName,
  startContent,
  sumsName,
  writeSums,
  ZipWriter,
} from '../archive/index.ts';
import { hashContent, readPieces } from '../attachments/index.ts';
import { formatRecord } from '../records/index.ts';
import { type BundledFile, type BundleManifest, filesOf, type Parcel } from './format.ts';
import { compare } from './order.ts';
import { loadParcel } from './process-repository.ts';

/** `done` and `total` in bytes. */
export interface BundleProgress {
  type: 'progress';
  done: number;
  total: number;
}

export interface BuiltBundle {
  chunks: Uint8Array<ArrayBuffer>[];
  bytes: number;
  sha256: string;
  files: number;
}

interface PlannedParcel {
  parcel: Parcel;
  folder: string;
  recordPath: string;
  processPath: string;
}

export interface Measured {
  files: number;
  sizeBytes: number;
}

/** Meetings by date, with other calls answered in between; undefined when one of them is not there. */
export async function loadParcels(
  connection: Connection,
  meetingIds: readonly string[],
): Promise<Parcel[] | undefined> {
  const slices = startSlices();
  const before = newestChange(connection);
  const loaded = loadEach(connection, meetingIds);
  let step = loaded.next();
  for (; step.done !== true; step = loaded.next()) if (slices.areDue()) await slices.pause();
  // What was changed meanwhile may stand in two meetings, or in none: then all is loaded once more, at one go.
  return newestChange(connection) === before ? step.value : drain(loadEach(connection, meetingIds));
}

function newestChange(connection: Connection): number | null {
  return connection.sql<{ seq: number | null }>('SELECT max(seq) AS seq FROM change_set')[0]?.seq ?? null;
}

function drain<Result>(steps: Generator<void, Result, void>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

function* loadEach(connection: Connection, meetingIds: readonly string[]): Generator<void, Parcel[] | undefined, void> {
  const within = new Set(meetingIds);
  const parcels: Parcel[] = [];
  for (const id of within) {
    const parcel = loadParcel(connection, id, within);
    if (parcel === undefined) return undefined;
    parcels.push(parcel);
    yield;
  }
  return parcels.sort(
    ({ record: { meeting: a } }, { record: { meeting: b } }) => compare(a.date, b.date) || compare(a.id, b.id),
  );
}

/** Of the kept files, and the two that each meeting has besides: these are small. */
export function measure(parcels: readonly Parcel[]): Measured {
  const files = parcels.flatMap(filesOf);
  return {
    files: files.length + 2 * parcels.length + 1,
    sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}

export const isTooLarge = ({ files, sizeBytes }: Measured): boolean =>
  files > maxBundleFiles || sizeBytes > maxBundleBytes;

const progressSteps = 200;

/** Makes the zip in slices. Answers what is damaged, or its size, instead when there can be no bundle of it. */
export async function* buildBundle(
  context: Context,
  parcels: readonly Parcel[],
  signal: AbortSignal | undefined,
): AsyncGenerator<BundleProgress, BuiltBundle | { damaged: string[] } | { tooLarge: Measured }> {
  const planned = planPaths(parcels);
  const { sizeBytes: total } = measure(parcels);
  const atMs = context.clock();
  const zip = new ZipWriter();
  const files: BundleManifest['files'] = [];
  const damaged: string[] = [];
  const slices = startSlices();
  let unpacked = 0;
  let done = 0;
  let told = 0;
  const addText = async (path: string, text: string): Promise<string> => {
    const content = startContent();
    content.add(Buffer.from(text));
    const { sha256, ...packed } = content.end();
    await zip.add({ path, atMs, packs: true, ...packed });
    files.push({ path, bytes: packed.bytes, sha256 });
    unpacked += packed.bytes;
    return sha256;
  };

  for (const { parcel, recordPath, processPath } of planned) {
    await addText(recordPath, formatRecord(parcel.record));
    await addText(processPath, `${JSON.stringify(parcel.process, null, 2)}\n`);
    for (const file of filesOf(parcel)) {
      const content = startContent();
      for (const piece of readPieces(context.connection, file.sha256)) {
        signal?.throwIfAborted();
        content.add(piece);
        done += piece.length;
        if (slices.areDue()) await slices.pause();
        if (done - told < total / progressSteps) continue;
        told = done;
        yield { type: 'progress', done, total };
      }
      const { sha256, ...kept } = content.end();
      unpacked += kept.bytes;
      if (sha256 !== file.sha256 || kept.bytes !== file.sizeBytes) damaged.push(file.name);
      // What is damaged is looked for to the end, so that all of it is named. Files are stored as they are: no bundle of
      // ours may look like one that unfolds to many times its size.
      if (damaged.length > 0) continue;
      await zip.add({ path: file.path, atMs: file.addedAtMs, packs: false, ...kept });
      files.push({ path: file.path, bytes: kept.bytes, sha256 });
    }
    if (slices.areDue()) await slices.pause();
  }
  if (damaged.length > 0) return { damaged };

  await addText(readMeName, writeReadMe(context.version, atMs, parcels));
  const manifest: BundleManifest = {
    format: 'trilogue-bundle',
    version: 1,
    program: `Trilogue ${context.version}`,
    createdAt: new Date(atMs).toISOString(),
    meetings: planned.map(({ parcel, folder, recordPath, processPath }) => ({
      id: parcel.record.meeting.id,
      folder,
      record: recordPath,
      process: processPath,
    })),
    files: [...files],
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const sums = writeSums([...files, { path: manifestName, sha256: hashContent(Buffer.from(text)) }]);
  await addText(manifestName, text);
  await addText(sumsName, sums);
  const built = zip.finish();
  const sizeBytes = Math.max(unpacked, built.bytes);
  return isTooLarge({ files: files.length, sizeBytes })
    ? { tooLarge: { files: files.length, sizeBytes } }
    : { ...built, files: files.length };
}

/** Gives every file its place: a folder per meeting, in it folders for documents, scans, versions and signed documents. */
function planPaths(parcels: readonly Parcel[]): PlannedParcel[] {
  const folders = new PathList();
  return parcels.map(({ record, process }) => {
    const { date, title } = record.meeting;
    const folder = folders.take('', safe(nameFolder(date, title, false), date));
    const paths = new PathList();
    const take = (within: string, name: string): string => paths.take(within, safe(name, 'file'));
    const numbers = new Map(process.versions.map(({ id, number }) => [id, number]));
    const place = <Of extends BundledFile>(file: Of, within: string): Of => ({
      ...file,
      path: take(`${folder}/${within}`, file.name),
    });
    const recordPath = take(folder, describeFileName(record, [], exporters.record.extension));
    const processPath = take(folder, 'process.json');
    return {
      folder,
      recordPath,
      processPath,
      parcel: {
        record,
        process: {
          ...process,
          attachments: process.attachments.map((file) => {
            const number = file.versionId === null ? undefined : numbers.get(file.versionId);
            if (number !== undefined) return place(file, `versions/version ${String(number)}`);
            return place(file, file.kind === 'scan' ? 'scans' : 'documents');
          }),
          agreementFiles: process.agreementFiles.map((file) => place(file, 'signed documents')),
        },
      },
    };
  });
}

const safe = (name: string, otherwise: string): string => (findNameFault(name) === null ? name : otherwise);

/** «2020-06-16 Jiangsu–St. Petersburg cooperation.trilogue.zip», «2020-06-16–2021-03-26, 3 meetings.trilogue.zip». */
export function nameBundle(parcels: readonly Parcel[], isEncrypted: boolean): string {
  const [first, last] = [parcels[0]?.record.meeting, parcels.at(-1)?.record.meeting];
  const stem =
    first === undefined || last === undefined
      ? 'bundle'
      : parcels.length === 1
        ? nameFolder(first.date, first.title, false)
        : `${first.date}–${last.date} (${String(parcels.length)})`;
  return `${stem}.${exporters.bundle.extension}${isEncrypted ? '.age' : ''}`;
}

function writeReadMe(version: string, atMs: number, parcels: readonly Parcel[]): string {
  return layOutReadMe((language, t, day) => [
    t('documents:bundle.title'),
    ...parcels.map(({ record: { meeting } }) => `${meeting.date} ${chooseText(meeting.title, language).text}`),
    t('documents:archive.made', { date: day(atMs), version }),
    '',
    t('documents:bundle.import'),
    '',
    t('documents:archive.contents'),
    `- ${t('documents:archive.record')}`,
    `- ${t('documents:bundle.process')}`,
    `- ${t('documents:bundle.files')}`,
    t('documents:bundle.without'),
    '',
    ...describeCheck(t),
  ]);
}
