import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contentDamaged } from './attachments.ts';
import { previewPage } from './documents.ts';
import { documentFailed, notFound } from './errors.ts';
import { date, id, language, text } from './fields.ts';
import { timelineInput } from './timeline.ts';

/*
 * Documents that gather what stands in several meetings: actions of one owner or side, a working group as of a day, the
 * timeline of cooperation. One file per language.
 */

/** What such a document is about. */
export const dossierSubject = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('action_report'),
    /** By which the actions are chosen: one of the two, or null for all of the group's. */
    ownerKey: z.string().max(2_000).nullable(),
    sideKey: z.string().max(2_000).nullable(),
    groupId: id.nullable(),
    /** With what is done and cancelled as well. */
    hasClosed: z.boolean(),
    /** By which lateness is judged; the date of the document. */
    today: date,
  }),
  z.strictObject({
    kind: z.literal('group_dossier'),
    groupId: id,
    /** Members, offices, decisions, actions and agreements as of that day. */
    asOf: date,
  }),
  z.strictObject({ kind: z.literal('timeline'), filter: timelineInput, today: date }),
]);
export type DossierSubject = z.infer<typeof dossierSubject>;

export const dossierFormats = ['pdf', 'docx'] as const;

const request = { subject: dossierSubject, language };
/** NOTHING_TO_REPORT: the owner has no such action. */
const errors = {
  NOT_FOUND: notFound,
  NOTHING_TO_REPORT: { status: 422 },
  DOCUMENT_FAILED: documentFailed,
  CONTENT_DAMAGED: contentDamaged,
};

export const dossiersContract = {
  preview: oc
    .input(z.strictObject({ ...request, known: z.array(z.string().max(64)).max(2_000).default([]) }))
    .output(z.object({ pages: z.array(previewPage) }))
    .errors(errors),
  /** A timeline is drawn in PDF only; as DOCX it is its table. */
  export: oc
    .input(z.strictObject({ ...request, format: z.enum(dossierFormats) }))
    .output(z.object({ file: z.file(), sha256: z.string(), pages: z.number().nullable() }))
    .errors(errors),
  /**
   * To whom an action report would go, and in which language: the owner, the people of an organisation who take part in
   * the group, the co-chair and the secretary of a side. Empty where the register has no address.
   */
  recipients: oc
    .input(z.strictObject({ subject: dossierSubject }))
    .output(z.array(z.object({ personId: id, name: z.string(), email: z.string(), language })))
    .errors({ NOT_FOUND: notFound }),
  /** The draft of a letter (`.eml`, X-Unsent) with the action report as PDF. `personIds`: who stands in its To line. */
  draft: oc
    .input(z.strictObject({ ...request, personIds: z.array(id).max(100), note: text }))
    .output(z.object({ file: z.file() }))
    .errors(errors),
};
