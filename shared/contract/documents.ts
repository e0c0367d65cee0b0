import { oc } from '@orpc/contract';
import { z } from 'zod';
import { documentFailed, notFound } from './errors.ts';
import { id, language } from './fields.ts';

export const documentFormats = ['pdf', 'docx'] as const;
/** `single`: one file per language. `sequential`: one file, the languages one after another. */
export const documentLayouts = ['single', 'sequential'] as const;

export const documentOptions = z.strictObject({
  meetingId: id,
  languages: z.array(language).min(1).max(3),
  layout: z.enum(documentLayouts),
});
export type DocumentOptions = z.infer<typeof documentOptions>;

/** A gap named before export; the page turns `code` into a sentence and `ref` into a jump link. */
export const documentFinding = z.object({
  code: z.enum([
    'text-missing',
    'name-missing',
    'position-missing',
    'organization-missing',
    'title-missing',
    'agenda-title-missing',
    'action-without-owner',
    'action-without-due',
    'speaker-unknown',
    'place-missing',
    'side-name-missing',
    'theme-missing',
    'agreement-title-missing',
    'time-missing',
    'chair-missing',
    'secretary-missing',
    'proposal-unresolved',
    'attendance-unsettled',
  ]),
  language: language.nullable(),
  ref: z.object({ kind: z.enum(['meeting', 'attendance', 'agenda', 'entry', 'agreement', 'side']), id }),
  /** Short text that names the place, e.g. a number or a name in an entered form. */
  label: z.string(),
});
export type DocumentFinding = z.infer<typeof documentFinding>;

/** A file as bytes; `pages` is null for DOCX, whose pages only the reader's program knows. */
export const exportedFile = z.object({
  file: z.file(),
  format: z.enum(documentFormats),
  languages: z.array(language),
  sha256: z.string(),
  pages: z.number().nullable(),
});
export type ExportedFile = z.infer<typeof exportedFile>;

export const documentsContract = {
  check: oc.input(documentOptions).output(z.array(documentFinding)).errors({ NOT_FOUND: notFound }),
  /** The real pages, one SVG each, by the engine that writes the PDF. */
  preview: oc
    .input(documentOptions)
    .output(z.object({ pages: z.array(z.string()) }))
    .errors({ NOT_FOUND: notFound, DOCUMENT_FAILED: documentFailed }),
  exportMinutes: oc
    .input(documentOptions.extend({ formats: z.array(z.enum(documentFormats)).min(1) }))
    .output(z.array(exportedFile))
    .errors({ NOT_FOUND: notFound, DOCUMENT_FAILED: documentFailed }),
};
