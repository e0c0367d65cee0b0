import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { type App, expect } from './app.ts';
import { projectFolder } from './project-folder.ts';
import { readStoredTexts } from './read-texts.ts';
import { type Shown, type TypingWatch, watchTyping } from './typing-watch.ts';
import { readWords } from './words.ts';

const sample = JSON.parse(
  readFileSync(join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json'), 'utf8'),
) as MeetingRecord;
const t = readWords('en');
const savedPattern = /^Saved \d\d:\d\d:\d\d$/u;
/** What may be lost: typed, but not yet said to be saved. */
const lastSecondMs = 1_000;
/** How long somebody types before the blow falls. */
const [shortestMs, longestMs] = [250, 1_250];

export interface Trials {
  app: App;
  browser: Browser;
  count: number;
  victim: 'back end' | 'page';
}

/** Types into the live screen, kills, looks at what is in the file; as often as asked. Answers how much was claimed and checked. */
export async function runKillTrials({ app, browser, count, victim }: Trials): Promise<number> {
  let claims = 0;
  for (let trial = 0; trial < count; trial++) {
    await app.start({ isSample: trial === 0 });
    const context = await browser.newContext();
    const page = await context.newPage();
    const watch = await watchTyping(page, savedPattern);
    await openLive(app, page);
    const typist = typeOnAndOn(page, trial);
    const blowMs = shortestMs + Math.random() * (longestMs - shortestMs);
    await page.waitForFunction(hasTypedFor, blowMs);
    // Every other blow falls right behind the word «Saved», the rest wherever it happens to.
    if (trial % 2 === 0) await watch.nextClaim();
    const killedAtMs = Date.now();
    if (victim === 'back end') await app.kill();
    else await crash(page);
    await context.close();
    await typist;
    await app.stop();
    claims += checkStored(
      app.dataFolder,
      watch,
      killedAtMs,
      `trial ${String(trial)}, ${victim}, after ${blowMs.toFixed(0)} ms`,
    );
  }
  return claims;
}

async function openLive(app: App, page: Page): Promise<void> {
  await app.open(page);
  const start = page.getByRole('button', { name: t('first-run:start') });
  const home = page.getByRole('heading', { level: 1, name: t('home:title') });
  await start.or(home).waitFor();
  if (await start.isVisible()) await start.click();
  await home.waitFor();
  await page.evaluate((id) => (location.hash = `#/meetings/${id}/live`), sample.meeting.id);
  await page.locator('textarea[data-capture-text]').focus();
}

/** Words, now and then a new row, another kind, or a glance at the saved state, until the page is gone. */
async function typeOnAndOn(page: Page, trial: number): Promise<void> {
  try {
    for (let word = 0; ; word++) {
      await page.keyboard.type(`слово${String(trial)}-${String(word)} `, { delay: 15 });
      if (word % 4 === 3) await page.keyboard.press('Enter');
      if (word % 9 === 5) await page.keyboard.press('Control+3');
      if (word % 3 === 1) await page.getByText(savedPattern).first().waitFor();
    }
  } catch {
    // A page that is gone takes no keys: that is the end of typing, not an error.
  }
}

/** Runs in the page. */
function hasTypedFor(ms: number): boolean {
  const own = globalThis as unknown as { typedSinceMs?: number };
  const hasText = [...document.querySelectorAll('main textarea')].some((area) =>
    (area as HTMLTextAreaElement).value.includes('слово'),
  );
  if (hasText) own.typedSinceMs ??= performance.now();
  return own.typedSinceMs !== undefined && performance.now() - own.typedSinceMs >= ms;
}

async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  // No answer comes from a page that has just died.
  session.send('Page.crash').catch(() => undefined);
  await gone;
}

function checkStored(dataFolder: string, watch: TypingWatch, killedAtMs: number, trial: string): number {
  const { integrity, texts } = readStoredTexts(dataFolder);
  expect(integrity, trial).toBe('ok');
  const claimed = watch.saved.filter(({ atMs }) => atMs <= killedAtMs);
  const old = watch.typed.filter(({ atMs }) => atMs <= killedAtMs - lastSecondMs);
  for (const shown of claimed) expect(missing(shown, texts), `${trial}: shown as saved`).toEqual([]);
  for (const shown of old) expect(missing(shown, texts), `${trial}: typed a second before`).toEqual([]);
  return claimed.length;
}

/** Texts only grow here, so each must be the beginning of a stored one. */
function missing(shown: Shown, stored: readonly string[]): string[] {
  return shown.texts
    .map((text) => text.trimEnd())
    .filter((text) => text !== '' && !stored.some((candidate) => candidate.startsWith(text)));
}
