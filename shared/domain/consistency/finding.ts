import type { InconsistencyCode } from '../../contract/consistency.ts';
import type { Range } from './text.ts';

/** A finding before it is known where it belongs and whether it was accepted; see shared/contract/consistency.ts. */
export interface Finding {
  code: InconsistencyCode;
  detail: string;
  expected: string | null;
  range: Range | null;
}
