import { useMemo } from 'react';
import type { Language } from '#shared/domain/language.ts';
import { useUiLanguage } from './i18n.ts';

/** The locale that decides formats and sorting in each language of the interface; en-GB keeps the day before the month. */
export const formatLocales: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-CN' };

export interface Format {
  /** `YYYY-MM-DD` in words, e.g. 20 November 2026; a date has no zone and never shifts. */
  date(date: string): string;
  /** `YYYY-MM-DD` in figures, e.g. 20/11/2026. */
  shortDate(date: string): string;
  /** Clock time with seconds of an instant, in the machine's zone. */
  clock(atMs: number): string;
  /** Date in words of an instant, in the machine's zone. */
  day(atMs: number): string;
  /** Date in words and clock time of an instant, in the machine's zone. */
  moment(atMs: number): string;
  number(value: number): string;
  list(values: string[]): string;
  /** Name of a country by its ISO 3166-1 alpha-2 code; empty for an empty code. */
  country(code: string): string;
  /** Name of a language by its BCP 47 tag. */
  language(tag: string): string;
  /** Compares texts in the order that readers of the interface language expect. */
  compare(a: string, b: string): number;
}

const formats = new Map<Language, Format>();

/** Everything about dates, numbers, lists and order goes through here, so that it is the same on every screen. */
export function getFormat(language: Language): Format {
  const known = formats.get(language);
  if (known) return known;
  const locale = formatLocales[language];
  const longDate = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDate = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hour12: false });
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const format: Format = {
    date: (date) => longDate.format(utcDay(date)),
    shortDate: (date) => shortDate.format(utcDay(date)),
    clock: (atMs) => clock.format(atMs),
    day: (atMs) => day.format(atMs),
    moment: (atMs) => moment.format(atMs),
    number: (value) => number.format(value),
    list: (values) => list.format(values),
    country: (code) => (code === '' ? '' : (regions.of(code) ?? code)),
    language: (tag) => languageNames.of(tag) ?? tag,
    compare: collator.compare,
  };
  formats.set(language, format);
  return format;
}

export function useFormat(): Format {
  const language = useUiLanguage();
  return useMemo(() => getFormat(language), [language]);
}

function utcDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
