import { ensureBuilt } from '../.config/build.ts';
import { addCounts, formatCounts } from './support/counts.ts';
import { runPlaywright, runVitest } from './support/run-tools.ts';

/*
 * The long trials: what `npm test` does in short, often enough to be believed. 200 kills while minutes are typed and 100
 * of exports, the sample meeting typed at the speed of a good typist (90 words a minute) instead of as fast as the keys
 * go, the working day from morning to night in each language, and documents of 2,000 random meetings.
 */
await ensureBuilt();
const documents = await runVitest(['test/unit/documents/random-records.test.ts'], { TRILOGUE_RANDOM_RECORDS: '2000' });
const trials = ['test/fault', 'test/e2e/typed-meeting.spec.ts', 'test/e2e/working-day.spec.ts'];
const screens = await runPlaywright('.config/playwright.config.ts', trials, {
  TRILOGUE_KILLS: '200',
  TRILOGUE_EXPORT_KILLS: '100',
  TRILOGUE_WORDS_PER_MINUTE: '90',
  TRILOGUE_WHOLE_DAYS: '1',
});
const counts = addCounts([documents, screens]);
console.log(`\n${formatCounts(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
