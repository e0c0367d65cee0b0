import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { date } from '#shared/contract/fields.ts';
import { zonedClock } from '#shared/domain/minutes/dates.ts';
import { type Backend, openBackend } from '../backend.ts';
import { defaultDataFolder } from '../data-folder.ts';
import { dataFile, lookAtFile } from '../db/opening.ts';
import { builtAssets } from '../documents/assets.ts';
import { forkHelper } from '../helper-process.ts';
import type { Log } from '../log.ts';
import { t } from './catalogue.ts';
import { CommandError } from './messages.ts';

/** The built application around this file: dist/. */
export const distFolder = join(import.meta.dirname, '..');

/** Reads options strictly; anything unknown is wrong use (exit code 2). */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: string[],
  options: Options,
  positionalCount = 0,
) {
  const parsed = parse(words, options);
  if (parsed.positionals.length !== positionalCount) {
    throw new CommandError(t('wrongOption', { detail: parsed.positionals.join(' ') || '…' }), 2);
  }
  return parsed;
}

function parse<Options extends NonNullable<ParseArgsConfig['options']>>(words: string[], options: Options) {
  try {
    return parseArgs({ args: words, options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new CommandError(t('wrongOption', { detail: error instanceof Error ? error.message : '' }), 2);
  }
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new CommandError(t('missingOption', { option }), 2);
  return value;
}

/** One of the possible values, or wrong use. */
export function oneOf<Value extends string>(value: string, option: string, possible: readonly Value[]): Value {
  const found = possible.find((candidate) => candidate === value);
  if (found === undefined) throw new CommandError(t('wrongValue', { value, option, possible: possible.join(', ') }), 2);
  return found;
}

/** A day `YYYY-MM-DD` of the calendar; today on this machine where none is given. */
export function readDay(value: string | undefined, option: string): string {
  if (value === undefined) return zonedClock(Date.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone).date;
  if (!date.safeParse(value).success) {
    throw new CommandError(t('wrongValue', { value, option, possible: 'YYYY-MM-DD' }), 2);
  }
  return value;
}

/** A whole number from 0 to `largest`. */
export function readWhole(value: string, option: string, largest: number): number {
  const number = /^\d+$/u.test(value) ? Number(value) : NaN;
  if (number <= largest) return number;
  throw new CommandError(t('wrongValue', { value, option, possible: `0–${String(largest)}` }), 2);
}

/** A comma-separated list of possible values, at least one. */
export function someOf<Value extends string>(value: string, option: string, possible: readonly Value[]): Value[] {
  return [...new Set(value.split(',').map((part) => oneOf(part.trim(), option, possible)))];
}

/** Opens the folder, runs, and closes it whatever happens. `mustExist` refuses to make a new database by a typing error. */
export async function withBackend<Result>(
  folder: string | undefined,
  log: Log,
  mustExist: boolean,
  work: (backend: Backend) => Promise<Result>,
): Promise<Result> {
  const dataFolder = resolve(folder ?? defaultDataFolder());
  if (mustExist && !hasData(folder)) throw new CommandError(t('noData', { place: dataFolder }), 1);
  const backend = openBuiltBackend(dataFolder, log);
  if (backend.context.store.condition === 'journal-missing') process.stderr.write(`${t('journalMissing')}\n`);
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}

/** Over a meeting that is there. */
export async function withMeeting<Result>(
  values: { data?: string | undefined; meeting?: string | undefined },
  log: Log,
  work: (client: Backend['client'], meetingId: string) => Promise<Result>,
): Promise<Result> {
  const id = required(values.meeting, 'meeting');
  return withBackend(values.data, log, true, async ({ client }) => {
    const meetings = await client.meetings.list();
    if (!meetings.some((meeting) => meeting.id === id)) throw new CommandError(t('noSuchMeeting', { id }), 1);
    return work(client, id);
  });
}

/** The result that a stream of progress ends with. */
export async function lastOf<Event extends { type: string }>(
  events: AsyncIterable<Event>,
): Promise<Extract<Event, { type: 'result' }>> {
  for await (const event of events) {
    if (event.type === 'result') return event as Extract<Event, { type: 'result' }>;
  }
  throw new Error('the work ended without a result');
}

/** Also where the data file is gone, but not what lay beside it: that is no folder for a new one. */
export function hasData(folder: string | undefined): boolean {
  const place = resolve(folder ?? defaultDataFolder());
  return existsSync(dataFile(place)) || lookAtFile(place) === 'missing';
}

/** Runs over an empty data folder that is gone afterwards: for a look at something that must leave nothing behind. */
export async function withEmptyBackend<Result>(log: Log, work: (backend: Backend) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-'));
  try {
    return await withBackend(folder, log, false, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function openBuiltBackend(dataFolder: string, log: Log): Backend {
  return openBackend({
    dataFolder,
    startHelper: (entry) => forkHelper(join(distFolder, entry, 'index.js')),
    assets: builtAssets(distFolder),
    log,
  });
}
