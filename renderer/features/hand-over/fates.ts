import { type HandOverFate, handOverFates, type HandOverRow } from '#shared/contract/hand-overs.ts';

export const fateKeys = {
  change: 'fate.change',
  conflict: 'fate.conflict',
  'source-changed': 'fate.source-changed',
  same: 'fate.same',
  empty: 'fate.empty',
  'left-out': 'fate.left-out',
  gone: 'fate.gone',
} as const satisfies Record<HandOverFate, string>;

export const fateTones = {
  change: 'good',
  conflict: 'warning',
  'source-changed': 'warning',
  same: 'neutral',
  empty: 'neutral',
  'left-out': 'info',
  gone: 'bad',
} as const satisfies Record<HandOverFate, string>;

/** `news`: whatever brings something; `remarks`: the translator wrote into the source. */
export type RowFilter = 'news' | HandOverFate | 'remarks' | 'all';
export const rowFilters: readonly RowFilter[] = ['news', ...handOverFates, 'remarks', 'all'];

export const filterKeys = {
  news: 'filter.news',
  change: 'count.change',
  conflict: 'count.conflict',
  'source-changed': 'count.source-changed',
  same: 'count.same',
  empty: 'count.empty',
  'left-out': 'count.left-out',
  gone: 'count.gone',
  remarks: 'filter.remarks',
  all: 'filter.all',
} as const satisfies Record<RowFilter, string>;

/** Rows that are taken only when somebody says so. */
export const needsDecision = ({ fate }: HandOverRow): boolean => fate === 'conflict' || fate === 'source-changed';

export const hasRemark = ({ sourceBack, sourceThen }: HandOverRow): boolean => sourceBack !== sourceThen;

export function matches(row: HandOverRow, filter: RowFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'remarks') return hasRemark(row);
  if (filter !== 'news') return row.fate === filter;
  return row.fate === 'change' || row.fate === 'gone' || needsDecision(row) || hasRemark(row);
}

export const countFiltered = (rows: readonly HandOverRow[], filter: RowFilter): number =>
  rows.filter((row) => matches(row, filter)).length;
