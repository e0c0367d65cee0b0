import { createHash } from 'node:crypto';
import { type BundleRefusal, maxBundleBytes, maxBundleFiles } from '#shared/contract/bundles.ts';
import { maxAttachmentBytes } from '#shared/contract/attachments.ts';
import type { z } from 'zod';
import { AgeError, type AgeFault, decryptAge, headBytes, isAge } from '../../exchange/age.ts';
import { openZip, type Zip, ZipError, type ZipFault, type ZipLimits } from '../../exchange/zip-limits.ts';
import { nameFile } from '../attachments/index.ts';
import { isOfRegister, listIds, parseRecord } from '../records/index.ts';
import {
  type BundledProcess,
  bundledProcess,
  type BundleManifest,
  bundleManifest,
  filesOf,
  type Parcel,
} from './format.ts';

/** All that a bundle says; the content of its files is read by {@link streamBundle}. */
export interface ParsedBundle {
  createdAtMs: number;
  program: string;
  isEncrypted: boolean;
  parcels: Parcel[];
}

/** `file`: the one inside the bundle that it is about; may be empty. */
export interface BundleProblem {
  reason: BundleRefusal;
  file: string;
}

/** A part of the content of a file. */
export interface ContentPiece {
  sha256: string;
  bytes: Uint8Array;
}

export interface BundleReading {
  passphrase: string | null;
  /** Hashes of files whose content is wanted. */
  wanted: readonly string[];
}

/** A record file, or a small file beside it, at most; what is kept with meetings is under its own limit. */
const limits: ZipLimits = {
  packedBytes: maxBundleBytes,
  files: maxBundleFiles + 2,
  fileBytes: maxAttachmentBytes,
  totalBytes: maxBundleBytes,
  ratio: 200,
};

class Refused extends Error {
  readonly problem: BundleProblem;

  constructor(reason: BundleRefusal, file = '') {
    super(`the bundle is refused: ${reason}`);
    this.name = 'Refused';
    this.problem = { reason, file };
  }
}

/**
 * Reads a bundle from anywhere: all of it is checked, every file against its hash, before anything is answered. Gives the
 * content of the wanted files in pieces, one file after the other.
 */
export async function* streamBundle(
  pieces: AsyncIterable<Uint8Array>,
  { passphrase, wanted }: BundleReading,
): AsyncGenerator<ContentPiece[], ParsedBundle | { problems: BundleProblem[] }> {
  try {
    const { head, all } = await peek(pieces);
    const isEncrypted = isAge(head);
    if (isEncrypted && passphrase === null) throw new Refused('passphrase-needed');
    const zip = await open(await join(isEncrypted ? decryptAge(head, all, passphrase ?? '') : all));
    const manifest = await readManifest(zip);
    await checkHashes(zip, manifest);
    const parcels: Parcel[] = [];
    for (const meeting of manifest.meetings) parcels.push(await readParcel(zip, manifest, meeting));
    checkTogether(parcels);
    const left = new Set(wanted);
    for (const { path, sha256 } of manifest.files) {
      if (!left.delete(sha256)) continue;
      for await (const bytes of zip.readPieces(path)) yield [{ sha256, bytes }];
    }
    return { createdAtMs: Date.parse(manifest.createdAt), program: manifest.program, isEncrypted, parcels };
  } catch (error) {
    if (error instanceof Refused) return { problems: [error.problem] };
    if (error instanceof ZipError) return { problems: [{ reason: zipReasons[error.fault], file: '' }] };
    if (error instanceof AgeError) return { problems: [{ reason: ageReasons[error.fault], file: '' }] };
    throw error;
  }
}

const zipReasons: Record<ZipFault, BundleRefusal> = {
  'not-a-zip': 'not-a-bundle',
  'too-large': 'too-large',
  encrypted: 'not-a-bundle',
  unsafe: 'unsafe',
  damaged: 'damaged',
};

const ageReasons: Record<AgeFault, BundleRefusal> = {
  foreign: 'not-a-bundle',
  'wrong-passphrase': 'passphrase-wrong',
  damaged: 'damaged',
};

async function open(bytes: Uint8Array): Promise<Zip> {
  const zip = await openZip(bytes, limits);
  if (zip.sizeOf(manifestName) === undefined) throw new Refused('not-a-bundle');
  return zip;
}

const manifestName = 'manifest.json';
const sumsName = 'SHA256SUMS';

async function readManifest(zip: Zip): Promise<BundleManifest> {
  const value = await readJson(zip, manifestName);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 'trilogue-bundle') {
    throw new Refused('not-a-bundle');
  }
  if (!('version' in value) || value.version !== 1) throw new Refused('newer-version');
  const manifest = check(bundleManifest, value, manifestName);
  const listed = new Set(manifest.files.map(({ path }) => path));
  const others = [manifestName, sumsName];
  const isWhole =
    listed.size === manifest.files.length &&
    zip.names.every((name) => listed.has(name) !== others.includes(name)) &&
    zip.names.length === listed.size + others.filter((name) => zip.sizeOf(name) !== undefined).length;
  if (!isWhole) throw new Refused('damaged', manifestName);
  return manifest;
}

async function checkHashes(zip: Zip, { files }: BundleManifest): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    if (zip.sizeOf(path) !== bytes) throw new Refused('damaged', path);
    const hash = createHash('sha256');
    for await (const piece of zip.readPieces(path)) hash.update(piece);
    if (hash.digest('hex') !== sha256) throw new Refused('damaged', path);
  }
}

async function readParcel(
  zip: Zip,
  manifest: BundleManifest,
  meeting: BundleManifest['meetings'][number],
): Promise<Parcel> {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const path of [meeting.record, meeting.process]) {
    if (!listed.has(path)) throw new Refused('inconsistent', path);
  }
  const parsed = parseRecord((await zip.read(meeting.record)) ?? new Uint8Array());
  if ('problems' in parsed) throw new Refused('inconsistent', meeting.record);
  const { record } = parsed;
  if (record.meeting.id !== meeting.id) throw new Refused('inconsistent', meeting.record);
  const process = check(bundledProcess, await readJson(zip, meeting.process), meeting.process);
  const parcel: Parcel = { record, process: withSafeNames(process) };
  if (!isSound(parcel)) throw new Refused('inconsistent', meeting.process);
  for (const file of filesOf(parcel)) {
    const held = listed.get(file.path);
    if (held?.sha256 !== file.sha256 || held.bytes !== file.sizeBytes || file.sizeBytes === 0) {
      throw new Refused('inconsistent', file.path);
    }
  }
  // What was kept of a version is read as our own writing later on.
  for (const { kind, path } of process.attachments) {
    if (kind !== 'version_record') continue;
    const kept = parseRecord((await zip.read(path)) ?? new Uint8Array());
    if ('problems' in kept || kept.record.meeting.id !== meeting.id) throw new Refused('inconsistent', path);
  }
  return parcel;
}

function withSafeNames(process: BundledProcess): BundledProcess {
  const named = <Of extends { name: string; kind: string }>(file: Of): Of => ({
    ...file,
    name: nameFile(file.name, file.kind),
  });
  return {
    ...process,
    attachments: process.attachments.map(named),
    agreementFiles: process.agreementFiles.map(named),
  };
}

/** Everything that the process of a meeting names is there. */
function isSound({ record, process }: Parcel): boolean {
  const ids = (list: readonly { id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
  const { versions, amendments, circulations, comments, sideAgreements, attachments, agreementFiles } = process;
  const sides = ids(record.meeting.sides);
  const items = ids(record.agenda);
  const known = { versions: ids(versions), circulations: ids(circulations), agreements: ids(record.agreements) };
  const entries = ids(record.entries);
  const isIn = (set: ReadonlySet<string>, id: string | null): boolean => id === null || set.has(id);
  const { outside } = process;
  return (
    new Set(versions.map(({ number }) => number)).size === versions.length &&
    amendments.every((of) => isIn(known.versions, of.baseVersionId) && isIn(known.versions, of.versionId)) &&
    circulations.every(({ versionId }) => known.versions.has(versionId)) &&
    comments.every((of) => isIn(known.circulations, of.circulationId) && isIn(sides, of.sideId)) &&
    sideAgreements.every((of) => known.versions.has(of.versionId) && isIn(sides, of.sideId)) &&
    attachments.every((of) => isIn(items, of.agendaItemId) && isIn(known.versions, of.versionId)) &&
    agreementFiles.every(({ agreementId }) => known.agreements.has(agreementId)) &&
    [...outside.decisions, ...outside.proposals].every(({ id }) => entries.has(id)) &&
    outside.agreements.every(({ id }) => known.agreements.has(id)) &&
    outside.reports.every(({ id }) => (record.followUp?.reports ?? []).some((report) => report.id === id)) &&
    outside.links.every(({ kind, fromId }) => !kind.startsWith('group') && entries.has(fromId))
  );
}

/**
 * No two meetings, and no two records of any, share an id; people, organisations, groups and areas are the same for all.
 * A meeting is part of none but one of the bundle, and nothing is in the end replaced by itself.
 */
function checkTogether(parcels: readonly Parcel[]): void {
  const seen = new Set<string>();
  for (const { record, process } of parcels) {
    const own = listIds(record).filter(({ path }) => !isOfRegister(path));
    const lists = [
      process.versions,
      process.amendments,
      process.circulations,
      process.comments,
      process.sideAgreements,
    ];
    for (const { id } of [...own, ...lists.flat(), ...filesOf({ process })]) {
      if (seen.has(id)) throw new Refused('inconsistent', '');
      seen.add(id);
    }
  }
  const meetings = new Set(parcels.map(({ record }) => record.meeting.id));
  const isIn = (id: string | null): boolean => id === null || meetings.has(id);
  if (!parcels.every(({ process }) => isIn(process.parentId))) throw new Refused('inconsistent', '');
  if (hasRing(parcels)) throw new Refused('inconsistent', '');
}

/** Whether a decision or a document is in the end replaced by itself. */
function hasRing(parcels: readonly Parcel[]): boolean {
  const next = new Map<string, string>();
  for (const { record, process } of parcels) {
    for (const { entryId, replacedById } of record.followUp?.decisions ?? []) {
      if (replacedById !== null) next.set(entryId, replacedById);
    }
    for (const { agreementId, replacedById } of record.followUp?.agreements ?? []) {
      if (replacedById !== null) next.set(agreementId, replacedById);
    }
    for (const { id, toId } of [...process.outside.decisions, ...process.outside.agreements]) next.set(id, toId);
  }
  const sound = new Set<string>();
  for (const first of next.keys()) {
    const chain = new Set<string>();
    for (let id: string | undefined = first; id !== undefined && !sound.has(id); id = next.get(id)) {
      if (chain.has(id)) return true;
      chain.add(id);
    }
    for (const id of chain) sound.add(id);
  }
  return false;
}

async function readJson(zip: Zip, path: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await zip.read(path)));
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new Refused(path === manifestName ? 'not-a-bundle' : 'inconsistent', path);
  }
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refused('inconsistent', path);
  return parsed.data;
}

/** How a file begins, and all of it. */
async function peek(pieces: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < headBytes) {
    const step = await iterator.next();
    if (step.done === true) break;
    head = Buffer.concat([head, step.value]);
  }
  const all = async function* (): AsyncGenerator<Uint8Array, void, void> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return { head, all: all() };
}

async function join(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > maxBundleBytes) throw new Refused('too-large');
    held.push(piece);
  }
  return Buffer.concat(held);
}
