import { openSync, closeSync, fsyncSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { backupList } from '#shared/contract/backups.ts';
import type { Connection } from '../connection.ts';
import { sweep } from '../sweep.ts';
import { syncFolder } from '../sync-folder.ts';
import { makeBackupsFolder } from './folder.ts';
import { partEnding } from './naming.ts';

const second = z.object({
  folder: z.string(),
  lastAtMs: z.number().nullable(),
  problem: backupList.shape.second.unwrap().shape.problem,
  /** What we have put there; whatever else lies in that folder is not ours to remove. */
  copied: z.array(z.string()),
});
export type SecondFolder = z.infer<typeof second>;

const state = z.object({
  /** What the newest backup holds, so that a run without a change makes none. */
  upTo: z.object({ name: z.string(), position: z.number(), schemaVersion: z.number() }).nullable(),
  second: second.nullable(),
});
/** What is remembered of the backups from one run to the next. Lost, it costs one backup more. */
export type BackupsState = z.infer<typeof state>;

const stateFile = (folder: string): string => join(folder, 'state.json');
const statePart = (folder: string): string => `${stateFile(folder)}${partEnding}`;

/** What a run that was cut off has left of a new one goes. */
export function readState(folder: string): BackupsState {
  sweep(statePart(folder));
  const none = { upTo: null, second: null };
  try {
    return state.catch(none).parse(JSON.parse(readFileSync(stateFile(folder), 'utf8')));
  } catch {
    return none;
  }
}

/** There is the old one or the new one, never half of one. Throws what the file system says. */
export function writeState(folder: string, content: BackupsState): void {
  makeBackupsFolder(folder);
  const temporary = statePart(folder);
  try {
    const descriptor = openSync(temporary, 'w', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(content)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, stateFile(folder));
    syncFolder(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Where a data file stands. */
export interface Place {
  /** Number of the newest change set there ever was; 0 for none. */
  position: number;
  schemaVersion: number;
}

export function readPlace(connection: Connection): Place {
  const schemaVersion = Number(connection.pragma('user_version'));
  const [isCounted] = connection.sql("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'");
  if (isCounted === undefined) return { position: 0, schemaVersion };
  const [last] = connection.sql<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'change_set'");
  return { position: last?.seq ?? 0, schemaVersion };
}

/** Whether nothing of the records has changed since the newest backup. */
export const isUpTo = ({ upTo }: BackupsState, { position, schemaVersion }: Place): boolean =>
  upTo?.position === position && upTo.schemaVersion === schemaVersion;
