import { getLocalTimeZone, today } from '@internationalized/date';

/** Whether a position that is held until `to` has ended, by the machine's calendar; null: no end is known. */
export const isPast = (to: string | null): boolean => to !== null && to < today(getLocalTimeZone()).toString();
