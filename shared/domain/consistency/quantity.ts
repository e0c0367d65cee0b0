import type { Range } from './text.ts';

export const quantityKinds = ['number', 'date', 'time', 'percentage', 'currency', 'reference'] as const;
export type QuantityKind = (typeof quantityKinds)[number];

/** A figure of a text in a form that is the same in every language. */
export interface Quantity extends Range {
  kind: QuantityKind;
  raw: string;
  /** What it may be read as: numbers as such, dates as their parts (`y2020`, `d6-16`), references as paths (`3.1`). */
  keys: string[];
  /** All of `keys` must be found again (the parts of a date), or any of them (readings of «12,500»). */
  needs: 'all' | 'any';
  /** Currencies: which one, '' when it is not written. */
  currency: string;
  /** The number itself, to be written in the other language; null of dates and references. */
  value: number | null;
  /** It explains the same figure in the other text, but nothing is missing without it. */
  isWeak: boolean;
}

export const numberKey = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
