import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { TimelineInput } from '#shared/contract/timeline.ts';
import type { Backend } from '../../../electron/backend.ts';
import { describeBrowser, extractBrowser } from '../../support/browser.ts';
import { bringUpToDate } from '../../../electron/search-index/index.ts';
import { openBareBackend } from '../bare-backend.ts';
import { timeLine, withDoor } from '../in-browser.ts';
import { type Line, median, quantile } from '../statistics.ts';
import { fillTimeline } from './timeline-rows.ts';

const counts = { organizations: 300, meetings: 3_000, agreements: 5_000, decisionsPerMeeting: 10 };
const goals = { answerMs: 300, holdMs: 15, paintMs: 500, taskMs: 16 };
const openings = 5;
const everything: TimelineInput = {
  kinds: [],
  from: null,
  to: null,
  organizationIds: [],
  areaIds: [],
  groupIds: [],
  lanes: 'partner',
};

/**
 * The timeline of 3,000 meetings with 30,000 decisions and 5,000 agreements of 300 organisations: how fast the back end
 * answers, how long it keeps others waiting; then in a real browser how long it takes to appear, and what scrolling it
 * costs. Tasks are taken from Chromium's own record of them: those of 50 ms that a page hears of are too long here.
 */
export async function benchTimeline(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBareBackend(folder);
  await backend.client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  fillTimeline(backend.context.connection, counts);
  // Building the search index would be measured as well, here and in the browser.
  await bringUpToDate(backend.context);
  const lines = await benchAnswers(backend);
  await backend.close();
  await extractBrowser();
  const browser = await chromium.launch(describeBrowser());
  try {
    return [...lines, ...(await withDoor({ folder, meetingId: '' }, (address) => benchPage(browser, address)))];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchAnswers({ client }: Backend): Promise<Line[]> {
  const read = async (input: TimelineInput): Promise<void> => {
    let events = 0;
    for await (const answer of await client.timeline.list(input))
      if (answer.type === 'events') events += answer.ids.length;
    if (events === 0) throw new Error('the timeline is empty');
  };
  const first = await watch(() => read(everything));
  const inputs = [
    everything,
    { ...everything, lanes: 'area' },
    { ...everything, lanes: 'group' },
    { ...everything, kinds: ['meeting'] },
  ] as const;
  const times: number[] = [];
  let holdMs = 0;
  for (const input of [...inputs, ...inputs]) {
    const watched = await watch(() => read({ ...input, kinds: [...input.kinds] }));
    times.push(watched.ms);
    holdMs = Math.max(holdMs, watched.holdMs);
  }
  return [
    timeLine('timeline of 38,000 events answered, first time', first.ms, goals.answerMs),
    timeLine('the same later, p95', quantile(times, 0.95), goals.answerMs),
    timeLine('the same, longest wait of another call', Math.max(first.holdMs, holdMs), goals.holdMs),
  ];
}

async function benchPage(browser: Browser, address: () => Promise<string>): Promise<Line[]> {
  const times: number[] = [];
  let page: Page | null = null;
  for (let turn = 0; turn < openings; turn++) {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    times.push(await openTimeline(page, await address()));
  }
  if (page === null) return [];
  const lines = [timeLine('timeline of 3,000 meetings, until its marks are painted', median(times), goals.paintMs)];
  for (const zoom of ['decades', 'years', 'months']) {
    await page.evaluate((level) => {
      location.hash = `#/registers/timeline?zoom=${level}`;
    }, zoom);
    await settle(page);
    const tasks = await recordTasks(page, () => scrollAbout(page));
    const longest = Math.max(...tasks);
    lines.push({
      name: `longest task while it is scrolled, ${zoom}`,
      value: `${longest.toFixed(1)} ms (p99 ${quantile(tasks, 0.99).toFixed(1)} ms of ${tasks.length})`,
      goal: `≤ ${goals.taskMs} ms`,
      isMet: longest <= goals.taskMs,
    });
  }
  return lines;
}

/** From another register, as one comes to it; ms until the frame with the first marks is over. */
async function openTimeline(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => {
    location.hash = '#/registers/glossary';
  });
  await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor();
  await settle(page);
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        location.hash = '#/registers/timeline';
        const look = (): void => {
          if (document.querySelectorAll('main [data-tile] path').length === 0) {
            requestAnimationFrame(look);
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }),
  );
}

async function scrollAbout(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  for (const [x, y] of [
    [0, 120],
    [-160, 0],
    [0, 700],
    [160, -240],
    [-900, 0],
  ] as const) {
    for (let turn = 0; turn < 25; turn++) {
      await page.mouse.wheel(x, y);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }
  await settle(page);
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  args: { name?: string };
}

/** Lengths of the tasks of the page's main thread while something is done, in ms. */
async function recordTasks(page: Page, act: () => Promise<void>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const categories = { includedCategories: ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: categories });
  await act();
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && /RunTask$/u.test(name) && mains.has(`${pid}/${tid}`))
    .map(({ dur = 0 }) => dur / 1_000);
}

interface Watched {
  ms: number;
  /** Longest time for which nothing else was answered, in ms. */
  holdMs: number;
}

async function watch(work: () => Promise<unknown>): Promise<Watched> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  // What held the loop at last is seen in its next turn.
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.disable();
  return { ms, holdMs: delay.max / 1e6 };
}
