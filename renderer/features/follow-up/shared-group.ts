import type { MeetingReference } from '#shared/contract/follow-up.ts';

/** The working group that all the records come from; null: several, or none. */
export function sharedGroup(records: readonly { meeting: MeetingReference | null }[]): string | null {
  const [first, ...others] = records.map(({ meeting }) => meeting?.groupId ?? null);
  return first !== undefined && others.every((id) => id === first) ? first : null;
}
