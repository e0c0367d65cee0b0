import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { type ChosenText, chooseText, type Language } from '#shared/domain/language.ts';
import { zonedInstantMs } from '#shared/domain/minutes/dates.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * When each item begins, as UTC instants, by the minutes of those before it. null behind an item without minutes and
 * after the end of the first of several days, because nobody can tell; for all of them where no start time is known.
 */
export function itemStarts(
  { date, endDate, startTime, endTime, zone }: Pick<Meeting, 'date' | 'endDate' | 'startTime' | 'endTime' | 'zone'>,
  items: readonly Pick<AgendaItem, 'plannedMinutes'>[],
): (number | null)[] {
  const isLong = endDate !== null && endDate > date;
  const lastMs = isLong && endTime !== null ? zonedInstantMs(date, endTime, zone) : Infinity;
  let next = startTime === null ? null : zonedInstantMs(date, startTime, zone);
  return items.map(({ plannedMinutes }) => {
    const start = next !== null && next < lastMs ? next : null;
    next = start === null || plannedMinutes === null ? null : start + plannedMinutes * minuteMs;
    return start;
  });
}

/** From the first hour to the last, each day as long as the first; null where these are not known. */
export function lengthOf({
  date,
  endDate,
  startTime,
  endTime,
  zone,
}: Pick<Meeting, 'date' | 'endDate' | 'startTime' | 'endTime' | 'zone'>): number | null {
  if (startTime === null || endTime === null) return null;
  const days = Math.round((Date.parse(endDate ?? date) - Date.parse(date)) / dayMs) + 1;
  const minutes = (zonedInstantMs(date, endTime, zone) - zonedInstantMs(date, startTime, zone)) / minuteMs;
  return minutes > 0 && days > 0 ? minutes * days : null;
}

/** A clock that the sides look at. */
export interface Clock {
  zone: string;
  /** Where it hangs: the city of a venue there, else the side, else the zone's own name. */
  place: ChosenText;
}

/** The clock of the meeting, then one for each side with another zone. */
export function clocksOf(
  { zone, sides, venues }: Pick<Meeting, 'zone' | 'sides' | 'venues'>,
  language: Language,
): Clock[] {
  const cityIn = (country: string): ChosenText | undefined =>
    venues
      .filter((venue) => country !== '' && venue.country === country)
      .map((venue) => chooseText(venue.city, language))
      .find(({ text }) => text !== '');
  const main = venues.filter(({ kind }) => kind === 'main').map(({ city }) => chooseText(city, language));
  const placeOf = (clock: string): ChosenText => {
    const side = sides.find((candidate) => candidate.zone === clock);
    const named = [
      ...(clock === zone ? main : []),
      ...(side ? [cityIn(side.country), chooseText(side.name, language)] : []),
    ].find((place) => place !== undefined && place.text !== '');
    return (
      named ?? { text: clock.slice(clock.lastIndexOf('/') + 1).replaceAll('_', ' '), language: 'en', isFallback: false }
    );
  };
  return [...new Set([zone, ...sides.map((side) => side.zone)])].map((clock) => ({
    zone: clock,
    place: placeOf(clock),
  }));
}
