import { oc } from '@orpc/contract';
import { z } from 'zod';
import { entryText, maxEntries } from './entries.ts';
import { conflict, locked, notFound } from './errors.ts';
import { changeGroup, id, language, text } from './fields.ts';

/** Texts of a meeting besides its rows. `party_description` belongs to a party of an agreement, the others to their record. */
export const headingKinds = [
  'meeting_title',
  'meeting_theme',
  'meeting_framework',
  'agenda_title',
  'agreement_title',
  'party_description',
] as const;
export type HeadingKind = (typeof headingKinds)[number];
export const textKinds = ['entry', ...headingKinds] as const;
export type TextKind = (typeof textKinds)[number];

/** One text in all its languages; `id` is that of its record. */
export const textReference = z.strictObject({ kind: z.enum(textKinds), id });
export type TextReference = z.infer<typeof textReference>;
/** One text in one language. */
export const textPlace = textReference.extend({ language });
export type TextPlace = z.infer<typeof textPlace>;

/** A heading that is written in at least one language, with the state of its texts as an entry has it. */
export const heading = z.strictObject({
  kind: z.enum(headingKinds),
  id,
  meetingId: id,
  /** The agreement of a party, else the record itself: where the minutes show it. */
  placeId: id,
  sourceLanguage: language,
  texts: z.strictObject({ en: entryText, ru: entryText, zh: entryText }),
});
export type Heading = z.infer<typeof heading>;

const revision = z.number().int().min(0);
const changed = z.object({ position: z.number() });

/**
 * What is said of a text without writing it. `reviewed`: it is right for its source as it stands (which settles an
 * outdated one); `draft`: not reviewed after all; `right`: «still right», the status stays; `not_needed` and `needed`:
 * of empty texts.
 */
export const verdicts = ['reviewed', 'draft', 'right', 'not_needed', 'needed'] as const;
export type Verdict = (typeof verdicts)[number];

/** How many texts of a meeting stand how in one language. `outdated` ones count as neither filled nor reviewed. */
export const textCounts = z.object({
  total: z.number(),
  filled: z.number(),
  reviewed: z.number(),
  outdated: z.number(),
  empty: z.number(),
  notNeeded: z.number(),
});
export type TextCounts = z.infer<typeof textCounts>;
export const translationProgress = z.object({
  meetingId: id,
  languages: z.object({ en: textCounts, ru: textCounts, zh: textCounts }),
});
export type TranslationProgress = z.infer<typeof translationProgress>;

export const translationsContract = {
  /** In the order of the minutes. */
  headings: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(heading))
    .errors({ NOT_FOUND: notFound }),
  /** As `entries.saveText`, for a heading. A line break becomes a space where the record keeps one line. */
  saveHeading: oc
    .input(z.strictObject({ kind: z.enum(headingKinds), id, language, text, revision, group: changeGroup }))
    .output(changed.extend({ revision: z.number(), savedAtMs: z.number() }))
    .errors({ NOT_FOUND: notFound, CONFLICT: conflict, LOCKED: locked }),
  /** The language in which a heading was first written; the others are translations of it. */
  setHeadingSource: oc
    .input(z.strictObject({ kind: z.enum(headingKinds), id, language }))
    .output(changed)
    .errors({ NOT_FOUND: notFound, LOCKED: locked }),
  /**
   * One change set for all, or none: CONFLICT when a text or its source is not the one that was seen. Texts that are so
   * already, and texts of which it cannot be said (an empty one reviewed, a filled one not needed), are passed over.
   * Of agreed minutes the status may change, nothing else.
   */
  settle: oc
    .input(
      z.strictObject({
        meetingId: id,
        verdict: z.enum(verdicts),
        texts: z
          .array(textPlace.extend({ revision, sourceRevision: revision }))
          .min(1)
          .max(maxEntries * 3),
      }),
    )
    .output(changed)
    .errors({ NOT_FOUND: notFound, CONFLICT: conflict, LOCKED: locked }),
  /** What the source said when each outdated text was written; null where that is not kept (rows that were joined). */
  bases: oc
    .input(z.strictObject({ meetingId: id }))
    .output(z.array(textPlace.extend({ baseText: z.string().nullable() })))
    .errors({ NOT_FOUND: notFound }),
  /** In the order asked for; meetings that are gone are left out. */
  progress: oc.input(z.strictObject({ meetingIds: z.array(id).max(200) })).output(z.array(translationProgress)),
};
