import { statSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { openBackend } from '../../electron/backend.ts';
import { sourceAssets } from '../../electron/documents/assets.ts';
import { forkHelper } from '../../electron/helper-process.ts';
import { createLog } from '../../electron/log.ts';
import { projectFolder } from './project-folder.ts';
import { makeAgendaItem, makeEntry, makeMeeting } from './records.ts';

/*
 * Eight hours of minutes in a process of its own: `node --expose-gc eight-hours.ts FOLDER ENTRIES BACKUPS`. The clock is ours;
 * a row is begun, typed and read by the page, now and then undone, looked for, backed up. Prints what it
 * has measured as one line of JSON.
 */
export interface EightHours {
  entries: number;
  /** Resident bytes, after the garbage was collected, when a tenth was done. */
  warmBytes: number;
  /** The most at any of the later readings. */
  maxBytes: number;
  maxWalBytes: number;
  /** Of a save, in ms. */
  p50Ms: number;
  p99Ms: number;
  backups: number;
  logged: string[];
}

const [, , dataFolder = '', wanted = '0', wantedBackups = '0'] = process.argv;
const count = Number(wanted);
const dayMs = 8 * 3_600_000;
let nowMs = Date.UTC(2026, 10, 20, 6);
const logged: string[] = [];
const backend = openBackend({
  dataFolder,
  startHelper: (entry) => forkHelper(join(projectFolder, 'dist', entry, 'index.js')),
  assets: sourceAssets(projectFolder),
  log: createLog((line) => logged.push(line)),
  clock: () => nowMs,
});
const { client } = backend;

const meeting = makeMeeting({ status: 'live' });
await client.meetings.create(meeting);
const items = Array.from({ length: 20 }, (_, index) =>
  makeAgendaItem(meeting.id, `a${String(index).padStart(2, '0')}V`),
);
for (const item of items) await client.agenda.add(item);

const saveMs: number[] = [];
let maxWalBytes = 0;
let warmBytes = 0;
let maxBytes = 0;
let backups = 0;
let position = 0;

async function timed<T>(save: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  const result = await save();
  saveMs.push(performance.now() - startedAtMs);
  maxWalBytes = Math.max(maxWalBytes, statSync(join(dataFolder, 'trilogue.db-wal')).size);
  return result;
}

const words = ['слово', 'решили', 'поручить', '会议', '决定', '实验室', 'meeting', 'agreed', 'laboratory'];
const sentence = (number: number): string =>
  Array.from({ length: 12 }, (_, index) => words[(number * 7 + index * 5) % words.length] ?? '').join(' ');

async function typeRow(number: number): Promise<void> {
  const item = items[Math.floor(((number - 1) / count) * items.length)];
  const orderKey = `a${String(number).padStart(6, '0')}V`;
  const entry = makeEntry(meeting.id, item?.id ?? '', { orderKey, atMs: nowMs });
  await timed(() => client.entries.add({ entries: [entry] }));
  const group = newId();
  // Now and then a second thought.
  const texts = [sentence(number), ...(number % 5 === 0 ? [`${sentence(number)} ${sentence(number + 1)}`] : [])];
  for (const [revision, text] of texts.entries()) {
    nowMs += dayMs / count / texts.length;
    await timed(() => client.entries.saveText({ entryId: entry.id, language: 'ru', text, revision, group }));
  }
}

const isTime = (number: number, times: number): boolean => number % Math.max(1, Math.floor(count / times)) === 0;

for (let number = 1; number <= count; number++) {
  await typeRow(number);
  if (number % 10 === 0) ({ position } = await client.minutes.since({ meetingId: meeting.id, position }));
  if (isTime(number, 200)) {
    await client.history.undo();
    await client.history.redo();
    await client.search.find({ query: 'лаборат', limit: 20 });
  }
  // 32 are one every quarter of an hour, as the program does by a real clock.
  if (isTime(number, Number(wantedBackups))) {
    await backend.context.backups.keep('automatic');
    backups++;
  }
  if (isTime(number, 20)) {
    // Helpers that have ended are gone from the books only after a turn of the loop.
    await new Promise(setImmediate);
    globalThis.gc?.();
    const { rss } = process.memoryUsage();
    if (number <= count / 10) warmBytes = rss;
    else maxBytes = Math.max(maxBytes, rss);
  }
}
const sorted = saveMs.sort((one, other) => one - other);
const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;
await backend.close();
const result: EightHours = {
  entries: count,
  warmBytes,
  maxBytes,
  maxWalBytes,
  p50Ms: at(0.5),
  p99Ms: at(0.99),
  backups,
  logged,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
