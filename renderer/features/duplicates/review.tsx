import { Combine, Split } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateKind, DuplicatePair } from '#shared/contract/duplicates.ts';
import { useMatchWords } from '../../app/match-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Certainty } from './certainty.tsx';
import { Comparison } from './comparison.tsx';
import styles from './duplicates.module.css';
import { fullerOf } from './facts.ts';
import { MergeEffect } from './merge-effect.tsx';
import { useCompared } from './use-compared.ts';

export const mergeButtonId = 'merge-the-pair';
export const distinctButtonId = 'not-the-same';

export interface Decisions {
  merge: (kind: DuplicateKind, keepId: string, mergeId: string) => void;
  setDistinct: (kind: DuplicateKind, aId: string, bId: string) => void;
}

export interface ReviewProps {
  /** null for two records that are not proposed. */
  pair: DuplicatePair | null;
  ids: { a: string; b: string };
  decisions: Decisions;
}

/** One pair: why it is proposed, both records in full, what a merge would do, and the two decisions. */
export function Review({ pair, ids, decisions }: ReviewProps): ReactElement {
  const { t } = useTranslation(['duplicates', 'common']);
  const words = useMatchWords();
  const { kind, a, b } = useCompared(pair?.kind, ids);
  const [chosenId, setChosenId] = useState<string | null>(null);

  if (kind === undefined || a === undefined || b === undefined) return <p role="status">{t('common:loading')}</p>;
  if (a === null || b === null) return <p role="status">{t('duplicates:gone')}</p>;

  const kept = [a, b].find(({ id }) => id === chosenId) ?? fullerOf(a, b);
  const merged = kept === a ? b : a;
  const names = { kept: kept.name || t('duplicates:unnamed'), merged: merged.name || t('duplicates:unnamed') };
  return (
    <Section title={t('duplicates:review')}>
      {pair ? (
        <div className={styles.why}>
          <Certainty verdict={pair.match.verdict} score={pair.score} />
          <span>{words.reason(pair.match)}</span>
          {pair.evidence.map((code) => (
            <Badge key={code} tone={code === 'other_country' ? 'warning' : 'info'}>
              {words.evidence(code)}
            </Badge>
          ))}
        </div>
      ) : (
        <p className={styles.muted}>{t('duplicates:notProposed')}</p>
      )}
      <Comparison a={a} b={b} keptId={kept.id} onKeep={setChosenId} />
      <MergeEffect kept={kept} merged={merged} />
      <div className={styles.decisions}>
        <Button id={mergeButtonId} kind="primary" onPress={() => decisions.merge(kind, kept.id, merged.id)}>
          <Combine aria-hidden />
          {kept === a ? t('duplicates:mergeRight', names) : t('duplicates:mergeLeft', names)}
        </Button>
        <Button id={distinctButtonId} onPress={() => decisions.setDistinct(kind, a.id, b.id)}>
          <Split aria-hidden />
          {t('duplicates:notTheSame')}
        </Button>
      </div>
    </Section>
  );
}
