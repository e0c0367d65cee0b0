import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Entry } from '#shared/contract/entries.ts';
import { emptyText } from '#shared/domain/language.ts';
import { openBackend } from '../../electron/backend.ts';
import { createLog } from '../../electron/log.ts';
import { describeBrowser, extractBrowser } from '../support/browser.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting } from '../support/records.ts';
import { type Line, median, quantile, ratioLine } from './statistics.ts';

const counts = { inItem: 400, inMeeting: 3_000, items: 11, attending: 30, keys: 150, enters: 40, openings: 5 };
const goals = { keystroke: 1.5, enterMs: 32, openMs: 300, memory: 1.3 };
const manyEntries = 20_000;
const sentence = 'Отметил ход работ по совместной лаборатории и предложил назвать срок. ';

interface Prepared {
  folder: string;
  meetingId: string;
}

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

/** A meeting with `entryCount` rows, the first item with 400 of them. */
async function prepare(entryCount: number): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBackend({
    dataFolder: folder,
    startHelper: () => {
      throw new Error('no document is made here');
    },
    assets: { fontFiles: [], templateFolder: '' },
    log: createLog((line) => process.stderr.write(`${line}\n`)),
  });
  const { client } = backend;
  await client.settings.update({ firstRunDone: true, uiLanguage: 'en' });
  const meeting = makeMeeting({ status: 'live' });
  await client.meetings.create(meeting);
  const speakers = Array.from({ length: counts.attending }, (_, index) =>
    makeAttendance(meeting.id, {
      name: { ...emptyText(), en: `Speaker ${String(index)}` },
      orderKey: `b${String(index).padStart(3, '0')}z`,
    }),
  );
  for (const speaker of speakers) await client.attendance.add(speaker);
  const itemKeys = generateNKeysBetween(null, null, counts.items);
  for (const [index, orderKey] of itemKeys.entries()) {
    const title = { ...emptyText(), en: `Item ${String(index + 1)}` };
    const item = { ...makeAgendaItem(meeting.id, orderKey), title };
    await client.agenda.add(item);
    const rest = Math.ceil((entryCount - counts.inItem) / (counts.items - 1));
    await addRows(
      client,
      meeting.id,
      item.id,
      index === 0 ? counts.inItem : rest,
      speakers.map(({ id }) => id),
    );
  }
  await backend.close();
  return { folder, meetingId: meeting.id };
}

type Client = ReturnType<typeof openBackend>['client'];

async function addRows(
  client: Client,
  meetingId: string,
  itemId: string,
  count: number,
  speakerIds: readonly string[],
): Promise<void> {
  const kinds: Entry['kind'][] = ['speech', 'speech', 'speech', 'decision', 'proposal', 'note'];
  const keys = generateNKeysBetween(null, null, count);
  const entries = keys.map((orderKey, index) => {
    const kind = kinds[index % kinds.length] ?? 'speech';
    const entry = makeEntry(meetingId, itemId, { kind, orderKey, sourceLanguage: 'ru' });
    const text = sentence.repeat(1 + (index % 3)).trim();
    return {
      ...entry,
      speakerAttendanceId: kind === 'speech' ? (speakerIds[index % speakerIds.length] ?? null) : null,
      texts: { ...entry.texts, ru: { ...entry.texts.ru, text, revision: 1 } },
    };
  });
  for (let start = 0; start < entries.length; start += 2_000) {
    await client.entries.add({ entries: entries.slice(start, start + 2_000) });
  }
}

async function withDoor<T>({ folder }: Prepared, use: (address: () => Promise<string>) => Promise<T>): Promise<T> {
  const door = spawn(process.execPath, [join(projectFolder, 'dist/cli/index.js'), 'serve', '--data', folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: door.stdout })[Symbol.asyncIterator]();
  let isFirst = true;
  const address = async (): Promise<string> => {
    // The first one is printed by itself, the others when they are asked for.
    if (!isFirst) door.stdin.write('\n');
    isFirst = false;
    const { value } = (await lines.next()) as { value: string };
    return (JSON.parse(value) as { url: string }).url;
  };
  try {
    return await use(address);
  } finally {
    const ended = once(door, 'exit');
    door.kill('SIGINT');
    await ended;
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
    { id: meetingId, rows: counts.inItem },
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
  const size = `${String(counts.inItem)} rows in the item, ${String(counts.inMeeting)} in the meeting`;
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

const timeLine = (name: string, ms: number, goalMs: number): Line => ({
  name,
  value: `${ms.toFixed(0)} ms`,
  goal: `≤ ${String(goalMs)} ms`,
  isMet: ms <= goalMs,
});

/** Runs in the page: from each key event to the end of the frame that shows it; and the baseline, a bare text field. */
function watchPaints(): void {
  const paints: number[] = [];
  Object.assign(globalThis, { paints });
  addEventListener(
    'keydown',
    (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => void paints.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
  const bare = document.createElement('textarea');
  bare.id = 'bare';
  bare.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 20rem; height: 3rem';
  document.body.append(bare);
}

async function takePaints(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as { paints: number[] }).paints.splice(0));
}

async function typeInto(page: Page, selector: string): Promise<number[]> {
  await page.locator(selector).focus();
  await takePaints(page);
  await page.keyboard.type(sentence.repeat(3).slice(0, counts.keys), { delay: 50 });
  return takePaints(page);
}

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
  for (let turn = 0; turn < counts.items; turn++) await page.keyboard.press('Control+PageUp');
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
