import { parseArgs } from 'node:util';
import { ensureBuilt } from '../.config/build.ts';
import { formatCounts } from './support/counts.ts';
import { runPromises } from './support/promises.ts';

/*
 * `npm run promises`: what README promises, tried often enough to be believed (under 30 minutes on two cores);
 * `-- --short` is the part of it that `npm test` runs.
 */
const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
await ensureBuilt();
const counts = await runPromises(values.short ? 'short' : 'full');
console.log('');
for (const { name, reason } of counts.skipped) console.log(`skipped: ${name}: ${reason}`);
console.log(formatCounts(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
