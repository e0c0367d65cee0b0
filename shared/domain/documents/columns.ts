import type { MinutesBlock, MinutesColumnRow, MinutesDocument, MinutesSignatures } from '../minutes/document.ts';
import { cutIntoPieces, type Piece } from './pieces.ts';

/**
 * The sections of a document side by side, paragraph against paragraph: two upright, three across. What stands above
 * the text (letterhead, title, subject, marks) stays with the sections, whose blocks are empty then.
 */
export function alignSections(document: MinutesDocument): MinutesDocument {
  const { sections } = document;
  const texts = sections.map(({ blocks }) => blocks.filter(({ kind }) => kind !== 'signatures'));
  const signatures = sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is MinutesSignatures => block.kind === 'signatures'),
  );
  const pieces = sections.map(({ language }, index) => cutIntoPieces(texts[index] ?? [], language));
  return {
    ...document,
    sections: sections.map((section) => ({ ...section, blocks: [] })),
    columns: {
      page: sections.length > 2 ? 'landscape' : 'portrait',
      rows: nameOnce(mergePieces(pieces)),
      signatures: signatures.length === 0 ? null : signatures,
    },
  };
}

interface Row {
  key: string;
  isHeading: boolean;
  cells: MinutesBlock[][];
}

/**
 * Pieces of all sections with equal keys in one row. Each column keeps its own order: where two of them disagree (in a
 * copy by language the sides stand the other way round), the piece has a row of its own.
 */
function mergePieces(sections: readonly (readonly Piece[])[]): Row[] {
  const empty = (): MinutesBlock[][] => sections.map(() => []);
  let rows: Row[] = [];
  sections.forEach((pieces, column) => {
    const places = new Map<string, number>();
    rows.forEach(({ key }, place) => {
      if (!places.has(key)) places.set(key, place);
    });
    const matched = longestRise(pieces.map(({ key }) => places.get(key) ?? null));
    const merged: Row[] = [];
    let waiting: Row[] = [];
    let next = 0;
    pieces.forEach(({ key, isHeading, blocks }, index) => {
      const place = matched[index] ?? null;
      const row = (place === null ? undefined : rows[place]) ?? { key, isHeading, cells: empty() };
      waiting.push({ ...row, cells: row.cells.map((cell, of) => (of === column ? blocks : cell)) });
      if (place === null) return;
      // What the languages before have alone comes first, as they do.
      merged.push(...rows.slice(next, place), ...waiting);
      waiting = [];
      next = place + 1;
    });
    rows = [...merged, ...rows.slice(next), ...waiting];
  });
  return rows;
}

/** Of places in a list, those of a longest rising sequence; the others become null. */
function longestRise(places: readonly (number | null)[]): (number | null)[] {
  /** Indexes: the last of the best sequence of each length, and before each the one that precedes it. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  places.forEach((place, index) => {
    if (place === null) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  });
  const rise: (number | null)[] = places.map(() => null);
  for (let index = ends.at(-1); index !== undefined; index = before[index]) rise[index] = places[index] ?? null;
  return rise;
}

function nameOnce(rows: readonly Row[]): MinutesColumnRow[] {
  const counts = new Map<string, number>();
  return rows.map(({ key, isHeading, cells }) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { id: count === 1 ? key : `${key} ${count}`, isHeading, cells };
  });
}
