import { ensureBuilt } from '../.config/build.ts';
import { formatCounts } from './support/counts.ts';
import { runPlaywright } from './support/run-tools.ts';

/*
 * The long trials: what `npm test` does in short, often enough to be believed. 200 kills while minutes are typed, and
 * the sample meeting typed at the speed of a good typist (90 words a minute) instead of as fast as the keys go.
 */
await ensureBuilt();
const counts = await runPlaywright('.config/playwright.config.ts', ['test/fault', 'test/e2e/typed-meeting.spec.ts'], {
  TRILOGUE_KILLS: '200',
  TRILOGUE_WORDS_PER_MINUTE: '90',
});
console.log(`\n${formatCounts(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
