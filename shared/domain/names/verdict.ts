import type { NameMatch, NameReasonCode, NameVerdict } from '../name-match.ts';

export const sameFrom = 0.9;
export const possibleFrom = 0.6;

export const verdictOf = (score: number): NameVerdict =>
  score >= sameFrom ? 'same' : score >= possibleFrom ? 'possible' : 'different';

/** How far two parts, or two readings of two names, agree, and by what rule. */
export interface Agreement {
  score: number;
  code: NameReasonCode;
  /** What the reader is shown; the whole names where absent. */
  parts?: Record<string, string>;
}

export const toMatch = (a: string, b: string, { score, code, parts }: Agreement): NameMatch => {
  const rounded = Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000;
  return { score: rounded, verdict: verdictOf(rounded), reason: { code, parts: { a, b, ...parts } } };
};

/** The likelier of two readings; the first where they are equally likely. */
export const better = (a: Agreement, b: Agreement): Agreement => (b.score > a.score ? b : a);
