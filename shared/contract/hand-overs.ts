import { oc } from '@orpc/contract';
import { z } from 'zod';
import { entryKinds } from './entries.ts';
import { locked, notFound } from './errors.ts';
import { id, language } from './fields.ts';
import { textReference } from './translations.ts';

/** Why a table that came back was refused. `row` is 1-based in its table, 0 where it is about the file; `detail` is the culprit. */
export const handOverProblem = z.object({
  code: z.enum([
    'not-docx',
    'too-large',
    'unsafe', // macros, a DOCTYPE, a part that is too big
    'no-table', // nothing in it looks like a hand-over table
    'other-meeting',
    'unknown-hand-over',
    'merged-cells',
    'wrong-columns',
    'missing-id',
    'unknown-id',
    'doubled-id',
    'too-long',
    'tracked-changes', // insertions or deletions that nobody accepted or rejected
  ]),
  row: z.number(),
  detail: z.string(),
});
export type HandOverProblem = z.infer<typeof handOverProblem>;
/** The file was refused; nothing was changed. */
export const handOverRefused = { status: 422, data: z.object({ problems: z.array(handOverProblem).max(20) }) };

/**
 * What happens with one row of the table. `change`: the translation is new. `conflict`: the text here was edited since
 * the hand-over, and differs from both. `source-changed`: the source here is not the one that was translated; taken, the
 * text is outdated at once. `same`, `empty`: nothing to do. A row that is missing in the table is `left-out`; one whose
 * text is no longer in the minutes is `gone`, and nothing can be done.
 */
export const handOverFates = ['change', 'conflict', 'source-changed', 'same', 'empty', 'left-out', 'gone'] as const;
export type HandOverFate = (typeof handOverFates)[number];
export const handOverRow = z.object({
  reference: textReference,
  /** As printed in the table's first column. */
  code: z.string(),
  /** Where in the minutes, e.g. «3.1»; may be empty. */
  number: z.string(),
  /** Null of headings, and of rows that are gone. */
  entryKind: z.enum(entryKinds).nullable(),
  fate: z.enum(handOverFates),
  /** That of the hand-over, or the one that stood in for it. */
  sourceLanguage: language,
  /** The source as it was handed over, as it is now, and as it came back: the translator's changes are not taken. */
  sourceThen: z.string(),
  sourceNow: z.string(),
  sourceBack: z.string(),
  /** The translation as handed over, as it is here now, as it came back. */
  then: z.string(),
  now: z.string(),
  back: z.string(),
});
export type HandOverRow = z.infer<typeof handOverRow>;
export const handOverPreview = z.object({
  handOverId: id,
  sourceLanguage: language,
  targetLanguage: language,
  handedOverAtMs: z.number(),
  /** Changes with the rows: says to `apply` what the user saw. */
  stamp: z.string(),
  /** In the order of the hand-over. */
  rows: z.array(handOverRow),
});
export type HandOverPreview = z.infer<typeof handOverPreview>;

/** Largest accepted file, in bytes. */
export const maxHandOverBytes = 20 * 1024 * 1024;

export const handOversContract = {
  /**
   * A DOCX table (id, source, target) of the texts of a meeting for a translator who has only Word. `scope` `open`:
   * those whose translation is empty, outdated or not reviewed. Texts whose source language is the target are left out;
   * where `sourceLanguage` has no text, the language the row was taken down in stands in.
   */
  export: oc
    .input(
      z.strictObject({
        meetingId: id,
        sourceLanguage: language,
        targetLanguage: language,
        scope: z.enum(['all', 'open']),
      }),
    )
    .output(z.object({ file: z.file(), rows: z.number() }))
    .errors({ NOT_FOUND: notFound, NOTHING_TO_HAND_OVER: { status: 422 } }),
  read: oc
    .input(z.strictObject({ meetingId: id, file: z.file() }))
    .output(handOverPreview)
    .errors({ NOT_FOUND: notFound, HAND_OVER_REFUSED: handOverRefused }),
  /**
   * Takes what came back: all `change` rows, and of `conflict` and `source-changed` those named in `taken` (codes). One
   * change set, marked draft. CONFLICT_SINCE when the preview is not true any more: nothing is changed.
   */
  apply: oc
    .input(
      z.strictObject({
        meetingId: id,
        file: z.file(),
        taken: z.array(z.string().max(40)).max(20_000),
        /** Of the preview that the user saw. */
        stamp: z.string().max(64),
      }),
    )
    .output(z.object({ position: z.number(), changed: z.number() }))
    .errors({
      NOT_FOUND: notFound,
      LOCKED: locked,
      HAND_OVER_REFUSED: handOverRefused,
      CONFLICT_SINCE: { status: 409 },
    }),
};
