import type { MinutesDocument, MinutesSection } from '#shared/domain/minutes/document.ts';
import type { RenderedPages } from '../messages.ts';

export type DrawPages = (document: MinutesDocument) => RenderedPages;

/** What a section is told that the templates would else count themselves (page.typ). */
interface NumberedSection extends MinutesSection {
  pagesBefore: number;
  pagesTotal?: number;
}

/**
 * Draws languages that follow one another each by itself, and one that stands as it did not at all: a word that is typed
 * changes one of three. The pages are those of the whole document.
 */
export function createPartDrawer(draw: DrawPages): DrawPages {
  let lastParts = new Map<string, RenderedPages>();
  let lastTotal = 0;

  return (document) => {
    if (document.columns !== undefined || document.sections.length < 2) {
      lastParts = new Map();
      return draw(document);
    }
    const drawn = new Map<string, RenderedPages>();
    const drawPart = (section: NumberedSection): RenderedPages => {
      const part = { ...document, sections: [section] };
      const key = JSON.stringify(part);
      const pages = lastParts.get(key) ?? drawn.get(key) ?? draw(part);
      drawn.set(key, pages);
      return pages;
    };
    const drawAll = (total: number): RenderedPages => {
      const all: RenderedPages = { pages: [], places: [] };
      for (const section of document.sections) {
        const pagesBefore = all.pages.length;
        const isTotalShown = (section.numbering ?? 'pages') === 'pages';
        const part = drawPart({ ...section, pagesBefore, ...(isTotalShown && { pagesTotal: total }) });
        all.pages.push(...part.pages);
        all.places.push(...part.places.map((place) => ({ ...place, page: place.page + pagesBefore })));
      }
      return all;
    };
    // How many pages there are is known when they are made; between two previews it is mostly the same.
    let all = drawAll(lastTotal);
    if (all.pages.length !== lastTotal) {
      lastTotal = all.pages.length;
      all = drawAll(lastTotal);
    }
    lastParts = drawn;
    return all;
  };
}
