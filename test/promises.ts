import { ensureBuilt } from '../.config/build.ts';
import { formatCounts } from './support/counts.ts';
import { runPlaywright } from './support/run-tools.ts';

/*
 * The long trials: what `npm test` does in short, often enough to be believed. 200 kills while minutes are typed, the
 * sample meeting typed at the speed of a good typist (90 words a minute) instead of as fast as the keys go, and the
 * working day from morning to night in each language.
 */
await ensureBuilt();
const trials = ['test/fault', 'test/e2e/typed-meeting.spec.ts', 'test/e2e/working-day.spec.ts'];
const counts = await runPlaywright('.config/playwright.config.ts', trials, {
  TRILOGUE_KILLS: '200',
  TRILOGUE_WORDS_PER_MINUTE: '90',
  TRILOGUE_WHOLE_DAYS: '1',
});
console.log(`\n${formatCounts(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
