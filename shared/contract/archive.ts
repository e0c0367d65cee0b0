import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { contentDamaged } from './attachments.ts';
import { meetingStatuses } from '../domain/meeting-moves.ts';
import { documentFailed, notFound } from './errors.ts';
import { id, localizedLine } from './fields.ts';

/** What an archive would hold for one meeting. */
export const archivedMeeting = z.object({
  meetingId: id,
  title: localizedLine,
  date: z.string(),
  status: z.enum(meetingStatuses),
  /** null: no agreed version is kept. Then the archive holds what stands now, and says DRAFT unless it was agreed elsewhere. */
  agreedVersion: z.number().nullable(),
  scans: z.number(),
  documents: z.number(),
});
export type ArchivedMeeting = z.infer<typeof archivedMeeting>;

/** Largest archive, in bytes: it is made in memory and travels to the page in one piece. */
export const maxArchiveBytes = 500 * 1024 * 1024;
export const archiveTooLarge = { status: 413, data: z.object({ sizeBytes: z.number(), maxBytes: z.number() }) };

export const archiveContract = {
  /** The meeting, and for an event the meetings that are parts of it, by date. */
  contents: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(archivedMeeting))
    .errors({ NOT_FOUND: notFound }),
  /**
   * One zip: a folder per meeting with agreed PDF and DOCX in each language, scans, documents and the record file; at
   * the top `manifest.json`, `SHA256SUMS` (readable by sha256sum) and a `READ ME.txt` in three languages. Refused, and
   * nothing made, when kept content does not match its hash.
   */
  create: oc
    .input(z.strictObject({ meetingId: id }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
          z.object({
            type: z.literal('result'),
            /** For {@link archiveContract.download}: a stream carries no files. */
            id,
            name: z.string(),
            sizeBytes: z.number(),
            sha256: z.string(),
            files: z.number(),
          }),
        ]),
      ),
    )
    .errors({
      NOT_FOUND: notFound,
      CONTENT_DAMAGED: contentDamaged,
      DOCUMENT_FAILED: documentFailed,
      ARCHIVE_TOO_LARGE: archiveTooLarge,
    }),
  /** The archive that was made last; once, and not for long. */
  download: oc.input(z.strictObject({ id })).output(z.file()).errors({ NOT_FOUND: notFound }),
};
