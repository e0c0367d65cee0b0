import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameVerdict } from '#shared/domain/name-match.ts';
import { useMatchWords } from '../../app/match-words.ts';
import { Badge } from '../../ui/badge.tsx';

const tones = { same: 'good', possible: 'warning', different: 'neutral' } as const satisfies Record<
  NameVerdict,
  string
>;

/** How sure the comparison is, as a word and in per cent. `score` is 0 to 1. */
export function Certainty({ verdict, score }: { verdict: NameVerdict; score: number }): ReactElement {
  const { t } = useTranslation('duplicates');
  const words = useMatchWords();
  return (
    <Badge tone={tones[verdict]}>
      {t('certainty', { verdict: words.verdict(verdict), percent: Math.round(score * 100) })}
    </Badge>
  );
}
