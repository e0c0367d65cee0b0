import type { Context } from '../../context.ts';
import { type ChangePosition, countChangesAfter, lastChange, listChangesAfter } from '../../db/change-log.ts';
import { type Connection, ConnectionClosed } from '../../db/connection.ts';
import { startSlices } from '../../slices.ts';
import { createIndex, indexUnit, isIndexed, type MemoryState, readState, writeState } from './index-repository.ts';
import { findMarked, makeUnits, markAffected, markAll } from './meetings-repository.ts';
import { listOrphanSources, listUnitsAfter, removeSomeOf } from './repository.ts';

/** What the memory keeps in RAM per open file. */
interface Running {
  catchingUp: Promise<void> | undefined;
  sweeping: Promise<void> | undefined;
  isSwept: boolean;
  /** Files that are being imported, and the blocks they have. */
  imports: Map<string, number>;
}

const running = new WeakMap<Connection, Running>();

export function runningOf(connection: Connection): Running {
  let found = running.get(connection);
  if (found === undefined) {
    found = { catchingUp: undefined, sweeping: undefined, isSwept: false, imports: new Map() };
    running.set(connection, found);
  }
  return found;
}

/**
 * To be called before an answer: follows what was changed since the last one, so that the memory holds the reviewed
 * texts of the minutes that are agreed now. Short transactions, each with how far it came; other calls are answered in
 * between and a kill loses nothing.
 */
export async function bringUpToDate(context: Context): Promise<void> {
  const { connection } = context;
  const state = runningOf(connection);
  if (!state.isSwept) {
    state.isSwept = true;
    void sweepOrphans(context);
  }
  while (state.catchingUp !== undefined) await state.catchingUp;
  if (isCurrent(connection)) return;
  state.catchingUp = catchUp(connection).finally(() => {
    state.catchingUp = undefined;
  });
  await state.catchingUp;
}

function isCurrent(connection: Connection): boolean {
  const state = readState(connection);
  return (
    state?.builtTo === null &&
    countChangesAfter(connection, placeOf(state), 1) === 0 &&
    findMarked(connection) === undefined
  );
}

async function catchUp(connection: Connection): Promise<void> {
  const slices = startSlices();
  while (connection.transaction(() => takeStep(connection))) if (slices.areDue()) await slices.pause();
}

const placeOf = ({ changeSetSeq, changePosition }: MemoryState): ChangePosition => ({
  seq: changeSetSeq,
  position: changePosition,
});

const changeBatch = 100;
const buildBatch = 50;

/** False when nothing is left to do. */
function takeStep(connection: Connection): boolean {
  const state = readState(connection);
  if (state === undefined) {
    startBuild(connection);
    return true;
  }
  if (state.builtTo !== null) {
    build(connection, state, state.builtTo);
    return true;
  }
  const changes = listChangesAfter(connection, placeOf(state), changeBatch);
  const last = changes.at(-1);
  if (last !== undefined) {
    markAffected(connection, changes);
    writeState(connection, { ...state, changeSetSeq: last.seq, changePosition: last.position });
    return true;
  }
  const marked = findMarked(connection);
  if (marked !== undefined) makeUnits(connection, marked);
  return marked !== undefined;
}

function startBuild(connection: Connection): void {
  const { seq, position } = lastChange(connection);
  createIndex(connection, { changeSetSeq: seq, changePosition: position, builtTo: 0 });
  markAll(connection);
}

function build(connection: Connection, state: MemoryState, builtTo: number): void {
  const units = listUnitsAfter(connection, builtTo, buildBatch);
  for (const { id, texts, date } of units) {
    // What is written meanwhile is indexed at once.
    if (!isIndexed(connection, id)) indexUnit(connection, id, texts, date);
  }
  writeState(connection, { ...state, builtTo: units.at(-1)?.id ?? null });
}

const sweepBatch = 50;

/**
 * Takes away what imports have left that came to no end. Nobody sees these units, so nobody waits for it; a failure is
 * logged, and the next start tries again.
 */
export function sweepOrphans(context: Context): Promise<void> {
  const { connection, log } = context;
  const state = runningOf(connection);
  // What was cancelled during a sweep is not in its list: one more goes after it.
  const sweeping = (state.sweeping ?? Promise.resolve())
    .then(() => sweep(connection, state))
    .catch((error: unknown) => {
      if (!(error instanceof ConnectionClosed)) log.bug(error);
    })
    .finally(() => {
      if (state.sweeping === sweeping) state.sweeping = undefined;
    });
  state.sweeping = sweeping;
  return sweeping;
}

async function sweep(connection: Connection, { imports }: Running): Promise<void> {
  const slices = startSlices();
  for (const id of listOrphanSources(connection)) {
    if (imports.has(id)) continue;
    while (connection.transaction(() => removeSomeOf(connection, id, sweepBatch)) > 0) {
      if (slices.areDue()) await slices.pause();
    }
  }
}
