import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { generateNKeysBetween } from 'fractional-indexing';
import type { Entry } from '#shared/contract/entries.ts';
import { emptyText } from '#shared/domain/language.ts';
import type { openBackend } from '../../electron/backend.ts';
import { projectFolder } from '../support/project-folder.ts';
import { makeAgendaItem, makeAttendance, makeEntry, makeMeeting } from '../support/records.ts';
import { openBareBackend } from './bare-backend.ts';
import type { Line } from './statistics.ts';

const counts = { attending: 30, keys: 150 };
export const agendaItems = 11;
/** Rows under the first agenda item of a prepared meeting. */
export const rowsInItem = 400;
const sentence = 'Отметил ход работ по совместной лаборатории и предложил назвать срок. ';

export interface Prepared {
  folder: string;
  meetingId: string;
}

/** A meeting with `entryCount` rows, the first item with 400 of them. */
export async function prepare(entryCount: number): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const backend = openBareBackend(folder);
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
  const itemKeys = generateNKeysBetween(null, null, agendaItems);
  for (const [index, orderKey] of itemKeys.entries()) {
    const title = { ...emptyText(), en: `Item ${String(index + 1)}` };
    const item = { ...makeAgendaItem(meeting.id, orderKey), title };
    await client.agenda.add(item);
    const rest = Math.ceil((entryCount - rowsInItem) / (agendaItems - 1));
    await addRows(
      client,
      meeting.id,
      item.id,
      index === 0 ? rowsInItem : rest,
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

export async function withDoor<T>(
  { folder }: Prepared,
  use: (address: () => Promise<string>) => Promise<T>,
): Promise<T> {
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

export const timeLine = (name: string, ms: number, goalMs: number): Line => ({
  name,
  value: `${ms.toFixed(0)} ms`,
  goal: `≤ ${String(goalMs)} ms`,
  isMet: ms <= goalMs,
});

/** Runs in the page: from each key event to the end of the frame that shows it; and the baseline, a bare text field. */
export function watchPaints(): void {
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

export async function takePaints(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as { paints: number[] }).paints.splice(0));
}

export async function typeInto(page: Page, selector: string): Promise<number[]> {
  await page.locator(selector).focus();
  await takePaints(page);
  await page.keyboard.type(sentence.repeat(3).slice(0, counts.keys), { delay: 50 });
  return takePaints(page);
}
