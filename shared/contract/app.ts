import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';

/** What `cli -- check` prints and Settings shows. `synchronous` is read back after a write: 2 is FULL. */
export const checkReport = z.object({
  integrity: z.string(),
  synchronous: z.number(),
  journalMode: z.string(),
  schemaVersion: z.number(),
  sqliteVersion: z.string(),
  counts: z.record(z.string(), z.number()),
});
export type CheckReport = z.infer<typeof checkReport>;

/** Tables whose rows changed, so that the page can forget what it holds of them. `position` is the change set's number,
 * 0 for what is written outside of them (the journal of exports). */
export const changeEvent = z.object({
  position: z.number(),
  tables: z.array(z.string()),
  /** A backup was put in the place of the data file: everything that a page holds is of another file. */
  isRestored: z.boolean().optional(),
  /** The data file in use was found damaged: see {@link appContract.state}. */
  isDamaged: z.boolean().optional(),
  /** A person was erased for good: what is kept of pages outside the data file goes as well. */
  isErased: z.boolean().optional(),
});
export type ChangeEvent = z.infer<typeof changeEvent>;

/**
 * What opening the data file has found. `damaged`, `missing` (there are backups, but no data file): every call but those
 * of `app` and `backups` answers STORE_DAMAGED. `journal-missing`: the file is sound, but the journal of a run that was cut
 * off is gone, and with it perhaps the last changes.
 */
export const storeConditions = ['sound', 'damaged', 'missing', 'journal-missing'] as const;
export type StoreCondition = (typeof storeConditions)[number];

export const appContract = {
  state: oc.output(z.object({ condition: z.enum(storeConditions), place: z.string() })),
  info: oc.output(z.object({ version: z.string(), dataFolder: z.string(), schemaVersion: z.number() })),
  check: oc.output(checkReport),
  /** Never ends by itself. A client that reconnects re-reads everything. */
  changes: oc.output(eventIterator(changeEvent)),
};
