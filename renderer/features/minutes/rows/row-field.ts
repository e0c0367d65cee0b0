import type { Live } from '../live/context.ts';

/** A text field of the live screen and the row it belongs to; null is the capture row. */
export interface RowField {
  live: Live;
  rowId: string | null;
  area: HTMLTextAreaElement;
}
