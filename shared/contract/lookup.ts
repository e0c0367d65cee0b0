import { oc } from '@orpc/contract';
import { z } from 'zod';
import { presences } from './attendance.ts';
import { id, localizedLine } from './fields.ts';

export const lookupKinds = ['attendance', 'person', 'side', 'organization'] as const;
export type LookupKind = (typeof lookupKinds)[number];

/** Somebody or something that a typed word may mean while minutes are taken. */
export const lookupItem = z.object({
  kind: z.enum(lookupKinds),
  /** Of the attendance, person, side or organisation, by `kind`. */
  id,
  /** Of the register, also where `kind` is `attendance`; null for a guest, a delegation, a side or an organisation. */
  personId: id.nullable(),
  name: localizedLine,
  /** Office and organisation, or the city of an organisation. */
  detail: localizedLine,
  /** For `attendance`. */
  presence: z.enum(presences).nullable(),
});
export type LookupItem = z.infer<typeof lookupItem>;

export const lookupContract = {
  /**
   * Finds by the beginnings of words, in any script (names library), also from initials and without ё; best first,
   * those who attend before the rest of the register, and nobody twice. An empty text answers those who attend, then
   * the sides. Answers in a few milliseconds over 20,000 people: it is asked at every keystroke.
   */
  find: oc
    .input(
      z.strictObject({
        meetingId: id,
        text: z.string().max(200),
        kinds: z.array(z.enum(lookupKinds)).min(1),
        limit: z.number().int().min(1).max(50),
      }),
    )
    .output(z.array(lookupItem)),
};
