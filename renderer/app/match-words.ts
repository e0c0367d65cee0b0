import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '#shared/contract/duplicates.ts';
import type { NameMatch, NameScheme, OrganizationMatch } from '#shared/domain/name-match.ts';

const reasonKeys = {
  identical: 'reason.identical',
  same_spelling: 'reason.same_spelling',
  other_order: 'reason.other_order',
  same_han: 'reason.same_han',
  same_pinyin: 'reason.same_pinyin',
  same_palladius: 'reason.same_palladius',
  han_reading: 'reason.han_reading',
  wade_giles: 'reason.wade_giles',
  same_romanisation: 'reason.same_romanisation',
  han_transcription: 'reason.han_transcription',
  given_name_equivalent: 'reason.given_name_equivalent',
  initials: 'reason.initials',
  patronymic_missing: 'reason.patronymic_missing',
  typo: 'reason.typo',
  family_only: 'reason.family_only',
  family_differs: 'reason.family_differs',
  given_differs: 'reason.given_differs',
  patronymic_differs: 'reason.patronymic_differs',
  not_comparable: 'reason.not_comparable',
} as const satisfies Record<NameMatch['reason']['code'], string>;

const organizationReasonKeys = {
  same_name: 'organizationReason.same_name',
  same_abbreviation: 'organizationReason.same_abbreviation',
  abbreviation_of: 'organizationReason.abbreviation_of',
  same_words: 'organizationReason.same_words',
  transcribed_name: 'organizationReason.transcribed_name',
  similar_name: 'organizationReason.similar_name',
  name_differs: 'organizationReason.name_differs',
} as const satisfies Record<OrganizationMatch['reason']['code'], string>;

const evidenceKeys = {
  same_email: 'evidence.same_email',
  same_phone: 'evidence.same_phone',
  same_organization: 'evidence.same_organization',
  same_city: 'evidence.same_city',
  other_country: 'evidence.other_country',
} as const satisfies Record<DuplicatePair['evidence'][number], string>;

const verdictKeys = {
  same: 'verdict.same',
  possible: 'verdict.possible',
  different: 'verdict.different',
} as const satisfies Record<NameMatch['verdict'], string>;

const schemeKeys = {
  passport: 'scheme.passport',
  pinyin: 'scheme.pinyin',
  palladius: 'scheme.palladius',
  wade_giles: 'scheme.wade_giles',
  icao_9303: 'scheme.icao_9303',
  bgn_pcgn: 'scheme.bgn_pcgn',
  gost_7_79_b: 'scheme.gost_7_79_b',
  iso_9: 'scheme.iso_9',
  scholarly: 'scheme.scholarly',
  gost_r_52535: 'scheme.gost_r_52535',
  ala_lc: 'scheme.ala_lc',
  press: 'scheme.press',
  gb_t_17693: 'scheme.gb_t_17693',
  given_name_dictionary: 'scheme.given_name_dictionary',
} as const satisfies Record<NameScheme, string>;

export interface MatchWords {
  /** Why two names may be one, as a sentence without a full stop. */
  reason: (match: NameMatch | OrganizationMatch) => string;
  verdict: (verdict: NameMatch['verdict']) => string;
  evidence: (code: DuplicatePair['evidence'][number]) => string;
  scheme: (scheme: NameScheme) => string;
}

/** What the names library answered, in the interface language. */
export function useMatchWords(): MatchWords {
  const { t } = useTranslation('names');
  return useMemo(
    () => ({
      reason: ({ reason }) => {
        const parts = { a: reason.parts.a ?? '', b: reason.parts.b ?? '' };
        return reason.code in reasonKeys
          ? t(reasonKeys[reason.code as keyof typeof reasonKeys], parts)
          : t(organizationReasonKeys[reason.code as keyof typeof organizationReasonKeys], parts);
      },
      verdict: (verdict) => t(verdictKeys[verdict]),
      evidence: (code) => t(evidenceKeys[code]),
      scheme: (scheme) => t(schemeKeys[scheme]),
    }),
    [t],
  );
}
