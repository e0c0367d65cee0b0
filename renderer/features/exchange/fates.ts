import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type PreviewRow, rowFates } from '#shared/contract/exchange.ts';
import type { FateWords } from './file-rows.tsx';
import type { Decision } from './use-import.ts';

type Fate = PreviewRow['fate'];

/** Literal keys, so that the catalogue check sees each of them. */
export const fateKeys = {
  create: 'fate.create',
  update: 'fate.update',
  same: 'fate.same',
  suspected: 'fate.suspected',
  skip: 'fate.skip',
} as const satisfies Record<Fate, string>;

const fateTones = {
  create: 'good',
  update: 'info',
  same: 'neutral',
  suspected: 'warning',
  skip: 'neutral',
} as const satisfies Record<Fate, FateWords['tone']>;

const decisions = [
  { id: 'create', key: 'decide.create' },
  { id: 'update', key: 'decide.update' },
  { id: 'skip', key: 'decide.skip' },
] as const satisfies readonly { id: Decision; key: string }[];

/** What each fate is called, and its colour. */
export function fateWords<Fate extends string>(
  fates: readonly Fate[],
  labelOf: (fate: Fate) => string,
  tones: Readonly<Record<Fate, FateWords['tone']>>,
): Record<Fate, FateWords> {
  const words = fates.map((fate) => [fate, { label: labelOf(fate), tone: tones[fate] }] as const);
  return Object.fromEntries(words) as Record<Fate, FateWords>;
}

export function useFates(): Record<Fate, FateWords> {
  const { t } = useTranslation('exchange');
  return useMemo(() => fateWords(rowFates, (fate) => t(fateKeys[fate]), fateTones), [t]);
}

export function useDecisions(): { id: Decision; label: string }[] {
  const { t } = useTranslation('exchange');
  return useMemo(() => decisions.map(({ id, key }) => ({ id, label: t(key) })), [t]);
}
