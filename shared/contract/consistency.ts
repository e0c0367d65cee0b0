import { oc } from '@orpc/contract';
import { z } from 'zod';
import { notFound } from './errors.ts';
import { id, language } from './fields.ts';
import { textPlace } from './translations.ts';

export const inconsistencyCodes = [
  'number-missing', // in the source, not in this text
  'number-added',
  'date-differs',
  'percentage-differs',
  'currency-differs',
  'reference-differs', // number of a decision, item or action
  'person-missing', // named in the source, not in this text in the form of the register
  'organization-missing',
  'foreign-script', // words of another script than the language's
  'punctuation-missing', // at the end
  'punctuation-doubled',
  'quotes', // not those of the language
  'spaces',
  'term-missing', // the glossary has one for a word of the source
  'term-forbidden',
] as const;
export type InconsistencyCode = (typeof inconsistencyCodes)[number];

/** Something in a translation that differs from its source, or is not written as the language writes it. */
export const inconsistency = z.object({
  place: textPlace,
  code: z.enum(inconsistencyCodes),
  /** The culprit as it stands in the text or in the source: `12,5 %`, «Технологии»; also what tells it from its like. */
  detail: z.string(),
  /** What was expected instead; null where there is nothing to name. */
  expected: z.string().nullable(),
  /** Where it stands in the text of `place`, in UTF-16 units; null where it is missing. */
  range: z.object({ start: z.number(), end: z.number() }).nullable(),
  /** «This is right» was said of it. */
  isAccepted: z.boolean(),
});
export type Inconsistency = z.infer<typeof inconsistency>;

export const consistencyContract = {
  /** Filled texts of one meeting against their sources, in the order of the minutes. Outdated ones are left out. */
  check: oc
    .input(z.strictObject({ meetingId: id, languages: z.array(language).min(1).max(3) }))
    .output(z.array(inconsistency))
    .errors({ NOT_FOUND: notFound }),
  /** «This is right», or takes it back; stands as long as the text has that detail. Agreed minutes are not changed by it. */
  accept: oc
    .input(
      z.strictObject({
        meetingId: id,
        findings: z
          .array(z.strictObject({ place: textPlace, code: z.enum(inconsistencyCodes), detail: z.string().max(1_000) }))
          .min(1)
          .max(5_000),
        isAccepted: z.boolean(),
      }),
    )
    .output(z.object({ position: z.number() }))
    .errors({ NOT_FOUND: notFound }),
};
