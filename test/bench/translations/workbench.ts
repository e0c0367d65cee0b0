import { rmSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { describeBrowser, extractBrowser } from '../../support/browser.ts';
import { prepare, rowsInItem, timeLine, typeInto, watchPaints, withDoor } from '../in-browser.ts';
import { type Line, median, quantile, ratioLine } from '../statistics.ts';

const openings = 5;
const goals = { keystroke: 1.5, openMs: 300 };

/** The grid of texts in a real browser over the browser door: opening it, and typing into a translation. */
export async function benchWorkbench(): Promise<Line[]> {
  const prepared = await prepare(rowsInItem);
  await extractBrowser();
  const browser = await chromium.launch(describeBrowser());
  try {
    return await withDoor(prepared, async (address) => {
      const times: number[] = [];
      let page: Page | null = null;
      for (let turn = 0; turn < openings; turn++) {
        await page?.close();
        const opened = await openWorkbench(browser, await address(), prepared.meetingId);
        times.push(opened.ms);
        page = opened.page;
      }
      if (page === null) return [];
      await page.evaluate(watchPaints);
      const bare = [...(await typeInto(page, '#bare')), ...(await typeInto(page, '#bare'))];
      const cell = await typeInto(page, 'main textarea[lang^="en"] >> nth=3');
      await page.close();
      const p95 = (sample: readonly number[]): number => quantile(sample, 0.95);
      return [
        timeLine(`workbench of ${String(rowsInItem)} rows, until it can be typed into`, median(times), goals.openMs),
        ratioLine('workbench, key to paint p95', p95(cell), p95(bare), 'ms', goals.keystroke),
      ];
    });
  } finally {
    await browser.close();
    rmSync(prepared.folder, { recursive: true, force: true });
  }
}

/** From the Minutes tab of the meeting, as one comes to it; ms until there are texts to type into. */
async function openWorkbench(browser: Browser, url: string, meetingId: string): Promise<{ page: Page; ms: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate((id) => {
    location.hash = `#/meetings/${id}/overview`;
  }, meetingId);
  await page.getByRole('navigation', { name: 'Parts of the meeting' }).waitFor();
  const ms = await page.evaluate(
    (id) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        location.hash = `#/meetings/${id}/review`;
        const look = (): void => {
          if (document.querySelectorAll('main textarea').length > 3) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    meetingId,
  );
  return { page, ms };
}
