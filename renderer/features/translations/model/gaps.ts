import type { TextCounts, TextPlace } from '#shared/contract/translations.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { isReviewed, stateOf, type Translated } from '#shared/domain/translations/state.ts';
import type { Line } from './lines.ts';

/** What is looked for. `all`: every line is shown, and what is missing or outdated is a gap. */
export const filters = ['all', 'missing', 'outdated', 'unreviewed'] as const;
export type Filter = (typeof filters)[number];

/** Which lines are worked on. */
export const parts = ['all', 'headings', 'outcomes'] as const;
export type Part = (typeof parts)[number];

export type TranslatedOf = (line: Line) => Translated | undefined;

/** Whether the key that goes from gap to gap stops at this text. */
export function isGap(translated: Translated, language: Language, filter: Filter): boolean {
  const state = stateOf(translated, language);
  switch (filter) {
    case 'missing':
      return state === 'empty';
    case 'outdated':
      return state === 'outdated';
    case 'unreviewed':
      return state !== 'not_needed' && !isReviewed(translated, language);
    case 'all':
      return state === 'empty' || state === 'outdated';
  }
}

export function isPart({ entryKind }: Line, part: Part): boolean {
  if (part === 'headings') return entryKind === null;
  return part === 'all' || entryKind === 'decision' || entryKind === 'action';
}

/** Whether a line has something that is looked for in the columns that are shown. */
export function isShown(
  line: Line,
  translated: Translated | undefined,
  { filter, part, columns }: { filter: Filter; part: Part; columns: readonly Language[] },
): boolean {
  if (translated === undefined || !isPart(line, part)) return false;
  return filter === 'all' || columns.some((language) => isGap(translated, language, filter));
}

export type Counts = Readonly<Record<Language, TextCounts>>;

const noCounts = (): TextCounts => ({ total: 0, filled: 0, reviewed: 0, outdated: 0, empty: 0, notNeeded: 0 });

/** How far the lines are in each language. */
export function countTexts(lines: readonly Line[], translatedOf: TranslatedOf): Counts {
  const counts: Record<Language, TextCounts> = { en: noCounts(), ru: noCounts(), zh: noCounts() };
  for (const line of lines) {
    const translated = translatedOf(line);
    if (translated === undefined) continue;
    for (const language of languages) count(counts[language], translated, language);
  }
  return counts;
}

function count(counts: TextCounts, translated: Translated, language: Language): void {
  counts.total += 1;
  switch (stateOf(translated, language)) {
    case 'filled':
      counts.filled += 1;
      if (isReviewed(translated, language)) counts.reviewed += 1;
      break;
    case 'outdated':
      counts.outdated += 1;
      break;
    case 'empty':
      counts.empty += 1;
      break;
    case 'not_needed':
      counts.notNeeded += 1;
  }
}

/** How many texts each filter looks for. Of `all` it is every text. */
export function countGaps(
  lines: readonly Line[],
  columns: readonly Language[],
  translatedOf: TranslatedOf,
): Record<Filter, number> {
  const found: Record<Filter, number> = { all: 0, missing: 0, outdated: 0, unreviewed: 0 };
  for (const line of lines) {
    const translated = translatedOf(line);
    if (translated === undefined) continue;
    for (const language of columns) {
      found.all += 1;
      for (const filter of ['missing', 'outdated', 'unreviewed'] as const) {
        if (isGap(translated, language, filter)) found[filter] += 1;
      }
    }
  }
  return found;
}

/** The text after or before `from` in reading order, round and round, at which `isWanted` stops; null if there is none. */
export function findPlace(
  lines: readonly Line[],
  columns: readonly Language[],
  from: TextPlace | null,
  step: 1 | -1,
  isWanted: (line: Line, language: Language) => boolean,
): TextPlace | null {
  const width = columns.length;
  const total = lines.length * width;
  const start = from === null ? null : placeIndex(lines, columns, from);
  for (let walked = 1; walked <= total; walked++) {
    const index = ((((start ?? (step === 1 ? -1 : 0)) + step * walked) % total) + total) % total;
    const line = lines[Math.floor(index / width)];
    const language = columns[index % width];
    if (line !== undefined && language !== undefined && isWanted(line, language))
      return { ...line.reference, language };
  }
  return null;
}

/** Where a text stands among all that are shown, line by line; null where it is not among them. */
function placeIndex(lines: readonly Line[], columns: readonly Language[], place: TextPlace): number | null {
  const row = lines.findIndex(({ reference }) => reference.kind === place.kind && reference.id === place.id);
  if (row < 0) return null;
  // Of a column that is hidden, the line is the place.
  return row * columns.length + Math.max(0, columns.indexOf(place.language));
}

/**
 * Where one goes on in a column when a text is finished: the next one below that `isWanted`, else the first above that
 * is, else simply the next line; null at the end. Where nothing in particular is wanted, the next line.
 */
export function findBelow(
  lines: readonly Line[],
  from: TextPlace,
  isWanted: ((line: Line) => boolean) | null,
): TextPlace | null {
  const row = lines.findIndex(({ reference }) => reference.kind === from.kind && reference.id === from.id);
  const below = lines.slice(row + 1);
  const wanted = isWanted && (below.find(isWanted) ?? lines.slice(0, Math.max(0, row)).find(isWanted));
  const next = wanted ?? below[0];
  return next === undefined ? null : { ...next.reference, language: from.language };
}
