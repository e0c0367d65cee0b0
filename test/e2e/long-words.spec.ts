import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

/*
 * Words a third longer than ours, as a language may have that is yet to come (ux, section 9: pseudo-locale), on the
 * smallest screen of a laptop and at twice the size: no label, button or tab is cut off, none lies over another.
 */

const sizes = [
  { width: 1024, height: 700 },
  // 1280 × 800 at 200 %.
  { width: 640, height: 400 },
];

test('words a third longer fit into every button, label and tab', async ({ app, page }) => {
  await app.start({ isSample: true });
  const client = await app.connect();
  await client.settings.update({ uiLanguage: 'en', firstRunDone: true });
  const meeting = (await client.meetings.list()).at(-1)?.id ?? '';
  await app.open(page);
  for (const place of [
    '/',
    '/meetings',
    ...[
      'overview',
      'agenda',
      'participants',
      'preparation',
      'invitations',
      'agreement',
      'versions',
      'export',
      'live',
    ].map((tab) => `/meetings/${meeting}/${tab}`),
    '/contacts',
    '/registers',
    '/settings',
  ]) {
    await page.evaluate((hash) => (location.hash = hash), place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(
      page.getByRole('main').getByRole('button').or(page.getByRole('main').getByRole('link')).first(),
    ).toBeVisible();
    for (const size of sizes) {
      await page.setViewportSize(size);
      expect(await page.evaluate(lengthenWords), place).toBeGreaterThan(5);
      expect(await page.evaluate(findCutOff), `${place} at ${String(size.width)}`).toEqual([]);
      expect(await sidewaysOf(page), `${place} at ${String(size.width)}: the page itself`).toBeLessThanOrEqual(0);
    }
  }
});

/** How far the page as a whole reaches beyond the right edge, in px. */
function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Runs in the page; answers how many pieces of text are longer now. */
function lengthenWords(): number {
  let count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const isOurs = Boolean(node.parentElement?.closest('button, label, [role="tab"], nav a, th, legend, h2'));
    if (!isOurs || !/\p{L}{2}/u.test(text)) continue;
    count += 1;
    if (!text.includes('~')) node.nodeValue = text + '~'.repeat(Math.ceil(text.length / 3));
  }
  return count;
}

/** Runs in the page. What is shortened with an ellipsis on purpose has its whole text elsewhere and is no fault. */
function findCutOff(): string[] {
  const parts = [...document.querySelectorAll<HTMLElement>('button, label, [role="tab"], nav a, th, legend, h2')];
  return parts
    .filter((part) => part.checkVisibility() && getComputedStyle(part).textOverflow !== 'ellipsis')
    .filter((part) => part.clientWidth > 0 && getComputedStyle(part).position !== 'absolute')
    .filter((part) => {
      const { overflowX } = getComputedStyle(part);
      const isClipped = overflowX === 'hidden' || overflowX === 'clip';
      const { left, right } = part.getBoundingClientRect();
      const isOutside =
        right > innerWidth + 1 && part.closest('[data-scrolls], [role="grid"], table') === null && left < innerWidth;
      return (isClipped && part.scrollWidth > part.clientWidth + 1) || isOutside;
    })
    .map((part) => part.outerHTML.slice(0, 140));
}
