import { oc } from '@orpc/contract';
import { z } from 'zod';
import { locked, notFound } from './errors.ts';
import { id, language, line } from './fields.ts';

/** `document`: goes with the meeting or one of its items; `scan`: the signed copy. The rest is made with a version. */
export const attachmentKinds = ['document', 'scan', 'version_record', 'version_pdf', 'version_docx'] as const;

export const attachment = z.object({
  id,
  meetingId: id,
  agendaItemId: id.nullable(),
  versionId: id.nullable(),
  kind: z.enum(attachmentKinds),
  /** null: none, or several. */
  language: language.nullable(),
  /** File name with its extension; safe on Windows, macOS and Linux. */
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  /** Of the content, lower-case hex. */
  sha256: z.string(),
  addedAtMs: z.number(),
});
export type Attachment = z.infer<typeof attachment>;

/** Largest accepted file, in bytes: a scan of some 60 pages in colour. */
export const maxAttachmentBytes = 100 * 1024 * 1024;

export const attachmentTooLarge = { status: 413, data: z.object({ sizeBytes: z.number(), maxBytes: z.number() }) };
export const attachmentEmpty = { status: 422 };
/** The kept content is not what its hash says; it was changed from outside, or the disk is failing. */
export const contentDamaged = { status: 500, data: z.object({ names: z.array(z.string()) }) };

export const attachmentsContract = {
  /** In the order in which they were added. */
  list: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(attachment))
    .errors({ NOT_FOUND: notFound }),
  /**
   * Keeps a file in the database. `agendaItemId` with kind `document` only; `versionId` names the version of which a
   * scan is the signed copy. Documents may not be added to agreed minutes, scans may.
   */
  add: oc
    .input(
      z.strictObject({
        id,
        meetingId: id,
        agendaItemId: id.nullable(),
        versionId: id.nullable(),
        kind: z.enum(['document', 'scan']),
        language: language.nullable(),
        file: z.file(),
      }),
    )
    .output(attachment)
    .errors({
      NOT_FOUND: notFound,
      LOCKED: locked,
      ATTACHMENT_TOO_LARGE: attachmentTooLarge,
      ATTACHMENT_EMPTY: attachmentEmpty,
    }),
  update: oc
    .input(z.strictObject({ id, name: line.exactOptional(), language: language.nullable().exactOptional() }))
    .output(attachment)
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /** Undo brings it back. Files of a version are not removed. */
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /** The content, after its hash was checked. */
  download: oc
    .input(z.strictObject({ id }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound, CONTENT_DAMAGED: contentDamaged }),
};
