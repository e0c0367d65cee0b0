/** A spot on the pages: index of the page, and how far down it is, as a part (0–1) of the page's height. */
export interface PageSpot {
  page: number;
  top: number;
}

/** How much of what stands above a spot is shown with it, in CSS pixels. */
const lead = 48;

/** What is at the upper edge of a scrolling list of pages (`<ol>` of `<li>`, in each one `[data-sheet]`). */
export function readSpot(list: HTMLElement): PageSpot | undefined {
  const edge = list.getBoundingClientRect().top;
  const sheets = sheetsOf(list);
  const page = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > edge);
  const box = sheets[page]?.getBoundingClientRect();
  return box && { page, top: (edge - box.top) / box.height };
}

export function scrollToSpot(list: HTMLElement, { page, top }: PageSpot): void {
  const box = sheetsOf(list)[page]?.getBoundingClientRect();
  if (!box) return;
  // Never more than one's own scrolling: the screen around the pages stays where it is.
  list.scrollTop += box.top + top * box.height - list.getBoundingClientRect().top;
}

/** The same with a little of what stands above it, for a spot that somebody looks for. */
export function showSpot(list: HTMLElement, spot: PageSpot): void {
  scrollToSpot(list, spot);
  list.scrollTop -= lead;
}

export function isOnScreen(list: HTMLElement, { page, top }: PageSpot): boolean {
  const box = sheetsOf(list)[page]?.getBoundingClientRect();
  if (!box) return false;
  const { top: upper, bottom: lower } = list.getBoundingClientRect();
  const y = box.top + top * box.height;
  return y >= upper && y <= lower - lead;
}

const sheetsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-sheet]')];
