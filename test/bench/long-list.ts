import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { describeBrowser, extractBrowser } from '../support/browser.ts';
import { projectFolder } from '../support/project-folder.ts';
import { storeRegister } from '../support/register.ts';
import { generateOrganizations, generatePeople } from './register.ts';
import { type Line, median } from './statistics.ts';

const peopleCount = 20_000;
const organizationCount = 5_000;
/** What one does not notice: Nielsen's tenth of a second. */
const pauseGoalMs = 100;
const openGoalMs = 3_000;

/** The list of 20,000 people in a real browser, over the browser door: how long it keeps the page from answering. */
export async function benchLongList(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const organizations = generateOrganizations(organizationCount);
  storeRegister(folder, generatePeople(peopleCount, organizations), organizations);
  const door = spawn(process.execPath, [join(projectFolder, 'dist/cli/index.js'), 'serve', '--data', folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: door.stdout });
  const [first] = (await once(lines, 'line')) as [string];
  await extractBrowser();
  const browser = await chromium.launch(describeBrowser());
  try {
    const page = await browser.newPage();
    await page.goto((JSON.parse(first) as { url: string }).url);
    await page.getByRole('navigation').first().waitFor();
    return await measure(page);
  } finally {
    await browser.close();
    const ended = once(door, 'exit');
    door.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(page: Page): Promise<Line[]> {
  const lines: Line[] = [];
  const pause = async (name: string, acts: (() => Promise<unknown>)[]) => {
    const longest: number[] = [];
    for (const act of acts) longest.push(await longestPause(page, act));
    lines.push(describe(`20,000 people ${name}`, median(longest), pauseGoalMs, 'longest pause'));
  };
  const heads = page.getByRole('columnheader');
  const rows = page.getByRole('row');
  const start = performance.now();
  await page.evaluate(() => (location.hash = '#/contacts'));
  await rows.nth(5).waitFor();
  const opened = performance.now() - start;
  const bytes = await page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return entries.find(({ name }) => name.endsWith('/people/list'))?.decodedBodySize ?? 0;
  });
  const megabytes = (bytes / 1_000_000).toFixed(1);
  lines.push(describe(`list of 20,000 people opens at first start (${megabytes} MB)`, opened, openGoalMs, 'all told'));

  const sortBy = (column: number) => () => heads.nth(column).click();
  await pause('turned round', [sortBy(0), sortBy(0), sortBy(0)]);
  await pause('sorted by another column', [sortBy(2), sortBy(1), sortBy(3)]);
  await rows.nth(3).hover();
  const scrollBy = (px: number) => async () => {
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, px);
  };
  await pause('scrolled', [scrollBy(400), scrollBy(4_000), scrollBy(-4_000)]);
  const type = (text: string) => async () => {
    await page.getByRole('searchbox').fill('');
    await page.keyboard.type(text, { delay: 60 });
  };
  await pause('filtered while typing', [type('kuznets'), type('директор'), type('文')]);
  return lines;
}

/** The longest time between two frames while something is done and until the page has come to rest, in ms. */
async function longestPause(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), isOver: false };
    Object.assign(globalThis, { watch });
    const tick = (): void => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (!watch.isOver) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(async () => {
    // What was asked for is on screen two frames after the page has nothing else to do.
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const { watch } = globalThis as unknown as { watch: { longest: number; isOver: boolean } };
    watch.isOver = true;
    return watch.longest;
  });
}

function describe(name: string, ms: number, goalMs: number, what: string): Line {
  return { name, value: `${ms.toFixed(0)} ms (${what})`, goal: `≤ ${String(goalMs)} ms`, isMet: ms <= goalMs };
}
