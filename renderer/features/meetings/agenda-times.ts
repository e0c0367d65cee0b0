import type { AgendaItem } from '#shared/contract/agenda.ts';
import type { Meeting } from '#shared/contract/meetings.ts';
import { type ChosenText, chooseText, type Language } from '#shared/domain/language.ts';
import { zonedInstantMs } from '#shared/domain/minutes/dates.ts';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/**
 * When each item begins, as UTC instants, by the minutes of those before it. null behind an item without minutes,
 * because nobody can tell, and for all of them where the meeting has no start time.
 */
export function itemStarts(
  { date, startTime, zone }: Pick<Meeting, 'date' | 'startTime' | 'zone'>,
  items: readonly Pick<AgendaItem, 'plannedMinutes'>[],
): (number | null)[] {
  let next = startTime === null ? null : zonedInstantMs(date, startTime, zone);
  return items.map(({ plannedMinutes }) => {
    const start = next;
    next = start === null || plannedMinutes === null ? null : start + plannedMinutes * minuteMs;
    return start;
  });
}

/** Minutes between start and end; past midnight where the end is earlier. null without both, and over several days. */
export function lengthOf({
  date,
  endDate,
  startTime,
  endTime,
}: Pick<Meeting, 'date' | 'endDate' | 'startTime' | 'endTime'>): number | null {
  if (startTime === null || endTime === null || (endDate !== null && endDate !== date)) return null;
  const minutes = minutesOf(endTime) - minutesOf(startTime);
  return minutes > 0 ? minutes : minutes + dayMinutes;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
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
