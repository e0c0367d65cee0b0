import type { AgreementStanding, AgreementTerms } from '../contract/agreements.ts';

/*
 * How a signed document stands on a day. All days are `YYYY-MM-DD` and compare as plain strings.
 */

/** What decides it: the terms as first agreed, what became of them, and the days around the signing. */
export interface AgreementValidity extends Pick<
  AgreementTerms,
  'validFrom' | 'validTo' | 'renewal' | 'renewalMonths' | 'noticeDays'
> {
  signedOn: string | null;
  /** Of the meeting at which it was signed; stands in for a day of signing that is not known. */
  meetingDate: string | null;
  renewals: readonly { renewedOn: string; validTo: string | null }[];
  state: 'standing' | 'terminated' | 'replaced';
  /** From which day it is out of force; null: it is not known, and so always. */
  stateOn: string | null;
}

export interface StandingOnDay {
  standing: AgreementStanding;
  /** The last day, as far as it was renewed by then; null: without an end. */
  validTo: string | null;
  /** The day from which it is «expiring»; null: there is no end, or no reminder is wanted. */
  noticeOn: string | null;
}

export function standingOn(validity: AgreementValidity, day: string): StandingOnDay {
  const { state, stateOn, noticeDays } = validity;
  const isEnded = state !== 'standing' && (stateOn === null || stateOn <= day);
  const validTo = lastDayOn(validity, isEnded && stateOn !== null ? stateOn : day);
  const noticeOn = validTo === null || noticeDays === null ? null : addDays(validTo, -noticeDays);
  return { standing: isEnded ? state : standingOfTerm(validity, { validTo, noticeOn }, day), validTo, noticeOn };
}

function standingOfTerm(
  { validFrom, signedOn, meetingDate }: AgreementValidity,
  { validTo, noticeOn }: Omit<StandingOnDay, 'standing'>,
  day: string,
): AgreementStanding {
  const begins = validFrom ?? signedOn ?? meetingDate;
  if (begins !== null && day < begins) return 'not_yet';
  if (validTo !== null && validTo < day) return 'expired';
  return noticeOn !== null && noticeOn <= day ? 'expiring' : 'in_force';
}

/**
 * The last day as it was known on a day: that of the newest renewal by then, or as first agreed. What renews itself is
 * carried on until it reaches the day.
 */
export function lastDayOn(
  { validTo, renewal, renewalMonths, renewals }: Omit<AgreementValidity, 'state' | 'stateOn'>,
  day: string,
): string | null {
  const newest = renewals
    .filter(({ renewedOn }) => renewedOn <= day)
    .reduce<AgreementValidity['renewals'][number] | undefined>(
      (found, next) => (found === undefined || next.renewedOn >= found.renewedOn ? next : found),
      undefined,
    );
  const last = newest === undefined ? validTo : newest.validTo;
  if (last === null || last >= day || renewal !== 'automatic' || renewalMonths === null) return last;
  // Always from the first end: a 31st comes back after a shorter month.
  let times = Math.max(1, Math.floor(monthsBetween(last, day) / renewalMonths));
  let next = addMonths(last, times * renewalMonths);
  while (next < day && next < lastOfAll) next = addMonths(last, ++times * renewalMonths);
  return next;
}

/** The furthest day that can be written. */
const lastOfAll = '9999-12-31';

const monthsBetween = (from: string, to: string): number => monthNumber(to) - monthNumber(from);

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/**
 * As the end of a term moves: the last day of a month to the last day of another one (30 June to 31 December), any other
 * day to the same one, or to the last where the month is too short for it.
 */
export function addMonths(day: string, months: number): string {
  const month = monthNumber(day) + months;
  if (month >= 120_000) return lastOfAll;
  const last = daysOfMonth(month);
  const wanted = Number(day.slice(8));
  const isLast = wanted === daysOfMonth(monthNumber(day));
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}-${pad(isLast ? last : Math.min(wanted, last), 2)}`;
}

const daysOfMonth = (month: number): number =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  const year = at.getUTCFullYear();
  if (year > 9999) return lastOfAll;
  return year < 0 ? '0000-01-01' : at.toISOString().slice(0, 10);
}
