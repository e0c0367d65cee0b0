import type { AgreementTerms } from '#shared/contract/agreements.ts';
import { addDays, addMonths } from '#shared/domain/agreement-standing.ts';

const dayMs = 86_400_000;

/** Days from one calendar day to another (`YYYY-MM-DD`); negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

type Term = Pick<AgreementTerms, 'validFrom' | 'validTo'>;

/**
 * The end that a renewal would usually have: by the months that are agreed, else by as long as the document was first
 * agreed for; null where neither is known.
 *
 * @param validTo the present last day, `YYYY-MM-DD`
 */
export function proposeEnd(terms: Term & Pick<AgreementTerms, 'renewalMonths'>, validTo: string | null): string | null {
  if (validTo === null) return null;
  const months = terms.renewalMonths ?? monthsOf(terms);
  if (months !== null) return addMonths(validTo, months);
  const { validFrom, validTo: firstEnd } = terms;
  if (validFrom === null || firstEnd === null || firstEnd < validFrom) return null;
  return addDays(validTo, daysBetween(validFrom, firstEnd) + 1);
}

/** How long a term is in whole months: from 26 March to 25 March or, as some count, to 26 March; null: it is not whole months. */
function monthsOf({ validFrom, validTo }: Term): number | null {
  if (validFrom === null || validTo === null) return null;
  const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const eve = addDays(validFrom, -1);
  for (const first of [eve, validFrom]) {
    const months = monthNumber(validTo) - monthNumber(first);
    if (months > 0 && addMonths(first, months) === validTo) return months;
  }
  return null;
}
