import { ORPCError } from '@orpc/server';
import { tmxLimits, type TmxReport } from '#shared/contract/memory.ts';
import { filledLanguages } from '#shared/domain/language.ts';
import { commitAt, type Context } from '../../context.ts';
import type { Connection } from '../../db/connection.ts';
import type { TmxTally, TmxUnit } from '../../exchange/tmx-parser.ts';
import { streamTmx } from '../../exchange/read-file.ts';
import { TmxRefused } from '../../exchange/tmx-problem.ts';
import { startSlices } from '../../slices.ts';
import { runningOf, sweepOrphans } from './keep-current.ts';
import {
  blockOf,
  findFreeBlock,
  firstOfBlock,
  insertSource,
  insertUnit,
  isKnownSource,
  listUnitsAfter,
  listVisibleBlocks,
} from './repository.ts';
import { unitKey } from './words.ts';

export interface TmxProgress {
  type: 'progress';
  doneBytes: number;
  totalBytes: number;
}

/** Reads the whole file over a memory that is up to date and writes nothing. Throws {@link TmxRefused}. */
export async function* inspectTmx(
  context: Context,
  file: File,
  signal: AbortSignal | undefined,
): AsyncGenerator<TmxProgress, TmxReport> {
  return yield* readUnits(context, file, signal, () => undefined);
}

/**
 * Writes the units outside the change sets, where nobody sees them, and then the file in one change set, which is what
 * makes them count. Whatever ends it before that leaves units that are swept away later. Throws {@link TmxRefused}.
 */
export async function* importTmx(
  context: Context,
  { id, file }: { id: string; file: File },
  signal: AbortSignal | undefined,
): AsyncGenerator<TmxProgress, { report: TmxReport; position: number }> {
  const { connection } = context;
  const { imports } = runningOf(connection);
  if (imports.has(id) || isKnownSource(connection, id)) throw new ORPCError('DUPLICATE_ID', { status: 409 });
  const block = findFreeBlock(connection, new Set(imports.values()));
  if (block === undefined) throw new Error('translation memory: no numbers are left');
  imports.set(id, block);
  let isKept = false;
  try {
    let next = firstOfBlock(block);
    const report = yield* readUnits(context, file, signal, (units) => {
      connection.transaction(() => {
        for (const { texts, date } of units) {
          insertUnit(connection, { id: next++, sourceId: id, meetingId: null, date, texts });
        }
      });
    });
    signal?.throwIfAborted();
    if (report.units === 0) return { report, position: 0 };
    const { position } = commitAt(context, { name: 'memory.import', label: file.name }, (write) => {
      insertSource(write, { id, name: file.name, units: report.units, importedAtMs: context.clock() });
    });
    isKept = true;
    return { report, position };
  } finally {
    imports.delete(id);
    if (!isKept) void sweepOrphans(context);
  }
}

const progressEveryMs = 100;

/** Hands on the units that the memory does not have. */
async function* readUnits(
  { connection, startHelper }: Context,
  file: File,
  signal: AbortSignal | undefined,
  take: (units: readonly TmxUnit[]) => void,
): AsyncGenerator<TmxProgress, TmxReport> {
  if (file.size > tmxLimits.bytes) {
    throw new TmxRefused('too_large', 0, String(Math.floor(tmxLimits.bytes / 1024 ** 2)));
  }
  const known = await readKeys(connection, signal);
  const counts = { units: 0, known: 0, en: 0, ru: 0, zh: 0 };
  const steps = streamTmx(startHelper, file, signal);
  let lastMs = 0;
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) {
        if ('problems' in step.value) throw TmxRefused.from(step.value);
        return toReport(counts, step.value);
      }
      const { units, doneBytes } = step.value;
      const fresh = units.filter(({ texts }) => {
        const key = unitKey(texts);
        if (known.has(key)) return false;
        known.add(key);
        return true;
      });
      counts.units += fresh.length;
      counts.known += units.length - fresh.length;
      for (const { texts } of fresh) for (const language of filledLanguages(texts)) counts[language] += 1;
      take(fresh);
      const nowMs = performance.now();
      if (nowMs - lastMs < progressEveryMs) continue;
      lastMs = nowMs;
      yield { type: 'progress', doneBytes, totalBytes: file.size };
    }
  } finally {
    // Given up by whoever asked: the file is let go.
    await steps.return(undefined as never);
  }
}

function toReport(
  counts: { units: number; known: number; en: number; ru: number; zh: number },
  { single, doubled, marks, others, tool }: TmxTally,
): TmxReport {
  if (counts.units + counts.known === 0) throw new TmxRefused('no_units', 0);
  const { units, known, en, ru, zh } = counts;
  return {
    units,
    known,
    single,
    doubled,
    others: [...others].map(([language, texts]) => ({ language, texts })).sort((a, b) => b.texts - a.texts),
    marks,
    tool,
    languages: { en, ru, zh },
  };
}

const keysAtOnce = 500;

/** What the memory has, by {@link unitKey}: 60 bytes or so for each unit. */
async function readKeys(connection: Connection, signal: AbortSignal | undefined): Promise<Set<string>> {
  const keys = new Set<string>();
  const slices = startSlices();
  const blocks = new Set<number | null>([null, ...listVisibleBlocks(connection)]);
  for (let after = 0; ;) {
    const units = listUnitsAfter(connection, after, keysAtOnce);
    for (const { id, texts } of units) if (blocks.has(blockOf(id))) keys.add(unitKey(texts));
    const last = units.at(-1);
    if (last === undefined) return keys;
    after = last.id;
    if (slices.areDue()) await slices.pause();
    signal?.throwIfAborted();
  }
}
