import type { Inconsistency, InconsistencyCode } from '#shared/contract/consistency.ts';
import { guessLanguage, type Language } from '#shared/domain/language.ts';

interface Sentences {
  /** Of what stands in the text. */
  here: string;
  /** Of what stands in the source only. */
  absent: string;
}

export const findingKeys = {
  'number-missing': { here: 'finding.numberMissing', absent: 'finding.numberMissing' },
  'number-added': { here: 'finding.numberAdded', absent: 'finding.numberAdded' },
  'date-differs': { here: 'finding.dateDiffers', absent: 'finding.dateMissing' },
  'percentage-differs': { here: 'finding.percentageDiffers', absent: 'finding.percentageMissing' },
  'currency-differs': { here: 'finding.currencyDiffers', absent: 'finding.currencyMissing' },
  'reference-differs': { here: 'finding.referenceDiffers', absent: 'finding.referenceMissing' },
  'person-missing': { here: 'finding.personMissing', absent: 'finding.personMissing' },
  'organization-missing': { here: 'finding.organizationMissing', absent: 'finding.organizationMissing' },
  'foreign-script': { here: 'finding.foreignScript', absent: 'finding.foreignScript' },
  'punctuation-missing': { here: 'finding.punctuationMissing', absent: 'finding.punctuationMissing' },
  'punctuation-doubled': { here: 'finding.punctuationDoubled', absent: 'finding.punctuationDoubled' },
  quotes: { here: 'finding.quotes', absent: 'finding.quotes' },
  spaces: { here: 'finding.spaces', absent: 'finding.spaces' },
  'term-missing': { here: 'finding.termMissing', absent: 'finding.termMissing' },
  'term-forbidden': { here: 'finding.termForbidden', absent: 'finding.termForbidden' },
} as const satisfies Record<InconsistencyCode, Sentences>;

/** These quote the source, wherever they lead to. */
const ofSource: ReadonlySet<InconsistencyCode> = new Set<InconsistencyCode>([
  'number-missing',
  'person-missing',
  'organization-missing',
  'term-missing',
]);

/** The language of what a finding quotes. */
export function quotedLanguage({ code, detail, range, place }: Inconsistency, source: Language): Language {
  if (code === 'foreign-script') return guessLanguage(detail);
  return ofSource.has(code) || range === null ? source : place.language;
}
