import type {
  agreementFileKinds,
  agreementGroupings,
  AgreementTerms,
  renewalKinds,
  textStandings,
} from '#shared/contract/agreements.ts';

/* Literal keys, so that the catalogue check sees each of them. The order is the order of the choices on screen. */

export const groupingKeys = {
  year: 'grouping.year',
  standing: 'grouping.standing',
  kind: 'grouping.kind',
  partner: 'grouping.partner',
  meeting: 'grouping.meeting',
} as const satisfies Record<(typeof agreementGroupings)[number], string>;

export const textStandingKeys = {
  authentic: 'texts.authentic',
  working: 'texts.working',
  translation: 'texts.translation',
} as const satisfies Record<(typeof textStandings)[number], string>;

export const authenticityKeys = {
  unsaid: 'authenticity.unsaid',
  equal: 'authenticity.equal',
  prevails: 'authenticity.prevails',
  sole: 'authenticity.sole',
} as const satisfies Record<AgreementTerms['authenticity'], string>;

export const renewalKeys = {
  none: 'renewal.none',
  automatic: 'renewal.automatic',
  by_agreement: 'renewal.byAgreement',
} as const satisfies Record<(typeof renewalKinds)[number], string>;

export const fileKindKeys = {
  scan: 'files.kinds.scan',
  text: 'files.kinds.text',
  annex: 'files.kinds.annex',
} as const satisfies Record<(typeof agreementFileKinds)[number], string>;

/** The keys of a map of words, typed. */
export function codesOf<Code extends string>(keys: Readonly<Record<Code, string>>): Code[] {
  return Object.keys(keys) as Code[];
}
