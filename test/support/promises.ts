import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCounts, type Counts, type FileCounts, noCounts } from './counts.ts';
import { runPlaywright, runVitest } from './run-tools.ts';
import type { PromiseId } from './trials.ts';

/** README, «What we promise», in a few words each. */
export const promises: Record<PromiseId, string> = {
  P1: 'saved survives a power cut',
  P2: 'saved survives kill -9',
  P3: 'full, read-only or vanished disk',
  P4: 'every write, sync and open may fail',
  P5: 'suspend, shutdown, clock jumps',
  P6: 'backups are whole',
  P7: 'restore is exact, or refused',
  P8: 'damage is never silent',
  P9: 'a newer file stays untouched',
  P10: 'migrations are all or nothing',
  P11: 'one writer',
  P12: 'history, trash for 30 days',
  P13: 'the desktop is sealed off',
  P14: 'bad calls change nothing',
  P15: 'no text is ever code',
  P16: 'nothing goes to the network',
  P17: "strangers' files do no harm",
  P18: 'known attacks are refused by name',
  P19: 'exports say what is stored',
  P20: 'erased is gone',
  P21: 'known parts, no scripts of theirs',
  P22: 'logs hold ids only',
  P23: 'eight hours without growing',
};

interface Trials {
  promise: PromiseId;
  trials: number;
  note: string;
}

interface Row {
  promise: string;
  what: string;
  trials: number;
  failures: number;
  skipped: number;
  seconds: number;
  notes: string[];
}

/** `p06-backups.test.ts` belongs to P6. */
function promiseOf({ file }: FileCounts): string | undefined {
  const number = /\/p(\d\d)-[^/]*$/u.exec(file)?.[1];
  return number === undefined ? undefined : `P${String(Number(number))}`;
}

/** A promise without a test, or with a test that made no trial and gave no reason, has not been kept. */
function describeRow([promise, what]: [string, string], files: readonly FileCounts[], told: readonly Trials[]): Row {
  const own = files.filter((file) => promiseOf(file) === promise);
  const counts = addCounts(own.map((file) => file.counts));
  const reported = told.filter((line) => line.promise === promise);
  const trials = reported.reduce((sum, line) => sum + line.trials, 0);
  const isProven = trials > 0 || counts.skipped.length > 0;
  return {
    promise,
    what,
    trials,
    failures: counts.failed + (counts.failed === 0 && !isProven ? 1 : 0),
    skipped: counts.skipped.length,
    seconds: own.reduce((sum, file) => sum + file.seconds, 0),
    notes: [...new Set(reported.map(({ note }) => note).filter((note) => note !== ''))],
  };
}

function formatTable(rows: readonly Row[]): string {
  const format = (cells: readonly string[]): string => {
    const [promise = '', what = '', ...figures] = cells;
    return [promise.padEnd(8), what.padEnd(38), ...figures.map((figure) => figure.padStart(9))].join('');
  };
  const lines = rows.flatMap(({ promise, what, trials, failures, skipped, seconds, notes }) => [
    format([promise, what, String(trials), String(failures), String(skipped), seconds.toFixed(1)]),
    ...notes.map((note) => `${' '.repeat(8)}${note}`),
  ]);
  return [format(['promise', '', 'trials', 'failures', 'skipped', 'seconds']), ...lines, ''].join('\n');
}

/** Once with few trials, as a part of `npm test`, or with many; prints the table and answers the counts of the tests. */
export async function runPromises(extent: 'short' | 'full'): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'trilogue-trials-'));
  const told = join(folder, 'trials.jsonl');
  const variables = { TRILOGUE_TRIALS: extent, TRILOGUE_TRIALS_FILE: told };
  try {
    // All of the browser tests run within P16 in full: beside nothing else.
    const alone = extent === 'full' ? ['p16-offline'] : [];
    const others = alone.flatMap((name) => ['--exclude', `**/${name}.test.ts`]);
    const reports = [
      await runVitest(['fault', 'security'], others, variables),
      await runPlaywright('.config/playwright.config.ts', ['test/fault', 'test/security'], variables),
    ];
    if (alone.length > 0) reports.push(await runVitest(['security'], alone, variables));
    const lines = existsSync(told) ? (await readFile(told, 'utf8')).trim().split('\n') : [];
    const trials = lines.map((line) => JSON.parse(line) as Trials);
    const files = reports.flatMap((report) => report.files);
    const rows = Object.entries(promises).map((entry) => describeRow(entry, files, trials));
    process.stdout.write(`\n${formatTable(rows)}`);
    const unproven = rows.filter(({ failures }) => failures > 0).length;
    const counts = addCounts(reports);
    // Without a failed test somewhere, a promise that was not tried counts by itself.
    return counts.failed > 0 ? counts : addCounts([counts, { ...noCounts(), failed: unproven }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
