import { endOfMonth, parseDate } from '@internationalized/date';

/** The calendar day (`YYYY-MM-DD`) so many days after another. */
export const daysAfter = (date: string, days: number): string => parseDate(date).add({ days }).toString();

/** The last day of the month of a calendar day. */
export const monthEnd = (date: string): string => endOfMonth(parseDate(date)).toString();
