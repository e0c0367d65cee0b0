import { z } from 'zod';
import { attachmentKinds } from '#shared/contract/attachments.ts';
import { agreementFileKinds } from '#shared/contract/agreements.ts';
import { maxBundleFiles, maxBundleMeetings } from '#shared/contract/bundles.ts';
import { commentStates } from '#shared/contract/circulations.ts';
import { date, id, language, line, optionalDate, text } from '#shared/contract/fields.ts';
import { linkKinds } from '#shared/contract/follow-up.ts';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { agreementManners } from '#shared/contract/versions.ts';

/*
 * The format of bundles, version 1. A bundle is a zip: `manifest.json`, `SHA256SUMS`, `READ ME.txt`, and for each meeting
 * a folder with its record file (shared/contract/records.ts), its process file, and the files that belong to it.
 */

const instant = z.number().int().min(0).max(8_640_000_000_000_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const path = z.string().min(1).max(1_000);

const described = { path, bytes: z.number().int().min(0), sha256 };

export const bundleManifest = z.strictObject({
  format: z.literal('trilogue-bundle'),
  version: z.literal(1),
  program: line,
  createdAt: z.iso.datetime(),
  meetings: z
    .array(
      z.strictObject({
        id,
        folder: path,
        /** Paths of its files that are read as data. */
        record: path,
        process: path,
      }),
    )
    .min(1)
    .max(maxBundleMeetings),
  /** Every file but this one and SHA256SUMS. */
  files: z.array(z.strictObject(described)).max(maxBundleFiles),
});
export type BundleManifest = z.infer<typeof bundleManifest>;

const keptFile = { id, name: line, sizeBytes: z.number().int().min(0), sha256, addedAtMs: instant, path };
const rows = <T extends z.ZodType>(item: T): z.ZodArray<T> => z.array(item).max(20_000);

/** What belongs to a meeting besides its record. Letters are not in it: they are of the one who wrote them. */
export const bundledProcess = z.strictObject({
  /** The event that it is a part of, if that is in the bundle. */
  parentId: id.nullable(),
  /** SEQUENCE of its calendar entry (RFC 5546). */
  calendarSequence: z.number().int().min(0).max(1_000_000),
  versions: rows(
    z.strictObject({
      id,
      number: z.number().int().min(1).max(100_000),
      atMs: instant,
      purpose: z.enum(['circulation', 'signature', 'import']),
      reason: text,
      contentSha256: sha256,
      agreedAtMs: instant.nullable(),
    }),
  ),
  amendments: rows(
    z.strictObject({
      id,
      baseVersionId: id.nullable(),
      reason: text,
      openedAtMs: instant,
      closedAtMs: instant.nullable(),
      versionId: id.nullable(),
    }),
  ),
  circulations: rows(
    z.strictObject({
      id,
      versionId: id,
      openedAtMs: instant,
      commentsDue: optionalDate,
      note: text,
      closedAtMs: instant.nullable(),
      outcome: z.enum(['', 'closed', 'withdrawn', 'agreed']),
    }),
  ),
  comments: rows(
    z.strictObject({
      id,
      circulationId: id.nullable(),
      entryId: id.nullable(),
      language,
      quote: text,
      author: line,
      sideId: id.nullable(),
      text,
      receivedAtMs: instant,
      source: z.enum(['typed', 'docx']),
      sourceKey: z.string().max(500),
      state: z.enum(commentStates),
      reason: text,
      settledAtMs: instant.nullable(),
    }),
  ),
  sideAgreements: rows(
    z.strictObject({
      id,
      versionId: id,
      sideId: id.nullable(),
      agreedOn: date,
      byAttendanceId: id.nullable(),
      byName: line,
      manner: z.enum(agreementManners),
      note: text,
    }),
  ),
  attachments: rows(
    z.strictObject({
      ...keptFile,
      agendaItemId: id.nullable(),
      versionId: id.nullable(),
      kind: z.enum(attachmentKinds),
      language: language.nullable(),
    }),
  ),
  agreementFiles: rows(
    z.strictObject({ ...keptFile, agreementId: id, kind: z.enum(agreementFileKinds), language: language.nullable() }),
  ),
  /** Actions of other meetings of the bundle that stand on the table of this one, in their order. */
  reviewed: rows(z.strictObject({ entryId: id, orderIndex: z.number().int().min(0).max(100_000) })),
  /** What leads from records of this meeting to those of other meetings of the bundle. */
  outside: z.strictObject({
    decisions: rows(z.strictObject({ id, toId: id })),
    proposals: rows(z.strictObject({ id, toId: id })),
    agreements: rows(z.strictObject({ id, toId: id })),
    reports: rows(z.strictObject({ id, toId: id })),
    links: rows(z.strictObject({ kind: z.enum(linkKinds), fromId: id, toId: id })),
  }),
});
export type BundledProcess = z.infer<typeof bundledProcess>;
export type BundledFile = BundledProcess['attachments'][number] | BundledProcess['agreementFiles'][number];

/** One meeting with all that goes into a bundle. */
export interface Parcel {
  record: MeetingRecord;
  process: BundledProcess;
}

export const filesOf = ({ process }: Pick<Parcel, 'process'>): BundledFile[] => [
  ...process.attachments,
  ...process.agreementFiles,
];
