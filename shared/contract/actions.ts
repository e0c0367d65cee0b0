import { oc } from '@orpc/contract';
import { z } from 'zod';
import { action } from './entries.ts';
import { date, id, localizedLine, localizedText } from './fields.ts';

/** A row of the register of action items over all meetings; `owners` are resolved to names, `number` is as printed (3.1). */
export const actionListItem = z.object({
  entryId: id,
  number: z.string(),
  text: localizedText,
  action,
  owners: z.array(localizedLine),
  meetingId: id,
  meetingTitle: localizedLine,
  meetingDate: date,
});
export type ActionListItem = z.infer<typeof actionListItem>;

export const actionsContract = { list: oc.output(z.array(actionListItem)) };
