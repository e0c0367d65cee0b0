import { z } from 'zod';
import { cleanLine, cleanText, findControl } from '../domain/clean-text.ts';
import { languages } from '../domain/language.ts';

/** Longest accepted texts, in UTF-16 units; beyond them the border answers TOO_LONG instead of truncating. */
export const limits = { line: 500, text: 50_000, list: 2_000 } as const;

/** UUID made by the client before first render (design, section 3). */
export const id = z.uuid();
export const language = z.enum(languages);

/** One line of text. Normalised at the border, see {@link cleanLine}. */
export const line = z.string().max(limits.line).transform(cleanLine);
/**
 * As {@link line}, for names: a control character is refused with its 1-based place (`control:7`) instead of being
 * taken out, because what stands beside it is usually broken too.
 */
export const nameLine = z
  .string()
  .max(limits.line)
  .superRefine((value, context) => {
    const place = findControl(value);
    if (place !== null) context.addIssue({ code: 'custom', message: `control:${String(place)}` });
  })
  .transform(cleanLine);
/** A paragraph or several. */
export const text = z.string().max(limits.text).transform(cleanText);

export const localizedLine = z.strictObject({ en: line, ru: line, zh: line });
export const localizedText = z.strictObject({ en: text, ru: text, zh: text });

/** Calendar date `YYYY-MM-DD`; 2021-02-30 is refused. */
export const date = z.iso.date();
export const optionalDate = date.nullable();
/** Wall-clock time `HH:MM` in the zone that stands beside it. */
export const time = z.iso.time({ precision: -1 });

/** IANA zone name the machine knows. */
export const zone = z.string().max(64).refine(isZone, { error: 'zone' });

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** ISO 3166-1 alpha-2 in capitals, or empty when not known. */
export const country = z.string().regex(/^([A-Z]{2})?$/u);

/** Consecutive change sets with the same group become one (what is typed without a pause); made by the client. */
export const changeGroup = z.string().min(1).max(64).exactOptional();

/** Position in a list: a fractional index (rocicorp/fractional-indexing), compared as plain strings. */
export const orderKey = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[0-9A-Za-z]+$/u);

export function listOf<T extends z.ZodType>(item: T): z.ZodArray<T> {
  return z.array(item).max(limits.list);
}
