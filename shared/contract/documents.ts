import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contentDamaged } from './attachments.ts';
import { documentFailed, notFound } from './errors.ts';
import { id, language } from './fields.ts';

export const documentKinds = [
  'minutes',
  'short_minutes',
  'extract',
  'actions',
  'agenda',
  'attendance_sheet',
  'invitation',
  'news',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentFormats = ['pdf', 'docx', 'md'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/**
 * `single`: one file per language. `sequential`: one file, the languages one after another. `columns`: one file, the
 * languages side by side, paragraph against paragraph.
 */
export const documentLayouts = ['single', 'sequential', 'columns'] as const;
export type DocumentLayout = (typeof documentLayouts)[number];

/**
 * Whose name comes first (alternat; standards, A4). `keeper`: one copy per side, in each of them the side that keeps it
 * comes first, in every language. `language`: one copy per side, in each text the side whose language it is comes first.
 */
export const alternats = ['off', 'keeper', 'language'] as const;
export type Alternat = (typeof alternats)[number];

/** Which text counts: nothing is said, all are equal, all are equal and one prevails, or one alone counts. */
export const authenticity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unsaid') }),
  z.strictObject({ kind: z.literal('equal') }),
  z.strictObject({ kind: z.literal('prevails'), language }),
  z.strictObject({ kind: z.literal('sole'), language }),
]);
export type Authenticity = z.infer<typeof authenticity>;

/** What a document of a meeting shall be; shared/domain/documents/traits.ts says what suits which kind. */
export const documentOptions = z.strictObject({
  meetingId: id,
  kind: z.enum(documentKinds).default('minutes'),
  languages: z.array(language).min(1).max(3),
  layout: z.enum(documentLayouts).default('single'),
  /** Of an extract: for whom it is. */
  organizationId: id.nullable().default(null),
  /** The organisation under whose letterhead it goes out; null: under none. */
  letterheadId: id.nullable().default(null),
  alternat: z.enum(alternats).default('off'),
  authenticity: authenticity.default({ kind: 'unsaid' }),
  /** Adds the sentence that the minutes create no rights or obligations under international law. */
  isNonBinding: z.boolean().default(false),
});
export type DocumentOptions = z.infer<typeof documentOptions>;
/** As a caller writes them: what is left out is usual. */
export type DocumentRequest = z.input<typeof documentOptions>;

/** The options do not go together, or the meeting has not what they need. */
export const unsuitableReasons = [
  'columns-need-languages',
  'columns-too-many',
  'layout-not-for-kind',
  'format-not-for-kind',
  'organization-needed',
  'organization-not-in-meeting',
  'copies-not-for-kind',
  'copies-need-two-sides',
  'language-not-chosen',
] as const;
export type UnsuitableReason = (typeof unsuitableReasons)[number];
export const optionsUnsuitable = { status: 422, data: z.object({ reason: z.enum(unsuitableReasons) }) };

/** Something in a document that can be jumped to. */
export const documentReference = z.object({
  kind: z.enum(['meeting', 'attendance', 'agenda', 'entry', 'agreement', 'side']),
  id,
});
export type DocumentReference = z.infer<typeof documentReference>;

/** A gap named before export; the page turns `code` into a sentence and `ref` into a jump link. */
export const documentFinding = z.object({
  code: z.enum([
    'text-missing',
    'text-outdated',
    'heading-outdated',
    'name-missing',
    'position-missing',
    'organization-missing',
    'title-missing',
    'agenda-title-missing',
    'action-without-owner',
    'action-without-due',
    'action-due-before-meeting',
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
  ref: documentReference,
  /** Short text that names the place, e.g. a number or a name in an entered form. */
  label: z.string(),
});
export type DocumentFinding = z.infer<typeof documentFinding>;

/** A file as bytes; `pages` is null where only the reader's program knows them (DOCX, Markdown). */
export const exportedFile = z.object({
  file: z.file(),
  format: z.enum(documentFormats),
  languages: z.array(language),
  /** The side that keeps this copy; null: not one of several copies. */
  keeperSideId: id.nullable(),
  sha256: z.string(),
  pages: z.number().nullable(),
});
export type ExportedFile = z.infer<typeof exportedFile>;

/** One page of a preview, 96 units to the inch. `svg` is left out where the caller has the page with this hash. */
export const previewPage = z.object({ hash: z.string(), svg: z.string().exactOptional() });

/** Where on the pages something stands: its top edge, from the top of the page, as a part of the page's height (0–1). */
export const previewPlace = z.object({
  /** Index in `pages`. */
  page: z.number(),
  top: z.number(),
  /** Its left edge, as a part of the page's width: columns stand side by side. */
  left: z.number(),
  language,
  ref: documentReference,
});
export type PreviewPlace = z.infer<typeof previewPlace>;

export const preview = z.object({
  /** What would become one file each; `firstPage` is an index in `pages`. */
  files: z.array(z.object({ languages: z.array(language), keeperSideId: id.nullable(), firstPage: z.number() })),
  pages: z.array(previewPage),
  /** In the order of the text. */
  places: z.array(previewPlace),
});
export type DocumentPreview = z.infer<typeof preview>;

/** What was handed out, and when. `letter`: a draft for the mail program. */
export const journalKinds = [...documentKinds, 'calendar', 'actions_calendar', 'letter'] as const;
export const journalEntry = z.object({
  id,
  meetingId: id,
  atMs: z.number(),
  kind: z.enum(journalKinds),
  format: z.enum([...documentFormats, 'ics', 'eml']),
  layout: z.enum(documentLayouts),
  languages: z.array(language),
  keeperSideId: id.nullable(),
  /** The version with that text; null: it was kept as none. */
  versionNumber: z.number().nullable(),
  name: z.string(),
  sha256: z.string(),
  sizeBytes: z.number(),
  pages: z.number().nullable(),
});
export type JournalEntry = z.infer<typeof journalEntry>;

/** CONTENT_DAMAGED: of a logo or a letterhead file. */
const composeErrors = {
  NOT_FOUND: notFound,
  OPTIONS_UNSUITABLE: optionsUnsuitable,
  DOCUMENT_FAILED: documentFailed,
  CONTENT_DAMAGED: contentDamaged,
};

export const documentsContract = {
  check: oc.input(documentOptions).output(z.array(documentFinding)).errors({ NOT_FOUND: notFound }),
  /** The options of the last export of this meeting; where there is none, those that suit it. */
  options: oc
    .input(z.strictObject({ meetingId: id }))
    .output(documentOptions)
    .errors({ NOT_FOUND: notFound }),
  /** The real pages, one SVG each, by the engine that writes the PDF. `known`: hashes of pages that the caller has. */
  preview: oc
    .input(documentOptions.extend({ known: z.array(z.string().max(64)).max(2_000).default([]) }))
    .output(preview)
    .errors(composeErrors),
  /** One file per format and, where the layout or the copies ask for it, per language or side; each goes into the journal. */
  export: oc
    .input(documentOptions.extend({ formats: z.array(z.enum(documentFormats)).min(1) }))
    .output(z.array(exportedFile))
    .errors(composeErrors),
  /** Action items with a date, for a calendar: one all-day entry each. */
  actionsCalendar: oc
    .input(z.strictObject({ meetingId: id, language }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound }),
  /** Newest first. */
  journal: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(journalEntry))
    .errors({ NOT_FOUND: notFound }),
  /** The very bytes that were handed out. */
  exportAgain: oc
    .input(z.strictObject({ id }))
    .output(z.file())
    .errors({ NOT_FOUND: notFound, CONTENT_DAMAGED: contentDamaged }),
};
