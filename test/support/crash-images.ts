import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDisk, type Fate } from './disk-model.ts';
import { type DiskEvent, readTrace, traceTo } from './disk-trace.ts';
import { seeded } from './seeded.ts';
import { startStore, type StoreClient } from './store-client.ts';
import type { StoreAnswer } from './store-messages.ts';

/** A run of the store process that was watched. */
export interface Watched {
  folder: string;
  /** What lay in the folder when it began; gone with the images. */
  before: string;
  events: DiskEvent[];
}

/** A disk as it may be after the power has failed. */
export interface CrashImage {
  name: string;
  folder: string;
  /** The state that was told last, and the one that was told next, if the run came so far. */
  states: string[];
  /** The newest backup of which it was said by then that it is made; null: none yet. */
  backup: string | null;
}

/** Where nothing has to be synced to be read again. */
const fastFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export const makeFastFolder = (): string => mkdtempSync(join(fastFolder, 'trilogue-crash-'));

/** Runs `play` with a back end over `folder` under strace and reads what was asked of the disk. */
export async function watchStore(folder: string, play: (store: StoreClient) => Promise<void>): Promise<Watched> {
  const before = makeFastFolder();
  cpSync(folder, before, { recursive: true });
  const trace = `${before}.strace`;
  try {
    const store = await startStore(folder, traceTo(trace));
    await play(store);
    await store.end();
    return { folder, before, events: await readTrace(trace, folder) };
  } finally {
    rmSync(trace, { force: true });
  }
}

/**
 * Cuts the power `points` times in the course of the run: spread over everything that reached for the disk, so also
 * between two writes of one commit, and each time with each fate. `look` sees each image once.
 */
export async function cutPower(
  { folder, before, events }: Watched,
  { points, fates, seed }: { points: number; fates: readonly Fate[]; seed: number },
  look: (image: CrashImage) => Promise<void>,
): Promise<number> {
  const random = seeded(seed);
  const lines = events.map((event) => (event.kind === 'told' ? linesIn(event.text) : []));
  const told = lines.map((some) => some.flatMap((line) => (line.kind === 'state' ? [line.state] : [])));
  const all = told.flat();
  const first = all[0];
  if (first === undefined) throw new Error('the run told no state');
  const chosen = chooseEvenly(events.length, points);
  // The model lies under the paths of the run, with the content of before it.
  const disk = createDisk(before);
  const toBefore = (event: DiskEvent): DiskEvent => moveEvent(event, folder, before);
  let images = 0;
  let seen = 0;
  let backup: string | null = null;
  for (const [index, event] of events.entries()) {
    disk.apply(toBefore(event));
    seen += told[index]?.length ?? 0;
    for (const line of lines[index] ?? []) backup = backupIn(line) ?? backup;
    if (!chosen.has(index)) continue;
    for (const fate of fates) {
      const into = makeFastFolder();
      try {
        disk.write(into, fate, random);
        const states = seen === 0 ? [first] : all.slice(seen - 1, seen + 1);
        await look({
          name: `event ${String(index)} of ${String(events.length)}, ${fate}`,
          folder: into,
          states,
          backup,
        });
      } finally {
        rmSync(into, { recursive: true, force: true });
      }
      images++;
    }
  }
  return images;
}

export function forget({ before }: Watched): void {
  rmSync(before, { recursive: true, force: true });
}

function linesIn(text: string): StoreAnswer[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StoreAnswer);
}

/** The name of the backup that a call has answered. */
function backupIn(line: StoreAnswer): string | null {
  if (line.kind !== 'answer' || typeof line.result !== 'object' || line.result === null) return null;
  const { name, reason } = line.result as { name?: unknown; reason?: unknown };
  return typeof name === 'string' && reason !== undefined ? name : null;
}

/** So many indices, among them the last. */
function chooseEvenly(length: number, count: number): Set<number> {
  const wanted = Math.min(count, length);
  return new Set(Array.from({ length: wanted }, (_, index) => Math.floor(((index + 1) * length) / wanted) - 1));
}

function moveEvent(event: DiskEvent, from: string, to: string): DiskEvent {
  const move = (path: string): string => to + path.slice(from.length);
  if (event.kind === 'told') return event;
  if (event.kind === 'rename') return { ...event, from: move(event.from), to: move(event.to) };
  return { ...event, path: move(event.path) };
}
