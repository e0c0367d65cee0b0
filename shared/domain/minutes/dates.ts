import { type Language, languageTags } from '../language.ts';

const longDates = new Map<Language, Intl.DateTimeFormat>();

function longDate(language: Language): Intl.DateTimeFormat {
  let format = longDates.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(languageTags[language], { dateStyle: 'long', timeZone: 'UTC' });
    longDates.set(language, format);
  }
  return format;
}

/** A date never breaks over two lines. */
function unbroken(text: string): string {
  return text.replace(/ /gu, '\u00A0');
}

/** `2020-06-16` → «16 June 2020», «16 июня 2020 г.», «2020年6月16日»; spaces are no-break spaces. */
export function formatDate(date: string, language: Language): string {
  return unbroken(longDate(language).format(new Date(`${date}T00:00:00Z`)));
}

/** For narrow table cells: `01.10.2020` in Russian (GOST R 7.0.97 allows both forms), else the long form, which may break. */
export function formatTableDate(date: string, language: Language): string {
  if (language === 'ru') return date.split('-').reverse().join('.');
  return formatDate(date, language).replace(/\u00A0/gu, ' ');
}

/**
 * Several days: «16–18 June 2020», «16–18 июня 2020 г.», «2020年6月16日至18日». Written here because ICU's own ranges
 * give «18 июня 2020г.» and 2020/6/16–2020/6/18 for these styles.
 */
export function formatDateRange(from: string, to: string | null, language: Language): string {
  const last = to === null ? '' : formatDate(to, language);
  if (to === null || to === from) return formatDate(from, language);
  if (language === 'zh') {
    const shared =
      from.slice(0, 7) === to.slice(0, 7) ? /^.*月/u : from.slice(0, 4) === to.slice(0, 4) ? /^.*年/u : /^/u;
    return `${formatDate(from, language)}至${last.replace(shared, '')}`;
  }
  const first = formatDate(from, language).split('\u00A0');
  if (from.slice(0, 7) === to.slice(0, 7)) return `${first[0]}–${last}`;
  const dash = language === 'ru' ? '\u00A0— ' : '\u00A0– ';
  if (from.slice(0, 4) === to.slice(0, 4)) return `${first.slice(0, 2).join('\u00A0')}${dash}${last}`;
  return `${first.join('\u00A0')}${dash}${last}`;
}

/** Offset of a zone from UTC at an instant, in minutes. */
function offsetMinutes(zone: string, instantMs: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instantMs);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - instantMs) / 60_000);
}

/** The UTC instant of a wall-clock time; two steps, because the offset itself depends on the instant. */
export function zonedInstantMs(date: string, time: string, zone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const guess = wall - offsetMinutes(zone, wall) * 60_000;
  return wall - offsetMinutes(zone, guess) * 60_000;
}

/** Clock and calendar in one zone: `15:00`, `2020-06-16`, `UTC+8`. */
export function zonedClock(instantMs: number, zone: string): { time: string; date: string; offset: string } {
  const offset = offsetMinutes(zone, instantMs);
  const iso = new Date(instantMs + offset * 60_000).toISOString();
  const hours = Math.floor(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  const sign = offset < 0 ? '\u2212' : '+';
  const name =
    offset === 0 ? 'UTC' : `UTC${sign}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
  return { time: iso.slice(11, 16), date: iso.slice(0, 10), offset: name };
}
