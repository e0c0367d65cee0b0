import { rmSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { describeBrowser, extractBrowser } from '../support/browser.ts';
import {
  agendaItems,
  prepare,
  type Prepared,
  rowsInItem,
  takePaints,
  timeLine,
  typeInto,
  watchPaints,
  withDoor,
} from './in-browser.ts';
import { type Line, median, quantile, ratioLine } from './statistics.ts';

const counts = { inMeeting: 3_000, enters: 40, openings: 5 };
const goals = { keystroke: 1.5, enterMs: 32, openMs: 300, memory: 1.3 };
const manyEntries = 20_000;

/** The live screen in a real browser over the browser door: typing, a new row, opening, and what stays in memory. */
export async function benchLiveMinutes(): Promise<Line[]> {
  const prepared = await prepare(counts.inMeeting);
  const full = await prepare(manyEntries);
  await extractBrowser();
  const browser = await chromium.launch(describeBrowser());
  try {
    const lines = await withDoor(prepared, (address) => measureTyping(browser, prepared, address));
    return [...lines, await withDoor(full, (address) => measureMemory(browser, full, address))];
  } finally {
    await browser.close();
    for (const { folder } of [prepared, full]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens the live screen in a fresh page; answers when it can be typed into, and when all rows are drawn, in ms. */
async function openLive(
  browser: Browser,
  url: string,
  meetingId: string,
): Promise<{ page: Page; usableMs: number; drawnMs: number }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const times = await page.evaluate(
    ({ id, rows }) =>
      new Promise<{ usableMs: number; drawnMs: number }>((resolve) => {
        const start = performance.now();
        location.hash = `#/meetings/${id}/live`;
        let usableMs = 0;
        const look = (): void => {
          const sinceMs = performance.now() - start;
          if (usableMs === 0 && document.querySelector('[data-capture-text]') !== null) usableMs = sinceMs;
          if (document.querySelectorAll('[data-row]').length >= rows) resolve({ usableMs, drawnMs: sinceMs });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    { id: meetingId, rows: rowsInItem },
  );
  return { page, ...times };
}

async function measureTyping(browser: Browser, prepared: Prepared, address: () => Promise<string>): Promise<Line[]> {
  const openings: { usableMs: number; drawnMs: number }[] = [];
  let page: Page | null = null;
  for (let turn = 0; turn < counts.openings; turn++) {
    await page?.close();
    const opened = await openLive(browser, await address(), prepared.meetingId);
    openings.push(opened);
    page = opened.page;
  }
  if (page === null) return [];
  await page.evaluate(watchPaints);
  const bare = [...(await typeInto(page, '#bare')), ...(await typeInto(page, '#bare'))];
  const capture = await typeInto(page, '[data-capture-text]');
  const row = await typeInto(page, '[data-row]:nth-of-type(200) textarea');
  const enters = await pressEnters(page);
  await page.close();
  const p95 = (sample: readonly number[]): number => quantile(sample, 0.95);
  const size = `${String(rowsInItem)} rows in the item, ${String(counts.inMeeting)} in the meeting`;
  return [
    ratioLine(`capture row, key to paint p95, ${size}`, p95(capture), p95(bare), 'ms', goals.keystroke),
    ratioLine('row in the middle, key to paint p95', p95(row), p95(bare), 'ms', goals.keystroke),
    timeLine('Enter to the new row with the caret, p95', p95(enters), goals.enterMs),
    timeLine(
      'opening, until it can be typed into, median of fresh pages',
      medianOf(openings, 'usableMs'),
      goals.openMs,
    ),
    timeLine('opening, until all rows are drawn', medianOf(openings, 'drawnMs'), goals.openMs),
  ];
}

const medianOf = <Key extends string>(sample: readonly Record<Key, number>[], key: Key): number =>
  median(sample.map((times) => times[key]));

/** New rows in the middle of the item, each with a word in it. */
async function pressEnters(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.locator('[data-row]:nth-of-type(100) textarea').focus();
  await page.keyboard.press('End');
  for (let turn = 0; turn < counts.enters; turn++) {
    const before = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['rowText']);
    await takePaints(page);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (id) =>
        (document.activeElement as HTMLElement | null)?.dataset['rowText'] !== id &&
        (globalThis as unknown as { paints: number[] }).paints.length > 0,
      before,
    );
    times.push(...(await takePaints(page)));
    await page.keyboard.type('слово', { delay: 30 });
  }
  return times;
}

/** What a page holds that has seen rows come and has been typed into, against one that has just been opened. */
async function measureMemory(browser: Browser, prepared: Prepared, address: () => Promise<string>): Promise<Line> {
  const { page } = await openLive(browser, await address(), prepared.meetingId);
  for (let turn = 0; turn < 100; turn++) {
    await page.locator('[data-capture-text]').focus();
    await page.keyboard.type(`Слово ${String(turn)}`);
    await page.keyboard.press('Enter');
    if (turn % 10 === 9) await page.keyboard.press('Control+PageDown');
  }
  for (let turn = 0; turn < 100; turn++)
    await page.keyboard.press(turn % 20 < 10 ? 'Control+PageUp' : 'Control+PageDown');
  for (let turn = 0; turn < agendaItems; turn++) await page.keyboard.press('Control+PageUp');
  const used = await heapBytes(page);
  await page.close();
  const fresh = await openLive(browser, await address(), prepared.meetingId);
  const bare = await heapBytes(fresh.page);
  await fresh.page.close();
  const name = `memory of ${String(manyEntries)} entries after typing / just opened`;
  return ratioLine(name, used / 1_000_000, bare / 1_000_000, 'MB', goals.memory);
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
