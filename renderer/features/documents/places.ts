import type { DocumentReference, PreviewPlace } from '#shared/contract/documents.ts';
import type { Language } from '#shared/domain/language.ts';

/** Columns whose left edges are nearer to each other than this, as a part of the page's width, are one. */
const columnStep = 0.1;
/** How far to the left of its text, and above it, a paragraph still counts as hit. */
const slack = { left: 0.01, top: 0.004 };
/** Where the text of a page ends where nothing says so. */
const pageFoot = 0.95;

interface Column {
  left: number;
  places: PreviewPlace[];
}

/** What stands on a page side by side: each language has its column, several in one where they follow each other. */
function columnsOf(places: readonly PreviewPlace[], page: number): Column[] {
  const byLanguage = Map.groupBy(
    places.filter((place) => place.page === page),
    ({ language }) => language,
  );
  const columns: Column[] = [];
  const edges = [...byLanguage.values()].map((group) => ({
    left: Math.min(...group.map(({ left }) => left)),
    places: group,
  }));
  for (const { left, places: group } of edges.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left - last.left < columnStep) last.places.push(...group);
    else columns.push({ left, places: [...group] });
  }
  for (const column of columns) column.places.sort((a, b) => a.top - b.top);
  return columns;
}

interface PlacedPages {
  places: readonly PreviewPlace[];
  files: readonly { firstPage: number }[];
}

export interface Spot {
  page: number;
  left: number;
  top: number;
}

/** The place that a spot belongs to: the nearest above it in its column, else what goes on from the page before. */
export function findPlaceAt({ places, files }: PlacedPages, spot: Spot): PreviewPlace | null {
  const columns = columnsOf(places, spot.page);
  const column = columns.findLast(({ left }) => left <= spot.left + slack.left) ?? columns[0];
  const above = column?.places.findLast(({ top }) => top <= spot.top + slack.top);
  if (above) return above;
  const firstPage = files.findLast((file) => file.firstPage <= spot.page)?.firstPage ?? 0;
  const [first] = column?.places ?? [];
  const before = places.findLast(
    (place) =>
      place.page >= firstPage && place.page < spot.page && (first === undefined || place.language === first.language),
  );
  return before ?? first ?? null;
}

/** The places of one page, in the order of its columns; what has several paragraphs once. */
export function listPlaces(places: readonly PreviewPlace[], page: number): PreviewPlace[] {
  const seen = new Set<string>();
  return columnsOf(places, page)
    .flatMap((column) => column.places)
    .filter(({ ref, language }) => {
      const key = `${ref.id} ${language}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** Something that shall be shown in the document. */
export interface Wanted {
  id: DocumentReference['id'];
  /** The text that is meant; where the document does not have it, any other will do. */
  language?: Language | undefined;
}

export function findPlaceOf(places: readonly PreviewPlace[], { id, language }: Wanted): PreviewPlace | null {
  const all = places.filter(({ ref }) => ref.id === id);
  return all.find((place) => place.language === language) ?? all[0] ?? null;
}

/** A rectangle on a page in parts (0–1) of its size. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where everything that belongs to the same record as a place stands on a page, in the same language. */
export function areasOf(places: readonly PreviewPlace[], wanted: PreviewPlace, page: number): Area[] {
  const columns = columnsOf(places, page);
  const margin = columns[0]?.left ?? 0;
  return columns.flatMap((column, index) => {
    const right = columns[index + 1]?.left ?? 1 - margin;
    const areas: Area[] = [];
    let isGoingOn = false;
    for (const [at, place] of column.places.entries()) {
      const isSame = place.ref.id === wanted.ref.id && place.language === wanted.language;
      const bottom = column.places[at + 1]?.top ?? pageFoot;
      const last = areas.at(-1);
      if (isSame && isGoingOn && last) last.height = bottom - last.top;
      else if (isSame) {
        areas.push({ left: column.left, top: place.top, width: right - column.left, height: bottom - place.top });
      }
      isGoingOn = isSame;
    }
    return areas;
  });
}
