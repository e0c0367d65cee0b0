import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, localizedLine, localizedText } from './fields.ts';

export const searchKinds = ['person', 'organization', 'group', 'meeting', 'entry'] as const;
/** `meetingId` is set for entries, so that a hit can be opened. `label` is what matched, in its own languages. */
export const searchHit = z.object({
  kind: z.enum(searchKinds),
  id,
  meetingId: id.nullable(),
  label: localizedText,
  detail: localizedLine,
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchContract = {
  find: oc.input(z.strictObject({ query: z.string().max(200) })).output(z.array(searchHit)),
};
