import { oc } from '@orpc/contract';
import { z } from 'zod';
import { actionListItem } from './actions.ts';
import { agreementListItem } from './agreements.ts';
import { date, id, localizedLine } from './fields.ts';

/** What waits for the secretary, over all groups; each list holds the first `most` of `count`, the most urgent first. */
export const overview = z.object({
  overdue: z.object({ count: z.number(), first: z.array(actionListItem) }),
  dueSoon: z.object({ count: z.number(), first: z.array(actionListItem) }),
  /** Open, and neither overdue nor due soon. */
  otherOpen: z.number(),
  /** Circulated minutes that sides have not agreed to yet; `missing` names those. */
  waitingForAgreement: z.array(
    z.object({ meetingId: id, title: localizedLine, date, missing: z.array(localizedLine) }),
  ),
  /** Expiring or expired agreements that nobody has ended or renewed. */
  expiring: z.object({ count: z.number(), first: z.array(agreementListItem) }),
  /** When the newest backup of the data folder was made; null: there is none. */
  lastBackupAtMs: z.number().nullable(),
});
export type Overview = z.infer<typeof overview>;

export const overviewContract = {
  get: oc.input(z.strictObject({ today: date, most: z.number().int().min(0).max(50).default(6) })).output(overview),
};
