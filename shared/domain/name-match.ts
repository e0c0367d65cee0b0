/*
 * The words in which the names library (names/) answers. They stand outside it because the page may import them: the
 * library itself weighs half a megabyte of readings and stays with the back end.
 */

/** Where a spelling comes from: a published system, or the person's own document. */
export const nameSchemes = [
  'passport',
  'pinyin', // GB/T 28039-2011
  'palladius',
  'wade_giles',
  'icao_9303',
  'bgn_pcgn',
  'gost_7_79_b',
  'iso_9',
  'scholarly',
  'gost_r_52535',
  'ala_lc',
  'press',
  'gb_t_17693', // Russian to Chinese by the syllable table
  'given_name_dictionary', // Russian to Chinese, customary given names
] as const;
export type NameScheme = (typeof nameSchemes)[number];

export const nameVerdicts = ['same', 'possible', 'different'] as const;
export type NameVerdict = (typeof nameVerdicts)[number];

/**
 * Why two names are, may be or are not one. Each has `parts.a` and `parts.b`, the compared spellings; `parts.reading`
 * where there is a common reading (pinyin, Palladius, a Latin form, the missing patronymic).
 */
export const nameReasonCodes = [
  'identical',
  'same_spelling', // only capitals, width, ё, accents, interpuncts or spaces differ
  'other_order', // the same parts, family name first against given name first
  'same_han',
  'same_pinyin',
  'same_palladius', // pinyin against its Cyrillic
  'han_reading', // characters against pinyin or Palladius; reading = pinyin
  'wade_giles',
  'same_romanisation', // Cyrillic against Latin, or two romanisations of one Russian name
  'han_transcription', // Russian name against its Chinese transcription
  'given_name_equivalent', // Andre = Andrei
  'initials',
  'patronymic_missing',
  'typo',
  'family_only',
  'family_differs',
  'given_differs',
  'patronymic_differs',
  'not_comparable', // nothing to go by
] as const;
export type NameReasonCode = (typeof nameReasonCodes)[number];

export interface NameMatch {
  /** 0 to 1; `same` from 0.9, `possible` from 0.6. */
  score: number;
  verdict: NameVerdict;
  reason: { code: NameReasonCode; parts: Record<string, string> };
}

/** A spelling that a person may confirm. Never shown as if it had been entered. */
export interface SuggestedForm {
  /** The whole name, family name first. */
  text: string;
  family: string;
  given: string;
  patronymic: string;
  scheme: NameScheme;
  /** 0 to 1: 1 where the system leaves no choice, less where readings compete or the source was a guess. */
  confidence: number;
}

/** Why two organisations may be one. `parts` as for names. */
export const organizationReasonCodes = [
  'same_name',
  'same_abbreviation',
  'abbreviation_of', // JITRI = Jiangsu Industrial Technology Research Institute
  'same_words', // the same words in another order, or without the legal form
  'transcribed_name',
  'similar_name',
  'name_differs',
] as const;
export type OrganizationReasonCode = (typeof organizationReasonCodes)[number];

export interface OrganizationMatch {
  score: number;
  verdict: NameVerdict;
  reason: { code: OrganizationReasonCode; parts: Record<string, string> };
}
