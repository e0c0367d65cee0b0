import type { ReactNode } from 'react';

/** A page of a register as the back end answers it, see shared/contract/follow-up.ts. */
export interface RegisterPage<Row, Head> {
  all: number;
  shown: number;
  groups: { id: string; count: number }[];
  heads: Record<string, Head>;
  rows: { groupId: string; row: Row }[];
}

export interface RegisterColumn<Row> {
  id: string;
  /** In the interface language. */
  title: string;
  cell: (row: Row) => ReactNode;
  /** The column that names the row; exactly one. */
  isRowHeader?: true;
  /** What the head asks the back end to sort by; absent: it does not sort. */
  sort?: string;
  /** Share of the width; default 1. */
  share?: number;
  /** Least width in rem; default by the share. */
  least?: number;
}

/** Rows that were chosen for a bulk change, in the order in which they were chosen. */
export interface Chosen<Row> {
  ids: readonly string[];
  rows: readonly Row[];
  clear: () => void;
}

/**
 * A register of any length: filter, count, grouped table of which only the rows on screen are read and drawn, detail
 * pane (Enter or Space opens it, Escape leads back to the row), bulk bar, first action where it is empty.
 */
export interface RegisterProps<Row, Head> {
  /** Keeps text, place and selection while the user is on another screen, e.g. `decisions`. */
  name: string;
  /** The accessible name of the table. */
  label: string;
  /** Key of the query whose changes (table changes told by the back end) make the register read again. */
  queryKey: readonly unknown[];
  /** By what the rows are chosen, grouped and ordered, the text aside; another one begins at the top. */
  view: Readonly<Record<string, unknown>>;
  load: (window: { text: string; offset: number; limit: number }) => Promise<RegisterPage<Row, Head>>;
  columns: readonly RegisterColumn<Row>[];
  rowId: (row: Row) => string;
  /** What a reader of the screen hears of a row in its check box, e.g. its number. */
  rowName: (row: Row) => string;
  heading: (head: Head) => ReactNode;
  sort?: { by: string; isDescending: boolean };
  onSort?: (sort: { by: string; isDescending: boolean }) => void;
  /** Menus and check boxes beside the text filter. */
  filters?: ReactNode;
  /** At the right end of the bar: new, export. */
  extra?: ReactNode;
  /** What can be done with the chosen rows; absent: rows cannot be chosen. */
  bulk?: (chosen: Chosen<Row>) => ReactNode;
  /** The record in the pane; from the address, so that others can link to it. */
  openId: string | null;
  onOpen: (id: string | null) => void;
  detail: (id: string) => ReactNode;
  /** What the pane is called, e.g. «Decision». */
  detailLabel: string;
  /** What to say and offer when nothing is in the register. */
  empty: { text: string; action?: ReactNode };
}
