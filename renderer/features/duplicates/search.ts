import type { DuplicateKind } from '#shared/contract/duplicates.ts';

/** What the address says. */
export interface DuplicatesSearch {
  /** The two records that are compared, also when they are not proposed. */
  a?: string;
  b?: string;
  /** Shows the pairs of one kind only. */
  kind?: DuplicateKind;
}
