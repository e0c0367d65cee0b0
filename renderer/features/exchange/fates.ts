import type { PreviewRow } from '#shared/contract/exchange.ts';
import type { Decision } from './use-import.ts';

/** Literal keys, so that the catalogue check sees each of them. */
export const fateKeys = {
  create: 'fate.create',
  update: 'fate.update',
  same: 'fate.same',
  suspected: 'fate.suspected',
  skip: 'fate.skip',
} as const satisfies Record<PreviewRow['fate'], string>;

export const fateTones = {
  create: 'good',
  update: 'info',
  same: 'neutral',
  suspected: 'warning',
  skip: 'neutral',
} as const satisfies Record<PreviewRow['fate'], string>;

export const decisions = [
  { id: 'create', key: 'decide.create' },
  { id: 'update', key: 'decide.update' },
  { id: 'skip', key: 'decide.skip' },
] as const satisfies readonly { id: Decision; key: string }[];
