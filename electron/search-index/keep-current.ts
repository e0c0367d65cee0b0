import type { Context } from '../context.ts';
import { type ChangePosition, lastChange, listChangesAfter } from '../db/change-log.ts';
import type { Touched } from '../db/changes.ts';
import type { Connection } from '../db/connection.ts';
import { type Affected, affectedRecords } from './affected.ts';
import { buildRow } from './index-row.ts';
import { memoryOf } from './memory.ts';
import { listIds, loadRecords, recordSources, type RecordSource } from './records.ts';
import {
  createIndex,
  type IndexState,
  mergeSome,
  putRow,
  readState,
  removeRow,
  scrubAll,
  writeState,
} from './store.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { Vocabulary } from './vocabulary.ts';

/** Records per transaction of a build: other calls are answered in between. */
const buildBatch = 1_000;
/** Changed rows per transaction when catching up. */
const changeBatch = 100;

/**
 * Brings the index up to date with everything written so far; builds it when there is none or one of another version.
 * Batch by batch, each in one transaction with the position it reaches, so that other calls are answered in between and
 * a kill loses nothing. Answers whether search keys of people have changed on the way.
 */
async function catchUp(connection: Connection): Promise<boolean> {
  const memory = memoryOf(connection);
  let hasNewKeys = false;
  while (memory.running !== undefined) await memory.running;
  if (memory.isStopped || isCurrent(connection)) return false;
  memory.running = (async () => {
    try {
      while (!memory.isStopped) {
        const step = connection.transaction(() => takeStep(connection));
        if (step === 'done') break;
        if (step === 'new-keys') hasNewKeys = true;
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      memory.running = undefined;
    }
  })();
  await memory.running;
  return hasNewKeys;
}

/**
 * {@link catchUp}, and tells the open pages once when people have got other search keys by it: the contacts list holds
 * these. That leads to one more catching-up, which finds nothing to do.
 */
export async function bringUpToDate(context: Pick<Context, 'connection' | 'events'>): Promise<void> {
  const hasNewKeys = await catchUp(context.connection);
  await readVocabulary(context.connection);
  if (!hasNewKeys) return;
  const position = readState(context.connection)?.changeSetSeq ?? 0;
  if (position > 0) context.events.publish('change', { position, tables: ['person'] });
}

/** Takes everything out of the file that the index still holds of records that are gone or read differently now. */
export async function scrubIndex(connection: Connection): Promise<void> {
  await catchUp(connection);
  await scrubAll(connection);
}

function isCurrent(connection: Connection): boolean {
  const state = readState(connection);
  return state?.building === null && listChangesAfter(connection, placeOf(state), 1).length === 0;
}

const placeOf = ({ changeSetSeq, changePosition }: IndexState): ChangePosition => ({
  seq: changeSetSeq,
  position: changePosition,
});

type Step = 'done' | 'more' | 'new-keys';

function takeStep(connection: Connection): Step {
  const state = readState(connection);
  if (state === undefined) {
    startBuild(connection);
    return 'more';
  }
  if (state.building !== null) return build(connection, state, state.building);
  const changes = listChangesAfter(connection, placeOf(state), changeBatch);
  const last = changes.at(-1);
  if (last === undefined) return 'done';
  const hasNewKeys = indexAffected(connection, affectedRecords(connection, changes));
  writeState(connection, { ...state, changeSetSeq: last.seq, changePosition: last.position });
  return hasNewKeys ? 'new-keys' : 'more';
}

function startBuild(connection: Connection): void {
  memoryOf(connection).vocabulary = new Vocabulary();
  const { seq, position } = lastChange(connection);
  createIndex(connection, { changeSetSeq: seq, changePosition: position, building: { step: 0, afterId: '' } });
}

function build(connection: Connection, state: IndexState, building: { step: number; afterId: string }): Step {
  const source = recordSources[building.step];
  if (source === undefined) {
    if (mergeSome(connection, building.afterId === '')) {
      writeState(connection, { ...state, building: { ...building, afterId: 'merging' } });
    } else {
      writeState(connection, { ...state, building: null });
    }
    return 'more';
  }
  const ids = listIds(connection, source, building.afterId, buildBatch);
  const hasNewKeys = indexRecords(connection, source, ids);
  const last = ids.at(-1);
  const next = last === undefined ? { step: building.step + 1, afterId: '' } : { ...building, afterId: last };
  writeState(connection, { ...state, building: next });
  return hasNewKeys ? 'new-keys' : 'more';
}

/**
 * For `commit(…, alongside)`: people, organisations, groups, meetings and agreements are found as soon as they are
 * written. Entries are left to {@link bringUpToDate}, because index work in a keystroke's commit doubles it (measured).
 */
export function indexAlongside(connection: Connection, touched: readonly Touched[], position: number): void {
  if (readState(connection) === undefined) startBuild(connection);
  const affected = affectedRecords(connection, touched);
  const hasEntries = affected.delete('entry');
  indexAffected(connection, affected);
  const state = readState(connection);
  if (state === undefined || hasEntries) return;
  // Earlier sets that are not indexed yet must not be skipped.
  const [next] = listChangesAfter(connection, placeOf(state), 1);
  if (next?.seq === position) {
    writeState(connection, { ...state, changeSetSeq: position, changePosition: touched.length - 1 });
  }
}

function indexAffected(connection: Connection, affected: Affected): boolean {
  let hasNewKeys = false;
  for (const [source, ids] of affected) if (indexRecords(connection, source, [...ids])) hasNewKeys = true;
  return hasNewKeys;
}

/**
 * Makes the index rows of these records what the records now are; a record that is gone loses its row. Answers whether
 * search keys of people have changed.
 */
function indexRecords(connection: Connection, source: RecordSource, ids: readonly string[]): boolean {
  const { vocabulary, unread } = memoryOf(connection);
  const records = new Map(loadRecords(connection, source, ids).map((record) => [record.id, record]));
  let hasNewKeys = false;
  for (const id of ids) {
    const record = records.get(id);
    if (source !== 'entry') {
      if (record === undefined) removeRow(connection, source, id);
    } else {
      for (const kind of ['entry', 'action'] as const) if (record?.kind !== kind) removeRow(connection, kind, id);
    }
    if (record === undefined) continue;
    const { row, words } = buildRow(record);
    if (putRow(connection, row)) hasNewKeys = true;
    for (const word of new Set(words)) (vocabulary ?? unread)?.add(word, 1);
  }
  return hasNewKeys;
}
