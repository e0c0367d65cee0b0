import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { notFound } from './errors.ts';
import { id, language, line, listOf, localizedLine, localizedText, text } from './fields.ts';
import { textReference } from './translations.ts';

/** As in ISO 30042: the term to use, terms that may be used, terms that may not. */
export const termStatuses = ['preferred', 'allowed', 'forbidden'] as const;
export type TermStatus = (typeof termStatuses)[number];
/** What of the register a concept stands for; its names there are its preferred terms, its abbreviations and aliases allowed ones. */
export const conceptLinks = ['organization', 'office', 'area', 'agreement'] as const;
export type ConceptLink = (typeof conceptLinks)[number];

export const term = z.strictObject({ id, language, text: line, status: z.enum(termStatuses) });
export type Term = z.infer<typeof term>;

/** What the glossary keeps of a concept. Of a linked one: what was added to the names of the register. */
export const concept = z.strictObject({
  id,
  /**
   * `recordId`: of the organisation or agreement; of an office, of the organisation where it is held; of areas, of the
   * group. `part` tells the offices of an organisation and the areas of a group apart: its name when it was linked, in
   * the first language that has one. Null: stands for itself.
   */
  link: z.strictObject({ kind: z.enum(conceptLinks), recordId: id, part: line }).nullable(),
  area: localizedLine,
  definition: localizedText,
  /** Where the term is from: a standard, an agreement. */
  source: line,
  note: text,
  terms: listOf(term),
});
export type Concept = z.infer<typeof concept>;

/** A term as it is to be used: one of the register has no id of its own. */
export const shownTerm = z.object({
  language,
  text: z.string(),
  status: z.enum(termStatuses),
  isLinked: z.boolean(),
});
export type ShownTerm = z.infer<typeof shownTerm>;
const plainText = z.object({ en: z.string(), ru: z.string(), zh: z.string() });
/**
 * A {@link Concept} as it is used. `id` of a linked one to which nothing was added is derived from its link, and stays
 * the same. Texts were made clean when they came in; to do it once more would take most of the time of a long list.
 */
export const shownConcept = z.object({
  id: z.string(),
  link: z.object({ kind: z.enum(conceptLinks), recordId: z.string(), part: z.string() }).nullable(),
  area: plainText,
  definition: plainText,
  source: z.string(),
  note: z.string(),
  terms: z.array(z.object({ id: z.string(), language, text: z.string(), status: z.enum(termStatuses) })),
  shownTerms: z.array(shownTerm),
  isStored: z.boolean(),
});
export type ShownConcept = z.infer<typeof shownConcept>;

/** A concept whose term stands in a text. Ranges are in UTF-16 units of the source text. */
export const termHit = z.object({
  conceptId: z.string(),
  ranges: z.array(z.object({ start: z.number(), end: z.number() })),
  /** Per language: whether the text there has a term of the concept. `forbidden`: only or also a forbidden one. */
  uses: z.partialRecord(language, z.enum(['used', 'missing', 'forbidden', 'empty', 'no-term'])),
});
export type TermHit = z.infer<typeof termHit>;
export const glossaryMarks = z.object({
  texts: z.array(z.object({ reference: textReference, hits: z.array(termHit) })),
  concepts: z.array(shownConcept),
});
export type GlossaryMarks = z.infer<typeof glossaryMarks>;

export const glossaryFormats = ['xlsx', 'csv'] as const;
export type GlossaryFormat = (typeof glossaryFormats)[number];
export const glossaryLimits = { bytes: 20 * 1024 * 1024, concepts: 50_000 } as const;

/** Why a glossary file was refused. `line` is 1-based, 0 where it is about the file. */
export const glossaryProblem = z.object({
  code: z.enum([
    'too_large',
    'too_many_rows',
    'empty',
    'unknown_format',
    'broken_encoding',
    'broken_csv',
    'broken_xlsx',
    'unknown_columns',
    'control_character',
    'too_long',
    'wrong_status',
    'wrong_language',
    'no_term',
    'duplicate_id',
    'linked_term', // a term of the register cannot be changed here
  ]),
  line: z.number(),
  column: z.string(),
  detail: z.string(),
});
export type GlossaryProblem = z.infer<typeof glossaryProblem>;
export const glossaryRefused = { status: 422, data: z.object({ problems: z.array(glossaryProblem).max(20) }) };

export const glossaryFates = ['create', 'update', 'same'] as const;
export const glossaryPreview = z.object({
  counts: z.record(z.enum(glossaryFates), z.number()),
  rows: z.array(
    z.object({
      line: z.number(),
      label: z.string(),
      fate: z.enum(glossaryFates),
      /** Names of the columns that change. */
      changes: z.array(z.string()),
    }),
  ),
});
export type GlossaryPreview = z.infer<typeof glossaryPreview>;
const progress = z.object({ type: z.literal('progress'), done: z.number(), total: z.number() });

export const glossaryContract = {
  /** Concepts with a term that contains all words of the query, in any language and word form; by the first term. */
  list: oc
    .input(z.strictObject({ query: z.string().max(200), limit: z.number().int().min(1).max(20_000) }))
    .output(z.object({ concepts: z.array(shownConcept), total: z.number() })),
  get: oc
    .input(z.strictObject({ id: z.string().max(100) }))
    .output(shownConcept)
    .errors({ NOT_FOUND: notFound }),
  /** Adds or changes a concept, whole. */
  save: oc.input(concept).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  /** Of a linked concept: what was added to the register's names. */
  remove: oc.input(z.strictObject({ id })).output(z.object({ id })).errors({ NOT_FOUND: notFound }),
  /**
   * The terms in the source texts of a meeting, of all (null) or of these, as saved. Russian and English words are found
   * by their stems, Chinese without spaces; the longest term wins. A term is text, never a pattern.
   */
  marks: oc
    .input(z.strictObject({ meetingId: id, texts: z.array(textReference).max(500).nullable() }))
    .output(glossaryMarks)
    .errors({ NOT_FOUND: notFound }),
  /** What an import would do. Ends with one `result`. */
  preview: oc
    .input(z.strictObject({ file: z.file() }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [progress, z.object({ type: z.literal('result'), preview: glossaryPreview })]),
      ),
    )
    .errors({ GLOSSARY_REFUSED: glossaryRefused }),
  /** All or nothing, one change set. */
  import: oc
    .input(z.strictObject({ file: z.file() }))
    .output(z.object({ counts: z.record(z.enum(glossaryFates), z.number()), position: z.number() }))
    .errors({ GLOSSARY_REFUSED: glossaryRefused }),
  /** Linked concepts are in it for reading; read back they change nothing. */
  export: oc.input(z.strictObject({ format: z.enum(glossaryFormats), language })).output(z.file()),
};
