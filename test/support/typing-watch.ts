import type { Page } from '@playwright/test';

/** What was on the screen at a moment. */
export interface Shown {
  /** The texts of all rows and of the capture row. */
  texts: string[];
  atMs: number;
}

/** What the page has told so far; it outlives the page. */
export interface TypingWatch {
  /** Each time when the page said that everything is saved, what stood in its fields. */
  readonly saved: Shown[];
  /** After each letter. */
  readonly typed: Shown[];
  /** Resolves with the next claim. */
  nextClaim(): Promise<void>;
}

/** Follows what a page claims to have saved, and what is typed into it. `savedPattern` matches the claim, e.g. «Saved 14:32:07». */
export async function watchTyping(page: Page, savedPattern: RegExp): Promise<TypingWatch> {
  const saved: Shown[] = [];
  const typed: Shown[] = [];
  let tell = (): void => undefined;
  await page.exposeFunction('tellSaved', (shown: Shown) => {
    saved.push(shown);
    tell();
  });
  await page.exposeFunction('tellTyped', (shown: Shown) => void typed.push(shown));
  await page.addInitScript(watchPage, savedPattern.source);
  return {
    saved,
    typed,
    nextClaim: () => new Promise((resolve) => (tell = resolve)),
  };
}

/** Runs in the page. */
function watchPage(savedSource: string): void {
  const tell = globalThis as unknown as Record<'tellSaved' | 'tellTyped', (shown: object) => Promise<void>>;
  const pattern = new RegExp(savedSource, 'u');
  const shown = () => ({
    texts: [...document.querySelectorAll('main textarea')].map((area) => (area as HTMLTextAreaElement).value),
    atMs: Date.now(),
  });
  let last = '';
  const look = (): void => {
    const claim =
      [...document.querySelectorAll('span')].find((span) => pattern.test(span.textContent))?.textContent ?? '';
    if (claim === last) return;
    last = claim;
    if (claim !== '') void tell.tellSaved(shown());
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  document.addEventListener('input', () => void tell.tellTyped(shown()), { capture: true });
}
