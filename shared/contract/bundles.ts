import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { contentDamaged } from './attachments.ts';
import { backupFailed, passphrase } from './backups.ts';
import { meetingStatuses } from '../domain/meeting-moves.ts';
import { notFound } from './errors.ts';
import { id, localizedText } from './fields.ts';

/** Largest bundle, in bytes, also of what it holds: another laptop must be able to check it in little memory. */
export const maxBundleBytes = 200 * 1024 * 1024;
/** As a file under a passphrase it is a little longer. */
export const maxBundleFileBytes = maxBundleBytes + 1024 * 1024;
export const maxBundleMeetings = 500;
export const maxBundleFiles = 5_000;

/** Either is over its limit; the same meetings in two bundles are not. */
export const bundleTooLarge = {
  status: 413,
  data: z.object({ sizeBytes: z.number(), maxBytes: z.number(), files: z.number(), maxFiles: z.number() }),
};

/** `inconsistent`: every file is as its hash says, but they do not fit together or are no records of meetings. */
export const bundleRefusals = [
  'not-a-bundle',
  'newer-version',
  'damaged',
  'unsafe',
  'too-large',
  'inconsistent',
  'passphrase-needed',
  'passphrase-wrong',
] as const;
export type BundleRefusal = (typeof bundleRefusals)[number];
/** The file was refused; nothing was changed. `file`: the file inside the bundle that it is about; may be empty. */
export const bundleRefused = {
  status: 422,
  data: z.object({ reason: z.enum(bundleRefusals), file: z.string() }),
};

/** A text, or a plain value that the page writes in the way of its field: a day, a status, a number. */
const shownValue = z.union([localizedText, z.string()]);
export type ShownValue = z.infer<typeof shownValue>;

/** Single facts of a meeting. `other`: what is not shown by itself. */
export const bundleFields = [
  'title',
  'number',
  'date',
  'time',
  'status',
  'theme',
  'framework',
  'place',
  'sides',
  'organizers',
  'next_meeting',
  'note',
  'other',
] as const;
export type BundleField = (typeof bundleFields)[number];

/** Lists of a meeting. `signed_documents`: agreements and what they say; `versions`: with who agreed to them. */
export const bundleLists = [
  'participants',
  'agenda',
  'entries',
  'decisions',
  'actions',
  'signed_documents',
  'attachments',
  'signed_files',
  'versions',
  'comments',
  'follow_up',
] as const;
export type BundleList = (typeof bundleLists)[number];

export const bundleFates = ['only_in_bundle', 'only_here', 'changed'] as const;

/** How one meeting of the bundle differs from the same meeting here. */
export const bundleDifference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.enum(bundleFields), here: shownValue, inBundle: shownValue }),
  z.object({
    kind: z.literal('list'),
    list: z.enum(bundleLists),
    onlyInBundle: z.number(),
    onlyHere: z.number(),
    changed: z.number(),
    /** The first of them, in the order of the minutes. Of what is `changed` in its words, both are given. */
    examples: z.array(
      z.object({ fate: z.enum(bundleFates), here: shownValue.nullable(), inBundle: shownValue.nullable() }),
    ),
  }),
]);
export type BundleDifference = z.infer<typeof bundleDifference>;

/**
 * `add` of a new meeting; `replace`: the meeting here becomes that of the bundle, save letters, which are in no bundle;
 * `copy`: a meeting of its own beside it, which is a draft.
 */
export const bundleChoices = ['add', 'replace', 'copy', 'skip'] as const;
export type BundleChoice = (typeof bundleChoices)[number];

/**
 * Why the meeting here cannot be replaced, or a new one not be added. `agreed`: its minutes are agreed here, or a version
 * that was agreed here is not in the bundle as it was agreed; `id-taken`: something of it belongs to another meeting here.
 */
export const bundleObstacles = ['agreed', 'id-taken'] as const;

export const bundledMeeting = z.object({
  meetingId: id,
  title: localizedText,
  date: z.string(),
  status: z.enum(meetingStatuses),
  files: z.number(),
  sizeBytes: z.number(),
  state: z.enum(['new', 'same', 'differs']),
  /** Empty unless it differs. */
  differences: z.array(bundleDifference),
  /** What can be done with it; the first is proposed. Empty when it is the same. */
  choices: z.array(z.enum(bundleChoices)),
  obstacle: z.enum(bundleObstacles).nullable(),
});
export type BundledMeeting = z.infer<typeof bundledMeeting>;

const registerCounts = z.object({ created: z.number(), same: z.number(), kept: z.number() });

/** What a bundle holds, and how it differs from what is here. */
export const bundlePreview = z.object({
  /** For {@link bundlesContract.import}, which takes the very file that this is about. */
  id,
  name: z.string(),
  createdAtMs: z.number(),
  program: z.string(),
  isEncrypted: z.boolean(),
  /** By date. */
  meetings: z.array(bundledMeeting),
  /** Of the whole bundle; `kept`: is in the register already, differs, and stays as it is. */
  people: registerCounts,
  organizations: registerCounts,
  groups: registerCounts,
});
export type BundlePreview = z.infer<typeof bundlePreview>;

export const bundleResult = z.object({
  added: z.number(),
  replaced: z.number(),
  copied: z.number(),
  skipped: z.number(),
  same: z.number(),
  /** Number of the change set; null when nothing was written. */
  position: z.number().nullable(),
});
export type BundleResult = z.infer<typeof bundleResult>;

const meetingIds = z.array(id).min(1).max(maxBundleMeetings);

export const bundlesContract = {
  /** What a bundle of these meetings would hold, by date. */
  contents: oc
    .input(z.strictObject({ meetingIds }))
    .output(
      z.object({
        meetings: z.array(
          z.object({ meetingId: id, title: localizedText, date: z.string(), files: z.number(), sizeBytes: z.number() }),
        ),
        files: z.number(),
        sizeBytes: z.number(),
        maxBytes: z.number(),
        maxFiles: z.number(),
      }),
    )
    .errors({ NOT_FOUND: notFound }),
  /**
   * One zip: a folder per meeting with its record file, `process.json` (versions, circulations, comments, agreement)
   * and all its files; at the top `manifest.json`, `SHA256SUMS` and `READ ME.txt`. With a passphrase it is an age file.
   * Refused, and nothing made, when kept content does not match its hash.
   */
  create: oc
    .input(z.strictObject({ meetingIds, passphrase: passphrase.nullable() }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
          z.object({
            type: z.literal('result'),
            /** For {@link bundlesContract.download}: a stream carries no files. */
            id,
            name: z.string(),
            sizeBytes: z.number(),
            sha256: z.string(),
            meetings: z.number(),
            files: z.number(),
          }),
        ]),
      ),
    )
    .errors({ NOT_FOUND: notFound, CONTENT_DAMAGED: contentDamaged, BUNDLE_TOO_LARGE: bundleTooLarge }),
  /** The bundle that was made last; once, and not for long. */
  download: oc.input(z.strictObject({ id })).output(z.file()).errors({ NOT_FOUND: notFound }),
  /** Reads and checks all of it, and compares; nothing is written. */
  preview: oc
    .input(z.strictObject({ file: z.file(), passphrase: z.string().max(1_000).nullable() }))
    .output(bundlePreview)
    .errors({ BUNDLE_REFUSED: bundleRefused }),
  /**
   * Writes what was chosen of the file that was looked at, in one change set. Where a meeting has no choice, the first of
   * its `choices` holds. NOT_FOUND: the file is not held any more, it is looked at once more; CHOICE_LAPSED: a choice is
   * not possible any more, because the meeting was changed meanwhile. Nothing is written then.
   */
  import: oc
    .input(
      z.strictObject({
        id,
        choices: z.array(z.strictObject({ meetingId: id, choice: z.enum(bundleChoices) })).max(maxBundleMeetings),
      }),
    )
    .output(bundleResult)
    .errors({
      NOT_FOUND: notFound,
      BACKUP_FAILED: backupFailed,
      BUNDLE_REFUSED: bundleRefused,
      CHOICE_LAPSED: { status: 409, data: z.object({ meetingId: id }) },
    }),
  /** Forgets the file that was looked at. */
  discard: oc.input(z.strictObject({ id })).output(z.null()),
};
