import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { MeetingRecord } from '#shared/contract/records.ts';
import { type App, expect } from './app.ts';
import { projectFolder } from './project-folder.ts';
import { readStoredTexts } from './read-texts.ts';
import { type Shown, type TypingWatch, watchTyping } from './typing-watch.ts';

const sample = JSON.parse(
  readFileSync(join(projectFolder, 'resources/sample/2020-06-16-jiangsu-st-petersburg.json'), 'utf8'),
) as MeetingRecord;
const savedPattern = /^Saved \d\d:\d\d:\d\d$/u;
/** What may be lost: typed, but not yet said to be saved. */
const lastSecondMs = 1_000;
export interface Trials {
  app: App;
  browser: Browser;
  count: number;
  victim: 'back end' | 'page';
}

/**
 * Types into the live screen, kills, looks at what is stored; as often as asked. Answers how often something was shown
 * as saved, and how often something had stood there for more than a second, all of it looked for.
 */
export async function runKillTrials({
  app,
  browser,
  count,
  victim,
}: Trials): Promise<{ claims: number; typed: number }> {
  let claims = 0;
  let typedCount = 0;
  await app.start({ isSample: true });
  await (await app.connect()).settings.update({ uiLanguage: 'en', firstRunDone: true });
  const context = await browser.newContext();
  let window: { page: Page; watch: TypingWatch } | null = null;
  for (let trial = 0; trial < count; trial++) {
    if (window === null) {
      const page = await context.newPage();
      window = { page, watch: await watchTyping(page, savedPattern) };
    }
    const { page, watch } = window;
    await openLive(app, page);
    const startedAtMs = Date.now();
    const typist = startTyping(page, trial);
    // Every other blow falls right behind the word «Saved», the rest wherever it happens to, and after more than a second.
    const blowMs = trial % 2 === 0 ? 150 + Math.random() * 1_000 : 1_200 + Math.random() * 800;
    await page.waitForFunction(hasTypedFor, { ms: blowMs, word: `слово${String(trial)}-` });
    if (trial % 2 === 0) await watch.nextClaim();
    const killedAtMs = Date.now();
    if (victim === 'back end') await app.kill();
    else await crash(page);
    await typist.stop();
    const name = `trial ${String(trial)}, ${victim}, after ${blowMs.toFixed(0)} ms`;
    const isOfTrial = ({ atMs }: Shown): boolean => atMs >= startedAtMs && atMs <= killedAtMs;
    const saved = watch.saved.filter(isOfTrial);
    const typed = watch.typed.filter(isOfTrial).filter(({ atMs }) => atMs <= killedAtMs - lastSecondMs);
    const { integrity, texts } = victim === 'back end' ? readStoredTexts(app.dataFolder) : await readFromOutside(app);
    expect(integrity, name).toBe('ok');
    expect(missing(saved, texts), `${name}: shown as saved`).toEqual([]);
    expect(missing(typed, texts), `${name}: typed a second before`).toEqual([]);
    claims += saved.length;
    typedCount += typed.length;
    // The same address again, so that the browser has the page at hand; a page that died is replaced.
    if (victim === 'back end') await app.start({ isSamePort: true });
    else window = null;
  }
  await context.close();
  await app.stop();
  expect(readStoredTexts(app.dataFolder).integrity, 'in the end').toBe('ok');
  return { claims, typed: typedCount };
}

/** What the back end, which lives, has of the page that died. */
async function readFromOutside(app: App): Promise<{ integrity: string; texts: string[] }> {
  const client = await app.connect();
  const [{ integrity }, { entries }] = await Promise.all([
    client.app.check(),
    client.meetings.get({ id: sample.meeting.id }),
  ]);
  return { integrity, texts: entries.flatMap(({ texts }) => Object.values(texts).map(({ text }) => text)) };
}

/** Opens the live screen at once, as a window that was left there does when it is opened again. */
async function openLive(app: App, page: Page): Promise<void> {
  const { origin, token } = await app.access();
  await page.goto(`${origin}/session`);
  await page.evaluate((value) => {
    sessionStorage.setItem('trilogue-token', value);
  }, token);
  await page.goto(`${origin}/#/meetings/${sample.meeting.id}/live`);
  await page.locator('textarea[data-capture-text]').focus();
}

/** Words, now and then a new row, another kind, or a glance at the saved state, until told to stop. */
function startTyping(page: Page, trial: number): { stop: () => Promise<void> } {
  const typing = { isOver: false };
  let tellOver = (): void => undefined;
  const over = new Promise<void>((resolve) => (tellOver = resolve));
  const strokes = async (word: number): Promise<void> => {
    await page.keyboard.type(`слово${String(trial)}-${String(word)} `, { delay: 15 });
    if (word % 4 === 3) await page.keyboard.press('Enter');
    if (word % 9 === 5) await page.keyboard.press('Control+3');
    if (trial % 2 === 0 && word % 3 === 1) await Promise.race([over, page.getByText(savedPattern).first().waitFor()]);
  };
  const done = (async () => {
    // A page that is gone takes no keys: that is the end of typing, not an error.
    for (let word = 0; !typing.isOver; word++) await strokes(word).catch(() => (typing.isOver = true));
  })();
  return {
    stop: () => {
      typing.isOver = true;
      tellOver();
      return done;
    },
  };
}

/** Runs in the page. */
function hasTypedFor({ ms, word }: { ms: number; word: string }): boolean {
  const own = globalThis as unknown as { typedSinceMs?: number };
  const hasText = [...document.querySelectorAll('main textarea')].some((area) =>
    (area as HTMLTextAreaElement).value.includes(word),
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

/** Texts only grow here, so each must be the beginning of a stored one. */
function missing(shown: readonly Shown[], stored: readonly string[]): string[] {
  const texts = new Set(shown.flatMap((one) => one.texts.map((text) => text.trimEnd())));
  return [...texts].filter((text) => text !== '' && !stored.some((candidate) => candidate.startsWith(text)));
}
